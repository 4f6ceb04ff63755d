#include "eval/unplaced.h"

bool unplaced_next(const plan *p, const totals *t, size_t *next, const declared **rule,
                   value *left) {
    if (*next >= p->pool_count) return false;
    const pool *first = &p->pools[*next];
    measure m = first->divided->measure;
    bool amount = m == MEASURE_NUMBER || m == MEASURE_MONEY;
    *rule = first->rule;
    *left = (value){
        .state = CELL_VALUE, .type = TYPE_NUMBER, .measure = amount ? MEASURE_MONEY : m};
    for (; *next < p->pool_count && p->pools[*next].rule->term == first->rule->term; ++*next)
        if (!number_add(&left->number, left->number, t->unplaced[*next]))
            left->state = CELL_WRONG;
    return true;
}
