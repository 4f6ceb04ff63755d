/* test_case.c - makes cases ready: the day, the values set, the rows, the names expected. */
#include "api/testing.h"

#include "base/nearest.h"
#include "bind/edited.h"

#include <string.h>

typedef struct readying {
    rung_tests *tests;
    problem_list *problems;
} readying;

static bool find_day(readying *r, const test_case *c, date *out) {
    if (c->as_of) return date_from_text(out, c->as_of, strlen(c->as_of));
    if (case_latest_day(c, &r->tests->program->unbound->request, out)) return true;
    return problem_add(r->problems, c->at, "add as_of: 2026-12-31",
                       "the case has no date to evaluate at");
}

static bool list_edits(readying *r, const test_case *c, case_variant *out) {
    edit *edits = arena_array(&r->tests->memory, c->set.count, sizeof *edits);
    if (!edits) return false;
    for (size_t i = 0; i < c->set.count; i++) {
        const written_value *v = &c->set.items[i];
        edits[i] = (edit){v->name, v->value, v->at, v->name_at};
    }
    out->edits = edits;
    out->edit_count = c->set.count;
    return true;
}

/* The variant of the day that sets nothing, or NO_VARIANT. */
enum { NO_VARIANT = -1 };
static long find_variant(const rung_tests *t, date as_of) {
    for (size_t i = 0; i < t->variant_count; i++)
        if (!t->variants[i].edit_count && t->variants[i].as_of == as_of) return (long)i;
    return NO_VARIANT;
}

static bool add_variant(readying *r, case_variant made, size_t *index) {
    rung_tests *t = r->tests;
    arena *memory = &t->memory;
    made.rules = t->program->rules;
    if (made.edit_count)
        made.rules = edit_apply(memory, made.rules, made.edits, made.edit_count, r->problems);
    if (!made.rules) return false;
    edited rules = {t->program->rules, made.rules, made.edits, made.edit_count, NULL};
    made.bound = bind_edited(memory, &rules, made.as_of, r->problems);
    if (!made.bound) return false;
    case_variant *moved =
        arena_grow(memory, t->variants, t->variant_count, &t->variant_room, sizeof *moved);
    if (!moved) return false;
    t->variants = moved;
    *index = t->variant_count;
    t->variants[t->variant_count++] = made;
    return true;
}

static bool take_variant(readying *r, const test_case *c, size_t *index) {
    case_variant made = {0};
    if (!find_day(r, c, &made.as_of)) return false;
    long known = c->set.count ? NO_VARIANT : find_variant(r->tests, made.as_of);
    if (known != NO_VARIANT) {
        *index = (size_t)known;
        return true;
    }
    if (c->set.count && !list_edits(r, c, &made)) return false;
    return add_variant(r, made, index);
}

static bool take_text(readying *r, const expectation *from, wanted_text *out) {
    *out = (wanted_text){.value = from->value, .quoted = from->quoted, .at = from->at};
    if (!from->list) return true;
    const char **items = arena_array(&r->tests->memory, from->list->count, sizeof *items);
    place *places = arena_array(&r->tests->memory, from->list->count, sizeof *places);
    if (!items || !places) return false;
    for (size_t i = 0; i < from->list->count; i++) {
        items[i] = from->list->entries[i].value->text;
        places[i] = from->list->entries[i].value->at;
    }
    out->items = items;
    out->item_places = places;
    out->count = from->list->count;
    return true;
}

static bool unknown_partner(readying *r, const facts *f, const expectation *from) {
    nearest guess = nearest_to(from->partner);
    for (size_t i = 0; i < f->partner_count; i++)
        nearest_offer(&guess, f->partner_ids[i].bytes);
    const char *hint = "add it under given: partner";
    if (guess.best) hint = arena_print(&r->tests->memory, "did you mean '%s'?", guess.best);
    return problem_add(r->problems, from->partner_at, hint, "the case has no partner '%.60s'",
                       from->partner);
}

static bool find_partner(readying *r, const facts *f, ready_expectation *e) {
    const expectation *from = e->from;
    if (e->wanted.of_all) return true;
    if (!from->partner && f->partner_count == 1) return true;
    if (!f->partner_count)
        return problem_add(
            r->problems, from->name_at,
            "leave partner: [] out, or expect totals.payout and other totals alone",
            "'%.60s' is expected of a partner, and the case has none", from->name);
    if (!from->partner)
        return problem_add(r->problems, from->name_at,
                           "write partners: {P1: {tier: gold}, P2: ..} or totals.payout",
                           "the case has %zu partners: it is not said which is meant",
                           f->partner_count);
    int64_t found = facts_partner_find(f, text_of(from->partner));
    e->partner = (uint32_t)found;
    return found >= 0 || unknown_partner(r, f, from);
}

/* False when memory ran out, or with problems. */
static bool take_expectations(readying *r, ready_case *out, const plan *p) {
    arena *memory = &r->tests->memory;
    const test_case *c = out->from;
    out->expects = arena_array(memory, c->expect_count, sizeof *out->expects);
    out->errors_said =
        arena_array(memory, out->read->partner_count + 1, sizeof *out->errors_said);
    if (!out->expects || !out->errors_said) return false;
    bool fine = true;
    for (size_t i = 0; i < c->expect_count; i++) {
        ready_expectation *e = &out->expects[out->count++];
        *e = (ready_expectation){.from = &c->expects[i]};
        if (!take_text(r, e->from, &e->text)) return false;
        bool found = wanted_find(p, e->from->name, e->from->name_at, &e->wanted, r->problems) &&
                     wanted_check(p, &e->wanted, &e->text, r->problems);
        found = found && find_partner(r, out->read, e);
        fine = fine && found;
        if (!found || !wanted_is_errors(&e->wanted)) continue;
        for (size_t k = 0; k < out->read->partner_count; k++)
            if (e->wanted.of_all || k == e->partner) out->errors_said[k] = true;
    }
    return fine;
}

static bool make_ready(readying *r, const test_case *c, ready_case *out) {
    *out = (ready_case){.from = c};
    if (!take_variant(r, c, &out->variant)) {
        case_facts(r->tests, c, &r->tests->program->unbound->request, r->problems);
        return false;
    }
    const plan *p = r->tests->variants[out->variant].bound;
    out->read = case_facts(r->tests, c, &p->request, r->problems);
    return out->read && take_expectations(r, out, p);
}

bool cases_make_ready(rung_tests *t, problem_list *problems) {
    readying r = {t, problems};
    t->ready = arena_array(&t->memory, t->cases.count, sizeof *t->ready);
    bool fine = t->ready != NULL;
    for (size_t i = 0; t->ready && i < t->cases.count; i++)
        fine &= make_ready(&r, &t->cases.items[i], &t->ready[i]);
    return fine && !t->memory.failed;
}
