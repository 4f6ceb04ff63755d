/* edges.h - who stands close to a line of some level, and what turns on it.
 *
 * A near line is a requirement on a metric which a partner would meet, or no longer meet, if
 * the metric changed a little. Whoever evaluates each with the metric just over the line
 * (metric overrides, evaluate_against) hands the result to edges_read; where a level differs,
 * there is an edge. Exact: `target` is the nearest value on the other side that the metric can
 * take. */
#ifndef RUNG_EVAL_EDGES_H
#define RUNG_EVAL_EDGES_H

#include "eval/against.h"

/* How close is close. */
typedef struct nearness {
    bool part; /* of what is needed; else in units, of metrics that are no money and no part */
    number most; /* 0.05, or 2 */
} nearness;

typedef struct near_line {
    uint32_t partner;
    int metric;
    const declared *asks; /* the level, certification or obligation */
    number actual, needed;
    number target; /* of the metric: just on the other side */
    number gap;    /* from actual to target, never negative */
} near_line;

typedef struct edge {
    near_line line;
    int ladder;
    int from, to;                /* levels; -1: none */
    number before, after, delta; /* the partner's payout */
} edge;

typedef struct edge_list {
    edge *items;
    size_t count, capacity;
} edge_list;

/* Near lines of partners without errors, by partner and metric. `only`: these partners,
 * ascending; NULL: all. `base` keeps all columns. False when memory ran out. */
bool near_lines_find(arena *memory, const result *base, nearness how, const uint32_t *only,
                     size_t only_count, near_line **out, size_t *count);

/* Whether the partners of one evaluation against the base have nothing to do with each other:
 * no sum that several share depends on what the candidate changes. False too when memory ran
 * out. */
bool partners_stand_apart(const plan *base, const plan *candidate);

/* The ladders on which the line's partner stands elsewhere in `candidate`. False when memory
 * ran out. */
bool edges_read(arena *memory, const result *base, const partial_result *candidate,
                const near_line *line, edge_list *out);

/* The largest amounts first, then partners by id, ladders, metrics, targets. */
void edges_sort(edge_list *edges);

#endif
