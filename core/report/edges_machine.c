/* edges_machine.c - `rung.edges/1`, the same a line each, and rows for spreadsheets. */
#include "report/edges_reports.h"

#include "explain/amount.h"
#include "explain/explain.h"
#include "report/partner_json.h"

static const char *level_name(const result *r, const edge *e, int level) {
    return level < 0 ? NULL : r->plan->ladders[e->ladder].levels[level].is.name;
}

size_t edges_count_partners(const edge_list *edges, arena *memory, const result *r) {
    uint8_t *seen = arena_array(memory, r->facts->partner_count, 1);
    size_t count = 0;
    for (size_t i = 0; seen && i < edges->count; i++) {
        uint32_t p = edges->items[i].line.partner;
        count += !seen[p];
        seen[p] = 1;
    }
    return count;
}

static void write_number(json *j, const char *key, const result *r, const edge *e, number n) {
    value v = edge_number(e, n);
    json_value(j, key, &v, r->plan);
}

static void write_fields(json *j, const result *r, const edge *e) {
    text name = explain_partner_name(r, e->line.partner);
    json_text(j, "partner", r->facts->partner_ids[e->line.partner]);
    if (name.length)
        json_text(j, "name", name);
    else
        json_null(j, "name");
    json_string(j, "ladder", r->plan->ladders[e->ladder].is.name);
    json_string(j, "level", level_name(r, e, e->from));
    json_string(j, "would_be", level_name(r, e, e->to));
    json_string(j, "metric", e->line.name);
    json_string(j, "asked_by", e->line.asker.asks->name);
    write_number(j, "actual", r, e, e->line.actual);
    write_number(j, "needed", r, e, e->line.needed);
    write_number(j, "target", r, e, e->line.target);
    write_number(j, "gap", r, e, e->line.gap);
    json_object(j, "payout");
    json_paid(j, "before", e->before, r->plan);
    json_paid(j, "after", e->after, r->plan);
    json_paid(j, "delta", e->delta, r->plan);
    json_end_object(j);
}

void edges_write_json(const edge_sheet *s) {
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
        json_object(&j, NULL);
        write_fields(&j, r, &s->edges->items[i]);
        json_end_object(&j);
    }
    json_end_array(&j);
    json_line(&j);
    json_object(&j, "totals");
    json_integer(&j, "partners", (int64_t)edges_count_partners(s->edges, s->sheet.memory, r));
    json_integer(&j, "edges", (int64_t)s->edges->count);
    json_integer(&j, "lines", (int64_t)s->head->looked_at);
    json_integer(&j, "not_evaluated", (int64_t)s->head->not_evaluated);
    json_end_object(&j);
    json_end_object(&j);
    writer_byte(s->sheet.out, '\n');
}

void edges_write_jsonl(const edge_sheet *s) {
    for (size_t i = 0; i < s->shown; i++) {
        json j = json_begin_line(s->sheet.out, NULL);
        write_fields(&j, s->sheet.of, &s->edges->items[i]);
        json_end_line(&j);
    }
}

static void number_cell(const edge_sheet *s, const edge *e, number n) {
    char room[AMOUNT_TEXT];
    value v = edge_number(e, n);
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

void edges_write_csv(const edge_sheet *s) {
    const result *r = s->sheet.of;
    writer_string(s->sheet.out, "partner,ladder,level,would_be,metric,asked_by,actual,needed,"
                                "target,gap,before,after,delta\n");
    for (size_t i = 0; i < s->shown; i++) {
        const edge *e = &s->edges->items[i];
        writer_csv_cell(s->sheet.out, r->facts->partner_ids[e->line.partner]);
        text_cell(s, r->plan->ladders[e->ladder].is.name);
        text_cell(s, level_name(r, e, e->from));
        text_cell(s, level_name(r, e, e->to));
        text_cell(s, e->line.name);
        text_cell(s, e->line.asker.asks->name);
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
