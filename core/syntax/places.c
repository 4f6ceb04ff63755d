/* places.c - where things stand in the text of a rule file: what the outline found, by line and
 * word. */
#include "syntax/places.h"

#include "syntax/literal.h"
#include "syntax/outline.h"

#include <stdlib.h>
#include <string.h>

/* A call under one of the lines that a Lua may report for it. */
typedef struct mark {
    const char *word;
    int line;
    bool later;   /* the line of later Luas: asked only when no call has it as its own */
    size_t order; /* of the calls' ends */
    place_call *call;
    size_t next; /* in the first mark of a word on a line: which is taken next */
} mark;

enum { LARGE_KEPT = 32 };

struct places {
    arena *memory;
    token_list tokens;
    number large[LARGE_KEPT]; /* what the file writes from 2^53 on: the first of them */
    size_t large_count;
    mark *marks; /* by line, word, later, order */
    size_t count;
};

static int compare_key(const mark *a, int line, const char *word) {
    if (a->line != line) return a->line < line ? -1 : 1;
    return strcmp(a->word, word);
}

static int compare_marks(const void *left, const void *right) {
    const mark *a = left, *b = right;
    int order = compare_key(a, b->line, b->word);
    if (order) return order;
    if (a->later != b->later) return a->later ? 1 : -1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void add_mark(places *p, place_call *call, size_t order, int line, bool later) {
    p->marks[p->count++] =
        (mark){.word = call->word, .line = line, .later = later, .order = order, .call = call};
}

static bool mark_calls(places *p, arena *memory, const outline *found) {
    p->marks = arena_array(memory, found->count, 3 * sizeof *p->marks);
    if (!p->marks) return false;
    for (size_t i = 0; i < found->count; i++) {
        place_call *call = found->calls[i];
        int first = call->argument_line, last = call->last_argument_line;
        add_mark(p, call, i, call->line, false);
        if (first != call->line) add_mark(p, call, i, first, true);
        if (last != call->line && last != first) add_mark(p, call, i, last, true);
    }
    if (p->count > 1) qsort(p->marks, p->count, sizeof *p->marks, compare_marks);
    return true;
}

static void keep_large(places *p) {
    const number limit = number_from_integer(LITERAL_SAFE);
    for (size_t i = 0; i < p->tokens.count && p->large_count < LARGE_KEPT; i++) {
        if (p->tokens.items[i].kind != TOKEN_NUMBER) continue;
        literal_number value = literal_read(token_text(&p->tokens, &p->tokens.items[i]));
        if (value.known && value.exact >= limit) p->large[p->large_count++] = value.exact;
    }
}

bool places_write(const places *p, number value) {
    number size = value < 0 ? -value : value;
    for (size_t i = 0; i < p->large_count; i++)
        if (p->large[i] == size) return true;
    return false;
}

places *places_read(arena *memory, const source_file *file, const char *const *nouns,
                    problem_list *problems, bool *broken) {
    *broken = false;
    outline found;
    places *p = arena_allocate(memory, sizeof *p);
    if (!p) return NULL;
    *p = (places){.memory = memory};
    if (!tokens_read(&p->tokens, memory, file)) return NULL;
    sides known;
    if (!sides_read(&known, memory, &p->tokens)) return NULL;
    if (!outline_read(&found, memory, &known, nouns, problems, broken)) return NULL;
    if (!*broken) sides_check_numbers(&known, problems);
    keep_large(p);
    return mark_calls(p, memory, &found) ? p : NULL;
}

/* The first mark of this word on this line, or p->count. */
static size_t first_mark(const places *p, int line, const char *word) {
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_key(&p->marks[middle], line, word) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < p->count && compare_key(&p->marks[low], line, word) == 0 ? low : p->count;
}

const place_call *places_take(places *p, int line, const char *word) {
    size_t first = first_mark(p, line, word);
    if (first == p->count) return NULL;
    mark *head = &p->marks[first];
    size_t at = first + head->next;
    if (at >= p->count || compare_key(&p->marks[at], line, word) != 0 ||
        p->marks[at].later != head->later)
        at = first;
    head->next = at - first + 1;
    p->marks[at].call->taken++;
    return p->marks[at].call;
}

static size_t first_token(const token_list *list, int line) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

place places_find(const places *p, int line, const char *name) {
    const token_list *list = &p->tokens;
    const token *other = NULL; /* a key or member of this name, in want of better */
    for (size_t i = first_token(list, line); i < list->count && list->items[i].line == line;
         i++) {
        const token *t = &list->items[i];
        if (t->kind != TOKEN_NAME || !token_is(list, t, name)) continue;
        int before = i > 0 ? t[-1].kind : 0;
        if (before != '.' && before != ':' && t[1].kind != '=') return token_place(list, t);
        if (!other) other = t;
    }
    if (other) return token_place(list, other);
    return (place){.file = list->file, .line = line, .column = 0, .width = 1};
}

place places_token(const places *p, int line, const char *written, bool last) {
    const token_list *list = &p->tokens;
    place at = {.file = list->file, .line = line, .width = 1};
    for (size_t i = first_token(list, line); i < list->count && list->items[i].line == line;
         i++) {
        if (!token_is(list, &list->items[i], written)) continue;
        at = token_place(list, &list->items[i]);
        if (!last) break;
    }
    return at;
}

place places_line(const places *p, int line) {
    const token_list *list = &p->tokens;
    size_t first = first_token(list, line), last = first;
    place at = {.file = list->file, .line = line, .width = 1};
    while (last + 1 < list->count && list->items[last + 1].line == line)
        last++;
    const token *begin = &list->items[first], *end = &list->items[last];
    if (begin->line != line || begin->kind == TOKEN_END) return at;
    if (end->kind == TOKEN_END) end--;
    at.column = begin->column;
    at.width = end->column - begin->column + token_place(list, end).width;
    return at;
}

enum { IN_SIGHT = 200 }; /* tokens of a line, names of a file */

static bool says(text written, const char *said) {
    size_t length = strlen(said);
    return written.length == length + 2 && memcmp(written.bytes + 1, said, length) == 0;
}

static bool counts(text written, double value) {
    char digits[64] = "";
    if (written.length >= sizeof digits) return false;
    memcpy(digits, written.bytes, written.length);
    return strtod(digits, NULL) == value;
}

/* The first token of this kind on the line that says or counts so much. */
static place find_literal(const places *p, int line, token_kind kind, const char *said,
                          double value) {
    const token_list *list = &p->tokens;
    place none = {.file = list->file, .line = line, .column = 0, .width = 1};
    size_t first = first_token(list, line);
    for (size_t i = first; i < list->count && i < first + IN_SIGHT; i++) {
        const token *t = &list->items[i];
        if (t->line != line) break;
        if (t->kind != (int)kind) continue;
        text written = token_text(list, t);
        if (said ? says(written, said) : counts(written, value)) return token_place(list, t);
    }
    return none;
}

place places_number(const places *p, int line, double value) {
    return find_literal(p, line, TOKEN_NUMBER, NULL, value);
}

place places_text(const places *p, int line, const char *said) {
    return find_literal(p, line, TOKEN_STRING, said, 0);
}

void places_offer_locals(const places *p, nearest *guess) {
    const token_list *list = &p->tokens;
    int offered = 0;
    for (size_t i = 0; i + 1 < list->count && offered < IN_SIGHT; i++) {
        if (list->items[i].kind != TOKEN_LOCAL) continue;
        for (const token *t = &list->items[i + 1]; t->kind == TOKEN_NAME; t += 2) {
            char name[64] = "";
            text written = token_text(list, t);
            if (written.length < sizeof name) {
                nearest fresh = *guess;
                memcpy(name, written.bytes, written.length);
                nearest_offer(&fresh, name);
                if (fresh.best == name) {
                    fresh.best = arena_print(p->memory, "%s", name);
                    if (fresh.best) *guess = fresh;
                }
            }
            offered++;
            if (t[1].kind != ',') break;
        }
    }
}

const place_entry *place_table_entry(const place_table *table, const char *key) {
    size_t low = 0, high = table ? table->keyed_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(table->keyed[middle]->key, key);
        if (order == 0) return table->keyed[middle];
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const place_entry *place_table_item(const place_table *table, size_t n) {
    return table && n < table->item_count ? table->items[n] : NULL;
}
