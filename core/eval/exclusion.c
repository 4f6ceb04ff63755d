/* exclusion.c - lines that are not paid because another incentive pays: not_with and best_of.
 *
 * Two rules over the same source exclude row by row, others partner by partner. What excludes a
 * line is what the other rule finally pays. Rules of a best_of group are settled together: a
 * line competes as `pays`, rounding and cap.row leave it, and not where it is excluded. */
#include "eval/settling.h"

#include <string.h>

bool exclusion_find(settling *s) {
    for (size_t k = 0; k < s->rule->not_with_count; k++) {
        int other = s->rule->not_with[k];
        if (!incentive_settle(s->of, other)) return false;
        const uint8_t *states = s->of->out->incentives[other].states;
        for (size_t p = 0; p < s->partners; p++)
            if (s->out->due[p] && states[p] == CELL_WRONG) s->out->states[p] = CELL_WRONG;
    }
    return true;
}

static void exclude(settling *s, size_t i, int other) {
    if (s->excluded_by[i] >= 0) return;
    s->excluded_by[i] = other;
    s->amounts[i] = 0;
}

static bool pays_anything(const incentive_result *other, uint32_t p) {
    if (other->paid[p] != 0) return true;
    if (!lines_are_paid(other, p)) return false;
    for (size_t k = other->first[p]; k < other->first[p + 1]; k++)
        if (other->lines[k].paid != 0) return true;
    return false;
}

static void exclude_partner(settling *s, uint32_t p, int other) {
    if (!pays_anything(&s->of->out->incentives[other], p)) return;
    for (size_t i = s->rows.first[p]; i < s->rows.first[p + 1]; i++)
        exclude(s, i, other);
}

/* The partner's line for a row, or the end of its lines. */
static size_t find_line(const settling *s, uint32_t p, uint32_t row) {
    size_t low = s->rows.first[p], end = s->rows.first[p + 1], high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->rows.rows[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && s->rows.rows[low].row == row ? low : end;
}

static void exclude_rows(settling *s, uint32_t p, int other) {
    const incentive_result *from = &s->of->out->incentives[other];
    if (!lines_are_paid(from, p)) return;
    for (size_t k = from->first[p]; k < from->first[p + 1]; k++) {
        if (from->lines[k].paid == 0) continue;
        size_t i = find_line(s, p, from->lines[k].row);
        if (i < s->rows.first[p + 1]) exclude(s, i, other);
    }
}

void exclusion_apply(settling *s) {
    if (!s->excluded_by) return;
    for (size_t i = 0; i < s->rows.count; i++)
        s->excluded_by[i] = -1;
    for (size_t k = 0; k < s->rule->not_with_count; k++) {
        int other = s->rule->not_with[k];
        bool by_row =
            s->rule->each >= 0 && s->of->plan->incentives[other].each == s->rule->each;
        for (size_t p = 0; p < s->partners; p++) {
            if (s->rows.first[p] == s->rows.first[p + 1]) continue;
            if (by_row)
                exclude_rows(s, (uint32_t)p, other);
            else
                exclude_partner(s, (uint32_t)p, other);
        }
    }
}

void contest_spread_errors(settling *group, size_t count) {
    for (size_t p = 0; p < group[0].partners; p++) {
        bool wrong = false;
        for (size_t m = 0; m < count; m++)
            wrong |= group[m].out->states[p] == CELL_WRONG;
        for (size_t m = 0; wrong && m < count; m++)
            if (group[m].out->due[p]) group[m].out->states[p] = CELL_WRONG;
    }
}

/* Rows stand by partner, then row id, and so do a table's: rules without rows have one line a
 * partner, all others distinct rows. */
static bool stands_before(const taken_row *a, const taken_row *b) {
    return a->partner != b->partner ? a->partner < b->partner : a->row < b->row;
}

typedef struct contest {
    settling *group;
    size_t count;
    size_t *at; /* by rule: its next line */
} contest;

static const taken_row *line_at(const contest *c, size_t m) {
    const settling *s = &c->group[m];
    return c->at[m] < s->rows.count ? &s->rows.rows[c->at[m]] : NULL;
}

static const taken_row *next_row(const contest *c) {
    const taken_row *next = NULL;
    for (size_t m = 0; m < c->count; m++) {
        const taken_row *here = line_at(c, m);
        if (here && (!next || stands_before(here, next))) next = here;
    }
    return next;
}

static bool competes(const contest *c, size_t m, taken_row row) {
    const taken_row *here = line_at(c, m);
    return here && here->partner == row.partner && here->row == row.row;
}

static bool beats(const contest *c, size_t m, size_t best) {
    const settling *a = &c->group[m], *b = &c->group[best];
    int order = number_compare(a->amounts[c->at[m]], b->amounts[c->at[best]]);
    return order ? order > 0 : strcmp(a->rule->is.name, b->rule->is.name) < 0;
}

/* Decides one row and goes on to the next of every rule that has it. */
static void decide_row(const contest *c, taken_row row) {
    size_t best = c->count;
    for (size_t m = 0; m < c->count; m++) {
        bool open = competes(c, m, row) && c->group[m].excluded_by[c->at[m]] < 0;
        if (open && (best == c->count || beats(c, m, best))) best = m;
    }
    for (size_t m = 0; m < c->count; m++) {
        settling *s = &c->group[m];
        if (!competes(c, m, row)) continue;
        size_t i = c->at[m]++;
        if (best == c->count || m == best || s->excluded_by[i] >= 0) continue;
        exclude(s, i, (int)(c->group[best].rule - s->of->plan->incentives));
        s->limited_by[i] = -1;
    }
}

bool contest_decide(settling *group, size_t count) {
    contest c = {group, count, arena_array(group[0].scratch, count, sizeof *c.at)};
    if (!c.at) return false;
    for (const taken_row *next = next_row(&c); next; next = next_row(&c))
        decide_row(&c, *next);
    return true;
}
