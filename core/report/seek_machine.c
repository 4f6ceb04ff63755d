/* seek_machine.c - what was sought for tools: json, jsonl, csv. See seek_formats.h. */
#include "explain/amount.h"
#include "report/partner_json.h"
#include "report/seek_formats.h"

static void json_tried(json *j, const telling *t, const char *key, int64_t at) {
    char room[AMOUNT_TEXT];
    sweep_row row;
    if (seek_row(t, at, NULL, &row))
        json_text(j, key, sweep_machine(t->head->head, 0, &row, room));
}

static void json_interval(json *j, const telling *t, const seek_interval *i) {
    const plan *p = t->head->head->base->plan;
    json_line(j);
    json_object(j, NULL);
    json_tried(j, t, "from", i->from->at);
    json_tried(j, t, "to", i->to->at);
    json_totals(j, "at_from", p, i->from->totals);
    json_totals(j, "at_to", p, i->to->totals);
    json_end_object(j);
}

static void json_near(json *j, const telling *t, const seek_point *point) {
    json_line(j);
    json_object(j, NULL);
    json_tried(j, t, "value", point->at);
    json_totals(j, "totals", t->head->head->base->plan, point->totals);
    json_end_object(j);
}

static void json_nearest(json *j, const telling *t) {
    json_line(j);
    json_array(j, "nearest");
    for (size_t i = 0; i < t->found->nearest_count; i++)
        json_near(j, t, t->found->nearest[i]);
    json_end_array(j);
}

static void json_head(const telling *t, json *j) {
    json_string(j, "format", "rung.seek/1");
    json_line(j);
    sweep_json_baseline(t->head->head, j);
    json_line(j);
    json_string(j, "vary", t->head->head->paths[0].path);
    json_string(j, "so_that", t->head->so_that);
}

static void json_effort(const telling *t, json *j) {
    json_integer(j, "evaluations", (int64_t)t->found->evaluations);
    json_integer(j, "tried_first", (int64_t)t->found->tried_first);
}

/* Each line says what it is. */
void seek_write_jsonl(telling *t) {
    json j = json_begin_line(&t->out, NULL);
    json_head(t, &j);
    json_end_line(&j);
    for (size_t i = 0; i < t->intervals; i++) {
        j = json_begin_line(&t->out, "interval");
        json_interval(&j, t, &t->found->intervals[i]);
        json_end_line(&j);
    }
    for (size_t i = 0; i < t->found->nearest_count; i++) {
        j = json_begin_line(&t->out, "nearest");
        json_near(&j, t, t->found->nearest[i]);
        json_end_line(&j);
    }
    j = json_begin_line(&t->out, NULL);
    json_effort(t, &j);
    json_end_line(&j);
}

void seek_write_json(telling *t) {
    json j = {.out = &t->out};
    json_object(&j, NULL);
    json_head(t, &j);
    json_line(&j);
    json_array(&j, "intervals");
    for (size_t i = 0; i < t->intervals; i++)
        json_interval(&j, t, &t->found->intervals[i]);
    json_end_array(&j);
    if (!t->found->count) json_nearest(&j, t);
    json_line(&j);
    json_effort(t, &j);
    json_end_object(&j);
    writer_byte(&t->out, '\n');
}

/* One end of an interval, or the nearest, with the columns of a sweep. */
static void csv_row(telling *t, size_t interval, const char *end, const seek_point *point) {
    sweep_row row;
    if (!seek_row(t, point->at, point->totals, &row)) return;
    if (interval) writer_integer(&t->out, (int64_t)interval);
    writer_byte(&t->out, ',');
    writer_string(&t->out, end);
    writer_byte(&t->out, ',');
    sweep_csv_cells(t->head->head, &row, &t->out);
}

void seek_write_csv(telling *t) {
    writer_string(&t->out, "interval,end,");
    sweep_csv_head(t->head->head, &t->out);
    for (size_t i = 0; i < t->intervals; i++) {
        csv_row(t, i + 1, "from", t->found->intervals[i].from);
        csv_row(t, i + 1, "to", t->found->intervals[i].to);
    }
    for (size_t i = 0; i < t->found->nearest_count; i++)
        csv_row(t, 0, "nearest", t->found->nearest[i]);
}
