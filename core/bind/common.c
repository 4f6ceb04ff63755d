/* common.c - for whom a node has one value: for everybody, for all rows that share a cell. */
#include "bind/node.h"

/* Whether its value is that of its items, whoever asks. */
static bool follows_items(node_kind kind) {
    return (kind >= NODE_CONVERTED && kind <= NODE_MONTHS_BETWEEN) ||
           (kind >= NODE_COMPARE && kind <= NODE_N_OF);
}

bool node_is_common(const node *n) {
    if (n->shape == SHAPE_ROW || n->hands) return false;
    if (n->shape == SHAPE_CONSTANT || n->shared) return true;
    if (n->kind == NODE_TOTAL && n->count == 1) return true;
    if (n->count == 0 || !follows_items(n->kind)) return false;
    for (size_t i = 0; i < n->count; i++)
        if (n->items[i] && !node_is_common(n->items[i])) return false;
    return true;
}

bool node_varies_by(const node *n, const node *column) {
    if (n->shape != SHAPE_ROW || n == column) return true;
    bool follows = follows_items(n->kind) || n->kind == NODE_LOOKUP;
    if (n->count == 0 || n->hands || !follows) return false;
    for (size_t i = 0; i < n->count; i++)
        if (n->items[i] && !node_varies_by(n->items[i], column)) return false;
    return true;
}
