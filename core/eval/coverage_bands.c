/* coverage_bands.c - which bands of marginal, retroactive, band and interpolated were reached.
 *
 * In marginal whoever reaches a band has passed through those below it. A band belongs to the
 * declaration it is written in; in a rule that is not due it is not reached. Of values by row,
 * the rows that the rule pays for count, else all of their partner.
 */
#include "eval/covering.h"

#include "lang/term.h"

#include <string.h>

/* Bands of one declaration. */
typedef struct banding {
    covering *walk;
    const term *declaration;
    const incentive_result *incentive; /* the declaration's, or NULL */
    const fund_result *fund;
    int each; /* the source whose rows the incentive pays for, or -1 */
} banding;

static bool is_banded(const term *t) {
    static const char *const words[] = {"marginal", "retroactive", "band", "interpolated"};
    for (size_t i = 0; t->kind == TERM_CALL && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], t->name) == 0)
            return t->count == 2 && t->entries[1].value->kind == TERM_TABLE;
    return false;
}

enum { NO_ROW = -1 };

static value value_at(const result *r, const node *n, uint32_t partner, int64_t row) {
    return row == NO_ROW ? result_any_value(r, n, partner)
                         : result_row_value(r, n, partner, (uint32_t)row);
}

/* Whether x stands in band k of a node. */
static bool stands_in(const result *r, const node *n, size_t k, uint32_t partner, int64_t row) {
    size_t from = 1 + 2 * k, next = from + 2;
    value x = value_at(r, n->items[0], partner, row);
    if (x.state != CELL_VALUE || from >= n->count) return false;
    value low = value_at(r, n->items[from], partner, row);
    if (low.state != CELL_VALUE || number_compare(x.number, low.number) < 0) return false;
    if (next >= n->count || n->kind == NODE_MARGINAL) return true;
    value high = value_at(r, n->items[next], partner, row);
    return high.state != CELL_VALUE || number_compare(x.number, high.number) < 0;
}

static bool is_due(const banding *b, uint32_t partner) {
    if (b->incentive)
        return b->incentive->states[partner] == CELL_VALUE && b->incentive->due[partner];
    return !b->fund || (b->fund->states[partner] == CELL_VALUE && b->fund->due[partner]);
}

static bool any_row(const banding *b, const node *n, size_t k, uint32_t partner) {
    const result *r = b->walk->of;
    if (b->incentive && b->each == n->source) {
        const incentive_result *paid = b->incentive;
        for (size_t i = paid->first[partner]; i < paid->first[partner + 1]; i++)
            if (stands_in(r, n, k, partner, paid->lines[i].row)) return true;
        return false;
    }
    const facts_table *table = &r->facts->tables[n->source];
    bool all = table->reference;
    uint32_t row = all ? 0 : table->first[partner];
    uint32_t end = all ? (uint32_t)table->rows : table->first[partner + 1];
    for (; row < end; row++)
        if (stands_in(r, n, k, partner, row)) return true;
    return false;
}

static bool is_reached(const banding *b, const node *n, size_t k) {
    const result *r = b->walk->of;
    if (n && n->hands) return true; /* what a row around each row decides is not followed */
    for (uint32_t p = 0; n && p < r->facts->partner_count; p++) {
        if (!is_due(b, p)) continue;
        bool rows = n->shape == SHAPE_ROW && n->source >= 0;
        if (rows ? any_row(b, n, k, p) : stands_in(r, n, k, p, NO_ROW)) return true;
    }
    return false;
}

static void cover_call(const banding *b, const term *call) {
    covering *w = b->walk;
    const term *bands = call->entries[1].value;
    const node *n = w->of ? plan_node_of(w->plan, call, w->plan->as_of) : NULL;
    size_t count = term_item_count(bands);
    for (size_t k = 0; k < count; k++) {
        const char *name = b->declaration->member ? b->declaration->member : "";
        if (covering_lists(w))
            name = arena_print(w->into->memory, "%s.%s.%zu", name, call->name, k + 1);
        coverage_item item = {COVERS_BAND, name, "never reached", term_item(bands, k)->at,
                              false};
        covering_item(w, item, w->of && is_reached(b, n, k));
    }
}

static void walk_term(const banding *b, const term *t) {
    if (is_banded(t)) cover_call(b, t);
    for (size_t i = 0; i < t->count; i++)
        walk_term(b, t->entries[i].value);
}

static void find_rule(banding *b) {
    const plan *p = b->walk->plan;
    const result *r = b->walk->of;
    b->each = -1;
    for (size_t i = 0; r && i < p->incentive_count; i++)
        if (p->incentives[i].is.term == b->declaration) {
            b->incentive = &r->incentives[i];
            b->each = p->incentives[i].each;
        }
    for (size_t i = 0; r && i < p->fund_count; i++)
        if (p->funds[i].is.term == b->declaration) b->fund = &r->funds[i];
}

void cover_bands(covering *w) {
    for (size_t i = 0; i < w->plan->rules->count; i++) {
        banding b = {.walk = w, .declaration = w->plan->rules->items[i]};
        find_rule(&b);
        walk_term(&b, b.declaration);
    }
}
