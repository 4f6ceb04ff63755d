/* edited.c - finds out which of several changes a problem comes from: see edited.h. */
#include "bind/edited.h"

#include <string.h>

typedef struct blaming {
    arena *memory;
    const edited *rules;
    date as_of;
    problem_list found;
    const edit *by[PROBLEMS_KEPT]; /* what makes it by itself; NULL: nothing, or all together */
    bool unchanged[PROBLEMS_KEPT]; /* it is there without any change */
} blaming;

static bool is_same(const problem *a, const problem *b) {
    return a->at.file == b->at.file && a->at.line == b->at.line &&
           a->at.column == b->at.column && strcmp(a->message, b->message) == 0;
}

static bool is_among(const problem *p, const problem_list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (is_same(p, &list->items[i])) return true;
    return false;
}

/* What is wrong with one change alone; with none where `one` is NULL. */
static void try_alone(blaming *b, const edit *one) {
    arena scratch = {0};
    problem_list ignored = {.memory = &scratch}, alone = {.memory = &scratch};
    const declarations *rules = b->rules->before;
    if (one) rules = edit_apply(&scratch, rules, one, 1, &ignored);
    if (rules) bind_plan_with(&scratch, rules, NULL, b->as_of, b->rules->overrides, &alone);
    for (size_t i = 0; i < b->found.count; i++) {
        if (!is_among(&b->found.items[i], &alone)) continue;
        if (!one) b->unchanged[i] = true;
        if (!b->by[i]) b->by[i] = one;
    }
    b->memory->failed |= scratch.failed;
    arena_free(&scratch);
}

/* "gold_line=5% and rate=usd(3)" */
static const char *all_edits(arena *memory, const edited *rules) {
    const char *said = "";
    for (size_t i = 0; said && i < rules->count; i++)
        said = arena_print(memory, "%s%s%s=%s", said, i ? " and " : "", rules->edits[i].path,
                           rules->edits[i].value);
    return said;
}

/* A value of a file is at fault there; one of the command line stands nowhere. */
static void tell(blaming *b, size_t i, problem_list *problems) {
    const problem *p = &b->found.items[i];
    const edit *by = b->by[i];
    if (b->unchanged[i] || !b->rules->count) {
        problem_add_two(problems, p->at, p->also, p->hint, "%s", p->message);
    } else if (!by) {
        const char *all = all_edits(b->memory, b->rules);
        problem_add_two(problems, p->at, p->also, p->hint, "with %s: %s", all ? all : "",
                        p->message);
    } else {
        bool written = by->at.file != NULL;
        problem_add_two(problems, written ? by->at : p->at, written ? p->at : p->also, p->hint,
                        "'%s' cannot be '%s': %s", by->path, by->value, p->message);
    }
}

plan *bind_edited(arena *memory, const edited *rules, date as_of, problem_list *problems) {
    blaming b = {.memory = memory, .rules = rules, .as_of = as_of, .found = {.memory = memory}};
    plan *bound = bind_plan_with(memory, rules->after, NULL, as_of, rules->overrides, &b.found);
    if (b.found.count) try_alone(&b, NULL);
    for (size_t i = 0; b.found.count && i < rules->count; i++)
        try_alone(&b, &rules->edits[i]);
    for (size_t i = 0; i < b.found.count; i++)
        tell(&b, i, problems);
    problems->found += b.found.found - b.found.count;
    return bound;
}
