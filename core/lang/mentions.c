/* mentions.c - what only the end of reading can tell: which names are sources, and what was
 * begun and never finished. */
#include "lang/mentions.h"

#include "base/map.h"
#include "syntax/foreign_words.h"

#include <string.h>

/* The names of all sources. False when memory ran out. */
static bool list_sources(const declarations *found, map *sources) {
    for (size_t i = 0; i < found->count; i++) {
        const term *t = found->items[i];
        if (strcmp(t->name, "source") != 0 || !t->member) continue;
        if (map_add(sources, text_of(t->member)) == MAP_ABSENT) return false;
    }
    return true;
}

/* "partner.tier" and the like for every source that has such a column, or NULL. */
static const char *as_column(const reading *r, const char *name) {
    const char *said = NULL;
    for (size_t i = 0; i < r->found->count; i++) {
        const term *t = r->found->items[i];
        if (strcmp(t->name, "source") != 0 || !t->member) continue;
        if (!term_entry(term_field(t, "columns"), name)) continue;
        said = arena_print(r->memory, "%s%s%.60s.%.60s", said ? said : "", said ? " or " : "",
                           t->member, name);
    }
    return said;
}

static bool is_level_of(const term *t, const char *name) {
    for (size_t j = 0; j < t->count; j++) {
        const term *level = t->entries[j].value;
        if (level->kind == TERM_DECLARATION && level->member &&
            strcmp(level->member, name) == 0)
            return true;
    }
    return false;
}

/* What the name would mean with its noun, its source or in quotes, or NULL. */
static const char *fuller_name(const reading *r, const char *name) {
    const char *column = as_column(r, name);
    for (size_t i = 0; i < r->found->count; i++) {
        const term *t = r->found->items[i];
        if (t->member && strcmp(t->name, "program") != 0 && strcmp(t->member, name) == 0)
            return arena_print(r->memory, "write %s.%.80s%s%s", t->name, name,
                               column ? " or " : "", column ? column : "");
        if (is_level_of(t, name))
            return arena_print(r->memory, "write \"%.80s\", in quotes", name);
    }
    return column ? arena_print(r->memory, "write %s", column) : NULL;
}

/* status == "won": the operator was found fault with, and says what to write. */
static bool stands_before_fault(const reading *r, place at) {
    text line = place_source_line(at);
    size_t end = (size_t)(at.column - 1 + at.width);
    while (at.column && end < line.length && line.bytes[end] == ' ')
        end++;
    return at.column && problem_on_sign(r->problems, at, (int)end + 1, (int)end + 1);
}

/* How a field is written that stands there like a call; NULL: there is none of this name. */
static const char *field_hint(arena *memory, const char *name) {
    for (const field_word *row = language_fields; row->name; row++) {
        if (strcmp(row->name, name) != 0) continue;
        if (row->shape == SHAPE_PARTS)
            return "a part is a table without a name: { of = metric.growth, full = "
                   "percent(20), "
                   "points = 40 }";
        return arena_print(memory, "a field is written with '=': %.40s = ..", name);
    }
    return NULL;
}

/* USD(5), SUM(..): the same in small letters is a word. */
static const char *small_letters(arena *memory, const char *name) {
    char *small = arena_string(memory, name);
    for (size_t i = 0; small && small[i]; i++)
        if (small[i] >= 'A' && small[i] <= 'Z') small[i] = (char)(small[i] - 'A' + 'a');
    bool known = small && strcmp(small, name) != 0 && (word_find(small) || noun_find(small));
    return known ? arena_print(memory, "did you mean '%s'?", small) : NULL;
}

static void report_unknown(reading *r, const mention *m) {
    if (stands_before_fault(r, m->at)) return;
    nearest guess = nearest_to(m->name);
    words_offer(&guess);
    for (size_t i = 0; i < r->found->count; i++) {
        const term *t = r->found->items[i];
        if (strcmp(t->name, "source") == 0 && t->member) nearest_offer(&guess, t->member);
    }
    places_offer_locals(m->text, &guess);
    const char *hint = fuller_name(r, m->name);
    if (!hint && m->called) hint = field_hint(r->memory, m->name);
    if (!hint) hint = foreign_word_hint(m->name, m->called);
    if (!hint) hint = small_letters(r->memory, m->name);
    bool helps = guess.best && (strlen(m->name) > 3 || strlen(guess.best) >= strlen(m->name));
    if (!hint && helps) hint = arena_print(r->memory, "did you mean '%s'?", guess.best);
    if (!hint && m->called) hint = "'rung words' lists every word";
    if (!hint)
        hint = arena_print(r->memory,
                           "a text stands in quotes: \"%.60s\"; a source is declared as source "
                           "\"%.60s\" { .. }",
                           m->name, m->name);
    problem_add(r->problems, m->at, hint, "unknown word '%.80s'", m->name);
}

/* A name that means nothing was reported where it stands; those who bind the rest need not say
 * so again. */
static void spoil_unknown(term *t, const map *sources) {
    bool named = t->kind == TERM_REFERENCE ? !noun_find(t->name)
                 : t->kind == TERM_WORD    ? !word_find(t->name)
                                           : false;
    if (named && map_find(sources, text_of(t->name)) == MAP_ABSENT) {
        t->kind = TERM_WORD;
        t->name = "";
    }
    for (size_t i = 0; i < t->count; i++)
        spoil_unknown((term *)t->entries[i].value, sources);
}

void mentions_check(reading *r) {
    map sources = {.memory = r->memory}, refused = {.memory = r->memory};
    if (!list_sources(r->found, &sources)) return;
    for (const mention *m = r->mentions; m; m = m->next) {
        if (m->written && map_add(&refused, text_of(m->name)) == MAP_ABSENT) return;
    }
    for (const mention *m = r->mentions; m; m = m->next) {
        if (map_find(&refused, text_of(m->name)) != MAP_ABSENT) continue;
        bool known = map_find(&sources, text_of(m->name)) != MAP_ABSENT;
        if (known && m->called) {
            problem_add(r->problems, m->at, NULL, "'%.80s' is a source and takes no values",
                        m->name);
        } else if (!known && (m->called || !r->incomplete)) {
            report_unknown(r, m);
        }
    }
}

void mentions_spoil(reading *r) {
    map sources = {.memory = r->memory};
    if (!list_sources(r->found, &sources)) return;
    for (size_t i = 0; i < r->found->count; i++)
        spoil_unknown((term *)r->found->items[i], &sources);
}

static bool stands_in(const term *t, const term *level) {
    for (size_t i = 0; i < t->count; i++) {
        const term *inner = t->entries[i].value;
        if (inner == level) return true;
        /* in a field, which is reported by itself */
        if (inner->kind == TERM_TABLE && t->kind == TERM_DECLARATION && stands_in(inner, level))
            return true;
    }
    return false;
}

static bool has_ladder(const reading *r, const term *level) {
    for (size_t i = 0; i < r->found->count; i++) {
        if (stands_in(r->found->items[i], level)) return true;
    }
    return false;
}

void openings_check(reading *r) {
    for (const opening *o = r->openings; o; o = o->next) {
        if (!o->declared) {
            if (r->incomplete && !o->next) return; /* the run stopped in it */
            const char *hint =
                arena_print(r->memory, "write %s \"%.80s\" { .. }", o->noun->name, o->name);
            problem_add(r->problems, o->at, hint, "%s '%.80s' has no table of fields",
                        o->noun->name, o->name);
        } else if (strcmp(o->noun->name, "level") == 0 && !r->incomplete &&
                   !has_ladder(r, o->declared)) {
            problem_add(r->problems, o->at, "write it inside ladder \"name\" { .. }",
                        "level '%.80s' stands outside of a ladder", o->name);
        }
    }
}
