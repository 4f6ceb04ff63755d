/* named.c - declarations as people name them when they ask about one.
 *
 * By its name or title, the noun before it (metric.bookings) or not; a level alone or as
 * tier.gold. `payout` is every rule that pays. */
#include "explain/explain.h"

#include <string.h>

#define FIND_NAMED(list, list_count)                                                           \
    for (size_t i = 0; i < (list_count); i++)                                                  \
        if (strcmp((list)[i].is.name, name) == 0) return &(list)[i].is

const declared *explain_named(const plan *p, const char *name) {
    FIND_NAMED(p->metrics, p->metric_count);
    FIND_NAMED(p->ladders, p->ladder_count);
    FIND_NAMED(p->holdings, p->holding_count);
    FIND_NAMED(p->scores, p->score_count);
    return NULL;
}

static bool is_called(const declared *is, const char *asked) {
    return strcmp(is->name, asked) == 0 || (is->title && strcmp(is->title, asked) == 0);
}

/* A SPIFF is an incentive as well. */
static bool is_noun(const explaining *x, const declared *is) {
    if (!x->of_noun.length || text_equal(x->of_noun, text_of(is->noun))) return true;
    return strcmp(is->noun, "spiff") == 0 && text_equal(x->of_noun, text_of("incentive"));
}

static bool pays(const declared *is) {
    return strcmp(is->noun, "incentive") == 0 || strcmp(is->noun, "spiff") == 0 ||
           strcmp(is->noun, "fund") == 0;
}

bool explain_asks(const explaining *x, const declared *is) {
    if (!x->only || (x->payout && pays(is))) return true;
    return !x->payout && is_noun(x, is) && is_called(is, x->only);
}

bool explain_names_level(const explaining *x, const ladder *l, const level *one) {
    bool of_ladder = !x->of_noun.length || text_equal(x->of_noun, text_of(l->is.name));
    return x->only && !x->payout && of_ladder && is_called(&one->is, x->only);
}

bool explain_asks_level(const explaining *x, const ladder *l, const level *one) {
    return explain_asks(x, &l->is) || explain_names_level(x, l, one);
}

#define ASKS_ONE(list, list_count)                                                             \
    for (size_t i = 0; i < (list_count); i++)                                                  \
        if (explain_asks(x, &(list)[i].is)) return true

static bool asks_something(const explaining *x, const plan *p) {
    ASKS_ONE(p->ladders, p->ladder_count);
    ASKS_ONE(p->holdings, p->holding_count);
    ASKS_ONE(p->scores, p->score_count);
    ASKS_ONE(p->metrics, p->metric_count);
    ASKS_ONE(p->settings, p->setting_count);
    ASKS_ONE(p->incentives, p->incentive_count);
    ASKS_ONE(p->funds, p->fund_count);
    ASKS_ONE(p->routings, p->routing_count);
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            if (explain_names_level(x, &p->ladders[i], &p->ladders[i].levels[k])) return true;
    return false;
}

static explaining about(const explaining *x, const plan *p) {
    explaining made = *x;
    const char *dot = x->only ? strchr(x->only, '.') : NULL;
    if (!x->only || asks_something(x, p)) return made;
    made.payout = strcmp(x->only, "payout") == 0;
    if (!dot) return made;
    made.only = dot + 1;
    made.of_noun = (text){x->only, (size_t)(dot - x->only)};
    return made;
}

explaining explain_about(const explaining *x) {
    return about(x, x->of->plan);
}

bool explain_knows(const plan *p, const char *name) {
    explaining asked = {.only = name};
    asked = about(&asked, p);
    return asked.payout || asks_something(&asked, p);
}
