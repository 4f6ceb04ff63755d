#include "compare/other_changes.h"

#include <string.h>

/* --- pairing --------------------------------------------------------------------------------
 */

static other_thing *find_thing(const changes *c, other_kind kind, const char *name) {
    for (size_t i = 0; i < c->thing_count; i++)
        if (c->things[i].kind == kind && strcmp(c->things[i].name, name) == 0)
            return &c->things[i];
    return NULL;
}

static void add_thing(changes *c, other_kind kind, const char *name, const char *title,
                      size_t index, bool after) {
    other_thing *t = find_thing(c, kind, name);
    if (!t) {
        t = &c->things[c->thing_count++];
        *t = (other_thing){kind, name, title, NOT_THERE, NOT_THERE, 0, 0, 0};
    }
    *(after ? &t->after : &t->before) = (int)index;
}

static void add_benefits(changes *c, const benefit *gives, size_t count, bool after) {
    for (size_t i = 0; i < count; i++)
        add_thing(c, OTHER_BENEFIT, gives[i].name, NULL, 0, after);
}

static void add_standing(changes *c, const plan *p, bool after) {
    for (size_t i = 0; i < p->holding_count; i++) {
        const holding *h = &p->holdings[i];
        add_thing(c, h->obligation ? OTHER_OBLIGATION : OTHER_CERTIFICATION, h->is.name,
                  h->is.title, i, after);
    }
    for (size_t i = 0; i < p->score_count; i++) {
        const score *s = &p->scores[i];
        add_thing(c, OTHER_SCORE, s->is.name, s->is.title, i, after);
        if (s->passed) add_thing(c, OTHER_PASSED, s->is.name, s->is.title, i, after);
    }
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            add_benefits(c, p->ladders[i].levels[k].gives, p->ladders[i].levels[k].gives_count,
                         after);
    for (size_t i = 0; i < p->holding_count; i++)
        add_benefits(c, p->holdings[i].gives, p->holdings[i].gives_count, after);
}

static void add_money(changes *c, const plan *p, bool after) {
    for (size_t i = 0; i < p->incentive_count; i++)
        if (incentive_carries(&p->incentives[i]))
            add_thing(c, OTHER_CARRIED, p->incentives[i].is.name, p->incentives[i].is.title, i,
                      after);
    for (size_t i = 0; i < p->fund_count; i++) {
        add_thing(c, OTHER_ACCRUED, p->funds[i].is.name, p->funds[i].is.title, i, after);
        add_thing(c, OTHER_BALANCE, p->funds[i].is.name, p->funds[i].is.title, i, after);
    }
}

static size_t most_things(const plan *p) {
    size_t count =
        p->holding_count + 2 * p->score_count + p->incentive_count + 2 * p->fund_count;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            count += p->ladders[i].levels[k].gives_count;
    for (size_t i = 0; i < p->holding_count; i++)
        count += p->holdings[i].gives_count;
    return count;
}

bool others_pair(other_comparing *c) {
    const plan *before = c->out->before->plan, *after = c->out->after->plan;
    c->out->things = arena_array(c->memory, most_things(before) + most_things(after),
                                 sizeof *c->out->things);
    if (!c->out->things) return false;
    add_standing(c->out, before, false);
    add_standing(c->out, after, true);
    add_money(c->out, before, false);
    add_money(c->out, after, true);
    return true;
}

/* --- comparing ------------------------------------------------------------------------------
 */

static bool has(const value *v) {
    return v->state == CELL_VALUE && (v->type != TYPE_BOOLEAN || v->number != 0);
}

static bool is_same(const value *a, const value *b) {
    if (a->state != CELL_VALUE || b->state != CELL_VALUE)
        return a->state != CELL_VALUE && b->state != CELL_VALUE;
    if (a->type != b->type) return false;
    if (a->type == TYPE_TEXT || a->type == TYPE_LEVEL) return text_equal(a->text, b->text);
    if (a->type == TYPE_NUMBER) return number_compare(a->number, b->number) == 0;
    return a->number == b->number;
}

static bool keep(other_comparing *c, other_thing *t, const value *was, const value *is) {
    changes *out = c->out;
    if (is_same(was, is)) return true;
    other_change *others =
        arena_grow(c->memory, out->others, out->other_count, &c->capacity, sizeof *others);
    if (!others) return false;
    out->others = others;
    others[out->other_count++] = (other_change){(int)(t - out->things), *was, *is};
    t->gained += !has(was) && has(is);
    t->lost += has(was) && !has(is);
    t->otherwise += has(was) == has(is);
    return true;
}

static number money_of(const result *r, const other_thing *t, int index, uint32_t item) {
    if (index < 0) return 0;
    if (t->kind == OTHER_CARRIED) {
        const number *carried = r->incentives[index].carried;
        return carried ? carried[item] : 0;
    }
    const fund_result *f = &r->funds[index];
    return t->kind == OTHER_ACCRUED ? f->accrued[item] : f->balance[item];
}

static value value_on(const result *r, const other_thing *t, int index, uint32_t item) {
    value v = {.state = CELL_VALUE, .type = TYPE_BOOLEAN};
    switch (t->kind) {
    case OTHER_CERTIFICATION:
    case OTHER_OBLIGATION: {
        value held = result_value(r, r->plan->holdings[index].met, item);
        v.number = held.state == CELL_VALUE && held.number != 0;
        return v;
    }
    case OTHER_SCORE:
        return result_value(r, r->plan->scores[index].total, item);
    case OTHER_PASSED:
        return result_value(r, r->plan->scores[index].passed, item);
    default:
        v.type = TYPE_NUMBER;
        v.measure = MEASURE_MONEY;
        v.number = money_of(r, t, index, item);
        return v;
    }
}

static bool is_money(const other_thing *t) {
    return t->kind >= OTHER_CARRIED;
}

/* A balance that follows what accrued and was paid says nothing new. */
static bool follows(const other_comparing *c, const other_thing *t, uint32_t before,
                    uint32_t after) {
    if (t->kind != OTHER_BALANCE) return false;
    if (t->before < 0 || t->after < 0) return true;
    const fund_result *was = &c->out->before->funds[t->before],
                      *is = &c->out->after->funds[t->after];
    return was->accrued[before] != is->accrued[after] || was->paid[before] != is->paid[after];
}

static const value *find_benefit(const benefit_value *all, size_t count, const char *name) {
    static const value none = {.state = CELL_NONE};
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].name, name) == 0) return &all[i].value;
    return &none;
}

static bool compare_benefits(other_comparing *c, uint32_t before, uint32_t after) {
    const changes *out = c->out;
    size_t had = 0, has_now = 0;
    const benefit_value *was = result_benefits(out->before, before, &c->scratch, &had),
                        *is = result_benefits(out->after, after, &c->scratch, &has_now);
    bool fine = !c->scratch.failed;
    for (size_t i = 0; fine && (had || has_now) && i < out->thing_count; i++) {
        other_thing *t = &out->things[i];
        if (t->kind == OTHER_BENEFIT)
            fine =
                keep(c, t, find_benefit(was, had, t->name), find_benefit(is, has_now, t->name));
    }
    arena_reset(&c->scratch);
    return fine;
}

bool others_compare(other_comparing *c, uint32_t before, uint32_t after) {
    bool fine = true, gives = false;
    for (size_t i = 0; fine && i < c->out->thing_count; i++) {
        other_thing *t = &c->out->things[i];
        gives |= t->kind == OTHER_BENEFIT;
        if (t->kind == OTHER_BENEFIT || follows(c, t, before, after)) continue;
        if (!is_money(t) && (t->before < 0 || t->after < 0)) continue;
        value was = value_on(c->out->before, t, t->before, before),
              is = value_on(c->out->after, t, t->after, after);
        fine = keep(c, t, &was, &is);
    }
    return fine && (!gives || compare_benefits(c, before, after));
}
