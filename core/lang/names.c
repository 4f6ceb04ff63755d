/* names.c - one namespace for the program, another for each ladder's levels. */
#include "lang/names.h"

#include "base/map.h"
#include "lang/sandbox.h"
#include "syntax/arguments.h"
#include "syntax/words.h"

#include <stdio.h>
#include <string.h>

static bool is_name(const char *name) {
    if (*name < 'a' || *name > 'z') return false;
    for (const char *p = name; *p; p++) {
        if ((*p < 'a' || *p > 'z') && (*p < '0' || *p > '9') && *p != '_') return false;
    }
    return true;
}

/* The name in quotes after the noun. */
static place name_place(const term *declaration) {
    place at = argument_place(declaration->at, 0);
    return at.line ? at : declaration->at;
}

static const char *why_no_source(const char *name) {
    if (word_is_lua(name) || sandbox_is_library_name(name)) return "a word of Lua";
    if (word_is_currency(name)) return "a currency";
    if (noun_find(name) || word_find(name)) return "a word of the language";
    return NULL;
}

static void check_form(const term *t, problem_list *problems) {
    const char *why = strcmp(t->name, "source") == 0 ? why_no_source(t->member) : NULL;
    if (!is_name(t->member)) {
        problem_add(
            problems, name_place(t),
            "names are small letters, digits and _, and begin with a letter: north_east",
            "'%.80s' is no name for a %s", t->member, t->name);
    } else if (why) {
        problem_add(problems, name_place(t),
                    "give the source another name and say from = \"table\"",
                    "a source cannot be named '%s', %s", t->member, why);
    } else if (strcmp(t->name, "level") == 0 && strcmp(t->member, "none") == 0) {
        problem_add(problems, name_place(t), NULL,
                    "'none' means no level at all and cannot name one");
    } else if (strcmp(t->name, "level") == 0 && strcmp(t->member, "default") == 0) {
        problem_add(problems, name_place(t), NULL,
                    "'default' means every other level in by(..) and cannot name one");
    }
}

void names_check_column(const term *source, const entry *column, problem_list *problems) {
    if (!is_name(column->key)) {
        problem_add(problems, column->key_at, "write another name = column(\"SQL name\", type)",
                    "'%.80s' is no name for a column of source '%s'", column->key,
                    source->member);
    } else if (word_is_lua(column->key)) {
        problem_add(problems, column->key_at, "write another name = column(\"SQL name\", type)",
                    "a column cannot be named '%s', a word of Lua", column->key);
    }
}

static const term *find_source(const declarations *found, const char *name) {
    for (size_t i = 0; i < found->count; i++) {
        const term *t = found->items[i];
        if (strcmp(t->name, "source") == 0 && t->member && strcmp(t->member, name) == 0)
            return t;
    }
    return NULL;
}

static bool can_be_required(const term *t) {
    static const char *const nouns[] = {"metric", "score", "ladder", "certification",
                                        "obligation"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (strcmp(nouns[i], t->name) == 0) return true;
    }
    return false;
}

/* A requirement's bare name must mean one thing: not a metric and a column of partner. */
static void check_against_columns(const term *t, const term *columns, problem_list *problems) {
    const entry *column = term_entry(columns, t->member);
    if (!column || !can_be_required(t)) return;
    bool ladder = strcmp(t->name, "ladder") == 0;
    const term *current = ladder ? term_field(t, "current") : NULL;
    if (current && (current->kind != TERM_REFERENCE || strcmp(current->name, "partner") != 0 ||
                    !term_entry(columns, current->member)))
        return; /* what is wrong with it is said where it stands */
    if (current && strcmp(current->member, t->member) == 0) return;
    char hint[160] = "give one of them another name";
    if (ladder && !current)
        snprintf(
            hint, sizeof hint,
            "where the column holds today's level write current = partner.%.60s; or rename "
            "one of them",
            t->member);
    problem_add_two(problems, name_place(t), column->key_at, hint,
                    "%s '%s' bears the name of a column of partner", t->name, t->member);
}

static void check_levels(const term *ladder, problem_list *problems) {
    for (size_t i = 0; i < ladder->count; i++) {
        const term *level = ladder->entries[i].value;
        if (level->kind == TERM_DECLARATION) check_form(level, problems);
    }
}

static const char *with_article(const char *noun) {
    return strchr("aeiou", *noun) ? "an" : "a";
}

static void report_twice(const term *first, const term *again, problem_list *problems) {
    place at = name_place(again), other = name_place(first);
    const char *hint = "give one of them another name";
    if (strcmp(first->name, again->name) == 0)
        problem_add_two(problems, at, other, hint, "%s '%s' is declared twice", again->name,
                        again->member);
    else
        problem_add_two(problems, at, other, hint,
                        "'%s' is declared twice: as %s %s and as %s %s", again->member,
                        with_article(first->name), first->name, with_article(again->name),
                        again->name);
}

/* Exchange rates have no name: there is one declaration of them. */
static void check_single(const declarations *found, problem_list *problems) {
    const term *first = NULL;
    for (size_t i = 0; i < found->count; i++) {
        const term *t = found->items[i];
        if (strcmp(t->name, "fx") != 0) continue;
        if (first)
            problem_add_two(problems, t->at, first->at, "write all rates in one of them",
                            "fx is declared twice");
        else
            first = t;
    }
}

void names_check(arena *memory, const declarations *found, problem_list *problems) {
    map names = {.memory = memory};
    const term **owners = arena_array(memory, found->count, sizeof *owners);
    const term *partner = find_source(found, "partner");
    const term *columns = term_field(partner, "columns");
    check_single(found, problems);
    for (size_t i = 0; owners && i < found->count; i++) {
        const term *t = found->items[i];
        if (!t->member || strcmp(t->name, "program") == 0) continue;
        check_form(t, problems);
        check_levels(t, problems);
        check_against_columns(t, columns, problems);
        size_t known = names.count;
        int64_t code = map_add(&names, text_of(t->member));
        if (code == MAP_ABSENT) return;
        if ((size_t)code == known) {
            owners[code] = t;
        } else {
            report_twice(owners[code], t, problems);
        }
    }
}
