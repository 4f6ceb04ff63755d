#include "bind/edit.h"

#include "bind/setting_range.h"
#include "bind/written.h"
#include "lang/phrase.h"
#include "lang/validate.h"

#include <string.h>

/* A copy of `t` in which `old` is `new`; t itself when old does not stand in it. NULL when
 * memory ran out. */
static const term *replace(arena *memory, const term *t, const term *old, const term *new) {
    if (t == old) return new;
    entry *copied = NULL;
    for (size_t i = 0; i < t->count; i++) {
        const term *value = replace(memory, t->entries[i].value, old, new);
        if (!value) return NULL;
        if (value == t->entries[i].value) continue;
        if (!copied) {
            copied = arena_array(memory, t->count, sizeof *copied);
            if (!copied) return NULL;
            memcpy(copied, t->entries, t->count * sizeof *copied);
        }
        copied[i].value = value;
    }
    if (!copied) return t;
    term *changed = arena_allocate(memory, sizeof *changed);
    if (!changed) return NULL;
    *changed = *t;
    changed->entries = copied;
    return changed;
}

/* 500 to 5000 as people read it, in the unit of the setting's own value. */
static const char *range_words(arena *memory, const term *own, const term *range) {
    const char *ends[2];
    for (size_t i = 0; i < 2; i++) {
        const term *end = range->entries[i].value;
        number n;
        if (end->kind == TERM_NUMBER && written_number(end, &n))
            end = written_like(memory, n, own);
        ends[i] = end ? phrase_text_of(memory, end) : NULL;
    }
    return arena_print(memory, "%s to %s", ends[0] ? ends[0] : "", ends[1] ? ends[1] : "");
}

/* Amounts are held against a range in its own currency only: rates change from day to day. */
static bool in_currency_of(const term *range, const term *own, const term *value) {
    const char *said = written_code(value);
    for (size_t i = 0; said && i < range->count; i++) {
        const char *code = written_code(range->entries[i].value);
        if (!code) code = written_code(own);
        if (code && strcmp(code, said) != 0) return false;
    }
    return true;
}

/* Numbers as they count, or dates as days; false when the literal is neither. */
static bool measured_literal(const term *literal, number *out) {
    date day;
    if (written_number(literal, out)) return true;
    if (!literal_day(literal, &day)) return false;
    *out = number_from_integer(day);
    return true;
}

static bool within_range(arena *memory, const setting_path *path, const edit *e,
                         const term *value, problem_list *problems) {
    const term *own = path->literal;
    const term *range = is_value_of_setting(path->declaration, own)
                            ? term_field(path->declaration, "range")
                            : NULL;
    number least, most, wanted;
    if (!range || range->count != 2 || !measured_literal(value, &wanted)) return true;
    if (!measured_literal(range->entries[0].value, &least) ||
        !measured_literal(range->entries[1].value, &most))
        return true;
    bool same = in_currency_of(range, own, value);
    if (same && number_compare(wanted, least) >= 0 && number_compare(wanted, most) <= 0)
        return true;
    const char *name = path->declaration->member, *said = range_words(memory, own, range);
    const char *hint = arena_print(memory, "setting '%s' goes from %s", name, said ? said : "");
    if (!same)
        return problem_add_two(problems, e->at, range->at, hint,
                               "%s is in another currency than the range of '%s'", e->value,
                               name);
    return problem_add_two(problems, e->at, range->at, hint,
                           "%s is outside the range of '%s' (%s)", e->value, name,
                           said ? said : "");
}

/* What was changed must be what a rule file may say; complaints go to the value that was given.
 */
static bool is_sound(arena *memory, const term *changed, const char *path, const edit *e,
                     problem_list *problems) {
    problem_list found = {.memory = memory};
    validate_changed(memory, changed, &found);
    for (size_t i = 0; i < found.count; i++)
        problem_add(problems, e->at, found.items[i].hint, "'%s': %s", path,
                    found.items[i].message);
    return !found.found;
}

static bool apply_one(arena *memory, declarations *rules, const edit *e,
                      problem_list *problems) {
    setting_path *paths;
    size_t count;
    if (!paths_of(memory, rules, &paths, &count)) return false;
    const setting_path *path = path_find(paths, count, e->path, e->path_at, problems);
    const term *value = path ? written_at(memory, e->value, path, e->at, problems) : NULL;
    if (!value || !within_range(memory, path, e, value, problems)) return false;
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->items[i] != path->declaration) continue;
        const term *changed = replace(memory, path->declaration, path->literal, value);
        if (!changed || !is_sound(memory, changed, path->path, e, problems)) return false;
        rules->items[i] = changed;
    }
    return true;
}

const declarations *edit_replace(arena *memory, const declarations *rules,
                                 const term *declaration, const term *old, const term *new) {
    declarations *changed = arena_allocate(memory, sizeof *changed);
    const term **items = arena_array(memory, rules->count, sizeof *items);
    const term *made = replace(memory, declaration, old, new);
    if (!changed || !items || !made) return NULL;
    for (size_t i = 0; i < rules->count; i++)
        items[i] = rules->items[i] == declaration ? made : rules->items[i];
    *changed = *rules;
    changed->items = items;
    return changed;
}

const declarations *edit_apply(arena *memory, const declarations *rules, const edit *edits,
                               size_t count, problem_list *problems) {
    declarations *changed = arena_allocate(memory, sizeof *changed);
    const term **items = arena_array(memory, rules->count, sizeof *items);
    if (!changed || !items) return NULL;
    memcpy(items, rules->items, rules->count * sizeof *items);
    *changed = *rules;
    changed->items = items;
    bool fine = true;
    for (size_t i = 0; i < count; i++)
        fine &= apply_one(memory, changed, &edits[i], problems);
    return fine ? changed : NULL;
}

const char *edit_path(arena *memory, const declarations *rules, const edit *e,
                      problem_list *problems) {
    setting_path *paths;
    size_t count;
    if (!paths_of(memory, rules, &paths, &count)) return NULL;
    const setting_path *path = path_find(paths, count, e->path, e->path_at, problems);
    return path ? path->path : NULL;
}
