#include "report/given.h"

#include "bind/written.h"
#include "explain/amount.h"
#include "report/value_json.h"

#include <string.h>

static size_t metric_count(const changes_head *head) {
    return head->plan && head->plan->overrides ? head->plan->overrides->count : 0;
}

/* What is called so: its node, or NULL for a column of partners, whose kind tells. */
static const node *node_called(const plan *p, const char *name) {
    for (size_t i = 0; i < p->metric_count; i++)
        if (strcmp(p->metrics[i].is.name, name) == 0) return p->metrics[i].value;
    for (size_t i = 0; i < p->score_count; i++)
        if (strcmp(p->scores[i].is.name, name) == 0) return p->scores[i].total;
    return NULL;
}

static measure measure_of_column(const plan *p, const char *name) {
    const source_request *partner = &p->request.sources[0];
    for (size_t i = 0; i < partner->count; i++)
        if (strcmp(partner->columns[i].name, name) == 0)
            return partner->columns[i].kind == CELL_MONEY ? MEASURE_MONEY : MEASURE_NUMBER;
    return MEASURE_NUMBER;
}

/* What was written, as a value; texts and dates stay as they were written. *failed when memory
 * ran out. */
static value value_given(const changes_head *head, const metric_override *o, bool *failed) {
    static const term plain = {.kind = TERM_NUMBER, .depth = 1, .size = 1};
    arena scratch = {0};
    problem_list ignored = {.memory = &scratch};
    const node *n = node_called(head->plan, o->metric);
    value v = {.state = CELL_VALUE, .type = TYPE_TEXT, .text = text_of(o->value)};
    if (!*o->value) v.state = CELL_NONE;
    if (n && n->type == TYPE_BOOLEAN) {
        v.type = TYPE_BOOLEAN;
        v.number = strcmp(o->value, "true") == 0;
    }
    if (v.state == CELL_VALUE && (!n || n->type == TYPE_NUMBER)) {
        const term *said = written_term(&scratch, o->value, &plain, o->at, &ignored);
        v.type = said && written_number(said, &v.number) ? TYPE_NUMBER : TYPE_TEXT;
        v.measure = n ? n->measure : measure_of_column(head->plan, o->metric);
    }
    *failed |= scratch.failed;
    arena_free(&scratch);
    return v;
}

/* "$1,400.00" of the one whose metric is given; nothing where it has none or nobody knows. */
static void say_before(const metric_override *o, const result *before, text_buffer *out) {
    char room[AMOUNT_TEXT];
    int64_t partner = before ? facts_partner_find(before->facts, text_of(o->partner)) : -1;
    const node *n = partner >= 0 ? node_called(before->plan, o->metric) : NULL;
    if (!n) return;
    value v = result_value(before, n, (uint32_t)partner);
    text shown = amount_people(&v, before->plan, room);
    text_append(out, shown.bytes, shown.length);
    text_append_string(out, " → ");
}

static void say_metric(const changes_head *head, const result *before, size_t n,
                       text_buffer *out) {
    char room[AMOUNT_TEXT];
    const metric_override *o = &head->plan->overrides->items[n];
    text_print(out, "%s of %s: ", o->metric, o->partner);
    say_before(o, before, out);
    value v = value_given(head, o, &out->failed);
    text shown =
        v.state == CELL_VALUE ? amount_people(&v, head->plan, room) : text_of("no value");
    text_append(out, shown.bytes, shown.length);
}

static bool has_changed(const facts_table *t) {
    return t->changed.added || t->changed.replaced || t->changed.deleted;
}

static void say_rows(const facts_table *t, text_buffer *out) {
    const struct {
        size_t count;
        const char *word;
    } parts[] = {{t->changed.added, "added"},
                 {t->changed.replaced, "replaced"},
                 {t->changed.deleted, "deleted"}};
    const char *between = ": ";
    bool first = true;
    text_append_string(out, t->source);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char room[AMOUNT_TEXT];
        if (!parts[i].count) continue;
        amount_count(parts[i].count, room);
        text_print(out, "%s%s%s %s", between, room,
                   !first                ? ""
                   : parts[i].count == 1 ? " row"
                                         : " rows",
                   parts[i].word);
        between = ", ";
        first = false;
    }
}

bool given_say(const changes_head *head, const result *before, size_t n, text_buffer *out) {
    size_t metrics = metric_count(head), shown = metrics < GIVEN_SHOWN ? metrics : GIVEN_SHOWN;
    if (n < shown) {
        say_metric(head, before, n, out);
        return true;
    }
    n -= shown;
    if (metrics > shown && n-- == 0) {
        text_print(out, "%zu more metrics of partners", metrics - shown);
        return true;
    }
    for (size_t i = 0; head->facts && i < head->facts->table_count; i++) {
        const facts_table *t = &head->facts->tables[i];
        if (!has_changed(t) || n-- > 0) continue;
        say_rows(t, out);
        return true;
    }
    return false;
}

static void write_metrics(const changes_head *head, json *j) {
    const metric_overrides *all = head->plan->overrides;
    const char *open = NULL;
    json_object(j, "partners");
    for (size_t i = 0; i < all->count; i++) {
        const metric_override *o = &all->items[i];
        value v = value_given(head, o, &j->out->failed);
        if (!open || strcmp(open, o->partner) != 0) {
            if (open) json_end_object(j);
            json_object(j, o->partner);
            open = o->partner;
        }
        json_value(j, o->metric, &v, head->plan);
    }
    json_end_object(j);
    json_end_object(j);
}

static void write_rows(const facts *f, json *j) {
    bool open = false;
    for (size_t i = 0; i < f->table_count; i++) {
        const facts_table *t = &f->tables[i];
        if (!has_changed(t)) continue;
        if (!open) json_object(j, "rows");
        open = true;
        json_object(j, t->source);
        json_integer(j, "added", (int64_t)t->changed.added);
        json_integer(j, "replaced", (int64_t)t->changed.replaced);
        json_integer(j, "deleted", (int64_t)t->changed.deleted);
        json_end_object(j);
    }
    if (open) json_end_object(j);
}

void given_write_json(const changes_head *head, json *j) {
    json_object(j, "set");
    for (size_t i = 0; i < head->set_count; i++)
        json_string(j, head->set[i].path, head->set[i].machine);
    json_end_object(j);
    json_string(j, "scenario", head->scenario);
    if (metric_count(head)) write_metrics(head, j);
    if (head->facts) write_rows(head->facts, j);
}
