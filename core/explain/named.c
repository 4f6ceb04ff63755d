/* named.c - declarations by the names that rules call them. */
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
