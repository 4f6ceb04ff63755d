/* edges.c - `rung edges`: who is about to change level, and the money that turns on it.
 *
 * The largest amounts come first, the foremost in words too. Called by rung_edges. */
#include "report/edges_reports.h"

#include "explain/amount.h"
#include "report/changes_reports.h"
#include "explain/explain.h"

#include <string.h>

const char *edges_level_title(const result *r, const edge *e, int level) {
    return level < 0 ? "none" : sheet_title(&r->plan->ladders[e->ladder].levels[level].is);
}

/* Points with two decimals as long as these tell a partner from the line. */
text edges_shown(const result *r, const edge *e, number n, char room[]) {
    enum { FEW = 2 };
    bool short_ones = e->line.measure == MEASURE_POINTS && !number_is_whole(n) &&
                      e->line.gap >= NUMBER_ONE / 100;
    return amount_of(n, e->line.measure, r->plan, short_ones ? FEW : AMOUNT_USUAL, room);
}

static void put(writer *out, text t) {
    writer_put(out, t.bytes, t.length);
}

static void say_who(const edge_sheet *s, const edge *e) {
    const result *r = s->sheet.of;
    writer *out = s->sheet.out;
    text name = explain_partner_name(r, e->line.partner);
    text id = r->facts->partner_ids[e->line.partner];
    table_say_text(out, name.length ? name : id);
    if (!name.length) return;
    writer_string(out, " (");
    table_say_text(out, id);
    writer_string(out, ")");
}

/* What points are of needs to be said; of other units it can be seen. */
static const char *unit_words(const edge *e) {
    if (e->line.measure != MEASURE_POINTS) return " ";
    return e->line.gap == NUMBER_ONE ? " point " : " points ";
}

/* "$412.00 less bookings drops Acme (P0007) to Silver and costs $18,300.00" */
static void say_edge(const edge_sheet *s, const edge *e) {
    const result *r = s->sheet.of;
    writer *out = s->sheet.out;
    char room[AMOUNT_TEXT];
    writer_string(out, "  ");
    put(out, edges_shown(r, e, e->line.gap, room));
    bool counted = e->line.measure == MEASURE_COUNT;
    writer_string(out, unit_words(e));
    writer_string(out, e->line.target >= e->line.actual ? "more "
                       : counted                        ? "fewer "
                                                        : "less ");
    writer_string(out, e->line.name);
    writer_string(out, e->to > e->from ? " lifts " : " drops ");
    say_who(s, e);
    writer_string(out, e->to < 0 ? " below all levels" : " to ");
    if (e->to >= 0) table_say_text(out, text_of(edges_level_title(r, e, e->to)));
    if (e->delta == 0) writer_string(out, " and changes no payout");
    if (e->delta < 0) writer_string(out, " and costs ");
    if (e->delta > 0) writer_string(out, " and brings ");
    number size = e->delta < 0 ? -e->delta : e->delta;
    if (size) put(out, amount_money(size, r->plan, room));
    writer_byte(out, '\n');
}

static void add_edge(const edge_sheet *s, table *t, const edge *e) {
    const result *r = s->sheet.of;
    char room[AMOUNT_TEXT];
    table_add(t, r->facts->partner_ids[e->line.partner]);
    table_add(t, explain_partner_name(r, e->line.partner));
    if (r->plan->ladder_count > 1)
        table_add_string(t, sheet_title(&r->plan->ladders[e->ladder].is));
    table_add_string(t, edges_level_title(r, e, e->from));
    table_add_string(t, edges_level_title(r, e, e->to));
    table_add_string(t, e->line.name);
    table_add(t, edges_shown(r, e, e->line.actual, room));
    table_add(t, edges_shown(r, e, e->line.needed, room));
    table_add(t, edges_shown(r, e, e->line.gap, room));
    table_add(t, changes_delta(e->delta, r->plan, room));
}

static void write_rows(const edge_sheet *s) {
    enum { NAME_WIDTH = 24, TITLE_WIDTH = 24 };
    table t;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"partner", TABLE_LEFT, false, NAME_WIDTH});
    table_column(&t, (table_column_style){"name", TABLE_LEFT, true, NAME_WIDTH});
    if (s->sheet.of->plan->ladder_count > 1)
        table_column(&t, (table_column_style){"ladder", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"level", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"would be", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"metric", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"has", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"needed", TABLE_RIGHT, true, 0});
    table_column(&t, (table_column_style){"gap", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"change", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < s->shown; i++)
        add_edge(s, &t, &s->edges->items[i]);
    writer_byte(s->sheet.out, '\n');
    sheet_table(&s->sheet, &t);
}

static void write_counts(const edge_sheet *s) {
    const result *r = s->sheet.of;
    char day[DATE_TEXT], room[AMOUNT_TEXT];
    size_t partners = edges_count_partners(s->edges, s->sheet.memory, r);
    text_buffer said = {0};
    date_print(day, r->plan->as_of);
    text_print(&said, "%s, as of %s, amounts in %s\n", r->plan->name, day, r->plan->currency);
    text count = amount_count(partners, room);
    text_print(&said, "%.*s partner%s within %s%s of another level\n", (int)count.length,
               count.bytes, partners == 1 ? " is" : "s are", s->head->within,
               strchr(s->head->within, '%')        ? ""
               : strcmp(s->head->within, "1") == 0 ? " unit"
                                                   : " units");
    for (size_t from = 0; from < said.length;) { /* a line's end is no data */
        size_t length = strcspn(said.bytes + from, "\n");
        table_say_text(s->sheet.out, (text){said.bytes + from, length});
        writer_byte(s->sheet.out, '\n');
        from += length + 1;
    }
    if (said.failed) s->sheet.out->failed = true;
    text_free(&said);
}

static void write_notes(const edge_sheet *s) {
    text_buffer said = {0};
    if (s->shown && s->shown < s->edges->count)
        text_print(&said, "  ... and %zu more (--limit %zu shows all)\n",
                   s->edges->count - s->shown, s->edges->count);
    if (s->head->one_by_one)
        text_append_string(&said, "\nlines that concern other partners too (cap.total, rank) "
                                  "were evaluated one by one;\nthe payout is the partner's "
                                  "own\n");
    if (s->head->not_evaluated)
        text_print(&said, "the nearest %zu of %zu lines were looked at\n",
                   s->head->looked_at - s->head->not_evaluated, s->head->looked_at);
    if (said.length) table_say(s->sheet.out, TONE_DIM, s->sheet.options->color, said.bytes);
    if (said.failed) s->sheet.out->failed = true;
    text_free(&said);
}

static void write_table(const edge_sheet *s) {
    enum { IN_WORDS = 3 };
    write_counts(s);
    if (s->shown) writer_byte(s->sheet.out, '\n');
    for (size_t i = 0; i < s->shown && i < IN_WORDS; i++)
        say_edge(s, &s->edges->items[i]);
    if (s->shown) write_rows(s);
    write_notes(s);
}

bool report_edges(const result *r, const edge_list *edges, const edges_head *head,
                  const report_options *options, report_sink *sink, void *context) {
    enum { USUAL_WIDTH = 80, IN_TABLE = 20 };
    arena memory = {0};
    writer out;
    size_t usual = options->format == REPORT_TABLE ? IN_TABLE : edges->count;
    size_t shown = options->limit < 0 ? usual : (size_t)options->limit;
    edge_sheet s = {.sheet = {.of = r,
                              .options = options,
                              .out = &out,
                              .width = options->width ? options->width : USUAL_WIDTH,
                              .memory = &memory},
                    .edges = edges,
                    .head = head,
                    .shown = shown < edges->count ? shown : edges->count};
    writer_begin(&out, sink, context);
    if (options->format == REPORT_JSON)
        edges_write_json(&s);
    else if (options->format == REPORT_JSONL)
        edges_write_jsonl(&s);
    else if (options->format == REPORT_CSV)
        edges_write_csv(&s);
    else if (options->format == REPORT_HTML)
        edges_write_html(&s);
    else
        write_table(&s);
    if (memory.failed) out.failed = true;
    arena_free(&memory);
    return writer_end(&out);
}
