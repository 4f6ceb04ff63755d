/* seek.c - the answer in one sentence, and the totals at its ends: see seek.h. */
#include "report/seek.h"

#include "explain/amount.h"
#include "report/partner_json.h"
#include "report/sweep_formats.h"

#include <string.h>

typedef struct telling {
    const sought *found;
    const seek_head *head;
    const report_options *options;
    arena *memory;
    writer out;
} telling;

static bool row_at(const telling *t, int64_t at, const totals *totals, sweep_row *row) {
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
    if (!row_at(t, at, NULL, &row)) return "";
    text shown = sweep_value(t->head->head, 0, &row, room);
    const char *copy = arena_copy(t->memory, shown.bytes, shown.length);
    return copy ? copy : "";
}

/* --- machines -------------------------------------------------------------------------------
 */

static void json_value(json *j, const telling *t, const char *key, int64_t at) {
    char written[RANGE_TEXT];
    range_print(t->head->over, at, written);
    json_string(j, key, written);
}

static void json_interval(json *j, const telling *t, const seek_interval *i) {
    const plan *p = t->head->head->base->plan;
    json_line(j);
    json_object(j, NULL);
    json_value(j, t, "from", i->from->at);
    json_value(j, t, "to", i->to->at);
    json_totals(j, "at_from", p, i->from->totals);
    json_totals(j, "at_to", p, i->to->totals);
    json_end_object(j);
}

static void json_nearest(json *j, const telling *t) {
    json_line(j);
    json_array(j, "nearest");
    for (size_t i = 0; i < t->found->nearest_count; i++) {
        json_line(j);
        json_object(j, NULL);
        json_value(j, t, "value", t->found->nearest[i]->at);
        json_totals(j, "totals", t->head->head->base->plan, t->found->nearest[i]->totals);
        json_end_object(j);
    }
    json_end_array(j);
}

static void write_json(telling *t) {
    json j = {.out = &t->out};
    json_object(&j, NULL);
    json_string(&j, "format", "rung.seek/1");
    json_line(&j);
    sweep_json_baseline(t->head->head, &j);
    json_line(&j);
    json_string(&j, "vary", t->head->head->paths[0].path);
    json_string(&j, "so_that", t->head->so_that);
    json_line(&j);
    json_array(&j, "intervals");
    for (size_t i = 0; i < t->found->count; i++)
        json_interval(&j, t, &t->found->intervals[i]);
    json_end_array(&j);
    if (!t->found->count) json_nearest(&j, t);
    json_line(&j);
    json_integer(&j, "evaluations", (int64_t)t->found->evaluations);
    json_integer(&j, "tried_first", (int64_t)t->found->tried_first);
    json_end_object(&j);
    writer_byte(&t->out, '\n');
}

/* --- people ---------------------------------------------------------------------------------
 */

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
    for (size_t i = 0; i < found->count; i++) {
        const seek_interval *in = &found->intervals[i];
        count += row_at(t, in->from->at, in->from->totals, &rows[count]);
        if (in->to != in->from) count += row_at(t, in->to->at, in->to->totals, &rows[count]);
    }
    for (size_t i = 0; i < found->nearest_count; i++)
        count += row_at(t, found->nearest[i]->at, found->nearest[i]->totals, &rows[count]);
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

static void write_table(telling *t) {
    sweep_row *rows = arena_array(t->memory, 2 * t->found->count + 2, sizeof *rows);
    if (!rows) return;
    say(t, t->found->count ? say_intervals : say_nothing, true);
    size_t count = list_rows(t, rows);
    sweep_view view = {t->head->head, t->options, t->memory, rows, count};
    sweep_table(&view, true, &t->out);
    writer_byte(&t->out, '\n');
    say(t, say_effort, false);
}

bool report_sought(const sought *found, const seek_head *head, const report_options *options,
                   report_sink *sink, void *context) {
    arena memory = {0};
    telling t = {.found = found, .head = head, .options = options, .memory = &memory};
    writer_begin(&t.out, sink, context);
    if (options->format == REPORT_JSON || options->format == REPORT_JSONL)
        write_json(&t);
    else
        write_table(&t);
    if (memory.failed) t.out.failed = true;
    arena_free(&memory);
    return writer_end(&t.out);
}
