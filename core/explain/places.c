/* places.c - decimals with which requirements tell a value from what they need.
 *
 * A metric looks the same where it is asked of and where it is shown by itself. */
#include "explain/explain.h"

static int larger(int a, int b) {
    return a > b ? a : b;
}

static int places_in(const explaining *x, const requirement *r, const node *subject) {
    int places = 0;
    question asks;
    for (size_t i = 0; i < r->count; i++)
        places = larger(places, places_in(x, &r->items[i], subject));
    if (r->kind != REQUIRE_LINE || r->actual != subject || r->met == subject) return places;
    value actual = explain_of_partner(x, subject);
    if (!explain_question(x, r, &actual, &asks)) return places;
    return explain_question_places(x->of->plan, &asks, &actual);
}

int explain_places_asked(const explaining *x, const node *subject) {
    const plan *p = x->of->plan;
    int places = 0;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            places = larger(places, places_in(x, &p->ladders[i].levels[k].requires, subject));
    for (size_t i = 0; i < p->holding_count; i++)
        places = larger(places, places_in(x, &p->holdings[i].requires, subject));
    for (size_t i = 0; i < p->incentive_count; i++)
        places = larger(places, places_in(x, &p->incentives[i].requires, subject));
    for (size_t i = 0; i < p->fund_count; i++)
        places = larger(places, places_in(x, &p->funds[i].requires, subject));
    return places;
}
