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

static void check_text(const result *r, const node *n, problem_list *problems) {
    const facts *f = r->facts;
    const node *x = n->items[0], *wanted = n->items[1];
    const facts_table *table = &f->tables[x->source];
    const facts_column *column = &table->columns[x->column];
    int64_t code = map_find(&f->texts, text_of(wanted->text));
    uint8_t *held = column->codes ? codes_of(f, table, column) : NULL;
    if (!held) return;
    nearest guess = nearest_to(wanted->text);
    const char *other_case = NULL;
    for (size_t i = 0; i < f->texts.count; i++) {
        const char *known = f->texts.keys[i].bytes;
        if (!held[i]) continue;
        offer(&guess, known);
        if (strcasecmp(known, wanted->text) == 0 &&
            (!other_case || strcmp(known, other_case) < 0))
            other_case = known;
    }
    const char *best = other_case ? other_case : guess.best;
    bool absent = code == MAP_ABSENT || !held[code];
    memory_free(held);
    if (!absent || !best) return;
    const char *hint = arena_print(problems->memory, "did you mean \"%s\"?", best);
    problem_add(problems, wanted->at, hint, "no row of '%s' has %s = \"%s\"", table->source,
                column->name, wanted->text);
}

void find_contradictions(const result *r, problem_list *problems) {
    for (size_t i = 0; i < r->plan->node_count; i++) {
        const node *n = r->plan->nodes[i];
        if (n->kind != NODE_COMPARE || n->comparison != COMPARE_IS) continue;
        const node *x = n->items[0], *y = n->items[1];
        if (x->kind == NODE_COLUMN && x->type == TYPE_TEXT && y->kind == NODE_CONSTANT &&
            y->has_value)
            check_text(r, n, problems);
    }
}
