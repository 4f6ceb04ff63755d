/* mutant.c - literals that are a little wrong: see mutant.h. */
#include "bind/mutating.h"

#include "base/date.h"
#include "bind/edit.h"
#include "bind/written.h"
#include "lang/phrase.h"

#include <string.h>

void mutating_add(mutating *m, mutant made) {
    mutant *moved = arena_grow(m->memory, m->items, m->count, &m->capacity, sizeof *moved);
    if (!moved) return;
    m->items = moved;
    m->items[m->count++] = made;
}

/* A tenth more; of whole numbers a whole one, at least 1. */
static number a_little_more(number n) {
    number tenth = n / 10;
    if (n == 0) return NUMBER_ONE;
    if (!number_is_whole(n)) return number_on_grid(n + tenth);
    number step = tenth - tenth % NUMBER_ONE;
    if (step == 0) step = n < 0 ? -NUMBER_ONE : NUMBER_ONE;
    return n + step;
}

/* As people write it, of the same kind as the literal: 3.3%, 165000. */
static const char *written_as(arena *memory, const term *literal, number n) {
    char digits[NUMBER_TEXT];
    bool percent = term_is_call(literal, "percent");
    if (percent && !number_multiply(&n, n, number_from_integer(100))) return NULL;
    if (n > NUMBER_LIMIT || n < -NUMBER_LIMIT) return NULL;
    number_print(digits, n, 0);
    return arena_print(memory, "%s%s", digits, percent ? "%" : "");
}

static const char *next_number(arena *memory, const term *literal) {
    number n;
    bool percent = term_is_call(literal, "percent");
    if (!written_number(literal, &n)) return NULL;
    if (!percent) return written_as(memory, literal, a_little_more(n));
    return written_as(memory, literal, n ? n + n / 10 : NUMBER_ONE / 100);
}

const term *mutating_number(mutating *m, const term *old, number value) {
    problem_list ignored = {.memory = m->memory};
    const char *text = written_as(m->memory, old, value);
    return text ? written_term(m->memory, text, old, old->at, &ignored) : NULL;
}

const char *mutating_next_day(arena *memory, const char *said) {
    date day;
    char text[DATE_TEXT];
    if (!date_from_text(&day, said, strlen(said)) || !date_add(&day, day, 1, UNIT_DAY))
        return NULL;
    date_print(text, day);
    return arena_string(memory, text);
}

static const char *next_day(arena *memory, const term *literal) {
    const term *said =
        term_is_call(literal, "date") && literal->count ? literal->entries[0].value : literal;
    return said->kind == TERM_TEXT ? mutating_next_day(memory, said->name) : NULL;
}

static void mutate_literal(mutating *m, const setting_path *path) {
    problem_list ignored = {.memory = m->memory};
    const char *text = next_day(m->memory, path->literal);
    if (!text && path->literal->kind != TERM_TEXT) text = next_number(m->memory, path->literal);
    if (!text || is_share(path->declaration, path->literal)) return;
    const term *made = written_term(m->memory, text, path->literal, path->at, &ignored);
    if (!made) return;
    mutating_add(m, (mutant){.path = path->path,
                             .from = phrase_text_of(m->memory, path->literal),
                             .to = phrase_text_of(m->memory, made),
                             .at = path->at,
                             .declaration = path->declaration,
                             .old = path->literal,
                             .new = made});
}

/* Guards are kept by changes, not by partners; sources say where data stand. */
static bool is_left_alone(const term *declaration) {
    static const char *const nouns[] = {"program", "source", "guard"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i], declaration->name) == 0) return true;
    return false;
}

static bool stands_before(place a, place b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static void sort_by_place(mutant *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        mutant moving = items[i];
        size_t k = i;
        for (; k > 0 && stands_before(moving.at, items[k - 1].at); k--)
            items[k] = items[k - 1];
        items[k] = moving;
    }
}

bool mutants_of(arena *memory, const declarations *rules, mutant **out, size_t *count) {
    mutating m = {.memory = memory};
    setting_path *paths;
    size_t path_count;
    if (!paths_of(memory, rules, &paths, &path_count)) return false;
    for (size_t i = 0; i < rules->count; i++) {
        const term *declaration = rules->items[i];
        size_t first = m.count;
        if (is_left_alone(declaration)) continue;
        for (size_t k = 0; k < path_count; k++)
            if (paths[k].declaration == declaration) mutate_literal(&m, &paths[k]);
        mutate_words(&m, declaration);
        mutate_shares(&m, declaration);
        sort_by_place(m.items ? m.items + first : NULL, m.count - first);
    }
    *out = m.items;
    *count = m.count;
    return !memory->failed;
}

/* A setting without its range: a mistake may lie outside of it. */
static const term *without_range(arena *memory, const term *setting) {
    term *made = arena_allocate(memory, sizeof *made);
    entry *entries = arena_array(memory, setting->count, sizeof *entries);
    if (!made || !entries) return NULL;
    *made = *setting;
    made->entries = entries;
    made->count = 0;
    for (size_t i = 0; i < setting->count; i++) {
        const char *key = setting->entries[i].key;
        if (!key || strcmp(key, "range") != 0) entries[made->count++] = setting->entries[i];
    }
    return made;
}

const declarations *mutant_apply(arena *memory, const declarations *rules, const mutant *m) {
    const declarations *changed = edit_replace(memory, rules, m->declaration, m->old, m->new);
    for (size_t i = 0; changed && i < changed->count; i++) {
        const term **item = &changed->items[i];
        if (*item == rules->items[i] || strcmp((*item)->name, "setting") != 0) continue;
        *item = without_range(memory, *item);
        if (!*item) return NULL;
    }
    return changed;
}
