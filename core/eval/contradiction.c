#include "eval/contradiction.h"

#include "base/memory.h"
#include "base/nearest.h"

#include <string.h>
#include <strings.h>

/* Which codes a text column holds, as far as rules ask about them; NULL when memory ran out. */
static uint8_t *codes_of(const facts *f, const facts_table *table, const facts_column *column) {
    uint8_t *held = memory_allocate(f->texts.count + 1);
    for (size_t row = 0; held && row < table->rows; row++) {
        bool there = !column->states || column->states[row] == CELL_VALUE;
        if (there) held[column->codes[row]] = 1;
    }
    for (size_t i = 0; held && i < column->met_count; i++)
        held[column->met[i]] = 1;
    return held;
}

/* Like nearest_offer, but of texts that are equally near the first by bytes: the order of codes
 * says nothing. */
static void offer(nearest *guess, const char *known) {
    nearest alone = nearest_to(guess->wanted);
    nearest_offer(&alone, known);
    if (!alone.best) return;
    bool nearer = !guess->best || alone.distance < guess->distance;
    if (nearer || (alone.distance == guess->distance && strcmp(known, guess->best) < 0))
        *guess = alone;
}

/* What a text column holds of texts that are much like one that rules ask for. */
typedef struct likeness {
    bool there;             /* the text itself, or one that fits the pattern */
    const char *other_case; /* the same but for capitals, or NULL */
    nearest guess;
} likeness;

static void take(likeness *found, const char *known, const char *wanted) {
    offer(&found->guess, known);
    if (strcmp(known, wanted) == 0) found->there = true;
    if (strcasecmp(known, wanted) == 0 &&
        (!found->other_case || strcmp(known, found->other_case) < 0))
        found->other_case = known;
}

/* Tells what is asked for, where it is not there and something much like it is. */
static void tell(const node *column, const facts *f, const likeness *found, const char *asked,
                 const char *ending, place at, problem_list *problems) {
    const char *best = found->other_case ? found->other_case : found->guess.best;
    const facts_table *table = &f->tables[column->source];
    if (found->there || !best || !asked) return;
    const char *hint = arena_print(problems->memory, "did you mean \"%s%s\"?", best, ending);
    problem_add(problems, at, hint, "no row of '%s' has %s %s", table->source,
                table->columns[column->column].name, asked);
}

static const facts_column *column_of(const facts *f, const node *x) {
    if (x->kind != NODE_COLUMN || x->type != TYPE_TEXT) return NULL;
    const facts_column *column = &f->tables[x->source].columns[x->column];
    return column->codes ? column : NULL;
}

static void check_text(const result *r, const node *x, const uint8_t *held, const node *wanted,
                       problem_list *problems) {
    const facts *f = r->facts;
    if (wanted->kind != NODE_CONSTANT || !wanted->has_value) return;
    int64_t code = map_find(&f->texts, text_of(wanted->text));
    if (code != MAP_ABSENT && held[code]) return;
    likeness found = {.guess = nearest_to(wanted->text)};
    for (size_t i = 0; i < f->texts.count; i++)
        if (held[i]) take(&found, f->texts.keys[i].bytes, wanted->text);
    tell(x, f, &found, arena_print(problems->memory, "= \"%s\"", wanted->text), "", wanted->at,
         problems);
}

/* Every second item from the second on, one of x = "text", the keys of by(x, ..). */
static void check_texts(const result *r, const node *n, size_t last, problem_list *problems) {
    const node *x = n->items[0];
    const facts_column *column = column_of(r->facts, x);
    uint8_t *held = column ? codes_of(r->facts, &r->facts->tables[x->source], column) : NULL;
    for (size_t k = 1; held && k <= last; k += 2)
        check_text(r, x, held, n->items[k], problems);
    memory_free(held);
}

/* "SEK-*" where there are only "SEC-1", "SEC-2": what stands before the first '*' is held
 * against as much of each text. */
static void check_pattern(const result *r, const node *n, problem_list *problems) {
    const facts *f = r->facts;
    const node *x = n->items[0];
    const facts_column *column = column_of(f, x);
    const char *wanted = arena_copy(problems->memory, n->text, strcspn(n->text, "*"));
    if (!column || !wanted || !*wanted) return;
    likeness found = {.guess = nearest_to(wanted)};
    uint8_t *held = codes_of(f, &f->tables[x->source], column);
    for (size_t i = 0; held && i < f->texts.count && !found.there; i++) {
        if (!held[i]) continue;
        text known = f->texts.keys[i];
        size_t length = strlen(wanted);
        if (known.length < length || (known.bytes[length] & 0xC0) == 0x80) continue;
        const char *kept = arena_copy(problems->memory, known.bytes, length);
        if (kept) take(&found, kept, wanted);
        found.there = found.there || text_like(known, n->text);
    }
    if (held)
        tell(x, f, &found, arena_print(problems->memory, "like \"%s\"", n->text),
             n->text + strlen(wanted), n->at, problems);
    memory_free(held);
}

void find_contradictions(const result *r, problem_list *problems) {
    for (size_t i = 0; i < r->plan->node_count; i++) {
        const node *n = r->plan->nodes[i];
        if (n->kind == NODE_COMPARE && n->comparison == COMPARE_IS)
            check_texts(r, n, 1, problems);
        if (n->kind == NODE_LIKE) check_pattern(r, n, problems);
        if (n->kind == NODE_BY && n->count > 2) check_texts(r, n, n->count - 2, problems);
    }
}
