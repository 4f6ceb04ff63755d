/* line.c - one requirement: what there is, what is needed, how far it is.
 *
 * x:word(..) reads as x = word(..) does: the label is what is asked of, the note what is asked.
 * What is a question as a whole (exists(..), a function) is its own label. */
#include "explain/explain.h"

#include "syntax/words.h"

#include <string.h>

static bool is_one_of(const char *name, const char *const words[], size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], name) == 0) return true;
    return false;
}

/* Asked of x as x:word(..); else the term is the question as a whole. */
static bool is_method(const requirement *line) {
    return !line->key && line->term->kind == TERM_CALL && line->term->method &&
           line->actual != line->met;
}

static bool is_ladder(const plan *p, const char *name) {
    for (size_t i = 0; i < p->ladder_count; i++)
        if (strcmp(p->ladders[i].is.name, name) == 0) return true;
    return false;
}

/* The name of what is asked of, as a key would have it; NULL where it has none. */
static const char *subject_name(const explaining *x, const requirement *line) {
    if (line->key) return line->key;
    const term *t = is_method(line) ? line->term->entries[0].value : line->term;
    if (t->kind != TERM_REFERENCE || t->further) return NULL;
    bool column = strcmp(t->name, "partner") == 0;
    if (column && is_ladder(x->of->plan, t->member)) return NULL;
    return column || noun_find(t->name) ? t->member : NULL;
}

static const char *subject_label(const explaining *x, const requirement *line,
                                 const char *name) {
    if (name) return name;
    return explain_words(x, is_method(line) ? line->term->entries[0].value : line->term);
}

/* What is asked, as written: behind its key, or without what it is asked of. */
static term question_of(const requirement *line) {
    term asked = *line->term;
    if (!is_method(line)) return asked;
    asked.method = false;
    asked.entries++;
    asked.count--;
    return asked;
}

static bool has_names(const term *t) {
    if (t->kind == TERM_REFERENCE || t->kind == TERM_FUNCTION) return true;
    if (t->kind == TERM_WORD) return strcmp(t->name, "as_of") == 0;
    if (t->kind != TERM_CALL && t->kind != TERM_OPERATION && t->kind != TERM_TABLE)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (has_names(t->entries[i].value)) return true;
    return false;
}

/* How what is needed comes about; NULL where it is as written. */
static const char *needed_formula(const explaining *x, const requirement *line) {
    static const char *const comparing[] = {"is",    "is_not",  "at_least",
                                            "above", "at_most", "below"};
    static const char *const windows[] = {"trailing", "this", "last", "since", "before"};
    static const char *const asking[] = {"one_of", "all_of", "any_of", "none_of", "between"};
    term t = question_of(line);
    bool calls = t.kind == TERM_CALL && t.count;
    if (calls && is_one_of(t.name, windows, sizeof windows / sizeof *windows))
        return explain_words(x, &t);
    const term *needed = NULL;
    if (calls && is_one_of(t.name, comparing, sizeof comparing / sizeof *comparing))
        needed = t.entries[t.count - 1].value;
    else if (line->needed &&
             !(calls && is_one_of(t.name, asking, sizeof asking / sizeof *asking)))
        needed = line->term;
    if (!needed) return has_names(&t) ? explain_words(x, &t) : NULL;
    bool worked = needed->kind == TERM_OPERATION || needed->kind == TERM_REFERENCE ||
                  needed->kind == TERM_CALL || needed->kind == TERM_FUNCTION;
    return worked ? explain_formula(x, needed, NO_ROW) : NULL;
}

static void give_asked(const explaining *x, explanation *e, const question *a) {
    question *kept = arena_allocate(x->memory, sizeof *kept);
    if (!kept) return;
    *kept = *a;
    e->asks = kept;
    value needed = a->needed;
    if (!needed.state) needed.state = CELL_NONE; /* present, absent: against no value */
    if (!a->count) explanation_figure(x->memory, e, "needed", needed);
}

static void show_asked(const explaining *x, explanation *e, const question *a, value actual) {
    const plan *p = x->of->plan;
    int places = explain_question_places(p, a, &actual);
    text_buffer shown = {0};
    gap missing;
    explain_say(&shown, p, &actual, places);
    e->shown = explain_take(x, &shown);
    e->note = explain_question_words(x, a, places);
    explanation_figure(x->memory, e, "actual", actual);
    give_asked(x, e, a);
    if (e->state != REASON_UNMET || !explain_gap(a, &actual, &missing)) return;
    e->note = explain_print(x, "%s, %s", e->note, explain_gap_words(x, &missing, places));
    explanation_figure(x->memory, e, "gap", missing.by);
}

static value boolean_value(bool answer) {
    return (value){.state = CELL_VALUE, .type = TYPE_BOOLEAN, .number = answer};
}

static const char *holding_word(const holding *h, bool held) {
    if (h->obligation) return held ? "kept" : "due";
    return held ? "held" : "not held";
}

static void show_holding(const explaining *x, explanation *e, const requirement *line) {
    const holding *h = &x->of->plan->holdings[line->actual->index];
    value held = explain_of_partner(x, line->actual);
    question a = {.how = "is", .needed = boolean_value(true)};
    explanation_figure(x->memory, e, "actual", held);
    if (line->met != line->actual) explain_question(x, line, &held, &a);
    if (a.how) give_asked(x, e, &a);
    bool is = held.state == CELL_VALUE && held.number;
    e->shown = held.state == CELL_WRONG ? "error" : holding_word(h, is);
    if (e->state != REASON_UNMET) return;
    e->note = is ? "must not be" : h->is.title;
    if (!is) explain_requirements(x, e, &h->requires);
}

/* A score that must pass, or must not, where more than its total says so. */
static void show_passing(const explaining *x, explanation *e, const requirement *line,
                         const score *s) {
    bool pass = line->term->boolean;
    value total = explain_of_partner(x, s->total);
    question least = {.how = "at_least"}, a = {.how = pass ? "passed" : "not_passed"};
    gap missing;
    if (s->pass) least.needed = a.needed = explain_of_partner(x, s->pass);
    e->shown = explain_shown(x, total);
    e->note =
        explain_print(x, "%s%s", pass ? "" : "must not pass: ", explain_what_passes(x, s));
    explanation_figure(x->memory, e, "actual", total);
    give_asked(x, e, &a);
    if (s->each_above)
        explanation_figure(x->memory, e, "each_above", explain_of_partner(x, s->each_above));
    if (!pass || e->state != REASON_UNMET || !explain_gap(&least, &total, &missing)) return;
    explanation_figure(x->memory, e, "gap", missing.by);
}

/* A question as a whole is answered by the mark; tools are told in figures. */
static void show_answer(const explaining *x, explanation *e, const requirement *line) {
    question a = {.how = "is", .needed = boolean_value(true)};
    value answer = explain_of_partner(x, line->met);
    if (line->term->kind == TERM_REFERENCE) {
        show_asked(x, e, &a, answer);
        return;
    }
    explanation_figure(x->memory, e, "actual", answer);
    give_asked(x, e, &a);
    if (line->term->kind == TERM_FUNCTION) e->formula = explain_formula(x, line->term, NO_ROW);
}

static void show_line(const explaining *x, explanation *e, const requirement *line) {
    const score *s = explain_score_named(x, e->name);
    question a;
    if (line->actual && line->actual->kind == NODE_HELD) {
        show_holding(x, e, line);
        return;
    }
    if (!line->actual || line->actual == line->met) {
        show_answer(x, e, line);
        return;
    }
    if (s && line->actual != s->total) s = NULL;
    if (s && e->state == REASON_UNMET) explain_parts(x, e, s);
    if (s && line->term->kind == TERM_BOOLEAN && !line->needed) {
        show_passing(x, e, line, s);
        return;
    }
    value actual = explain_of_partner(x, line->actual);
    if (!explain_question(x, line, &actual, &a)) return;
    show_asked(x, e, &a, actual);
    e->formula = needed_formula(x, line);
}

void explain_requirement(const explaining *x, explanation *parent, const requirement *line) {
    const char *name = subject_name(x, line);
    explanation *e =
        explanation_add(x->memory, parent, "requirement", subject_label(x, line, name));
    if (!e) return;
    const declared *of = name ? explain_named(x->of->plan, name) : NULL;
    e->name = name;
    e->title = of ? of->title : NULL;
    e->why = of ? of->why : NULL;
    e->at = line->at;
    e->state = explain_met(x, line->met);
    show_line(x, e, line);
}
