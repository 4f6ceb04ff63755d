#include "api/report_options.h"

#include "api/failure.h"
#include "api/given.h"

#include <stdio.h>
#include <string.h>

static const char *const format_names[] = {"table", "json", "jsonl", "csv", "lua", "html"};

enum { FORMATS = sizeof format_names / sizeof *format_names };

rung_status refuse_format(const char *name, const char *known, rung_error *error) {
    fail(error, RUNG_BAD_ARGUMENT, "there is no format '%.60s' here", name);
    if (error) snprintf(error->hint, sizeof error->hint, "its formats: %s", known);
    return RUNG_BAD_ARGUMENT;
}

static rung_status refuse_other(const char *name, unsigned formats, rung_error *error) {
    char known[64];
    size_t length = 0;
    for (size_t i = 0; i < FORMATS; i++)
        if (formats >> i & 1)
            length += (size_t)snprintf(known + length, sizeof known - length, "%s%s",
                                       length ? " " : "", format_names[i]);
    return refuse_format(name, known, error);
}

static rung_status find_format(const char *name, unsigned formats, report_format *out,
                               rung_error *error) {
    *out = REPORT_TABLE;
    if (!name) return RUNG_OK;
    for (size_t i = 0; i < FORMATS; i++) {
        if (!(formats >> i & 1) || strcmp(format_names[i], name) != 0) continue;
        *out = (report_format)i;
        return RUNG_OK;
    }
    return refuse_other(name, formats, error);
}

rung_status read_report_options(const rung_report_options *given, unsigned formats,
                                rung_report_options *asked, report_options *out,
                                rung_error *error) {
    rung_status status = take_options(asked, sizeof *asked, given, error);
    *out = (report_options){.limit = asked->limit > 0 ? asked->limit : -1,
                            .color = asked->color,
                            .width = asked->width,
                            .rules = asked->rules,
                            .rule_count = asked->rule_count};
    if (asked->totals_only) out->limit = 0;
    if (status != RUNG_OK) return status;
    if (asked->min_delta &&
        !number_from_text(&out->min_delta, asked->min_delta, strlen(asked->min_delta)))
        return fail(error, RUNG_BAD_ARGUMENT, "'%s' is no amount", asked->min_delta);
    return find_format(asked->format, formats, &out->format, error);
}

rung_status find_report_partners(const facts *f, const rung_report_options *asked,
                                 arena *scratch, report_options *out, rung_error *error) {
    if (!asked->partner_count) return RUNG_OK;
    uint32_t *partners = arena_array(scratch, asked->partner_count, sizeof *partners);
    if (!partners) return out_of_memory(error);
    for (size_t i = 0; i < asked->partner_count; i++) {
        int64_t found = facts_partner_find(f, text_of(asked->partners[i]));
        if (found < 0)
            return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'",
                        asked->partners[i]);
        size_t k = out->partner_count;
        while (k > 0 && partners[k - 1] > (uint32_t)found)
            k--;
        if (k > 0 && partners[k - 1] == (uint32_t)found) continue;
        memmove(&partners[k + 1], &partners[k], (out->partner_count - k) * sizeof *partners);
        partners[k] = (uint32_t)found;
        out->partner_count++;
    }
    out->partners = partners;
    return RUNG_OK;
}

bool report_write(void *target, const char *bytes, size_t length) {
    report_target *to = target;
    if (!to->write(to->context, bytes, length)) to->refused = true;
    return !to->refused;
}

bool gather_text(void *context, const char *bytes, size_t length) {
    text_append(context, bytes, length);
    return !((text_buffer *)context)->failed;
}

rung_status report_gathered(bool fine, text_buffer *gathered, report_target *to,
                            rung_error *error) {
    fine = fine && !gathered->failed &&
           (!gathered->length || report_write(to, gathered->bytes, gathered->length));
    text_free(gathered);
    return report_written(fine, to, error);
}

rung_status report_written(bool fine, const report_target *target, rung_error *error) {
    if (fine) return RUNG_OK;
    return target->refused ? fail(error, RUNG_NOT_WRITTEN, "the report could not be written")
                           : out_of_memory(error);
}

rung_status report_exported(bool fine, problem_list *problems, rung_error *error) {
    if (fine) return RUNG_OK;
    if (!problems->found) return out_of_memory(error);
    tell_problems(problems, NULL, NULL, error);
    if (error) error->status = RUNG_NOT_WRITTEN;
    return RUNG_NOT_WRITTEN;
}
