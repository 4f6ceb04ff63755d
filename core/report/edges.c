/* edges.c - `rung edges`: who is about to change level, and the money that turns on it.
 *
 * The largest amounts come first, the foremost in words too. Called by rung_edges. */
#include "report/amount.h"
#include "report/changes_reports.h"
#include "report/explain.h"
#include "report/partner_json.h"
#include "report/result_table.h"

#include <string.h>

typedef struct edge_sheet {
    sheet sheet;
    const edge_list *edges;
    const edges_head *head;
    size_t shown;
} edge_sheet;

static const char *level_title(const result *r, const edge *e, int level) {
    return level < 0 ? "none" : sheet_title(&r->plan->ladders[e->ladder].levels[level].is);
}

static const char *level_name(const result *r, const edge *e, int level) {
    return level < 0 ? NULL : r->plan->ladders[e->ladder].levels[level].is.name;
}

static const metric *metric_of(const result *r, const edge *e) {
    return &r->plan->metrics[e->line.metric];
}

/* A number of the metric, or the distance to it. */
static value number_of(const result *r, const edge *e, number n) {
    return (value){.state = CELL_VALUE,
                   .type = TYPE_NUMBER,
                   .measure = metric_of(r, e)->value->measure,
                   .number = n};
}

/* --- table ----------------------------------------------------------------------------------
 */

static text people(const result *r, const edge *e, number n, char room[AMOUNT_TEXT]) {
    value v = number_of(r, e, n);
    return amount_people(&v, r->plan, room);
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

/* "$412.00 less bookings drops Acme (P0007) to Silver and costs $18,300.00" */
static void say_edge(const edge_sheet *s, const edge *e) {
    const result *r = s->sheet.of;
    writer *out = s->sheet.out;
    char room[AMOUNT_TEXT];
    writer_string(out, "  ");
    put(out, people(r, e, e->line.gap, room));
    writer_string(out, e->line.target < e->line.actual ? " less " : " more ");
    writer_string(out, metric_of(r, e)->is.name);
    writer_string(out, e->to > e->from ? " lifts " : " drops ");
    say_who(s, e);
    writer_string(out, e->to < 0 ? " below all levels" : " to ");
    if (e->to >= 0) table_say_text(out, text_of(level_title(r, e, e->to)));
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
    table_add_string(t, level_title(r, e, e->from));
    table_add_string(t, level_title(r, e, e->to));
    table_add_string(t, metric_of(r, e)->is.name);
    table_add(t, people(r, e, e->line.actual, room));
    table_add(t, people(r, e, e->line.needed, room));
    table_add(t, people(r, e, e->line.gap, room));
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

static size_t count_partners(const edge_list *edges, arena *memory, const result *r) {
    uint8_t *seen = arena_array(memory, r->facts->partner_count, 1);
    size_t count = 0;
    for (size_t i = 0; seen && i < edges->count; i++) {
        uint32_t p = edges->items[i].line.partner;
        count += !seen[p];
        seen[p] = 1;
    }
    return count;
}

static void write_counts(const edge_sheet *s) {
    const result *r = s->sheet.of;
    char day[DATE_TEXT], room[AMOUNT_TEXT];
    size_t partners = count_partners(s->edges, s->sheet.memory, r);
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
        text_append_string(&said, "\npartners share a sum (cap.total): each line was "
                                  "evaluated by itself; the payout is the partner's own\n");
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

/* --- machines -------------------------------------------------------------------------------
 */

static void write_number(json *j, const char *key, const result *r, const edge *e, number n) {
    char room[AMOUNT_TEXT];
    value v = number_of(r, e, n);
    text said = amount_machine(&v, r->plan, room);
    if (amount_is_bare(&v))
        json_bare(j, key, said);
    else
        json_text(j, key, said);
}

static void write_json_edge(json *j, const result *r, const edge *e) {
    text name = explain_partner_name(r, e->line.partner);
    json_object(j, NULL);
    json_text(j, "partner", r->facts->partner_ids[e->line.partner]);
    if (name.length)
        json_text(j, "name", name);
    else
        json_null(j, "name");
    json_string(j, "ladder", r->plan->ladders[e->ladder].is.name);
    json_string(j, "level", level_name(r, e, e->from));
    json_string(j, "would_be", level_name(r, e, e->to));
    json_string(j, "metric", metric_of(r, e)->is.name);
    json_string(j, "asked_by", e->line.asks->name);
    write_number(j, "actual", r, e, e->line.actual);
    write_number(j, "needed", r, e, e->line.needed);
    write_number(j, "target", r, e, e->line.target);
    write_number(j, "gap", r, e, e->line.gap);
    json_object(j, "payout");
    json_paid(j, "before", e->before, r->plan);
    json_paid(j, "after", e->after, r->plan);
    json_paid(j, "delta", e->delta, r->plan);
    json_end_object(j);
    json_end_object(j);
}

static void write_json(const edge_sheet *s) {
    const result *r = s->sheet.of;
    char day[DATE_TEXT];
    json j = {.out = s->sheet.out};
    date_print(day, r->plan->as_of);
    json_object(&j, NULL);
    json_string(&j, "format", "rung.edges/1");
    json_line(&j);
    json_program(&j, r->plan);
    json_string(&j, "as_of", day);
    json_string(&j, "currency", r->plan->currency);
    json_string(&j, "within", s->head->within);
    json_line(&j);
    json_array(&j, "edges");
    for (size_t i = 0; i < s->shown; i++) {
        json_line(&j);
        write_json_edge(&j, r, &s->edges->items[i]);
    }
    json_end_array(&j);
    json_line(&j);
    json_object(&j, "totals");
    json_integer(&j, "partners", (int64_t)count_partners(s->edges, s->sheet.memory, r));
    json_integer(&j, "edges", (int64_t)s->edges->count);
    json_integer(&j, "lines", (int64_t)s->head->looked_at);
    json_integer(&j, "not_evaluated", (int64_t)s->head->not_evaluated);
    json_end_object(&j);
    json_end_object(&j);
    writer_byte(s->sheet.out, '\n');
}

static void write_jsonl(const edge_sheet *s) {
    for (size_t i = 0; i < s->shown; i++) {
        json j = {.out = s->sheet.out};
        write_json_edge(&j, s->sheet.of, &s->edges->items[i]);
        writer_byte(s->sheet.out, '\n');
    }
}

static void number_cell(const edge_sheet *s, const edge *e, number n) {
    char room[AMOUNT_TEXT];
    value v = number_of(s->sheet.of, e, n);
    writer_byte(s->sheet.out, ',');
    writer_csv_cell(s->sheet.out, amount_machine(&v, s->sheet.of->plan, room));
}

static void paid_cell(const edge_sheet *s, number n) {
    char room[AMOUNT_TEXT];
    writer_byte(s->sheet.out, ',');
    writer_csv_cell(s->sheet.out, amount_exact(n, s->sheet.of->plan, room));
}

static void text_cell(const edge_sheet *s, const char *words) {
    writer_byte(s->sheet.out, ',');
    writer_csv_cell(s->sheet.out, text_of(words ? words : ""));
}

static void write_csv(const edge_sheet *s) {
    const result *r = s->sheet.of;
    writer_string(s->sheet.out, "partner,ladder,level,would_be,metric,asked_by,actual,needed,"
                                "target,gap,before,after,delta\n");
    for (size_t i = 0; i < s->shown; i++) {
        const edge *e = &s->edges->items[i];
        writer_csv_cell(s->sheet.out, r->facts->partner_ids[e->line.partner]);
        text_cell(s, r->plan->ladders[e->ladder].is.name);
        text_cell(s, level_name(r, e, e->from));
        text_cell(s, level_name(r, e, e->to));
        text_cell(s, metric_of(r, e)->is.name);
        text_cell(s, e->line.asks->name);
        number_cell(s, e, e->line.actual);
        number_cell(s, e, e->line.needed);
        number_cell(s, e, e->line.target);
        number_cell(s, e, e->line.gap);
        paid_cell(s, e->before);
        paid_cell(s, e->after);
        paid_cell(s, e->delta);
        writer_byte(s->sheet.out, '\n');
    }
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
        write_json(&s);
    else if (options->format == REPORT_JSONL)
        write_jsonl(&s);
    else if (options->format == REPORT_CSV)
        write_csv(&s);
    else
        write_table(&s);
    if (memory.failed) out.failed = true;
    arena_free(&memory);
    return writer_end(&out);
}
