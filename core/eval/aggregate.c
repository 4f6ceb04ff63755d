/* aggregate.c - folds the rows of each partner: sum, count, average, latest and so on.
 *
 * The rows of a partner stand together, so one accumulator serves them all in turn. Where the
 * filter asks of the row at hand, its partner's rows are folded once for each such row: those
 * that a key finds, or all of them. */
#include "eval/accumulator.h"
#include "eval/filter.h"
#include "eval/keyed.h"
#include "eval/looking.h"

#include "base/memory.h"

typedef struct folding {
    accumulator sum;
    frame *into;     /* where the aggregate's values go */
    bool each;       /* one value an item of `into`, all of one partner's rows in it */
    bool open;       /* an item's rows are being folded */
    size_t item;     /* of `into` */
    uint32_t *index; /* BLOCK_ROWS */
} folding;

static void close_item(folding *g) {
    if (g->open) accumulator_end(&g->sum, g->into, g->item);
    g->open = false;
}

static void open_item(folding *g, size_t item) {
    g->open = true;
    g->item = item;
    accumulator_begin(&g->sum);
}

static size_t item_for(const folding *g, const frame *block, size_t row) {
    return g->each ? g->item : frame_partner(block, row);
}

/* A row whose filter is an error spoils its partner's aggregate. */
static void spoil(void *context, frame *block, size_t row) {
    folding *g = context;
    size_t item = item_for(g, block, row);
    if (g->open && g->item == item)
        g->sum.state = CELL_WRONG;
    else
        set_state(g->into, g->sum.of, item, CELL_WRONG);
}

static bool fold_rows(void *context, frame *block, selection *chosen) {
    folding *g = context;
    const node *n = g->sum.of;
    static const uint8_t is_there = CELL_VALUE;
    static const number nothing = 0;
    constant_room rooms[3];
    operand x = {&nothing, &is_there, 0}, order = x;
    selection rows = *chosen;
    if (g->each) block->of->looked += rows.count;
    if (n->items[1] && !filter_rows(block, n->items[1], &rows, g->index, spoil, g))
        return false;
    if (n->items[0] && !operand_compute(block, n->items[0], &rows, &rooms[0], &x)) return false;
    if (n->items[2] && !operand_compute(block, n->items[2], &rows, &rooms[2], &order))
        return false;
    for (size_t k = 0; k < rows.count; k++) {
        size_t row = selection_at(&rows, k), item = item_for(g, block, row);
        if (!g->open || g->item != item) {
            close_item(g);
            open_item(g, item);
            if (g->into->slots[n->id].states[item] == CELL_WRONG) g->sum.state = CELL_WRONG;
        }
        if (!accumulator_add(&g->sum, operand_state(&x, row), operand_value(&x, row),
                             operand_state(&order, row), operand_value(&order, row)))
            return false;
    }
    return true;
}

static bool fold_block(void *context, frame *block) {
    selection all = {NULL, block->size};
    return fold_rows(context, block, &all);
}

/* What the aggregate of no rows is; partners without rows keep it. */
static void start_with_nothing(folding *g, const selection *items) {
    for (size_t k = 0; k < items->count; k++) {
        open_item(g, selection_at(items, k));
        close_item(g);
    }
}

/* The rows for one item, found by key where the filter has one. */
static bool fold_partner(folding *g, frame *block, row_key key, row_list *found) {
    uint32_t partner = frame_partner(g->into, g->item);
    found->all = true;
    if (key.cell && !keyed_rows(block, key, partner, found)) return false;
    if (found->all) return for_each_block_of(block, partner, fold_block, g);
    selection rows = {found->rows, found->count};
    g->into->of->looked++;
    return for_rows_of(block, partner, &rows, fold_rows, g);
}

/* For each item of a frame, which is the row at hand. */
static bool fold_for_each(folding *g, const selection *items) {
    arena scratch = {0};
    frame block, *f = g->into;
    looking looks;
    row_list found = {0};
    const node *n = g->sum.of;
    row_key key = key_of_filter(f->of->facts, n->items[1], n->rows_of);
    const facts_table *table = &f->of->facts->tables[n->rows_of];
    bool fine =
        frame_of_rows(&block, f->of, table, 0, 0, &scratch) && looking_open(&looks, f, n);
    block.outer = f;
    for (size_t k = 0; fine && k < items->count; k++) {
        size_t item = block.at_hand = selection_at(items, k);
        if (!looking_begin(&looks, item)) continue;
        open_item(g, item);
        fine = fold_partner(g, &block, key, &found);
        close_item(g);
        looking_end(&looks, item);
    }
    memory_free(found.rows);
    arena_free(&scratch);
    return fine;
}

/* A reference's rows say the same of every partner, unless something asks of the partner. */
static bool fold_for_all(folding *g, const selection *items) {
    frame *f = g->into;
    const node *n = g->sum.of;
    const column *slot = &f->slots[n->id];
    uint32_t first = (uint32_t)selection_at(items, 0), *rest;
    size_t errors = f->of->error_count;
    selection one = {&first, 1}, others = {NULL, 0};
    if (!fold_for_each(g, &one)) return false;
    rest = memory_allocate(items->count * sizeof *rest);
    if (!rest) return false;
    for (size_t k = 1; k < items->count; k++) {
        size_t item = rest[k - 1] = (uint32_t)selection_at(items, k);
        slot->values[item] = slot->values[first];
        slot->states[item] = slot->states[first];
    }
    others = (selection){rest, items->count - 1};
    evaluation_repeat_errors(f->of, errors, &others);
    memory_free(rest);
    return true;
}

bool compute_aggregate(frame *f, const node *n, const selection *items) {
    bool reference = f->of->facts->tables[n->rows_of].reference;
    folding g = {.sum = accumulator_of(n),
                 .into = f,
                 .each = reference || !is_partners_frame(f),
                 .index = memory_allocate(BLOCK_ROWS * sizeof *g.index)};
    bool fine = g.index != NULL;
    if (fine && reference && n->shared && is_partners_frame(f)) {
        fine = fold_for_all(&g, items);
    } else if (fine && g.each) {
        fine = fold_for_each(&g, items);
    } else if (fine) {
        start_with_nothing(&g, items);
        fine = for_each_block(f->of, &f->of->facts->tables[n->rows_of], items, fold_block, &g);
        close_item(&g);
    }
    accumulator_free(&g.sum);
    memory_free(g.index);
    return fine;
}
