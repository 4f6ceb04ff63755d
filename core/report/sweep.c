/* sweep.c - hands the rows of a sweep to the format that was asked for: see sweep.h. */
#include "explain/amount.h"
#include "report/sweep_formats.h"

#include <string.h>

typedef struct sweep_format {
    void (*begin)(sweep_report *s);
    void (*row)(sweep_report *s, const sweep_row *row);
    void (*end)(sweep_report *s);
} sweep_format;

static void *copied(arena *memory, const void *from, size_t count, size_t size) {
    void *to = arena_array(memory, count, size);
    if (to && count) memcpy(to, from, count * size);
    return to;
}

/* What tables and pages show of totals. */
static const totals *keep_totals(arena *memory, const totals *of, const plan *p) {
    totals *own = copied(memory, of, 1, sizeof *of);
    if (!own) return NULL;
    own->levels = arena_array(memory, p->ladder_count, sizeof *own->levels);
    for (size_t i = 0; own->levels && i < p->ladder_count; i++)
        own->levels[i] =
            copied(memory, of->levels[i], p->ladders[i].level_count, sizeof *own->levels[i]);
    own->none = copied(memory, of->none, p->ladder_count, sizeof *own->none);
    own->held = copied(memory, of->held, p->holding_count, sizeof *own->held);
    own->passed = copied(memory, of->passed, p->score_count, sizeof *own->passed);
    own->incentives =
        copied(memory, of->incentives, p->incentive_count, sizeof *own->incentives);
    own->funds = copied(memory, of->funds, p->fund_count, sizeof *own->funds);
    return own;
}

static void keep_row(sweep_report *s, const sweep_row *row) {
    sweep_row *grown = arena_grow(s->memory, s->kept, s->count, &s->capacity, sizeof *s->kept);
    if (!grown) return;
    s->kept = grown;
    sweep_row own = *row;
    own.totals = keep_totals(s->memory, row->totals, s->head->base->plan);
    for (size_t i = 0; i < s->head->path_count; i++)
        own.written[i] = arena_string(s->memory, row->written[i]);
    s->kept[s->count++] = own;
}

static const sweep_format formats[] = {
    [REPORT_TABLE] = {NULL, keep_row, sweep_table_end},
    [REPORT_JSON] = {sweep_json_begin, sweep_json_row, sweep_json_end},
    [REPORT_JSONL] = {NULL, sweep_jsonl_row, NULL},
    [REPORT_CSV] = {sweep_csv_begin, sweep_csv_row, NULL},
    [REPORT_LUA] = {NULL, keep_row, sweep_table_end},
    [REPORT_HTML] = {NULL, keep_row, sweep_html_end},
};

sweep_report *sweep_report_begin(arena *memory, const sweep_head *head,
                                 const report_options *options, report_sink *sink,
                                 void *context) {
    sweep_report *s = arena_allocate(memory, sizeof *s);
    if (!s) return NULL;
    s->head = head;
    s->options = options;
    s->memory = memory;
    writer_begin(&s->out, sink, context);
    s->rows.out = &s->out;
    if (formats[options->format].begin) formats[options->format].begin(s);
    return s;
}

/* Whether so many rows are out already as are wanted; tables and pages see to it at their end.
 */
static bool is_past_limit(const sweep_report *s) {
    long limit = s->options->limit;
    bool keeps = formats[s->options->format].row == keep_row;
    return !keeps && limit >= 0 && s->written >= (size_t)limit;
}

bool sweep_report_row(sweep_report *s, const sweep_row *row) {
    if (is_past_limit(s)) return true;
    s->written++;
    formats[s->options->format].row(s, row);
    return !s->out.failed && !s->memory->failed;
}

bool sweep_report_end(sweep_report *s) {
    if (formats[s->options->format].end) formats[s->options->format].end(s);
    if (s->memory->failed) s->out.failed = true;
    return writer_end(&s->out);
}

text sweep_machine(const sweep_head *head, size_t path, const sweep_row *row, char room[]) {
    value v = {.state = CELL_VALUE, .type = TYPE_NUMBER, .number = row->values[path]};
    if (head->paths[path].dates) return text_of(row->written[path]);
    return amount_machine(&v, head->base->plan, room);
}

text sweep_value(const sweep_head *head, size_t path, const sweep_row *row, char room[]) {
    const swept_path *p = &head->paths[path];
    const plan *plan = head->base->plan;
    if (p->dates) return text_of(row->written[path]);
    number shown = row->values[path];
    int places = AMOUNT_USUAL;
    if (p->measure == MEASURE_PERCENT) shown *= 100;
    /* More decimals than people usually see are shown where they are there. */
    if (p->measure == MEASURE_MONEY || p->measure == MEASURE_PERCENT) {
        int usual = p->measure == MEASURE_MONEY ? plan->currency_places : 2;
        for (places = usual; places < 9; places++)
            if (number_round(shown, places, ROUND_HALF_UP) == shown) break;
    }
    return amount_of(row->values[path], p->measure, plan, places, room);
}
