/* keyed.c - rows by what they hold: a sorted list for a column of a reference, made once an
 * evaluation, and for rows of partners one for the partner that came last. */
#include "eval/keyed.h"

#include "base/memory.h"

#include <stdlib.h>

/* Sorted by what the cells hold, then by row; wrong cells come first. */
typedef struct keyed_row {
    number key; /* on the grid where it is a number */
    uint32_t row;
    bool known; /* false: the cell is wrong */
} keyed_row;

struct row_index {
    const facts_column *column;
    uint32_t member; /* whose rows; of a reference: not looked at */
    bool made;
    size_t wrong; /* how many of the entries are of wrong cells */
    keyed_row *entries;
    size_t count, capacity;
    struct row_index *next;
};

/* --- which key
 * -------------------------------------------------------------------------------------------
 */

/* One that says much: true and false leave half of the rows. */
static bool is_telling_cell(const facts *f, const node *n, int rows_of) {
    return n->kind == NODE_COLUMN && n->shape == SHAPE_ROW && n->source == rows_of &&
           n->type != TYPE_BOOLEAN &&
           facts_column_is_read(&f->tables[rows_of].columns[n->column]);
}

static bool is_known_before(const node *n) {
    return n->kind == NODE_AT_HAND || (n->shape == SHAPE_PARTNER && !n->hands);
}

row_key key_of_filter(const facts *f, const node *filter, int rows_of) {
    row_key none = {NULL, NULL};
    if (!filter || filter->strict) return none;
    if (filter->kind == NODE_COMPARE && filter->comparison == COMPARE_IS &&
        is_telling_cell(f, filter->items[0], rows_of) && is_known_before(filter->items[1]))
        return (row_key){filter->items[0], filter->items[1]};
    for (size_t i = 0; filter->kind == NODE_ALL && i < filter->count; i++) {
        row_key found = key_of_filter(f, filter->items[i], rows_of);
        if (found.cell) return found;
    }
    return none;
}

/* --- the list
 * --------------------------------------------------------------------------------------------
 */

static void free_index(void *made) {
    struct row_index *index = made;
    memory_free(index->entries);
    *index = (struct row_index){0};
}

static struct row_index *index_of(evaluation *e, const facts_column *column) {
    struct row_index *index = e->row_indexes;
    while (index && index->column != column)
        index = index->next;
    if (index) return index;
    index = arena_allocate(e->memory, sizeof *index);
    if (!index || !arena_at_end(e->memory, free_index, index)) return NULL;
    *index = (struct row_index){.column = column, .next = e->row_indexes};
    e->row_indexes = index;
    return index;
}

static bool make_room(struct row_index *index, size_t count) {
    if (count <= index->capacity) return true;
    memory_free(index->entries);
    index->entries = memory_allocate(count * sizeof *index->entries);
    index->capacity = index->entries ? count : 0;
    return index->entries != NULL;
}

static int compare_entries(const void *left, const void *right) {
    const keyed_row *a = left, *b = right;
    if (a->known != b->known) return a->known ? 1 : -1;
    if (a->known && a->key != b->key) return a->key > b->key ? 1 : -1;
    return (a->row > b->row) - (a->row < b->row);
}

static void list_row(struct row_index *index, size_t row, number value, uint8_t state) {
    bool numeric = index->column->kind == CELL_NUMBER || index->column->kind == CELL_MONEY;
    if (state == CELL_NONE) return;
    index->wrong += state == CELL_WRONG;
    index->entries[index->count++] = (keyed_row){numeric ? number_on_grid(value) : value,
                                                 (uint32_t)row, state == CELL_VALUE};
}

static bool list_rows(struct row_index *index, size_t first, size_t count) {
    number values[BLOCK_ROWS];
    uint8_t states[BLOCK_ROWS];
    index->made = make_room(index, count);
    index->count = index->wrong = 0;
    for (size_t done = 0; index->made && done < count; done += BLOCK_ROWS) {
        size_t some = count - done < BLOCK_ROWS ? count - done : BLOCK_ROWS;
        facts_column_load(index->column, first + done, some, values, states);
        for (size_t i = 0; i < some; i++)
            list_row(index, first + done + i, values[i], states[i]);
    }
    if (index->count)
        qsort(index->entries, index->count, sizeof *index->entries, compare_entries);
    return index->made;
}

static bool turn_to(struct row_index *index, const evaluation *e, const facts_table *table,
                    uint32_t partner) {
    uint32_t member = table->reference ? 0 : member_of(e, partner);
    if (index->made && index->member == member) return true;
    index->member = member;
    if (table->reference) return list_rows(index, 0, table->rows);
    return list_rows(index, table->first[member],
                     table->first[member + 1] - table->first[member]);
}

/* The first entry that holds the key, or whatever is above it where `above`. */
static size_t first_with(const struct row_index *index, number key, bool above) {
    size_t low = index->wrong, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        number held = index->entries[middle].key;
        if (held < key || (above && held == key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool make_list(row_list *out, size_t count) {
    out->count = 0;
    if (count <= out->capacity) return true;
    uint32_t *moved = memory_resize(out->rows, count * sizeof *moved);
    if (!moved) return false;
    out->rows = moved;
    out->capacity = count;
    return true;
}

/* Those of wrong cells and the entries from .. to - 1, each ascending. */
static bool merge_rows(const struct row_index *index, size_t from, size_t to, row_list *out) {
    size_t wrong = 0;
    if (!make_list(out, index->wrong + (to - from))) return false;
    while (wrong < index->wrong || from < to) {
        uint32_t a = wrong < index->wrong ? index->entries[wrong].row : UINT32_MAX;
        uint32_t b = from < to ? index->entries[from].row : UINT32_MAX;
        out->rows[out->count++] = a < b ? a : b;
        if (a < b)
            wrong++;
        else
            from++;
    }
    return true;
}

/* --- finding
 * ---------------------------------------------------------------------------------------------
 */

/* What is sought, asked of the row at hand or of the partner. */
static bool value_sought(frame *block, const node *sought, uint32_t partner, number *value,
                         uint8_t *state) {
    constant_room room;
    operand o;
    selection one = {&partner, 1};
    if (sought->kind == NODE_AT_HAND) return value_at_hand(block, sought, value, state);
    if (!operand_compute(&block->of->partners, sought, &one, &room, &o)) return false;
    *value = operand_value(&o, partner);
    *state = operand_state(&o, partner);
    return true;
}

bool keyed_rows(frame *block, row_key key, uint32_t partner, row_list *out) {
    evaluation *e = block->of;
    struct row_index *index = index_of(e, &block->table->columns[key.cell->column]);
    number code = 0;
    uint8_t state = CELL_NONE;
    if (!index || !turn_to(index, e, block->table, partner) ||
        !value_sought(block, key.sought, partner, &code, &state))
        return false;
    out->all = state == CELL_WRONG;
    size_t from = 0, to = 0;
    if (state == CELL_VALUE) {
        number sought = key.cell->type == TYPE_NUMBER ? number_on_grid(code) : code;
        from = first_with(index, sought, false);
        to = first_with(index, sought, true);
    }
    return merge_rows(index, from, to, out);
}
