/* filter.c - narrows rows by a filter, test by test.
 *
 * Most tests ask one cell of a text, date or boolean column for a constant. They are answered
 * on the facts' own narrow vectors, row by row, without making a column of numbers of either;
 * whatever else a filter asks is computed as any expression. Both give the same answer. */
#include "eval/filter.h"

#include "eval/frame.h"

typedef struct filtering {
    frame *block;
    selection *rows;
    uint32_t *index;
    spoilt_row *spoilt;
    void *context;
} filtering;

/* A question about one cell: lowest <= cell <= highest, or its opposite. */
typedef struct cell_test {
    const facts_column *column;
    int64_t lowest, highest;
    bool none_passes; /* a cell without a value passes */
    uint8_t *alike;   /* a pattern's answers so far, by text code; NULL: the range decides */
    const node *like;
} cell_test;

enum { ALIKE = 1, UNLIKE = 2 };

static bool range_of_comparison(comparison how, int64_t constant, cell_test *t) {
    t->lowest = INT64_MIN;
    t->highest = INT64_MAX;
    switch (how) {
    case COMPARE_IS:
        t->lowest = t->highest = constant;
        return true;
    case COMPARE_AT_LEAST:
        t->lowest = constant;
        return true;
    case COMPARE_ABOVE:
        t->lowest = constant + 1;
        return true;
    case COMPARE_AT_MOST:
        t->highest = constant;
        return true;
    case COMPARE_BELOW:
        t->highest = constant - 1;
        return true;
    default:
        return false; /* is_not holds without a value, too: left to the general way */
    }
}

/* Wrong cells of a reference are told where they are computed. */
static bool is_cell(const filtering *f, const node *n) {
    if (n->kind != NODE_COLUMN || n->shape != SHAPE_ROW || n->type == TYPE_NUMBER) return false;
    const facts_table *table = f->block->table;
    return facts_column_is_read(&table->columns[n->column]) &&
           !(table->reference && table->columns[n->column].states);
}

/* A text is held against a pattern once, however many rows have it. NULL when memory ran out:
 * then each row is. */
static uint8_t *pattern_answers(evaluation *e, const node *like) {
    if (!e->patterns)
        e->patterns = arena_array(e->memory, e->plan->node_count, sizeof *e->patterns);
    if (!e->patterns) return NULL;
    uint8_t **answers = &e->patterns[like->id];
    if (!*answers) *answers = arena_allocate(e->memory, e->facts->texts.count);
    return *answers;
}

static bool is_alike(const filtering *f, const cell_test *t, int32_t code) {
    uint8_t *answer = &t->alike[code];
    if (!*answer)
        *answer =
            text_like(f->block->of->facts->texts.keys[code], t->like->text) ? ALIKE : UNLIKE;
    return *answer == ALIKE;
}

/* Whether a condition is a question about one cell. */
static bool as_cell_test(const filtering *f, const node *n, cell_test *t) {
    const node *x = n->kind == NODE_COLUMN ? n : n->count ? n->items[0] : NULL;
    if (!x || !is_cell(f, x)) return false;
    *t = (cell_test){.column = &f->block->table->columns[x->column]};
    if (n->kind == NODE_COLUMN) return range_of_comparison(COMPARE_IS, 1, t);
    if (n->kind == NODE_NOT_AFTER) {
        t->none_passes = true;
        return range_of_comparison(COMPARE_AT_MOST, (int64_t)n->constant, t);
    }
    if (n->kind == NODE_LIKE) {
        t->like = n;
        t->alike = pattern_answers(f->block->of, n);
        return t->alike != NULL;
    }
    if (n->kind != NODE_COMPARE || n->items[1]->kind != NODE_CONSTANT ||
        !n->items[1]->has_value)
        return false;
    return range_of_comparison(n->comparison,
                               (int64_t)constant_of(f->block->of, n->items[1]).value, t);
}

static bool passes(const filtering *f, const cell_test *t, size_t row) {
    if (t->alike) return is_alike(f, t, t->column->codes[row]);
    int64_t cell = t->column->flags ? t->column->flags[row] : t->column->codes[row];
    return cell >= t->lowest && cell <= t->highest;
}

/* All cells have values: the common case, and the hot loop of every evaluation. */
static size_t narrow_plain(const filtering *f, const cell_test *t, size_t first,
                           uint32_t *index) {
    const selection *rows = f->rows;
    size_t kept = 0;
    if (t->column->codes && !t->alike) {
        const int32_t *codes = t->column->codes + first;
        int64_t lowest = t->lowest, highest = t->highest;
        for (size_t k = 0; k < rows->count; k++) {
            uint32_t row = (uint32_t)selection_at(rows, k);
            index[kept] = row;
            kept += codes[row] >= lowest && codes[row] <= highest;
        }
        return kept;
    }
    for (size_t k = 0; k < rows->count; k++) {
        uint32_t row = (uint32_t)selection_at(rows, k);
        index[kept] = row;
        kept += passes(f, t, first + row);
    }
    return kept;
}

static void narrow_by_cell(filtering *f, const cell_test *t) {
    size_t first = f->block->first_row, kept = 0;
    const uint8_t *states = t->column->states;
    if (!states) {
        kept = narrow_plain(f, t, first, f->index);
        *f->rows = (selection){f->index, kept};
        return;
    }
    for (size_t k = 0; k < f->rows->count; k++) {
        size_t row = selection_at(f->rows, k);
        uint8_t state = states[first + row];
        if (state == CELL_WRONG)
            f->spoilt(f->context, f->block, row);
        else if (state == CELL_NONE ? t->none_passes : passes(f, t, first + row))
            f->index[kept++] = (uint32_t)row;
    }
    *f->rows = (selection){f->index, kept};
}

static bool narrow_by_value(filtering *f, const node *condition) {
    constant_room room;
    operand holds;
    if (!operand_compute(f->block, condition, f->rows, &room, &holds)) return false;
    size_t kept = 0;
    for (size_t k = 0; k < f->rows->count; k++) {
        size_t row = selection_at(f->rows, k);
        uint8_t state = operand_state(&holds, row);
        if (state == CELL_WRONG)
            f->spoilt(f->context, f->block, row);
        else if (state == CELL_VALUE && operand_value(&holds, row))
            f->index[kept++] = (uint32_t)row;
    }
    *f->rows = (selection){f->index, kept};
    return true;
}

/* one_of {..}: a row passes when one of the tests lets it pass. */
enum { MOST_CHOICES = 8 };

static bool as_choices(const filtering *f, const node *n, cell_test *tests) {
    if (n->kind != NODE_ANY || n->strict || n->count > MOST_CHOICES) return false;
    for (size_t i = 0; i < n->count; i++)
        if (!as_cell_test(f, n->items[i], &tests[i]) || tests[i].column != tests[0].column)
            return false;
    return true;
}

static void narrow_by_choices(filtering *f, const cell_test *tests, size_t count) {
    size_t first = f->block->first_row, kept = 0;
    const uint8_t *states = tests[0].column->states;
    for (size_t k = 0; k < f->rows->count; k++) {
        size_t row = selection_at(f->rows, k);
        uint8_t state = states ? states[first + row] : CELL_VALUE;
        bool any = false;
        if (state == CELL_WRONG) f->spoilt(f->context, f->block, row);
        for (size_t i = 0; i < count && state == CELL_VALUE && !any; i++)
            any = passes(f, &tests[i], first + row);
        if (any) f->index[kept++] = (uint32_t)row;
    }
    *f->rows = (selection){f->index, kept};
}

/* Questions about cells come first, in their order: they are quick, and leave little to the
 * others. */
static bool narrow(filtering *f, const node *condition, bool cells) {
    cell_test tests[MOST_CHOICES];
    if (f->rows->count == 0) return true;
    if (condition->kind == NODE_ALL && !condition->strict) {
        for (size_t i = 0; i < condition->count; i++)
            if (!narrow(f, condition->items[i], cells)) return false;
        return true;
    }
    if (as_cell_test(f, condition, &tests[0])) {
        if (cells) narrow_by_cell(f, &tests[0]);
    } else if (as_choices(f, condition, tests)) {
        if (cells) narrow_by_choices(f, tests, condition->count);
    } else if (!cells) {
        return narrow_by_value(f, condition);
    }
    return true;
}

bool filter_rows(frame *block, const node *condition, selection *rows, uint32_t *index,
                 spoilt_row *spoilt, void *context) {
    filtering f = {block, rows, index, spoilt, context};
    return narrow(&f, condition, true) && narrow(&f, condition, false);
}
