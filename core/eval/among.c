/* among.c - what a row is among its partner's rows: `within` those with the same key, `so_far`
 * among those before it.
 *
 * Rows are asked partner by partner, so what was found for one partner is kept until the next
 * one is asked. What depends on a row further out is found anew each time. */
#include "eval/running.h"

#include "eval/line_order.h"

#include "base/memory.h"

#include <string.h>

/* What a node knows of the partner that was asked last. */
typedef struct partner_rows {
    bool known;
    uint32_t partner; /* the facts' number */
    gathering rows;   /* so_far: in their order */
    row_groups groups;
    column before; /* so_far: what the first i rows come to, i from 0 on */
    size_t before_capacity;
} partner_rows;

static void release(void *what) {
    partner_rows *kept = what;
    gathering_free(&kept->rows);
    row_groups_free(&kept->groups);
    memory_free(kept->before.values);
    memory_free(kept->before.states);
}

static partner_rows *kept_of(evaluation *e, const node *n) {
    if (!e->kept_rows)
        e->kept_rows = arena_array(e->memory, e->plan->node_count, sizeof *e->kept_rows);
    if (!e->kept_rows) return NULL;
    partner_rows *kept = e->kept_rows[n->id];
    if (kept) return kept;
    kept = arena_allocate(e->memory, sizeof *kept);
    if (!kept || !arena_at_end(e->memory, release, kept) || !gathering_open(&kept->rows, n))
        return NULL;
    e->kept_rows[n->id] = kept;
    return kept;
}

/* --- within and so_far have in common how they go over the rows --------------------------- */

typedef bool prepare_rows(partner_rows *kept, const evaluation *e);
/* The value of a row; its key is known. */
typedef void answer_row(const partner_rows *kept, frame *f, size_t item, number key);

/* The frame of the partner's rows stands where f does. */
static bool gather_partner(partner_rows *kept, frame *f, uint32_t partner) {
    arena scratch = {0};
    frame block;
    const facts_table *table = &f->of->facts->tables[kept->rows.of->rows_of];
    bool fine = frame_of_rows(&block, f->of, table, 0, 0, &scratch);
    block.outer = f->outer;
    block.at_hand = f->at_hand;
    fine = fine && gather_rows(&kept->rows, &block, partner);
    arena_free(&scratch);
    return fine;
}

static bool know_partner(partner_rows *kept, frame *f, uint32_t partner,
                         prepare_rows *prepare) {
    uint32_t member = member_of(f->of, partner);
    if (kept->known && kept->partner == member) return true;
    kept->known = false;
    if (!gather_partner(kept, f, partner) || !prepare(kept, f->of)) return false;
    kept->known = true;
    kept->partner = member;
    return true;
}

static void answer(const partner_rows *kept, frame *f, size_t item, uint8_t key_state,
                   number key, answer_row *find) {
    const node *n = kept->rows.of;
    if (kept->rows.wrong || key_state == CELL_WRONG)
        set_state(f, n, item, CELL_WRONG);
    else
        find(kept, f, item, key);
}

static bool answer_rows(frame *f, const node *n, const selection *items, prepare_rows *prepare,
                        answer_row *find) {
    static const uint8_t is_there = CELL_VALUE;
    static const number nothing = 0;
    partner_rows *kept = kept_of(f->of, n);
    const node *key = n->items[OVER_KEY];
    constant_room room;
    operand own = {&nothing, &is_there, 0};
    if (!kept || (key && !operand_compute(f, key, items, &room, &own))) return false;
    if (n->hands) kept->known = false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t state = operand_state(&own, item);
        if (!know_partner(kept, f, frame_partner(f, item), prepare)) return false;
        number found = !key ? 0 : state == CELL_VALUE ? key_of(key, &own, item) : LINE_KEY_NONE;
        answer(kept, f, item, state, found, find);
    }
    return true;
}

static void set_found(frame *f, const node *n, size_t item, uint8_t state, bool too_large,
                      number found) {
    if (too_large)
        set_overflow(f, n, item);
    else if (state == CELL_VALUE)
        set_value(f, n, item, found);
    else
        set_state(f, n, item, state);
}

/* --- within ------------------------------------------------------------------------------- */

static bool prepare_within(partner_rows *kept, const evaluation *e) {
    (void)e;
    return group_rows(&kept->rows, &kept->groups);
}

static void answer_within(const partner_rows *kept, frame *f, size_t item, number key) {
    const node *n = kept->rows.of;
    if (key == LINE_KEY_NONE) {
        set_state(f, n, item, CELL_NONE);
        return;
    }
    const row_group *group = group_find(&kept->groups, key);
    set_found(f, n, item, group->state, group->too_large, group->value);
}

bool compute_within(frame *f, const node *n, const selection *items) {
    return answer_rows(f, n, items, prepare_within, answer_within);
}

/* --- so_far ------------------------------------------------------------------------------- */

static int compare_texts(const void *context, number a, number b) {
    const evaluation *e = context;
    if (a == b) return 0;
    if (a == LINE_KEY_NONE || b == LINE_KEY_NONE) return a < b ? -1 : 1;
    return text_compare(result_text(e->out, (int64_t)a), result_text(e->out, (int64_t)b));
}

static key_comparison *comparison_of(const node *n) {
    const node *key = n->items[OVER_KEY];
    return key && key->type == TYPE_TEXT ? compare_texts : compare_keys_as_numbers;
}

static bool make_room(partner_rows *kept) {
    size_t count = kept->rows.count + 1;
    if (count <= kept->before_capacity) return true;
    number *values = memory_resize(kept->before.values, count * sizeof *values);
    if (values) kept->before.values = values;
    uint8_t *states = memory_resize(kept->before.states, count);
    if (states) kept->before.states = states;
    if (!values || !states) return false;
    kept->before_capacity = count;
    return true;
}

static bool prepare_so_far(partner_rows *kept, const evaluation *e) {
    gathering *g = &kept->rows;
    return make_room(kept) && gathering_sort(g, comparison_of(g->of), e) &&
           running_values(g, kept->before.values, kept->before.states);
}

/* How many of the rows stand before the one. */
static size_t count_before(const partner_rows *kept, const evaluation *e, number key,
                           uint32_t row) {
    const gathering *g = &kept->rows;
    key_comparison *compare = comparison_of(g->of);
    size_t low = 0, high = g->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(e, g->rows[middle].key, key);
        if (order < 0 || (order == 0 && g->rows[middle].row < row))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void answer_so_far(const partner_rows *kept, frame *f, size_t item, number key) {
    uint32_t row = (uint32_t)(f->first_row + item);
    size_t i = count_before(kept, f->of, key, row);
    uint8_t state = kept->before.states[i];
    set_found(f, kept->rows.of, item, state, state == RUNNING_TOO_LARGE,
              kept->before.values[i]);
}

bool compute_so_far(frame *f, const node *n, const selection *items) {
    return answer_rows(f, n, items, prepare_so_far, answer_so_far);
}
