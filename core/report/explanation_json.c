/* explanation_json.c - an explanation for tools: rung.explanation/1.
 *
 * What people read stands in label, shown, note and formula; what tools reckon with in figures,
 * under their own keys, by the same rules as every other JSON of rung. */
#include "explain/amount.h"
#include "report/explanation_reports.h"
#include "report/value_json.h"

#include <string.h>

static void write_given(json *j, const char *key, const char *words) {
    if (words) json_string(j, key, words);
}

static void write_place(json *j, place at) {
    if (!at.file) return;
    json_string(j, "file", at.file->name);
    if (at.line) json_integer(j, "line", at.line);
}

/* met: true, false, or null where an error keeps it from being known; absent where nothing is
 * asked. */
static void write_met(json *j, explanation_state state) {
    if (state == REASON_WRONG)
        json_null(j, "met");
    else if (state != REASON_NEUTRAL)
        json_boolean(j, "met", state == REASON_MET);
}

static bool is_kind(const explanation *e, const char *kind) {
    return strcmp(e->kind, kind) == 0;
}

static void write_figures(json *j, const plan *p, const explanation *e) {
    for (const figure *f = e->figures; f; f = f->next)
        json_value(j, f->key, &f->value, p);
    if (!e->named) return;
    json_object(j, is_kind(e, "claim") ? "shares" : "values");
    for (const figure *f = e->named; f; f = f->next)
        json_value(j, f->key, &f->value, p);
    json_end_object(j);
}

static void write_asked(json *j, const plan *p, const question *a);

/* Ends and values as they are, else what each asks. */
static void write_needed(json *j, const plan *p, const question *a) {
    bool values = strcmp(a->how, "between") == 0 || strcmp(a->how, "one_of") == 0;
    if (!a->count) {
        json_value(j, "needed", &a->needed, p);
        return;
    }
    if (j->depth + 3 >= JSON_DEPTH) return;
    json_array(j, "needed");
    for (size_t i = 0; i < a->count; i++) {
        if (values) {
            json_value(j, NULL, &a->parts[i].needed, p);
            continue;
        }
        json_object(j, NULL);
        write_asked(j, p, &a->parts[i]);
        json_end_object(j);
    }
    json_end_array(j);
}

static void write_asked(json *j, const plan *p, const question *a) {
    json_string(j, "how", a->how);
    write_needed(j, p, a);
}

static void write_reason(json *j, const plan *p, const explanation *e);

static void write_children(json *j, const plan *p, const explanation *first) {
    for (const explanation *e = first; e; e = e->next)
        write_reason(j, p, e);
}

static void write_reason(json *j, const plan *p, const explanation *e) {
    bool nested = e->first && j->depth + 4 < JSON_DEPTH;
    json_line(j);
    json_object(j, NULL);
    json_string(j, "kind", e->kind);
    bool row = is_kind(e, "line") || is_kind(e, "claim");
    write_given(j, row ? "id" : "rule", e->name);
    json_string(j, "label", e->label);
    write_given(j, "title", e->title);
    write_met(j, e->state);
    write_figures(j, p, e);
    if (e->asks) json_string(j, "how", e->asks->how);
    if (e->asks && e->asks->count) write_needed(j, p, e->asks);
    write_given(j, "shown", e->shown);
    write_given(j, "note", e->note);
    write_given(j, "formula", e->formula);
    write_given(j, "why", e->why);
    write_place(j, e->at);
    if (nested) {
        json_array(j, "children");
        write_children(j, p, e->first);
        json_end_array(j);
    }
    json_end_object(j);
    /* Deeper than JSON is written, reasons stand beside what they are for. */
    if (e->first && !nested) write_children(j, p, e->first);
}

static void write_head(const explanation_head *head, json *j) {
    char day[DATE_TEXT], room[AMOUNT_TEXT];
    const plan *p = head->plan;
    date_print(day, p->as_of);
    json_string(j, "format", "rung.explanation/1");
    json_line(j);
    json_object(j, "program");
    json_string(j, "name", p->name);
    json_string(j, "version", p->version);
    json_string(j, "fingerprint", p->rules->fingerprint);
    write_given(j, "title", p->program.title);
    write_given(j, "why", p->program.why);
    json_end_object(j);
    json_line(j);
    json_string(j, "as_of", day);
    json_string(j, "currency", p->currency);
    json_line(j);
    json_object(j, "partner");
    json_text(j, "id", head->id);
    if (head->name.length) json_text(j, "name", head->name);
    json_end_object(j);
    if (head->wrong)
        json_null(j, "payout");
    else
        json_text(j, "payout", amount_exact(head->payout.number, p, room));
}

void explanation_print_json(const explanation_head *head, const explanation *root,
                            writer *out) {
    json j = {.out = out};
    json_object(&j, NULL);
    write_head(head, &j);
    json_line(&j);
    json_array(&j, "children");
    write_children(&j, head->plan, root->first);
    json_end_array(&j);
    json_end_object(&j);
    writer_byte(out, '\n');
}

void explanation_print_jsonl(const explanation_head *head, const explanation *root,
                             writer *out) {
    json j = json_begin_line(out, NULL);
    write_head(head, &j);
    json_end_line(&j);
    for (const explanation *e = root->first; e; e = e->next) {
        json line = {.out = out, .one_line = true};
        write_reason(&line, head->plan, e);
        writer_byte(out, '\n');
    }
}
