#include "compare/seek.h"

#include <string.h>

enum {
    MONOTONE_MOST = 40,  /* evaluations where the figure only rises or only falls */
    USUAL_CELLS = 16,    /* stretches between the values tried first */
    WAVERING_CELLS = 128 /* the same, where the figure rises and falls */
};

typedef struct seeking {
    arena *memory;
    const trial *trial;
    const range *over;
    const target *wanted;
    problem_list *problems;
    seek_point **points; /* tried, ascending */
    size_t count, capacity;
} seeking;

static seek_point *evaluate_at(seeking *s, int64_t at) {
    char written[RANGE_TEXT];
    range_print(s->over, at, written);
    edit one = {.path = s->over->path, .value = written};
    seek_point *p = arena_allocate(s->memory, sizeof *p);
    const totals *found = p ? trial_totals(s->trial, s->memory, &one, 1, s->problems) : NULL;
    if (!found) return NULL;
    *p =
        (seek_point){at, target_side(s->wanted, found), target_figure(s->wanted, found), found};
    return p;
}

/* Tries a value, unless it was; false when that cannot be. */
static bool try_at(seeking *s, int64_t at) {
    size_t i = s->count;
    while (i > 0 && s->points[i - 1]->at >= at)
        i--;
    if (i < s->count && s->points[i]->at == at) return true;
    seek_point *p = evaluate_at(s, at);
    seek_point **points =
        arena_grow(s->memory, s->points, s->count, &s->capacity, sizeof *points);
    if (!p || !points) return false;
    s->points = points;
    memmove(&points[i + 1], &points[i], (s->count - i) * sizeof *points);
    points[i] = p;
    s->count++;
    return true;
}

static int halvings(int64_t values) {
    int count = 0;
    for (; values > 1; values -= values / 2)
        count++;
    return count;
}

/* As many as leave enough evaluations for one step to be found. */
static int64_t cells_for(int64_t last) {
    int64_t cells = USUAL_CELLS;
    if (last < MONOTONE_MOST) return last;
    while (cells > 2 && cells + 1 + halvings(last / cells + 1) > MONOTONE_MOST)
        cells /= 2;
    return cells;
}

static bool try_evenly(seeking *s, int64_t last, int64_t cells) {
    if (cells > last) cells = last;
    for (int64_t i = 0; i <= cells; i++)
        if (!try_at(s, cells ? (int64_t)((number)last * i / cells) : 0)) return false;
    return true;
}

static bool wavers(const seeking *s) {
    bool rises = false, falls = false;
    for (size_t i = 1; i < s->count; i++) {
        rises |= s->points[i]->figure > s->points[i - 1]->figure;
        falls |= s->points[i]->figure < s->points[i - 1]->figure;
    }
    return rises && falls;
}

/* Whether the target begins or ends to hold somewhere from one to the other. */
static bool is_step(const target *wanted, const seek_point *a, const seek_point *b) {
    bool equal = wanted->sign[0] == '=';
    bool at_most = strcmp(wanted->sign, "<=") == 0 || strcmp(wanted->sign, ">") == 0;
    bool above = (a->side > 0) != (b->side > 0), reached = (a->side >= 0) != (b->side >= 0);
    return equal ? above || reached : at_most ? above : reached;
}

/* Halves every stretch with a step in it until its ends are neighbours. */
static bool find_steps(seeking *s) {
    for (size_t i = 0; i + 1 < s->count;) {
        const seek_point *a = s->points[i], *b = s->points[i + 1];
        if (b->at - a->at < 2 || !is_step(s->wanted, a, b))
            i++;
        else if (!try_at(s, a->at + (b->at - a->at) / 2))
            return false;
    }
    return true;
}

static bool list_intervals(const seeking *s, sought *out) {
    out->intervals = arena_array(s->memory, s->count, sizeof *out->intervals);
    if (!out->intervals) return false;
    bool open = false;
    for (size_t i = 0; i < s->count; i++) {
        const seek_point *p = s->points[i];
        bool holds = target_holds(s->wanted, p->side);
        if (holds && !open) out->intervals[out->count++].from = p;
        if (holds) out->intervals[out->count - 1].to = p;
        open = holds;
    }
    return true;
}

/* Of neighbours with the same figure, the one that is closest to `other`. */
static const seek_point *towards(const seeking *s, const seek_point *p,
                                 const seek_point *other) {
    for (size_t i = 0; i < s->count; i++) {
        const seek_point *q = s->points[i];
        bool between = p->at < other->at ? q->at > p->at && q->at < other->at
                                         : q->at < p->at && q->at > other->at;
        if (between && q->figure == p->figure && q->at > p->at) p = q;
        if (between && q->figure == p->figure && q->at < p->at) return q;
    }
    return p;
}

/* The figures next to what is wanted, from below and from above, in the order of the range. */
static void list_nearest(const seeking *s, sought *out) {
    const seek_point *below = NULL, *above = NULL;
    for (size_t i = 0; i < s->count; i++) {
        const seek_point *p = s->points[i];
        if (p->side <= 0 && (!below || p->figure > below->figure)) below = p;
        if (p->side > 0 && (!above || p->figure < above->figure)) above = p;
    }
    if (below && above) {
        below = towards(s, below, above);
        above = towards(s, above, below);
    }
    bool turned = below && above && above->at < below->at;
    const seek_point *both[] = {turned ? above : below, turned ? below : above};
    for (int i = 0; i < 2; i++)
        if (both[i]) out->nearest[out->nearest_count++] = both[i];
}

/* The last value, going down (-1) or up (1) from a point, with the point's figure; NULL where
 * the range ends before the figure changes. *failed: a value could not be tried. */
static const seek_point *find_edge(seeking *s, const seek_point *p, int way, bool *failed) {
    for (;;) {
        size_t i = 0;
        while (s->points[i] != p)
            i++;
        while (i + (size_t)way < s->count && s->points[i + (size_t)way]->figure == p->figure)
            i += (size_t)way;
        if (i + (size_t)way >= s->count) return NULL;
        const seek_point *in = s->points[i], *out = s->points[i + (size_t)way];
        int64_t gap = out->at - in->at;
        if (gap * way < 2) return in;
        if (!try_at(s, in->at + gap / 2)) {
            *failed = true;
            return NULL;
        }
    }
}

/* Where the target is missed on one side only, the break points of the nearest figure. */
static bool find_break_points(seeking *s, sought *out) {
    bool failed = false;
    if (out->nearest_count != 1) return true;
    const seek_point *p = out->nearest[0];
    const seek_point *edges[] = {find_edge(s, p, -1, &failed), find_edge(s, p, 1, &failed)};
    if (!edges[0] && !edges[1]) return !failed;
    out->nearest_count = 0;
    for (int i = 0; i < 2; i++)
        if (edges[i] && (!i || edges[1] != edges[0]))
            out->nearest[out->nearest_count++] = edges[i];
    return !failed;
}

static const seek_point *find_worst(const seeking *s) {
    const seek_point *worst = s->points[0];
    for (size_t i = 1; i < s->count; i++)
        if (s->points[i]->totals->errors > worst->totals->errors) worst = s->points[i];
    return worst;
}

const sought *seek(arena *memory, const trial *t, const range *over, const target *wanted,
                   problem_list *problems) {
    seeking s = {
        .memory = memory, .trial = t, .over = over, .wanted = wanted, .problems = problems};
    int64_t last = over->count - 1;
    sought *out = arena_allocate(memory, sizeof *out);
    if (!out || !try_evenly(&s, last, cells_for(last))) return NULL;
    if (wavers(&s) && !try_evenly(&s, last, WAVERING_CELLS)) return NULL;
    out->tried_first = s.count;
    if (!find_steps(&s) || !list_intervals(&s, out)) return NULL;
    if (!out->count) {
        list_nearest(&s, out);
        if (!find_break_points(&s, out)) return NULL;
    }
    out->worst = find_worst(&s);
    out->evaluations = s.count;
    out->all_tried = (int64_t)s.count == over->count;
    return out;
}
