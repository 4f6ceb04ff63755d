/* position.c - a row's place among the rows of all partners: 1 is the smallest. Only an
 * evaluation over everybody asks for it. Rows with an error are left out, and have one. */
#include "eval/filter.h"
#include "eval/frame.h"
#include "eval/line_order.h"

#include "base/memory.h"

#include <string.h>

#define PLACE_WRONG UINT32_MAX

typedef struct contender {
    number x, group;
    uint32_t row;
} contender;

typedef struct placing {
    const node *of;
    const facts_table *table;
    contender *rows;
    size_t count, capacity;
    uint32_t *places; /* by row of the table: 0 when it has none, PLACE_WRONG */
    uint32_t *index;  /* BLOCK_ROWS */
    arena scratch;
    const facts *facts;
} placing;

static void spoil(void *context, frame *block, size_t row) {
    placing *p = context;
    p->places[block->first_row + row] = PLACE_WRONG;
}

static number on_grid(const node *n, const operand *o, size_t item) {
    number found = operand_value(o, item);
    return n->type == TYPE_NUMBER ? number_on_grid(found) : found;
}

static bool enter(placing *p, uint32_t row, number x, number group) {
    contender *rows = arena_grow(&p->scratch, p->rows, p->count, &p->capacity, sizeof *p->rows);
    if (!rows) return false;
    p->rows = rows;
    p->rows[p->count++] = (contender){x, group, row};
    return true;
}

static bool enter_block(void *context, frame *block) {
    placing *p = context;
    static const uint8_t is_there = CELL_VALUE;
    static const number nothing = 0;
    const node *const *items = p->of->items;
    const node *within = items[OVER_KEY];
    constant_room rooms[2];
    operand x, group = {&nothing, &is_there, 0};
    selection rows = {NULL, block->size};
    if (items[OVER_FILTER] &&
        !filter_rows(block, items[OVER_FILTER], &rows, p->index, spoil, p))
        return false;
    if (!operand_compute(block, items[OVER_X], &rows, &rooms[0], &x)) return false;
    if (within && !operand_compute(block, within, &rows, &rooms[1], &group)) return false;
    for (size_t k = 0; k < rows.count; k++) {
        size_t item = selection_at(&rows, k);
        uint32_t row = (uint32_t)(block->first_row + item);
        uint8_t state = operand_state(&x, item), also = operand_state(&group, item);
        if (state == CELL_WRONG || also == CELL_WRONG) {
            p->places[row] = PLACE_WRONG;
        } else if (state == CELL_VALUE && also == CELL_VALUE) {
            number of = within ? on_grid(within, &group, item) : 0;
            if (!enter(p, row, on_grid(items[OVER_X], &x, item), of)) return false;
        }
    }
    return true;
}

static int compare(const void *context, uint32_t a, uint32_t b) {
    const placing *p = context;
    const contender *one = &p->rows[a], *other = &p->rows[b];
    if (one->group != other->group) return one->group < other->group ? -1 : 1;
    if (one->x != other->x) return one->x < other->x ? -1 : 1;
    return facts_compare_rows(p->facts, p->table, one->row, other->row);
}

static bool number_rows(placing *p) {
    uint32_t *order = arena_array(&p->scratch, p->count, sizeof *order);
    uint32_t *room = arena_array(&p->scratch, p->count, sizeof *room);
    uint32_t place = 0;
    if (!order || !room) return false;
    for (size_t i = 0; i < p->count; i++)
        order[i] = (uint32_t)i;
    line_sort(order, room, p->count, compare, p);
    for (size_t i = 0; i < p->count; i++) {
        const contender *own = &p->rows[order[i]];
        if (i && p->rows[order[i - 1]].group != own->group) place = 0;
        p->places[own->row] = ++place;
    }
    return true;
}

/* By row of the table; NULL when memory ran out. */
static uint32_t *find_places(evaluation *e, const node *n) {
    const facts_table *table = &e->facts->tables[n->rows_of];
    selection everybody = {NULL, e->count};
    placing p = {.of = n, .table = table, .facts = e->facts};
    p.places = arena_array(e->memory, table->rows, sizeof *p.places);
    p.index = arena_array(&p.scratch, BLOCK_ROWS, sizeof *p.index);
    bool fine = p.places && p.index && for_each_block(e, table, &everybody, enter_block, &p) &&
                number_rows(&p);
    arena_free(&p.scratch);
    return fine ? p.places : NULL;
}

bool compute_position(frame *f, const node *n, const selection *items) {
    evaluation *e = f->of;
    if (!e->kept_rows)
        e->kept_rows = arena_array(e->memory, e->plan->node_count, sizeof *e->kept_rows);
    if (!e->kept_rows) return false;
    if (!e->kept_rows[n->id]) e->kept_rows[n->id] = find_places(e, n);
    const uint32_t *places = e->kept_rows[n->id];
    if (!places) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint32_t place = places[f->first_row + item];
        if (place && place != PLACE_WRONG)
            set_value(f, n, item, number_from_integer(place));
        else
            set_state(f, n, item, place ? CELL_WRONG : CELL_NONE);
    }
    return true;
}
