/* seek.c - the answer in one sentence, and the totals at its ends: see seek.h. */
#include "report/seek_formats.h"

#include "explain/amount.h"
#include "report/page.h"

#include <string.h>

bool seek_row(const telling *t, int64_t at, const totals *totals, sweep_row *row) {
    char written[RANGE_TEXT];
    range_print(t->head->over, at, written);
    *row = (sweep_row){.written = {arena_string(t->memory, written)},
                       .values = {range_value(t->head->over, at)},
                       .totals = totals};
    return row->written[0] != NULL;
}

/* A value as people read it, in `memory`. */
static const char *value_at(const telling *t, int64_t at) {
    char room[AMOUNT_TEXT];
    sweep_row row;
    if (!seek_row(t, at, NULL, &row)) return "";
    text shown = sweep_value(t->head->head, 0, &row, room);
    const char *copy = arena_copy(t->memory, shown.bytes, shown.length);
    return copy ? copy : "";
}

static const char *figure_shown(const telling *t, number figure) {
    char room[AMOUNT_TEXT];
    measure m = target_is_money(t->head->target) ? MEASURE_MONEY : MEASURE_COUNT;
    text shown = amount_of(figure, m, t->head->head->base->plan, AMOUNT_USUAL, room);
    const char *copy = arena_copy(t->memory, shown.bytes, shown.length);
    return copy ? copy : "";
}

/* "totals.payout <= $2,000,000.00" */
static void say_target(const telling *t, text_buffer *out) {
    const target *wanted = t->head->target;
    text_print(out, "%s %s %s", wanted->name, wanted->sign, figure_shown(t, wanted->wanted));
}

static void say_intervals(const telling *t, text_buffer *out) {
    const sought *found = t->found;
    text_print(out, "%s ", t->head->head->paths[0].path);
    for (size_t i = 0; i < found->count; i++) {
        const seek_interval *in = &found->intervals[i];
        if (i) text_append_string(out, i + 1 < found->count ? ", " : " and ");
        if (in->from->at == in->to->at)
            text_print(out, "at %s", value_at(t, in->from->at));
        else
            text_print(out, "from %s to %s", value_at(t, in->from->at),
                       value_at(t, in->to->at));
    }
    text_append_string(out, " keeps ");
    say_target(t, out);
}

static void say_nothing(const telling *t, text_buffer *out) {
    const range *over = t->head->over;
    text_print(out, "no %s from %s to %s keeps ", over->path, value_at(t, 0),
               value_at(t, over->count - 1));
    say_target(t, out);
    for (size_t i = 0; i < t->found->nearest_count; i++) {
        const seek_point *p = t->found->nearest[i];
        text_print(out, "%s %s at %s", i ? " and" : "; nearest:", figure_shown(t, p->figure),
                   value_at(t, p->at));
    }
}

static void say_effort(const telling *t, text_buffer *out) {
    const sought *found = t->found;
    text_print(out, "%zu evaluation%s", found->evaluations, found->evaluations == 1 ? "" : "s");
    if (found->all_tried)
        text_append_string(out, ": every value was tried");
    else
        text_print(out,
                   "; between the %zu values tried first the total was taken to rise or fall, "
                   "not both",
                   found->tried_first);
}

/* The values at the ends, or the nearest; each once. */
static size_t list_rows(const telling *t, sweep_row *rows) {
    size_t count = 0;
    const sought *found = t->found;
    for (size_t i = 0; i < t->intervals; i++) {
        const seek_interval *in = &found->intervals[i];
        count += seek_row(t, in->from->at, in->from->totals, &rows[count]);
        if (in->to != in->from) count += seek_row(t, in->to->at, in->to->totals, &rows[count]);
    }
    for (size_t i = 0; i < found->nearest_count; i++)
        count += seek_row(t, found->nearest[i]->at, found->nearest[i]->totals, &rows[count]);
    return count;
}

static void say(telling *t, void (*what)(const telling *t, text_buffer *out), bool heading) {
    text_buffer said = {0};
    bool color = t->options->color;
    what(t, &said);
    if (color) writer_string(&t->out, heading ? "\x1b[1m" : "\x1b[2m");
    table_say_text(&t->out, (text){said.bytes ? said.bytes : "", said.length});
    writer_string(&t->out, color ? "\x1b[0m\n" : "\n");
    if (said.failed) t->out.failed = true;
    text_free(&said);
}

/* Of the intervals that are listed, all rows are shown. */
static report_options all_rows(const telling *t) {
    report_options all = *t->options;
    all.limit = -1;
    return all;
}

static void write_table(telling *t) {
    sweep_row *rows = arena_array(t->memory, 2 * t->found->count + 2, sizeof *rows);
    const report_options all = all_rows(t);
    if (!rows) return;
    say(t, t->found->count ? say_intervals : say_nothing, true);
    sweep_row worst;
    size_t count = list_rows(t, rows);
    if (!seek_row(t, t->found->worst->at, t->found->worst->totals, &worst)) return;
    sweep_view view = {t->head->head, &all, t->memory, rows, count, &worst};
    sweep_table(&view, true, &t->out);
    writer_byte(&t->out, '\n');
    say(t, say_effort, false);
}

static void write_html(telling *t) {
    sweep_row *rows = arena_array(t->memory, 2 * t->found->count + 2, sizeof *rows);
    const report_options all = all_rows(t);
    const result *base = t->head->head->base;
    text_buffer said = {0}, effort = {0};
    if (!rows) return;
    sweep_row worst;
    if (!seek_row(t, t->found->worst->at, t->found->worst->totals, &worst)) return;
    sweep_view view = {t->head->head, &all, t->memory, rows, list_rows(t, rows), &worst};
    (t->found->count ? say_intervals : say_nothing)(t, &said);
    say_effort(t, &effort);
    if (said.failed || effort.failed) t->out.failed = true;
    page_begin(&t->out, base->plan->name);
    page_headline(&t->out, "Seek", base->plan, said.bytes ? said.bytes : "");
    sweep_html_set(t->head->head, &t->out);
    page_baseline(&t->out, base);
    sweep_html_rows(&view, t->found->count ? "At the ends" : "The nearest", &t->out);
    page_write(&t->out, "<p class=\"note\">$s</p>\n", effort.bytes ? effort.bytes : "");
    page_end(&t->out);
    text_free(&said);
    text_free(&effort);
}

bool report_sought(const sought *found, const seek_head *head, const report_options *options,
                   report_sink *sink, void *context) {
    arena memory = {0};
    telling t = {.found = found, .head = head, .options = options, .memory = &memory};
    size_t limit = options->limit < 0 ? found->count : (size_t)options->limit;
    t.intervals = limit < found->count ? limit : found->count;
    writer_begin(&t.out, sink, context);
    if (options->format == REPORT_JSON)
        seek_write_json(&t);
    else if (options->format == REPORT_JSONL)
        seek_write_jsonl(&t);
    else if (options->format == REPORT_CSV)
        seek_write_csv(&t);
    else if (options->format == REPORT_HTML)
        write_html(&t);
    else
        write_table(&t);
    if (memory.failed) t.out.failed = true;
    arena_free(&memory);
    return writer_end(&t.out);
}
