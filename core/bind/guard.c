/* guard.c - conditions that a change must keep.
 *
 * A condition asks one thing of what a change does to everybody and compares it with a limit
 * that is the same for everybody. Nothing that is evaluated depends on a guard. */
#include "bind/binder.h"

#include "lang/phrase.h"

#include <limits.h>
#include <string.h>

static const char how_to_write[] =
    "write total(payout):at_most(2000000), demotions(ladder.tier):at_most(10) or "
    "largest_loss():at_most(5000)";

bool is_guard_word(const char *word) {
    static const char *const words[] = {"total", "demotions", "promotions", "largest_loss",
                                        "payout"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) return true;
    }
    return false;
}

static bool refuse_total(binder *b, place at) {
    return problem_add(b->problems, at, how_to_write,
                       "a guard adds up an incentive, a spiff, a fund or payout");
}

/* total(incentive.x), total(fund.mdf), total(fund.mdf.accrued), total(payout) */
static bool bind_guarded_total(binder *b, const scope *s, const term *of,
                               guard_condition *out) {
    static const char *const nouns[] = {"incentive", "spiff", "fund"};
    bool adds_up = false;
    out->measure = MEASURE_MONEY;
    out->subject = GUARD_PAYOUT;
    if (term_is_word(of, "payout")) return true;
    for (size_t i = 0; of->kind == TERM_REFERENCE && i < 3; i++)
        adds_up |= strcmp(nouns[i], of->name) == 0;
    if (!adds_up) return refuse_total(b, of->at);
    const node *n = bind_reference(b, s, of);
    if (!n) return false;
    out->index = n->index;
    out->subject = GUARD_INCENTIVE;
    if (n->kind == NODE_EARNED) return true;
    out->subject = n->part == FUND_ACCRUED ? GUARD_FUND_ACCRUED : GUARD_FUND_PAID;
    if (n->part == FUND_ACCRUED || n->part == FUND_PAID) return true;
    return problem_add(b->problems, of->at, "ask for .paid or .accrued",
                       "a guard adds up what a fund pays or what accrues in it");
}

static bool bind_moves(binder *b, const scope *s, const term *of, guard_condition *out) {
    out->measure = MEASURE_COUNT;
    if (of->kind != TERM_REFERENCE || strcmp(of->name, "ladder") != 0)
        return problem_add(b->problems, of->at, "write demotions(ladder.tier):at_most(10)",
                           "partners move on a ladder");
    const node *n = bind_reference(b, s, of);
    out->index = n ? n->index : -1;
    return n != NULL;
}

static bool bind_subject(binder *b, const scope *s, const term *t, guard_condition *out) {
    bool asks = t->kind == TERM_CALL && !t->method && is_guard_word(t->name);
    if (term_is_poison(t)) return false;
    if (!asks)
        return problem_add(b->problems, t->at, how_to_write,
                           "this is nothing that a guard looks at");
    if (!arguments_fit(t)) return false;
    if (strcmp(t->name, "total") == 0 && t->count > 1)
        return problem_add(b->problems, t->entries[1].value->at, how_to_write,
                           "a guard adds up all partners");
    if (strcmp(t->name, "total") == 0)
        return bind_guarded_total(b, s, t->entries[0].value, out);
    out->subject = GUARD_LARGEST_LOSS;
    out->measure = MEASURE_MONEY;
    if (strcmp(t->name, "largest_loss") == 0) return true;
    out->subject = t->name[0] == 'd' ? GUARD_DEMOTIONS : GUARD_PROMOTIONS;
    return bind_moves(b, s, t->entries[0].value, out);
}

static bool bind_limit(binder *b, const scope *s, const term *t, guard_condition *out) {
    node subject = node_draft(s, out->at, NODE_CONSTANT, TYPE_NUMBER);
    subject.measure = out->measure;
    out->limit = bind_against(b, s, &subject, t);
    if (!out->limit) return false;
    if (out->limit->kind == NODE_CONSTANT && out->limit->has_value) return true;
    return problem_add(b->problems, t->at, "write a number, or a setting that holds one",
                       "the limit of a guard is the same for everybody");
}

static bool add_condition(binder *b, const scope *s, const term *limit, comparison how,
                          const guard_condition *draft, guard *out) {
    guard_condition *made = &out->conditions[out->count];
    *made = *draft;
    made->comparison = how;
    if (!bind_limit(b, s, limit, made)) return false;
    out->count++;
    return true;
}

static bool bind_between(binder *b, const scope *s, const term *t, const guard_condition *draft,
                         guard *out) {
    const term *low = t->entries[1].value, *high = t->entries[2].value;
    if (!add_condition(b, s, low, COMPARE_AT_LEAST, draft, out) ||
        !add_condition(b, s, high, COMPARE_AT_MOST, draft, out))
        return false;
    const guard_condition *ends = &out->conditions[out->count - 2];
    if (number_compare(ends[0].limit->constant, ends[1].limit->constant) <= 0) return true;
    return problem_add(b->problems, t->at, "write the lower end first",
                       "nothing lies between these ends: the first is above the second");
}

/* total(payout) <= 5: the sign was found fault with where the text was read. */
static bool stands_before_sign(const binder *b, const term *t) {
    return problem_on_sign(b->problems, t->at, t->at.column + 1, INT_MAX);
}

static bool bind_comparison(binder *b, const scope *s, const term *t, guard *out) {
    comparison how;
    bool known = t->kind == TERM_CALL && t->method &&
                 (comparison_from_word(&how, t->name) || strcmp(t->name, "between") == 0);
    if (!known && stands_before_sign(b, t)) {
        b->problems->repeats++;
        return false;
    }
    if (!known)
        return problem_add(
            b->problems, t->at, how_to_write,
            "a guard compares by at_most, at_least, above, below, between or is");
    if (!arguments_fit(t)) return false;
    guard_condition draft = {.at = t->at, .says = phrase_text_of(b->memory, t)};
    if (!bind_subject(b, s, t->entries[0].value, &draft)) return false;
    if (strcmp(t->name, "between") == 0) return bind_between(b, s, t, &draft, out);
    return add_condition(b, s, t->entries[1].value, how, &draft, out);
}

static bool bind_guarded(binder *b, const scope *s, const term *t, guard *out);

/* What takes one place in a group: the two ends of between(..) are met together. */
static bool bind_member(binder *b, const scope *s, const entry *e, guard_condition *made) {
    guard alone = {.conditions = arena_array(b->memory, 2, sizeof *alone.conditions)};
    if (e->key)
        return problem_add(b->problems, e->key_at, how_to_write,
                           "a guard asks of what a change does to everybody, not of '%s'",
                           e->key);
    if (!alone.conditions || !bind_guarded(b, s, e->value, &alone)) return false;
    *made = alone.conditions[0];
    if (alone.count == 1) return true;
    *made = (guard_condition){.kind = REQUIRE_ALL,
                              .says = alone.conditions[0].says,
                              .at = e->value->at,
                              .items = alone.conditions,
                              .count = alone.count};
    return true;
}

static bool bind_group(binder *b, const scope *s, const term *t, const term *list,
                       guard_condition *made) {
    if (list->kind != TERM_TABLE || list->count == 0)
        return problem_add(b->problems, t->at,
                           "write any_of { total(payout):at_most(2000000), "
                           "demotions(ladder.tier):at_most(10) }",
                           "this is no list of what a guard keeps");
    bool fine = true;
    made->at = t->at;
    made->says = phrase_text_of(b->memory, t);
    made->items = arena_array(b->memory, list->count, sizeof *made->items);
    made->count = list->count;
    for (size_t i = 0; made->items && i < list->count; i++)
        fine &= bind_member(b, s, &list->entries[i], &made->items[i]);
    return fine && made->items;
}

static bool bind_guarded(binder *b, const scope *s, const term *t, guard *out) {
    guard_condition group = {0};
    int64_t n = 0;
    if (term_is_poison(t)) return false;
    if (!requirement_group(t, &group.kind)) return bind_comparison(b, s, t, out);
    bool counted = group.kind == REQUIRE_N_OF, table = t->kind == TERM_TABLE;
    if (!table && !arguments_fit(t)) return false;
    if (counted && !bind_how_many(b, s, t, &n)) return false;
    const term *list = table ? t : t->entries[counted].value;
    if (!bind_group(b, s, t, list, &group)) return false;
    group.n = (int)n;
    out->conditions[out->count++] = group;
    return true;
}

bool bind_guard(binder *b, const term *t, guard *out) {
    scope s = {.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = &out->is};
    bool fine = true, any = false;
    out->conditions = arena_array(b->memory, 2 * t->count, sizeof *out->conditions);
    for (size_t i = 0; out->conditions && i < t->count; i++) {
        bool wrong = term_is_poison(t->entries[i].value); /* reported where it was read */
        any |= wrong || !t->entries[i].key;
        if (t->entries[i].key) continue;
        fine &= bind_guarded(b, &s, t->entries[i].value, out);
    }
    if (!any)
        return problem_add(b->problems, t->at, how_to_write, "guard '%s' keeps nothing",
                           out->is.name);
    return fine && out->conditions;
}
