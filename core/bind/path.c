/* path.c - walks declarations and names every literal in them.
 *
 * The walk is in scopes: one for each step of a path. A key, a number in a list, a level and a
 * word that is called (by, marginal, any_of) open a scope; operators do not. A scope that met
 * one literal in its own arithmetic gives it its path; one that met several gives none, since
 * nobody could tell them apart. */
#include "bind/path.h"

#include "syntax/words.h"

#include <string.h>

/* A word that was called in a scope, for numbering the next of that name. */
typedef struct called {
    const char *word;
    struct called *next;
} called;

typedef struct scope {
    setting_path so_far; /* its literal is the last one met */
    size_t literals;
    called *words;
} scope;

typedef struct walk {
    arena *memory;
    setting_path *items;
    size_t count, capacity;
} walk;

static void walk_value(walk *w, scope *s, const term *t);

/* Numbers, texts and truths, and the words that only say what a number is. */
static bool is_literal(const term *t) {
    static const char *const makers[] = {"percent", "amount", "fraction", "decimal",
                                         "date",    "days",   "months"};
    if (t->kind == TERM_NUMBER || t->kind == TERM_TEXT || t->kind == TERM_BOOLEAN) return true;
    if (t->kind == TERM_OPERATION) return t->count == 1 && is_literal(t->entries[0].value);
    if (t->kind != TERM_CALL || t->method || t->count == 0) return false;
    bool makes = word_is_currency(t->name);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        makes = makes || strcmp(t->name, makers[i]) == 0;
    for (size_t i = 0; makes && i < t->count; i++)
        makes = is_literal(t->entries[i].value);
    return makes;
}

static bool is_one_of(const char *word, const char *const *words) {
    for (; *words; words++) {
        if (strcmp(word, *words) == 0) return true;
    }
    return false;
}

static void meet(scope *s, const term *literal) {
    s->so_far.literal = literal;
    s->literals++;
}

static void close_scope(walk *w, const scope *s) {
    if (s->literals != 1 || !s->so_far.path) return;
    setting_path *moved =
        arena_grow(w->memory, w->items, w->count, &w->capacity, sizeof *moved);
    if (!moved) return;
    w->items = moved;
    w->items[w->count] = s->so_far;
    w->items[w->count++].at = s->so_far.literal->at;
}

/* A step as it stands in a path: quoted where it could be taken for several. */
static const char *step_of(arena *memory, const char *key) {
    if (*key && !strpbrk(key, ". \t\"=")) return key;
    text_buffer quoted = {0};
    text_append_byte(&quoted, '"');
    for (; *key; key++) {
        if (*key == '"' || *key == '\\') text_append_byte(&quoted, '\\');
        text_append_byte(&quoted, *key);
    }
    text_append_byte(&quoted, '"');
    const char *copy = quoted.failed ? NULL : arena_copy(memory, quoted.bytes, quoted.length);
    if (quoted.failed) memory->failed = true;
    text_free(&quoted);
    return copy;
}

/* A scope one step further down. Keys and numbers say which value is the formula from here on;
 * words (field NULL) leave it. */
static scope open_scope(walk *w, const scope *s, const char *step, const term *field) {
    scope down = {.so_far = s->so_far};
    const char *written = step_of(w->memory, step);
    bool can = written && s->so_far.path;
    down.so_far.path = can ? arena_print(w->memory, "%s.%s", s->so_far.path, written) : NULL;
    if (field) down.so_far.field = field;
    down.so_far.span = NULL;
    return down;
}

static void walk_step(walk *w, const scope *s, const char *step, const term *value) {
    scope down = open_scope(w, s, step, value);
    walk_value(w, &down, value);
    close_scope(w, &down);
}

static void walk_number(walk *w, const scope *s, size_t number, const term *value) {
    char step[24] = {0};
    char *p = step + sizeof step - 1;
    for (; number; number /= 10)
        *--p = (char)('0' + number % 10);
    walk_step(w, s, p, value);
}

/* A condition or other call without a key: its word is the step, and what it is asked of is not
 * the table's own literal. */
static void walk_unkeyed(walk *w, scope *s, const term *t) {
    size_t before = s->literals;
    const term *literal = s->so_far.literal, *field = s->so_far.field;
    s->so_far.field = t;
    walk_value(w, s, t);
    s->so_far.field = field;
    s->so_far.literal = literal;
    s->literals = before;
}

static void walk_positional(walk *w, scope *s, size_t position, const term *t) {
    bool unkeyed = t->kind == TERM_CALL && !is_literal(t);
    if (unkeyed)
        walk_unkeyed(w, s, t);
    else
        walk_number(w, s, position, t);
}

static void walk_table(walk *w, scope *s, const term *table) {
    size_t position = 0;
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        if (e->key) {
            scope down = open_scope(w, s, e->key, e->value);
            down.so_far.key = e->key;
            walk_value(w, &down, e->value);
            close_scope(w, &down);
            continue;
        }
        position++;
        walk_positional(w, s, position, e->value);
    }
}

/* --- calls -------------------------------------------------------------------------------- */

static void walk_bands(walk *w, const scope *s, const term *of, const term *bands,
                       const char *second) {
    for (size_t i = 0; i < term_item_count(bands); i++) {
        const term *band = term_item(bands, i);
        const char *step = arena_print(w->memory, "%zu", i + 1);
        if (band->kind != TERM_TABLE || !step) continue;
        scope down = open_scope(w, s, step, band);
        const term *from = term_item(band, 0), *value = term_item(band, 1);
        scope start = down;
        start.so_far.measured = of;
        if (from) walk_step(w, &start, "from", from);
        if (value) walk_step(w, &down, second, value);
    }
}

static void walk_banded(walk *w, scope *s, const term *call) {
    static const char *const by_rate[] = {"marginal", "retroactive", NULL};
    const char *second = is_one_of(call->name, by_rate) ? "rate" : "value";
    walk_value(w, s, call->entries[0].value);
    walk_bands(w, s, call->entries[0].value, call->entries[1].value, second);
}

/* How the arguments of a call stand in paths, receiver aside: a step of their own, "" the
 * word's own path, "-" the same but what their arithmetic holds has none. The last goes for all
 * further. */
static const struct {
    const char *word;
    const char *steps[3];
} argument_steps[] = {
    {"trailing", {"", "unit", ""}},   {"this", {"", "", ""}},
    {"last", {"", "", ""}},           {"ago", {"-", "", "unit"}},
    {"between", {"1", "2", ""}},      {"n_of", {"", "", ""}},
    {"round", {"", "places", ""}},    {"round_down", {"", "places", ""}},
    {"round_up", {"", "places", ""}}, {"when", {"-", "then", "otherwise"}},
    {"start_of", {"unit", "", ""}},   {"end_of", {"unit", "", ""}},
};

/* :per("quarter", 4), :per(sale.paid_on, "quarter", 4) */
static const char *const *steps_of_per(const term *call) {
    static const char *const by_day[] = {"unit", "", ""}, *const by_date[] = {"-", "unit", ""};
    return call->count > 1 && call->entries[1].value->kind == TERM_TEXT ? by_day : by_date;
}

static const char *const *steps_of_call(const char *word) {
    for (size_t i = 0; i < sizeof argument_steps / sizeof *argument_steps; i++) {
        if (strcmp(argument_steps[i].word, word) == 0) return argument_steps[i].steps;
    }
    return NULL;
}

/* trailing(12, "months"), ago(x, 12, "months") */
static const char *span_of(const term *call) {
    size_t at = strcmp(call->name, "trailing") == 0 ? 1
                : strcmp(call->name, "ago") == 0    ? 2
                                                    : 0;
    const term *unit = at && at < call->count ? call->entries[at].value : NULL;
    return unit && unit->kind == TERM_TEXT ? unit->name : NULL;
}

static void walk_arguments(walk *w, scope *s, const term *call) {
    if (!call->method) s->so_far.span = span_of(call);
    size_t first = call->method ? 1 : 0;
    const char *const *steps = steps_of_call(call->name);
    if (call->method && strcmp(call->name, "per") == 0) steps = steps_of_per(call);
    for (size_t i = first; i < call->count; i++) {
        const term *t = call->entries[i].value;
        const char *step = steps ? steps[i - first < 2 ? i - first : 2] : "";
        if (!*step || t->kind == TERM_TABLE)
            walk_value(w, s, t);
        else if (*step == '-')
            walk_unkeyed(w, s, t);
        else
            walk_step(w, s, step, t);
    }
}

/* The word, numbered from the second of its name in one scope. */
static const char *word_step(walk *w, scope *s, const char *word) {
    size_t before = 0;
    for (const called *c = s->words; c; c = c->next)
        before += strcmp(c->word, word) == 0;
    called *now = arena_allocate(w->memory, sizeof *now);
    if (!now) return NULL;
    *now = (called){word, s->words};
    s->words = now;
    return before ? arena_print(w->memory, "%s_%zu", word, before + 1) : word;
}

static void walk_call(walk *w, scope *s, const term *call) {
    static const char *const bands[] = {"marginal", "retroactive", "band", "interpolated",
                                        NULL};
    if (call->method && call->count) walk_unkeyed(w, s, call->entries[0].value);
    const char *step = word_step(w, s, call->name);
    if (!step) return;
    scope down = open_scope(w, s, step, NULL);
    bool in_bands = is_one_of(call->name, bands) && !call->method && call->count == 2;
    if (in_bands && call->entries[1].value->kind == TERM_TABLE)
        walk_banded(w, &down, call);
    else
        walk_arguments(w, &down, call);
    close_scope(w, &down);
}

static void walk_value(walk *w, scope *s, const term *t) {
    if (is_literal(t)) {
        meet(s, t);
    } else if (t->kind == TERM_OPERATION) {
        for (size_t i = 0; i < t->count; i++)
            walk_value(w, s, t->entries[i].value);
    } else if (t->kind == TERM_CALL) {
        walk_call(w, s, t);
    } else if (t->kind == TERM_TABLE) {
        walk_table(w, s, t);
    }
}

/* --- declarations ------------------------------------------------------------------------- */

/* What is said about a declaration, not what it does. */
static const char *const about[] = {"title", "why", "unit", "range", "step", NULL};

/* A part of a score: fit.1.full, fit.1.points, fit.2.points.1.from. */
static void walk_part(walk *w, const scope *s, size_t number, const term *part) {
    const char *step = arena_print(w->memory, "%zu", number);
    const term *of = term_field(part, "of");
    if (!step) return;
    scope own = open_scope(w, s, step, part);
    for (size_t i = 0; i < part->count; i++) {
        const entry *e = &part->entries[i];
        if (!e->key || is_one_of(e->key, about)) continue;
        scope down = open_scope(w, &own, e->key, e->value);
        down.so_far.key = e->key;
        bool points = strcmp(e->key, "points") == 0;
        if (strcmp(e->key, "full") == 0) down.so_far.measured = of;
        if (points && e->value->kind == TERM_TABLE)
            walk_bands(w, &down, of, e->value, "value");
        else
            walk_value(w, &down, e->value);
        close_scope(w, &down);
    }
}

static void walk_fields(walk *w, scope *s, const term *declaration) {
    bool score = strcmp(declaration->name, "score") == 0;
    bool setting = strcmp(declaration->name, "setting") == 0;
    size_t position = 0;
    for (size_t i = 0; i < declaration->count; i++) {
        const entry *e = &declaration->entries[i];
        if (e->key && is_one_of(e->key, about)) continue;
        if (e->value->kind == TERM_DECLARATION) {
            scope down = open_scope(w, s, e->value->member, NULL);
            walk_fields(w, &down, e->value);
        } else if (setting && e->key && strcmp(e->key, "value") == 0) {
            s->so_far.field = e->value;
            walk_value(w, s, e->value);
            close_scope(w, s);
        } else if (e->key) {
            scope down = open_scope(w, s, e->key, e->value);
            down.so_far.key = e->key;
            walk_value(w, &down, e->value);
            close_scope(w, &down);
        } else if (score && e->value->kind == TERM_TABLE) {
            walk_part(w, s, ++position, e->value);
        } else {
            walk_positional(w, s, ++position, e->value);
        }
    }
}

static bool stands_before(place a, place b) {
    if (a.file != b.file) return false;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

/* A declaration's paths in the order of its text; what a loop made stays in the order of
 * making. */
static void sort_by_place(setting_path *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        setting_path moving = items[i];
        size_t k = i;
        for (; k > 0 && stands_before(moving.at, items[k - 1].at); k--)
            items[k] = items[k - 1];
        items[k] = moving;
    }
}

static void walk_declarations(walk *w, const declarations *rules, bool sources) {
    for (size_t i = 0; i < rules->count; i++) {
        const term *d = rules->items[i];
        if ((strcmp(d->name, "source") == 0) != sources) continue;
        bool unnamed = strcmp(d->name, "program") == 0 || !d->member;
        scope s = {.so_far = {.path = unnamed ? d->name : d->member, .declaration = d}};
        size_t first = w->count;
        walk_fields(w, &s, d);
        sort_by_place(w->items ? w->items + first : NULL, w->count - first);
    }
}

bool paths_of(arena *memory, const declarations *rules, setting_path **out, size_t *count) {
    walk w = {.memory = memory};
    walk_declarations(&w, rules, false);
    walk_declarations(&w, rules, true);
    *out = w.items;
    *count = w.count;
    return !memory->failed;
}
