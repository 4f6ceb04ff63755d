/* sweep_json.c - `rung sweep` for machines: a row goes out as soon as it is known. */
#include "explain/amount.h"
#include "report/partner_json.h"
#include "report/sweep_formats.h"

static void write_row(sweep_report *s, const sweep_row *row, json *j) {
    json_object(j, NULL);
    json_object(j, "set");
    for (size_t i = 0; i < s->head->path_count; i++) {
        char room[AMOUNT_TEXT];
        json_text(j, s->head->paths[i].path, sweep_machine(s->head, i, row, room));
    }
    json_end_object(j);
    json_totals(j, "totals", s->head->base->plan, row->totals);
    json_end_object(j);
}

void sweep_jsonl_row(sweep_report *s, const sweep_row *row) {
    json line = {.out = &s->out};
    write_row(s, row, &line);
    writer_byte(&s->out, '\n');
}

void sweep_json_baseline(const sweep_head *head, json *j) {
    char as_of[DATE_TEXT];
    const result *base = head->base;
    date_print(as_of, base->plan->as_of);
    json_object(j, "baseline");
    json_program(j, base->plan);
    json_data(j, base->facts, NULL);
    json_string(j, "as_of", as_of);
    json_string(j, "currency", base->plan->currency);
    json_object(j, "set");
    for (size_t i = 0; i < head->set_count; i++)
        json_string(j, head->set[i].path, head->set[i].machine);
    json_end_object(j);
    if (head->scenario) json_string(j, "scenario", head->scenario);
    json_end_object(j);
}

void sweep_json_begin(sweep_report *s) {
    json *j = &s->rows;
    json_object(j, NULL);
    json_string(j, "format", "rung.sweep/1");
    json_line(j);
    sweep_json_baseline(s->head, j);
    json_line(j);
    json_array(j, "vary");
    for (size_t i = 0; i < s->head->path_count; i++)
        json_string(j, NULL, s->head->paths[i].path);
    json_end_array(j);
    json_line(j);
    json_array(j, "rows");
}

void sweep_json_row(sweep_report *s, const sweep_row *row) {
    json_line(&s->rows);
    write_row(s, row, &s->rows);
}

void sweep_json_end(sweep_report *s) {
    json_end_array(&s->rows);
    json_end_object(&s->rows);
    writer_byte(&s->out, '\n');
}
