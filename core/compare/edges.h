/* edges.h - who stands close to a line of some level, and what turns on it.
 *
 * A near line is a requirement on a metric, the total of a score or a number of the partner's
 * row which a partner would meet, or no longer meet, if that changed a little. Whoever
 * evaluates each with it just over the line (metric overrides, evaluate_against) hands the
 * result to edges_read; where a level differs, there is an edge. Exact: `target` is the nearest
 * value on the other side that it can take. */
#ifndef RUNG_COMPARE_EDGES_H
#define RUNG_COMPARE_EDGES_H

#include "compare/against.h"

/* How close is close. */
typedef struct nearness {
    bool part;   /* of what is needed; else in units, of what is no money and no part */
    number most; /* 0.05, or 2 */
} nearness;

/* Who draws a line. */
typedef struct line_asker {
    const ladder *of;     /* whose level asks; NULL: a certification or obligation */
    const declared *asks; /* the level, certification or obligation */
} line_asker;

typedef struct near_line {
    uint32_t partner;
    const char *name; /* of the metric, score or column of partner that moves */
    int place;        /* of these among all, metrics first */
    measure measure;
    line_asker asker; /* the first of them */
    number actual, needed;
    number target; /* just on the other side */
    number nearer; /* the value next to it on this side */
    number gap;    /* from actual to target, never negative */
    const line_asker *askers;
    size_t asker_count;
    bool further; /* another line of what moves lies on the way */
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

/* Near lines of partners without errors, in the order of near_lines_compare. `only`: these
 * partners, ascending; NULL: all. `base` keeps all columns. False when memory ran out. */
bool near_lines_find(arena *memory, const result *base, nearness how, const uint32_t *only,
                     size_t only_count, near_line **out, size_t *count);

/* qsort's order: partners, what moves, targets. */
int near_lines_compare(const void *a, const void *b);

/* Whether the partners of one evaluation against the base have nothing to do with each other:
 * no sum that several share, and nothing that looks at all partners, depends on what the
 * candidate changes. False too when memory ran
 * out. */
bool partners_stand_apart(const plan *base, const plan *candidate);

/* The ladders on which the line's partner stands elsewhere in `candidate`; who asks is a level
 * of the ladder, or else a certification or obligation, where one of these draws the line.
 * False when memory ran out. */
bool edges_read(arena *memory, const result *base, const partial_result *candidate,
                const near_line *line, edge_list *out);

/* The last values on this side of the lines behind which edges lie and that are further off
 * than others, as lines; NULL when memory ran out. */
near_line *edges_approaches(arena *memory, const edge_list *edges, size_t *count);
/* Drops the edges whose partners stand there already before the line, as edges at the
 * approaches say. */
void edges_drop_earlier(edge_list *edges, const edge_list *approaches);

/* The largest amounts first, then partners by id, ladders, what moves, targets. */
void edges_sort(edge_list *edges);

#endif
