/* pairing.c - which rule of one program is which of the other: see pairing.h.
 *
 * Levels are merged as two versions of a list are: the candidate's order holds, and a level
 * that only the baseline has stands before the next level that both have. So a level has a
 * rank even where the two ladders differ, and a move a direction. */
#include "compare/pairing.h"

#include <string.h>

static changed_rule *find_rule(changes *c, const char *name) {
    for (size_t i = 0; i < c->rule_count; i++)
        if (strcmp(c->rules[i].name, name) == 0) return &c->rules[i];
    return NULL;
}

static void add_rule(changes *c, const declared *is, int index, bool fund, bool after) {
    changed_rule *rule = find_rule(c, is->name);
    if (!rule) {
        rule = &c->rules[c->rule_count++];
        *rule = (changed_rule){is->name, is->title, NOT_THERE, NOT_THERE, false, false};
    }
    if (after) {
        rule->after = index;
        rule->after_fund = fund;
    } else {
        rule->before = index;
        rule->before_fund = fund;
    }
}

static void add_rules(changes *c, const plan *p, bool after) {
    for (size_t i = 0; i < p->incentive_count; i++)
        add_rule(c, &p->incentives[i].is, (int)i, false, after);
    for (size_t i = 0; i < p->fund_count; i++)
        add_rule(c, &p->funds[i].is, (int)i, true, after);
}

static int find_level(const ladder *l, const char *name) {
    for (size_t k = 0; l && k < l->level_count; k++)
        if (strcmp(l->levels[k].is.name, name) == 0) return (int)k;
    return NOT_THERE;
}

typedef struct merging {
    const ladder *before, *after; /* either may be NULL */
    changed_ladder *out;
    level_places *places;
} merging;

static void add_level(merging *m, int before, int after) {
    const declared *is =
        after >= 0 ? &m->after->levels[after].is : &m->before->levels[before].is;
    int at = (int)m->out->level_count++;
    m->out->levels[at] = (changed_level){is->name, is->title, before, after, 0, 0};
    if (before >= 0) m->places->before[before] = at;
    if (after >= 0) m->places->after[after] = at;
}

/* Levels of the baseline from *next on that the candidate does not have. */
static void add_removed(merging *m, size_t *next, size_t end) {
    for (; *next < end; (*next)++)
        if (find_level(m->after, m->before->levels[*next].is.name) < 0)
            add_level(m, (int)*next, NOT_THERE);
}

static void merge_levels(merging *m) {
    size_t next = 0;
    for (size_t k = 0; m->after && k < m->after->level_count; k++) {
        int before = find_level(m->before, m->after->levels[k].is.name);
        if (before >= 0) add_removed(m, &next, (size_t)before);
        add_level(m, before, (int)k);
    }
    if (m->before) add_removed(m, &next, m->before->level_count);
}

static bool make_room(arena *memory, merging *m) {
    size_t before = m->before ? m->before->level_count : 0;
    size_t after = m->after ? m->after->level_count : 0;
    m->out->levels = arena_array(memory, before + after, sizeof *m->out->levels);
    m->places->before = arena_array(memory, before, sizeof *m->places->before);
    m->places->after = arena_array(memory, after, sizeof *m->places->after);
    return m->out->levels && m->places->before && m->places->after;
}

static bool add_ladder(arena *memory, changes *c, level_places *places, int before, int after) {
    const plan *old = c->before->plan, *new = c->after->plan;
    size_t at = c->ladder_count++;
    merging m = {before >= 0 ? &old->ladders[before] : NULL,
                 after >= 0 ? &new->ladders[after] : NULL, &c->ladders[at], &places[at]};
    const declared *is = m.after ? &m.after->is : &m.before->is;
    *m.out = (changed_ladder){.name = is->name, .title = is->title};
    m.out->before = before;
    m.out->after = after;
    if (!make_room(memory, &m)) return false;
    merge_levels(&m);
    return true;
}

static int find_ladder(const plan *p, const char *name) {
    for (size_t i = 0; i < p->ladder_count; i++)
        if (strcmp(p->ladders[i].is.name, name) == 0) return (int)i;
    return NOT_THERE;
}

bool pair_programs(arena *memory, changes *c, level_places **places) {
    const plan *before = c->before->plan, *after = c->after->plan;
    size_t rules = before->incentive_count + before->fund_count + after->incentive_count +
                   after->fund_count;
    size_t ladders = before->ladder_count + after->ladder_count;
    c->rules = arena_array(memory, rules, sizeof *c->rules);
    c->ladders = arena_array(memory, ladders, sizeof *c->ladders);
    *places = arena_array(memory, ladders, sizeof **places);
    if (!c->rules || !c->ladders || !*places) return false;
    add_rules(c, before, false);
    add_rules(c, after, true);
    bool fine = true;
    for (size_t i = 0; fine && i < before->ladder_count; i++) {
        int other = find_ladder(after, before->ladders[i].is.name);
        fine = add_ladder(memory, c, *places, (int)i, other);
    }
    for (size_t i = 0; fine && i < after->ladder_count; i++)
        if (find_ladder(before, after->ladders[i].is.name) < 0)
            fine = add_ladder(memory, c, *places, NOT_THERE, (int)i);
    return fine;
}
