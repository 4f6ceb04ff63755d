/* scenario_parts.c - values and rows as they stand in scenarios and in files like them. */
#include "scenario/scenario.h"

#include <string.h>

static bool add_value(arena *memory, written_values *out, written_value found) {
    written_value *items =
        arena_grow(memory, out->items, out->count, &out->capacity, sizeof *items);
    if (!items) return false;
    out->items = items;
    items[out->count++] = found;
    return true;
}

typedef struct naming {
    arena *memory;
    written_values *out;
    problem_list *problems;
    bool may_lack; /* a value that is none is "" */
} naming;

/* One entry of a map whose path so far is `above`, or NULL. */
static bool add_named(const naming *n, const char *above, const yaml_entry *e);

static bool add_nested(const naming *n, const char *above, const yaml_node *map) {
    for (size_t i = 0; i < map->count; i++)
        if (!add_named(n, above, &map->entries[i])) return false;
    return true;
}

static bool add_named(const naming *n, const char *above, const yaml_entry *e) {
    const char *name = above ? arena_print(n->memory, "%s.%s", above, e->key) : e->key;
    bool nothing = yaml_is_nothing(e->value);
    if (!name) return false;
    if (e->value->kind == YAML_MAP) return add_nested(n, name, e->value);
    if (e->value->kind == YAML_LIST)
        problem_add(n->problems, e->value->at, "write a path for each value",
                    "'%.60s' takes one value, not a list", name);
    else if (nothing && !n->may_lack)
        problem_add(n->problems, e->key_at, "write the value after the ':'",
                    "'%.60s' has no value", name);
    return add_value(
        n->memory, n->out,
        (written_value){name, e->key_at, nothing ? "" : e->value->text, e->value->at});
}

static bool add_all(const naming *n, const yaml_node *from, const char *hint) {
    if (yaml_is_nothing(from)) return true;
    if (from->kind != YAML_MAP) {
        problem_add(n->problems, from->at, hint, "names and values are wanted here, not %s",
                    yaml_kind_name(from));
        return true;
    }
    return add_nested(n, NULL, from);
}

bool scenario_values(arena *memory, const yaml_node *from, written_values *out,
                     problem_list *problems) {
    naming n = {memory, out, problems, false};
    return add_all(&n, from, "write lines like gold_line: 200000");
}

bool scenario_metrics(arena *memory, const yaml_node *from, written_values *out,
                      problem_list *problems) {
    naming n = {memory, out, problems, true};
    return add_all(&n, from, "write lines like engineers: 5");
}

/* delete: true, or false */
static void take_delete(const yaml_node *value, written_row *out, problem_list *problems) {
    const char *said = value->kind == YAML_TEXT ? value->text : "";
    out->is_deleted = strcmp(said, "true") == 0;
    if (!out->is_deleted && strcmp(said, "false") != 0)
        problem_add(problems, value->at, "write delete: true", "'delete' is true or false");
}

static bool take_row(arena *memory, const yaml_node *from, written_row *out,
                     problem_list *problems) {
    if (from->kind != YAML_MAP) {
        problem_add(problems, from->at, "write - {id: 7, amount: 100}",
                    "a row is a map of columns, not %s", yaml_kind_name(from));
        return true;
    }
    out->fields = arena_array(memory, from->count, sizeof *out->fields);
    if (!out->fields) return false;
    for (size_t i = 0; i < from->count; i++) {
        const yaml_entry *e = &from->entries[i];
        if (strcmp(e->key, "delete") == 0) {
            take_delete(e->value, out, problems);
            continue;
        }
        if (e->value->kind != YAML_TEXT)
            problem_add(problems, e->value->at, NULL, "column '%.60s' takes one value, not %s",
                        e->key, yaml_kind_name(e->value));
        out->fields[out->count++] = (written_value){
            e->key, e->key_at, yaml_is_nothing(e->value) ? "" : e->value->text, e->value->at};
    }
    return true;
}

static bool take_source(arena *memory, const yaml_entry *source, written_rows *out,
                        problem_list *problems) {
    bool nothing = yaml_is_nothing(source->value) ||
                   (source->value->kind == YAML_LIST && !source->value->count);
    if (nothing)
        return add_value(memory, &out->empty,
                         (written_value){source->key, source->key_at, "", source->value->at});
    if (source->value->kind != YAML_LIST) {
        problem_add(problems, source->value->at, "begin each row with '- '",
                    "'%.60s' takes a list of rows, not %s", source->key,
                    yaml_kind_name(source->value));
        return true;
    }
    for (size_t i = 0; i < source->value->count; i++) {
        written_row *items =
            arena_grow(memory, out->items, out->count, &out->capacity, sizeof *items);
        if (!items) return false;
        out->items = items;
        const yaml_node *row = source->value->entries[i].value;
        items[out->count] =
            (written_row){.source = source->key, .source_at = source->key_at, .at = row->at};
        if (!take_row(memory, row, &items[out->count++], problems)) return false;
    }
    return true;
}

bool scenario_rows(arena *memory, const yaml_node *from, written_rows *out,
                   problem_list *problems) {
    if (yaml_is_nothing(from)) return true;
    if (from->kind != YAML_MAP) {
        problem_add(problems, from->at, "write the source's name, and its rows below it",
                    "sources with rows are wanted here, not %s", yaml_kind_name(from));
        return true;
    }
    for (size_t i = 0; i < from->count; i++)
        if (!take_source(memory, &from->entries[i], out, problems)) return false;
    return true;
}
