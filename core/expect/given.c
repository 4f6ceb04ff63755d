/* given.c - words of test cases for what is given to partners out of what is there for all:
 * leads, and amounts that are divided. */
#include "eval/unplaced.h"
#include "expect/words.h"

#include <string.h>

static const char *routing_name(const plan *p, size_t n) {
    return n < p->routing_count ? p->routings[n].is.name : NULL;
}

static const char *row_id(const wanted_question *q, const routing *rule, uint32_t row) {
    text_buffer id = {0};
    facts_row_id(q->of->facts, &q->of->facts->tables[rule->each], row, &id);
    const char *kept =
        id.failed ? NULL : arena_copy(q->memory, id.bytes ? id.bytes : "", id.length);
    text_free(&id);
    return kept;
}

static bool routed_list(const wanted_question *q, wanted_list *out) {
    const routing *rule = &q->of->plan->routings[q->wanted->index];
    const routing_result *found = &q->of->routings[q->wanted->index];
    if (found->states[q->partner] == CELL_WRONG) return true;
    for (size_t k = found->first[q->partner]; k < found->first[q->partner + 1]; k++)
        if (!wanted_add(q->memory, out, row_id(q, rule, found->leads[found->taken[k]].row)))
            return false;
    return true;
}

static value routed_total(const wanted_question *q) {
    return wanted_count(q->of->totals.routings[q->wanted->index].routed);
}

static bool unrouted_list(const wanted_question *q, wanted_list *out) {
    const routing_total *sum = &q->of->totals.routings[q->wanted->index];
    for (size_t k = 0; k < sum->unrouted; k++)
        if (!wanted_add(q->memory, out, sum->ids[k])) return false;
    return true;
}

/* A rule that divides several amounts stands for the first of them. */
static const char *pool_name(const plan *p, size_t n) {
    return n < p->pool_count ? p->pools[n].rule->name : NULL;
}

static value unplaced_total(const wanted_question *q) {
    const char *name = q->of->plan->pools[q->wanted->index].rule->name;
    const declared *rule;
    value left;
    for (size_t next = 0; unplaced_next(q->of->plan, &q->of->totals, &next, &rule, &left);)
        if (strcmp(rule->name, name) == 0) return left;
    return wanted_none();
}

const wanted_word wanted_given[] = {
    {.word = "routed",
     .name = routing_name,
     .is_count = true,
     .of_all = routed_total,
     .list = routed_list},
    {.word = "unrouted", .name = routing_name, .list_of_all = unrouted_list},
    {.word = "unplaced", .name = pool_name, .of_all = unplaced_total},
    {.word = NULL},
};
