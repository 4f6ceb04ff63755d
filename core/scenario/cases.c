/* cases.c - a file of test cases: its list, the keys of a case, what stands under each. */
#include "scenario/cases.h"

#include "base/date.h"
#include "base/nearest.h"

#include <string.h>

typedef struct reading {
    arena *memory;
    problem_list *problems;
    test_case defaults; /* of the cases that follow */
    test_case *out;
    bool defaulting;   /* what is read are defaults */
    size_t wrong_days; /* problems that keep nobody from looking at the rest */
} reading;

static const char *take_text(reading *r, const yaml_entry *e) {
    if (e->value->kind != YAML_TEXT)
        problem_add(r->problems, e->value->at, NULL, "'%s' is a text, not %s", e->key,
                    yaml_kind_name(e->value));
    return e->value->text;
}

static bool take_name(reading *r, const yaml_entry *e) {
    const char *said = take_text(r, e);
    if (yaml_is_empty(e->value))
        problem_add(r->problems, e->key_at, "say what the case shows", "the name is missing");
    r->out->name = said;
    r->out->at = e->value->at;
    return true;
}

/* `why` is for readers. */
static bool take_why(reading *r, const yaml_entry *e) {
    take_text(r, e);
    return true;
}

static bool take_as_of(reading *r, const yaml_entry *e) {
    date day;
    const char *said = take_text(r, e);
    r->out->as_of = said;
    if (!said || date_from_text(&day, said, strlen(said))) return true;
    size_t found = r->problems->found;
    problem_add(r->problems, e->value->at, "write it as YYYY-MM-DD", "'%.40s' is not a date",
                said);
    r->wrong_days += r->problems->found - found;
    return true;
}

static bool take_set(reading *r, const yaml_entry *e) {
    return scenario_values(r->memory, e->value, &r->out->set, r->problems);
}

/* A row that stands alone is a list of one. */
static const yaml_node *as_list(reading *r, const yaml_entry *row) {
    yaml_node *list = arena_allocate(r->memory, sizeof *list);
    yaml_entry *one = arena_allocate(r->memory, sizeof *one);
    if (!list || !one) return NULL;
    *one = (yaml_entry){.key_at = row->value->at, .value = row->value};
    *list = (yaml_node){
        .kind = YAML_LIST, .at = row->value->at, .text = "", .entries = one, .count = 1};
    return list;
}

static bool take_source(reading *r, const yaml_entry *e) {
    yaml_entry source = *e;
    if (e->value->kind == YAML_MAP) source.value = as_list(r, e);
    if (strcmp(e->key, "partner") == 0)
        r->out->has_no_partner = e->value->kind == YAML_LIST && !e->value->count;
    if (!source.value) return false;
    yaml_node map = {
        .kind = YAML_MAP, .at = e->key_at, .text = "", .entries = &source, .count = 1};
    return scenario_rows(r->memory, &map, &r->out->given, r->problems);
}

static bool take_given(reading *r, const yaml_entry *e) {
    if (e->value->kind != YAML_MAP)
        return scenario_rows(r->memory, e->value, &r->out->given, r->problems);
    for (size_t i = 0; i < e->value->count; i++)
        if (!take_source(r, &e->value->entries[i])) return false;
    return true;
}

/* --- expectations ---------------------------------------------------------------------------
 */

static void check_list(reading *r, const expectation *found) {
    for (size_t i = 0; i < found->list->count; i++) {
        const yaml_node *item = found->list->entries[i].value;
        if (item->kind != YAML_TEXT)
            problem_add(r->problems, item->at, NULL, "'%.60s' takes a list of texts, not %s",
                        found->name, yaml_kind_name(item));
    }
}

static bool add_expectation(reading *r, const yaml_entry *partner, const char *name,
                            const yaml_entry *e) {
    test_case *out = r->out;
    expectation *moved = arena_grow(r->memory, out->expects, out->expect_count,
                                    &out->expect_room, sizeof *moved);
    if (!moved) return false;
    out->expects = moved;
    expectation *made = &moved[out->expect_count++];
    *made = (expectation){
        .name = name, .name_at = e->key_at, .quoted = e->value->quoted, .at = e->value->at};
    if (partner) made->partner = partner->key, made->partner_at = partner->key_at;
    if (e->value->kind == YAML_LIST)
        made->list = e->value;
    else
        made->value = e->value->text;
    if (made->list)
        check_list(r, made);
    else if (yaml_is_empty(e->value))
        problem_add(r->problems, e->key_at, "write none where no value is expected",
                    "'%.60s' has no value", name);
    return true;
}

/* Entries of a map whose name so far is `above`, or NULL. */
static bool take_expected(reading *r, const yaml_entry *partner, const char *above,
                          const yaml_node *map);

static bool take_partners(reading *r, const yaml_entry *e);

/* What a case is given is said of the whole case. */
static bool stands_beside(reading *r, const yaml_entry *e) {
    static const char *const keys[] = {"given", "set", "as_of"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(e->key, keys[i]) != 0) continue;
        problem_add(r->problems, e->key_at,
                    i ? "say it once for the case"
                      : "rows say whose they are: deal: [{partner: P1, amount: 5}]",
                    "'%s' stands beside 'expect' and 'partners', not in them", e->key);
        return true;
    }
    return false;
}

/* `partners` may stand in `expect`, and `expect` at a partner: people write either. */
static bool take_expectation(reading *r, const yaml_entry *partner, const char *above,
                             const yaml_entry *e) {
    if (!above && !partner && strcmp(e->key, "partners") == 0) return take_partners(r, e);
    if (!above && stands_beside(r, e)) return true;
    if (!above && partner && strcmp(e->key, "expect") == 0)
        return take_expected(r, partner, NULL, e->value);
    const char *name = above ? arena_print(r->memory, "%s.%s", above, e->key) : e->key;
    if (!name) return false;
    if (e->value->kind == YAML_MAP) return take_expected(r, partner, name, e->value);
    return add_expectation(r, partner, name, e);
}

static bool take_expected(reading *r, const yaml_entry *partner, const char *above,
                          const yaml_node *map) {
    if (map->kind != YAML_MAP && !yaml_is_empty(map))
        problem_add(r->problems, map->at, "write lines like tier: gold",
                    "names and values are wanted here, not %s", yaml_kind_name(map));
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
        if (!take_expectation(r, partner, above, &map->entries[i])) return false;
    return true;
}

static bool take_expect(reading *r, const yaml_entry *e) {
    return take_expected(r, NULL, NULL, e->value);
}

static bool take_partners(reading *r, const yaml_entry *e) {
    if (e->value->kind != YAML_MAP)
        problem_add(r->problems, e->value->at, "write lines like P0007: {tier: gold}",
                    "'partners' takes a map of partner ids, not %s", yaml_kind_name(e->value));
    for (size_t i = 0; e->value->kind == YAML_MAP && i < e->value->count; i++) {
        const yaml_entry *partner = &e->value->entries[i];
        if (!take_expected(r, partner, NULL, partner->value)) return false;
    }
    return true;
}

/* --- cases ----------------------------------------------------------------------------------
 */

typedef struct part {
    const char *key;
    bool by_default;                             /* may stand in `defaults` */
    bool (*take)(reading *, const yaml_entry *); /* false when memory ran out */
} part;

static const part parts[] = {
    {"name", false, take_name},     {"why", true, take_why},
    {"as_of", true, take_as_of},    {"given", true, take_given},
    {"partner", true, take_source}, {"set", true, take_set},
    {"expect", false, take_expect}, {"partners", false, take_partners},
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static bool take_part(reading *r, const yaml_entry *e) {
    nearest guess = nearest_to(e->key);
    for (size_t i = 0; i < PARTS; i++) {
        if (r->defaulting && !parts[i].by_default) continue;
        if (strcmp(parts[i].key, e->key) == 0) return parts[i].take(r, e);
        nearest_offer(&guess, parts[i].key);
    }
    const char *hint = r->defaulting ? "defaults are as_of, given and set"
                                     : "a case has name, as_of, given, set and expect";
    if (guess.best) hint = arena_print(r->memory, "did you mean '%s'?", guess.best);
    problem_add(r->problems, e->key_at, hint, "%s no '%.60s'",
                r->defaulting ? "defaults have" : "a case has", e->key);
    return true;
}

static bool take_parts(reading *r, const yaml_node *from) {
    for (size_t i = 0; i < from->count; i++)
        if (!take_part(r, &from->entries[i])) return false;
    return true;
}

/* What the defaults hold is copied: the case goes on adding to it. */
static bool begin_case(reading *r, test_case *out, place at) {
    *out = r->defaults;
    out->at = at;
    out->given = (written_rows){.empty = r->defaults.given.empty};
    out->given.empty.capacity = out->given.empty.count;
    out->set = (written_values){0};
    size_t rows = r->defaults.given.count, values = r->defaults.set.count;
    if (rows) {
        out->given.items = arena_array(r->memory, rows, sizeof *out->given.items);
        if (!out->given.items) return false;
        memcpy(out->given.items, r->defaults.given.items, rows * sizeof *out->given.items);
        out->given.count = out->given.capacity = out->default_rows = rows;
    }
    if (values) {
        out->set.items = arena_array(r->memory, values, sizeof *out->set.items);
        if (!out->set.items) return false;
        memcpy(out->set.items, r->defaults.set.items, values * sizeof *out->set.items);
        out->set.count = out->set.capacity = values;
    }
    return true;
}

static bool take_defaults(reading *r, const yaml_entry *e) {
    test_case made = {0};
    if (e->value->kind != YAML_MAP) {
        problem_add(r->problems, e->value->at, "defaults are as_of, given and set",
                    "'defaults' takes a map, not %s", yaml_kind_name(e->value));
        return true;
    }
    r->out = &made;
    r->defaulting = true;
    bool fine = take_parts(r, e->value);
    r->defaulting = false;
    r->defaults = made;
    return fine;
}

static bool take_case(reading *r, const yaml_node *from, case_list *out) {
    static const char *const form = "a case has name, as_of, given, set and expect";
    if (from->kind != YAML_MAP) {
        problem_add(r->problems, from->at, form, "a case is a map, not %s",
                    yaml_kind_name(from));
        return true;
    }
    if (from->count == 1 && strcmp(from->entries[0].key, "defaults") == 0)
        return take_defaults(r, &from->entries[0]);
    test_case *moved =
        arena_grow(r->memory, out->items, out->count, &out->capacity, sizeof *moved);
    if (!moved) return false;
    out->items = moved;
    r->out = &moved[out->count++];
    size_t found = r->problems->found;
    if (!begin_case(r, r->out, from->at) || !take_parts(r, from)) return false;
    if (!r->out->name)
        problem_add(r->problems, from->at, "say what it shows: name: Gold at the line",
                    "the case has no name");
    else if (!r->out->expect_count && r->problems->found == found)
        problem_add(r->problems, r->out->at, "add expect: {tier: gold}",
                    "the case expects nothing");
    return true;
}

bool cases_read(arena *memory, const source_file *file, case_list *out,
                problem_list *problems) {
    size_t found = problems->found + problems->repeats;
    const yaml_node *root = yaml_read(memory, file, problems);
    if (!root) return false;
    if (root->kind != YAML_LIST)
        return problem_add(problems, root->at, "begin each case with '- name: ..'",
                           "test cases are a list, not %s", yaml_kind_name(root));
    reading r = {.memory = memory, .problems = problems};
    for (size_t i = 0; i < root->count; i++)
        if (!take_case(&r, root->entries[i].value, out)) return false;
    return problems->found + problems->repeats == found + r.wrong_days && !memory->failed;
}
