/* choice.c - when, by, dated, or_else: only what is chosen is computed. */
#include "eval/frame.h"

#include "base/memory.h"

/* Takes one branch's values for the items that chose it. */
static bool take_branch(frame *f, const node *n, const node *branch, const selection *chosen) {
    constant_room room;
    operand value;
    if (!operand_compute(f, branch, chosen, &room, &value)) return false;
    for (size_t k = 0; k < chosen->count; k++) {
        size_t item = selection_at(chosen, k);
        f->slots[n->id].values[item] = operand_value(&value, item);
        set_state(f, n, item, operand_state(&value, item));
    }
    return true;
}

bool compute_when(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand condition;
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    bool fine = index && operand_compute(f, n->items[0], items, &room, &condition);
    for (int branch = 1; fine && branch <= 2; branch++) {
        selection chosen = selection_where(items, &condition, branch == 1, index);
        fine = take_branch(f, n, n->items[branch], &chosen);
    }
    for (size_t k = 0; fine && k < items->count; k++) {
        size_t item = selection_at(items, k);
        if (operand_state(&condition, item) == CELL_WRONG) set_state(f, n, item, CELL_WRONG);
    }
    memory_free(index);
    return fine;
}

bool compute_or_else(frame *f, const node *n, const selection *items) {
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    bool fine = index && take_branch(f, n, n->items[0], items);
    selection missing = {index, 0};
    for (size_t k = 0; fine && k < items->count; k++) {
        size_t item = selection_at(items, k);
        if (f->slots[n->id].states[item] == CELL_NONE) index[missing.count++] = (uint32_t)item;
    }
    fine = fine && take_branch(f, n, n->items[1], &missing);
    memory_free(index);
    return fine;
}

enum { NO_BRANCH = -1 };

/* The position in n->items of the value that the key of an item selects. */
static int branch_by_key(const evaluation *e, const node *n, uint8_t state, number key) {
    bool numbers = n->items[0]->type == TYPE_NUMBER;
    size_t end = n->count - n->has_default; /* one past the last value with a key */
    for (size_t i = 1; i + 1 < end; i += 2) {
        constant_room known = constant_of(e, n->items[i]);
        if (state != known.state) continue;
        if (state == CELL_NONE) return (int)i + 1;
        if (numbers ? number_compare(known.value, key) == 0 : known.value == key)
            return (int)i + 1;
    }
    return n->has_default ? (int)n->count - 1 : NO_BRANCH;
}

/* The band of dates that holds the item's date. */
static int branch_by_date(const evaluation *e, const node *n, uint8_t state, number key) {
    int branch = NO_BRANCH;
    (void)e;
    for (size_t i = 1; state == CELL_VALUE && i + 1 < n->count; i += 2) {
        if (n->items[i]->constant <= key) branch = (int)i + 1;
    }
    return branch;
}

static void report_no_key(frame *f, const node *n, size_t item, uint8_t state, number key) {
    const node *x = n->items[0];
    char shown[NUMBER_TEXT] = "";
    text known = {shown, 0};
    if (x->type == TYPE_TEXT && state == CELL_VALUE)
        known = result_text(f->of->out, (int64_t)key);
    else if (x->type == TYPE_NUMBER && state == CELL_VALUE)
        known.length = number_print(shown, key, 0);
    else if (x->type == TYPE_BOOLEAN && state == CELL_VALUE)
        known = text_of(key ? "true" : "false");
    else if (x->type == TYPE_LEVEL && state == CELL_VALUE)
        known = text_of(f->of->plan->ladders[x->ladder].levels[(size_t)key].is.name);
    else if (x->type == TYPE_DATE && state == CELL_VALUE) {
        date_print(shown, (date)key);
        known.length = DATE_TEXT - 1;
    }
    if (state == CELL_NONE && x->type == TYPE_LEVEL)
        evaluation_error(
            f, item, n,
            "the partner stands on no level, and there is neither 'none' nor 'default'");
    else if (state == CELL_NONE && x->kind == NODE_COLUMN)
        evaluation_error(f, item, n,
                         "there is no value to look up, and no default: '%s' is empty",
                         f->of->plan->request.sources[x->source].columns[x->column].name);
    else if (state == CELL_NONE)
        evaluation_error(f, item, n, "there is no value to look up, and no default");
    else
        evaluation_error(f, item, n, "there is no entry for '%.*s' and no default",
                         (int)known.length, known.bytes);
}

/* Chooses a branch for every item, then computes each branch for the items that chose it. */
static bool choose(frame *f, const node *n, const selection *items, bool by_date) {
    constant_room room;
    operand x;
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    int *branches = memory_allocate(items->count * sizeof *branches);
    bool fine = index && branches && operand_compute(f, n->items[0], items, &room, &x);
    for (size_t k = 0; fine && k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t state = operand_state(&x, item);
        number key = operand_value(&x, item);
        branches[k] = NO_BRANCH;
        if (state != CELL_WRONG)
            branches[k] = by_date ? branch_by_date(f->of, n, state, key)
                                  : branch_by_key(f->of, n, state, key);
        if (branches[k] != NO_BRANCH) continue;
        set_state(f, n, item, by_date && state != CELL_WRONG ? CELL_NONE : CELL_WRONG);
        if (!by_date && state != CELL_WRONG) report_no_key(f, n, item, state, key);
    }
    for (size_t branch = 1; fine && branch < n->count; branch++) { /* 1: only a default */
        selection chosen = {index, 0};
        for (size_t k = 0; k < items->count; k++) {
            if (branches[k] == (int)branch)
                index[chosen.count++] = (uint32_t)selection_at(items, k);
        }
        if (chosen.count) fine = take_branch(f, n, n->items[branch], &chosen);
    }
    memory_free(branches);
    memory_free(index);
    return fine;
}

bool compute_by(frame *f, const node *n, const selection *items) {
    return choose(f, n, items, false);
}

bool compute_dated(frame *f, const node *n, const selection *items) {
    return choose(f, n, items, true);
}
