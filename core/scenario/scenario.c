/* scenario.c - a scenario file: its keys, and what stands under each. */
#include "scenario/scenario.h"

#include "base/date.h"
#include "base/nearest.h"

#include <string.h>

typedef struct reading {
    arena *memory;
    problem_list *problems;
    scenario *out;
} reading;

static const char *take_text(reading *r, const yaml_entry *e) {
    if (e->value->kind != YAML_TEXT)
        problem_add(r->problems, e->value->at, NULL, "'%s' is a text, not %s", e->key,
                    yaml_kind_name(e->value));
    return yaml_is_nothing(e->value) ? NULL : e->value->text;
}

static bool take_name(reading *r, const yaml_entry *e) {
    r->out->name = take_text(r, e);
    return true;
}

static bool take_why(reading *r, const yaml_entry *e) {
    r->out->why = take_text(r, e);
    return true;
}

static bool take_as_of(reading *r, const yaml_entry *e) {
    date day;
    const char *said = take_text(r, e);
    r->out->as_of = said;
    r->out->as_of_at = e->value->at;
    if (said && !date_from_text(&day, said, strlen(said)))
        problem_add(r->problems, e->value->at, "write it as YYYY-MM-DD",
                    "'%.40s' is not a date", said);
    return true;
}

static bool take_set(reading *r, const yaml_entry *e) {
    written_values all = {0};
    if (!scenario_values(r->memory, e->value, &all, r->problems)) return false;
    r->out->set = all.items;
    r->out->set_count = all.count;
    return true;
}

static bool take_data(reading *r, const yaml_entry *e) {
    written_rows all = {0};
    if (!scenario_rows(r->memory, e->value, &all, r->problems)) return false;
    r->out->rows = all.items;
    r->out->row_count = all.count;
    r->out->empty = all.empty.items;
    r->out->empty_count = all.empty.count;
    return true;
}

static bool take_metrics(reading *r, const yaml_entry *partner, size_t *capacity) {
    scenario *out = r->out;
    written_values all = {0};
    if (!scenario_metrics(r->memory, partner->value, &all, r->problems)) return false;
    for (size_t i = 0; i < all.count; i++) {
        out->metrics = arena_grow(r->memory, out->metrics, out->metric_count, capacity,
                                  sizeof *out->metrics);
        if (!out->metrics) return false;
        out->metrics[out->metric_count++] =
            (written_metric){partner->key, partner->key_at, all.items[i]};
    }
    return true;
}

static bool take_partners(reading *r, const yaml_entry *e) {
    size_t capacity = 0;
    if (yaml_is_nothing(e->value)) return true;
    if (e->value->kind != YAML_MAP)
        problem_add(r->problems, e->value->at, "write lines like P0007: {engineers: 5}",
                    "'partners' takes a map of partner ids, not %s", yaml_kind_name(e->value));
    for (size_t i = 0; e->value->kind == YAML_MAP && i < e->value->count; i++)
        if (!take_metrics(r, &e->value->entries[i], &capacity)) return false;
    return true;
}

typedef struct part {
    const char *key;
    bool (*take)(reading *, const yaml_entry *); /* false when memory ran out */
} part;

static const part parts[] = {
    {"name", take_name}, {"why", take_why},   {"as_of", take_as_of},
    {"set", take_set},   {"data", take_data}, {"partners", take_partners},
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static void unknown_key(reading *r, const yaml_entry *e) {
    nearest guess = nearest_to(e->key);
    for (size_t i = 0; i < PARTS; i++)
        nearest_offer(&guess, parts[i].key);
    const char *hint = "a scenario has name, why, as_of, set, data and partners";
    if (guess.best) hint = arena_print(r->memory, "did you mean '%s'?", guess.best);
    problem_add(r->problems, e->key_at, hint, "a scenario has no '%.60s'", e->key);
}

static bool take_part(reading *r, const yaml_entry *e) {
    for (size_t i = 0; i < PARTS; i++)
        if (strcmp(parts[i].key, e->key) == 0) return parts[i].take(r, e);
    unknown_key(r, e);
    return true;
}

const scenario *scenario_from(arena *memory, const source_file *file, problem_list *problems) {
    size_t found = problems->found + problems->repeats;
    const yaml_node *root = yaml_read(memory, file, problems);
    if (!root) return NULL;
    if (root->kind != YAML_MAP) {
        problem_add(problems, root->at,
                    "a scenario has name, why, as_of, set, data and partners",
                    "a scenario is a map, not %s", yaml_kind_name(root));
        return NULL;
    }
    reading r = {memory, problems, arena_allocate(memory, sizeof *r.out)};
    if (!r.out) return NULL;
    *r.out = (scenario){.file = file};
    for (size_t i = 0; i < root->count; i++)
        if (!take_part(&r, &root->entries[i])) return NULL;
    bool wrong = problems->found + problems->repeats > found;
    return wrong || memory->failed ? NULL : r.out;
}

const scenario *scenario_read(arena *memory, const char *path, problem_list *problems) {
    const source_file *file = yaml_open(memory, path, problems);
    return file ? scenario_from(memory, file, problems) : NULL;
}
