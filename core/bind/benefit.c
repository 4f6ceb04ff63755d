/* benefit.c - what partners get for where they stand, as one program: a name means one kind of
 * value in one unit.
 *
 * Levels of one ladder replace each other, so theirs may differ in kind; what different
 * ladders, certifications and obligations give may come together. */
#include "bind/binder.h"

#include <string.h>

typedef struct gift {
    benefit *given;
    int ladder; /* its index; of certifications and obligations -1 */
} gift;

typedef struct gift_list {
    gift *items;
    size_t count;
} gift_list;

size_t plan_benefit_count(const plan *p) {
    size_t count = 0;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            count += p->ladders[i].levels[k].gives_count;
    for (size_t i = 0; i < p->holding_count; i++)
        count += p->holdings[i].gives_count;
    return count;
}

/* Those whose value could not be bound were reported, and are left out. */
static void add_gifts(gift_list *all, benefit *gives, size_t count, int ladder) {
    for (size_t i = 0; i < count; i++)
        if (gives[i].value) all->items[all->count++] = (gift){&gives[i], ladder};
}

static bool are_one(const gift *a, const gift *b) {
    return strcmp(a->given->name, b->given->name) == 0;
}

static bool refuse_kinds(binder *b, const gift *one, const gift *other) {
    const node *x = one->given->value, *y = other->given->value;
    bool quoted = (x->type == TYPE_TEXT && y->type == TYPE_DATE) ||
                  (x->type == TYPE_DATE && y->type == TYPE_TEXT);
    return problem_add_two(b->problems, one->given->at, other->given->at,
                           quoted ? "a date is written date \"2026-07-01\""
                                  : "give them two names, or one kind of value",
                           "benefit '%s' is %s here and %s elsewhere", one->given->name,
                           describe(b, x), describe(b, y));
}

/* Whether it can be compared with those that came before it; one problem is enough. */
static bool fits_before(binder *b, const gift_list *all, size_t i) {
    const gift *one = &all->items[i];
    for (size_t k = 0; k < i; k++) {
        const gift *other = &all->items[k];
        measure unit;
        bool together = one->ladder < 0 || one->ladder != other->ladder;
        if (!together || !are_one(one, other)) continue;
        const node *x = one->given->value, *y = other->given->value;
        if (x->type != y->type || x->ladder != y->ladder) return refuse_kinds(b, one, other);
        if (x->type != TYPE_NUMBER) continue;
        const char *doing = arena_print(b->memory, "benefit '%s'", one->given->name);
        if (!measure_common(b, one->given->at, other->given->at, doing ? doing : "a benefit", x,
                            y, &unit))
            return false;
    }
    return true;
}

/* A plain number beside one with a unit is of that unit. */
static void take_unit(binder *b, const gift_list *all, size_t i) {
    benefit *given = all->items[i].given;
    bool plain = given->value->type == TYPE_NUMBER && given->value->measure == MEASURE_NUMBER;
    for (size_t k = 0; plain && k < all->count; k++) {
        const node *other = all->items[k].given->value;
        if (!are_one(&all->items[i], &all->items[k]) || other->type != TYPE_NUMBER ||
            other->measure == MEASURE_NUMBER)
            continue;
        given->value = node_as(b, given->value, other->measure);
        return;
    }
}

void check_benefits(binder *b) {
    plan *p = b->plan;
    gift_list all = {arena_array(b->memory, plan_benefit_count(p), sizeof *all.items), 0};
    bool fine = all.items != NULL;
    for (size_t i = 0; fine && i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            add_gifts(&all, p->ladders[i].levels[k].gives, p->ladders[i].levels[k].gives_count,
                      (int)i);
    for (size_t i = 0; fine && i < p->holding_count; i++)
        add_gifts(&all, p->holdings[i].gives, p->holdings[i].gives_count, -1);
    for (size_t i = 0; i < all.count; i++)
        fine &= fits_before(b, &all, i);
    for (size_t i = 0; fine && i < all.count && !b->memory->failed; i++)
        take_unit(b, &all, i);
}
