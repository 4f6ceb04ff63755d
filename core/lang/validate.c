/* validate.c - fields, shapes and choices of declarations, from the table of the language. */
#include "lang/validate.h"

#include "base/nearest.h"
#include "lang/details.h"
#include "lang/names.h"
#include "syntax/foreign_fields.h"
#include "syntax/words.h"

#include <string.h>

typedef struct validation {
    arena *memory;
    problem_list *problems;
    const term *declaration; /* the one that is looked at */
} validation;

/* "ladder 'tier'", or "program". */
static const char *called(const validation *v) {
    const term *t = v->declaration;
    if (!t->member || strcmp(t->name, "program") == 0) return t->name;
    if (strcmp(t->name, "part") == 0) {
        const char *part = arena_print(v->memory, "a part of score '%.80s'", t->member);
        return part ? part : t->name;
    }
    const char *whole = arena_print(v->memory, "%s '%.80s'", t->name, t->member);
    return whole ? whole : t->name;
}

/* Whose columns are those of partner. */
static bool is_ladder(const validation *v) {
    return strcmp(v->declaration->name, "ladder") == 0;
}

static const char *what_stands(const term *t) {
    switch (t->kind) {
    case TERM_NUMBER:
        return "a number";
    case TERM_TEXT:
        return "a text";
    case TERM_BOOLEAN:
        return "true or false";
    case TERM_TABLE:
        return "a table";
    case TERM_DECLARATION:
        return "a declaration";
    case TERM_REFERENCE:
        return "a reference";
    case TERM_WORD:
        return "a word";
    case TERM_FUNCTION:
        return "a function";
    default:
        return "an expression";
    }
}

static bool fits(field_shape shape, const term *t) {
    switch (shape) {
    case SHAPE_TEXT:
        return t->kind == TERM_TEXT;
    case SHAPE_BOOLEAN:
        return t->kind == TERM_BOOLEAN;
    case SHAPE_TABLE:
    case SHAPE_FILTER:
    case SHAPE_REQUIREMENTS:
        return t->kind == TERM_TABLE;
    case SHAPE_SOURCE:
        return t->kind == TERM_WORD && !word_find(t->name);
    case SHAPE_REFERENCE:
        return t->kind == TERM_REFERENCE;
    case SHAPE_VALUE:
        return t->kind != TERM_TABLE && t->kind != TERM_DECLARATION;
    case SHAPE_CHOICE:
        return t->kind == TERM_TEXT || t->kind == TERM_CALL;
    case SHAPE_LEVELS:
    case SHAPE_CONDITIONS:
    case SHAPE_PARTS:
        return false;
    default:
        return true;
    }
}

static const char *wanted(field_shape shape) {
    switch (shape) {
    case SHAPE_TEXT:
        return "a text in quotes";
    case SHAPE_BOOLEAN:
        return "true or false";
    case SHAPE_TABLE:
        return "a table { .. }";
    case SHAPE_FILTER:
        return "a table of conditions { column = value }";
    case SHAPE_REQUIREMENTS:
        return "a table of what must be met { metric = value }";
    case SHAPE_SOURCE:
        return "a source, such as deal";
    case SHAPE_REFERENCE:
        return "a column, such as deal.closed_on";
    case SHAPE_VALUE:
        return "a number or an expression";
    case SHAPE_CHOICE:
        return "one of its words in quotes";
    case SHAPE_CONDITIONS:
        return "conditions without a key: total(payout):at_most(2000000)";
    case SHAPE_PARTS:
        return "parts without a key: { of = metric.growth, full = percent(20), points = 40 }";
    default:
        return "levels without a key: level \"gold\" { .. }";
    }
}

/* The next of the words separated by blanks; its length is 0 at the end. */
static text next_choice(const char **list) {
    while (**list == ' ')
        ++*list;
    text word = {*list, strcspn(*list, " ")};
    *list += word.length;
    return word;
}

static const char *choice_list(arena *memory, const char *choices) {
    const char *all = "";
    for (text word = next_choice(&choices); word.length && all; word = next_choice(&choices)) {
        bool call = word.bytes[word.length - 1] == '(';
        const char *name = arena_copy(memory, word.bytes, word.length - call);
        const language_word *called = name && call ? word_find(name) : NULL;
        if (called)
            all = arena_print(memory, "%s%s%s", all, *all ? ", " : "", called->form);
        else
            all = arena_print(memory, "%s%s\"%s\"", all, *all ? ", " : "", name ? name : "");
    }
    return all;
}

static bool is_choice(const char *choices, const term *t) {
    for (text word = next_choice(&choices); word.length; word = next_choice(&choices)) {
        bool call = word.bytes[word.length - 1] == '(';
        text name = {word.bytes, word.length - call};
        if (call == (t->kind == TERM_CALL) && text_equal(name, text_of(t->name))) return true;
    }
    return false;
}

static void check_choice(const validation *v, const field_word *field, const term *t) {
    if (is_choice(field->choices, t)) return;
    nearest guess = nearest_to(t->name);
    const char *list = field->choices;
    for (text word = next_choice(&list); word.length; word = next_choice(&list)) {
        const char *known = arena_copy(v->memory, word.bytes, word.length);
        if (known) nearest_offer(&guess, known);
    }
    const char *all = choice_list(v->memory, field->choices);
    const char *hint =
        guess.best ? arena_print(v->memory, "did you mean '%s'?", guess.best)
                   : arena_print(v->memory, "%s is one of %s", field->name, all ? all : "");
    problem_add(v->problems, t->at, hint, "'%.80s' is no '%s' of %s", t->name, field->name,
                called(v));
}

/* applies_to = partner.region:is "NA", where { region = "NA" } is asked of a column. */
static const char *asked_by_key(const validation *v, const field_word *field, const term *t) {
    const term *x = t->entries[0].value, *y = t->count == 2 ? t->entries[1].value : NULL;
    bool equals = y && strcmp(t->name, "is") == 0 && y->kind == TERM_TEXT;
    if (x->kind != TERM_REFERENCE || x->further)
        return arena_print(v->memory, "write %s = { x:%s(..) }", field->name, t->name);
    return equals ? arena_print(v->memory, "write %s = { %s = \"%.80s\" }", field->name,
                                x->member, y->name)
                  : arena_print(v->memory, "write %s = { %s = %s(..) }", field->name, x->member,
                                t->name);
}

/* What was probably meant where a shape does not fit, or NULL. */
static const char *shape_hint(const validation *v, const field_word *field, const term *t) {
    bool conditions = field->shape == SHAPE_FILTER || field->shape == SHAPE_REQUIREMENTS;
    if (conditions && t->kind == TERM_CALL && t->method) return asked_by_key(v, field, t);
    if (field->shape == SHAPE_REQUIREMENTS && t->kind == TERM_FUNCTION)
        return arena_print(v->memory, "write %s = { function(p) .. end }", field->name);
    if (field->shape == SHAPE_REQUIREMENTS && t->kind == TERM_REFERENCE)
        return arena_print(v->memory, "write %s = { %s.%.80s }", field->name, t->name,
                           t->member);
    if (conditions && t->kind == TERM_CALL) {
        return arena_print(v->memory, "write %s = { %s .. }", field->name, t->name);
    }
    if (field->shape == SHAPE_TEXT && t->kind == TERM_WORD) {
        return arena_print(v->memory, "write %s = \"%s\"", field->name, t->name);
    }
    if (field->shape == SHAPE_SOURCE && t->kind == TERM_TEXT) {
        return arena_print(v->memory, "write %s = %.80s, without quotes", field->name, t->name);
    }
    if (field->shape == SHAPE_BOOLEAN) {
        return arena_print(v->memory, "write %s = true, without quotes", field->name);
    }
    if (field->shape == SHAPE_TABLE && strcmp(field->name, "cap") == 0) {
        return "write cap = { partner = 20000 }";
    }
    if (strcmp(field->name, "not_with") == 0 && t->kind == TERM_REFERENCE) {
        return arena_print(v->memory, "write not_with = { %s.%.80s }", t->name, t->member);
    }
    if (field->shape == SHAPE_REFERENCE && strcmp(field->name, "order") == 0 &&
        t->kind != TERM_TEXT) {
        return "name one column; the smallest comes first";
    }
    if (field->shape == SHAPE_TEXT && t->kind == TERM_NUMBER) {
        char digits[NUMBER_TEXT];
        number_print(digits, t->number, 0);
        return arena_print(v->memory, "write %s = \"%s\"", field->name, digits);
    }
    if (field->shape == SHAPE_REFERENCE && t->kind == TERM_TEXT) {
        return arena_print(v->memory, "write %s.%.80s, without quotes",
                           is_ladder(v) ? "partner" : "source", t->name);
    }
    return NULL;
}

static void check_shape(const validation *v, const field_word *field, const entry *e) {
    const term *t = e->value;
    if (term_is_poison(t)) return;
    if (!fits(field->shape, t)) {
        const term *begins = t->kind == TERM_CALL && t->method ? t->entries[0].value : t;
        bool partners = field->shape == SHAPE_REFERENCE && is_ladder(v);
        problem_add(v->problems, begins->at.column ? begins->at : e->key_at,
                    shape_hint(v, field, t), "'%s' of %s wants %s, not %s", field->name,
                    called(v), partners ? "a column of partner" : wanted(field->shape),
                    what_stands(t));
    } else if (field->shape == SHAPE_CHOICE) {
        check_choice(v, field, t);
    }
}

static bool stands_without_key(field_shape shape) {
    return shape == SHAPE_LEVELS || shape == SHAPE_CONDITIONS || shape == SHAPE_PARTS;
}

static const char *field_list(const validation *v) {
    const char *all = "";
    for (const field_word *row = language_fields; row->name && all; row++) {
        if (strcmp(row->noun, v->declaration->name) != 0) continue;
        if (stands_without_key(row->shape)) continue;
        all = arena_print(v->memory, "%s%s%s", all, *all ? ", " : "", row->name);
    }
    return all;
}

/* levels = { level "silver" {}, .. } */
static bool holds_levels(const term *t) {
    for (size_t i = 0; i < t->count && t->kind == TERM_TABLE; i++) {
        const term *level = t->entries[i].value;
        if (level->kind == TERM_DECLARATION && strcmp(level->name, "level") == 0) return true;
    }
    return t->kind == TERM_DECLARATION;
}

static void report_unknown_field(const validation *v, const entry *e) {
    nearest guess = nearest_to(e->key);
    for (const field_word *row = language_fields; row->name; row++) {
        if (strcmp(row->noun, v->declaration->name) == 0) nearest_offer(&guess, row->name);
    }
    const char *all = field_list(v), *noun = v->declaration->name;
    const char *hint =
        guess.best ? arena_print(v->memory, "did you mean '%s'?", guess.best)
                   : arena_print(v->memory, "the fields of %s are %s", noun, all ? all : "");
    const field_word *meant = guess.best ? field_find(noun, guess.best) : NULL;
    if (meant && stands_without_key(meant->shape))
        hint = arena_print(v->memory, "write %s", wanted(meant->shape));
    const char *foreign = foreign_field_hint(noun, e->key);
    if (foreign) hint = foreign;
    if (holds_levels(e->value)) hint = "levels stand in the ladder itself, without a field";
    problem_add(v->problems, e->key_at, hint, "unknown field '%.80s' of %s", e->key, called(v));
}

static bool takes_levels(const term *t) {
    const field_word *row = field_find(t->name, "level");
    return row && row->shape == SHAPE_LEVELS;
}

static bool takes_conditions(const term *t) {
    const field_word *row = field_find(t->name, "condition");
    return row && row->shape == SHAPE_CONDITIONS;
}

static bool takes_parts(const term *t) {
    const field_word *row = field_find(t->name, "part");
    return row && row->shape == SHAPE_PARTS;
}

static void check_positional(const validation *v, const entry *e) {
    const term *t = e->value;
    if (term_is_poison(t)) return;
    if (t->kind == TERM_TABLE && takes_parts(v->declaration)) return; /* see check_parts */
    bool level = t->kind == TERM_DECLARATION && strcmp(t->name, "level") == 0;
    if (level && takes_levels(v->declaration)) return;
    if (takes_conditions(v->declaration)) return; /* bind/ says which conditions it knows */
    place at = t->at.column ? t->at : e->key_at;
    if (takes_levels(v->declaration)) {
        problem_add(v->problems, at, "levels are written level \"gold\" { .. }",
                    "%s holds %s that is no level", called(v), what_stands(t));
    } else if (takes_parts(v->declaration)) {
        problem_add(v->problems, at,
                    "a part is written { of = metric.growth, full = percent(20), points = 40 }",
                    "%s holds %s that is no part", called(v), what_stands(t));
    } else {
        const char *hint = t->kind == TERM_NUMBER
                               ? "write field = value; numbers have no commas: 1000"
                               : "write field = value";
        if (t->kind == TERM_TEXT && field_find(v->declaration->name, "title"))
            hint = arena_print(v->memory, "write title = \"%.80s\"", t->name);
        problem_add(v->problems, at, hint, "%s in %s has no field name", what_stands(t),
                    called(v));
    }
}

static void check_field(const validation *v, const entry *e) {
    if (!e->key) {
        check_positional(v, e);
        return;
    }
    const field_word *field = field_find(v->declaration->name, e->key);
    if (field)
        check_shape(v, field, e);
    else
        report_unknown_field(v, e);
}

/* Whether an unknown field was probably meant to be this one: that is reported already. */
static bool is_misspelt(const validation *v, const char *name) {
    for (size_t i = 0; i < v->declaration->count; i++) {
        const char *key = v->declaration->entries[i].key;
        if (!key || field_find(v->declaration->name, key)) continue;
        nearest guess = nearest_to(key);
        nearest_offer(&guess, name);
        if (guess.best) return true;
    }
    return false;
}

static void check_required(const validation *v) {
    for (const field_word *row = language_fields; row->name; row++) {
        if (!row->required || strcmp(row->noun, v->declaration->name) != 0) continue;
        if (term_entry(v->declaration, row->name)) continue;
        if (!is_misspelt(v, row->name)) {
            const char *hint = arena_print(v->memory, "%s: %s", row->name, row->says);
            problem_add(v->problems, v->declaration->at, hint, "%s has no '%s'", called(v),
                        row->name);
        }
        term_spoil_missing(v->memory, v->declaration, row->name);
    }
}

/* Checks an entry; a wrong one does not reach those who bind it. */
static void check_entry(const validation *v, const entry *e) {
    size_t before = v->problems->found + v->problems->repeats;
    check_field(v, e);
    if (v->problems->found + v->problems->repeats > before) term_spoil(v->memory, e);
}

static void check_declaration(arena *memory, problem_list *problems, const term *t);

/* The parts of a score have fields of their own, as if each were a declaration. */
static void check_parts(const validation *v) {
    for (size_t i = 0; takes_parts(v->declaration) && i < v->declaration->count; i++) {
        const entry *e = &v->declaration->entries[i];
        if (e->key || e->value->kind != TERM_TABLE) continue;
        term part = *e->value;
        part.name = "part";
        part.member = v->declaration->member;
        check_declaration(v->memory, v->problems, &part);
        term *checked = (term *)e->value; /* what lacked is marked in it */
        if (checked->count == part.count) continue;
        checked->entries = part.entries;
        checked->count = part.count;
    }
}

static void check_declaration(arena *memory, problem_list *problems, const term *t) {
    validation v = {memory, problems, t};
    for (size_t i = 0; i < t->count; i++) {
        check_entry(&v, &t->entries[i]);
        const term *inner = t->entries[i].value;
        if (inner->kind == TERM_DECLARATION && strcmp(inner->name, "level") == 0) {
            check_declaration(memory, problems, inner);
        }
    }
    check_parts(&v);
    check_required(&v);
    details_check(memory, t, problems);
}

static void check_calls(const term *t, problem_list *problems) {
    if (t->kind == TERM_CALL) details_check_call(problems, t);
    for (size_t i = 0; i < t->count; i++)
        check_calls(t->entries[i].value, problems);
}

void validate_changed(arena *memory, const term *declaration, problem_list *problems) {
    check_declaration(memory, problems, declaration);
    check_calls(declaration, problems);
}

void validate_declarations(arena *memory, const declarations *found, problem_list *problems) {
    for (size_t i = 0; i < found->count; i++)
        check_declaration(memory, problems, found->items[i]);
    names_check(memory, found, problems);
}
