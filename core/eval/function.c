/* function.c - calls functions of rules for the items of a frame.
 *
 * What a function reads is computed first, for all items, and handed over as columns; so is
 * what p:rows walks, for as many partners at once as keeps those columns small. */
#include "eval/frame.h"

#include "base/memory.h"
#include "lang/call.h"

#include <string.h>

_Static_assert((int)CALL_VALUE == (int)CELL_VALUE && (int)CALL_NONE == (int)CELL_NONE &&
                   (int)CALL_WRONG == (int)CELL_WRONG,
               "states are handed over as they are");

enum { ROWS_AT_ONCE = 16384 }; /* of one source, unless one partner has more */

/* The facts' number of an item's partner. */
static uint32_t partner_of(const frame *f, size_t item) {
    return member_of(f->of, frame_partner(f, item));
}

/* One function over the items of one frame. */
typedef struct calling {
    frame *f;
    const node *n;
    const rule_function *text;
    call_batch batch;
    call_column *reads;
    constant_room *constants; /* behind reads that are the same for all */
    call_rows *rows;
    const facts_table **tables; /* by the function's rows */
    const node ***cells;        /* likewise, of each of their columns */
} calling;

static call_kind kind_of(const node *n) {
    switch (n->type) {
    case TYPE_TEXT:
    case TYPE_LEVEL:
        return CALL_TEXT;
    case TYPE_DATE:
        return CALL_DATE;
    case TYPE_BOOLEAN:
        return CALL_BOOLEAN;
    default:
        return n->measure == MEASURE_COUNT || n->measure == MEASURE_DAYS ? CALL_WHOLE
                                                                         : CALL_DECIMAL;
    }
}

/* Texts are codes of the facts and, after those, of the rules; levels have names of their own.
 */
static bool name_texts(const evaluation *e, const node *n, arena *scratch, call_column *out) {
    if (n->type == TYPE_TEXT) {
        out->names = e->facts->texts.keys;
        out->name_count = e->facts->texts.count;
        out->further = e->texts.keys;
        return true;
    }
    if (n->type != TYPE_LEVEL) return true;
    const ladder *l = &e->plan->ladders[n->ladder];
    text *names = arena_array(scratch, l->level_count, sizeof *names);
    for (size_t i = 0; names && i < l->level_count; i++)
        names[i] = text_of(l->levels[i].is.name);
    out->names = names;
    out->name_count = l->level_count;
    return names != NULL;
}

static bool compute_reads(calling *c, const selection *items, arena *scratch) {
    for (size_t i = 0; i < c->text->read_count; i++) {
        const node *n = c->n->items[i];
        operand read;
        if (!operand_compute(c->f, n, items, &c->constants[i], &read)) return false;
        c->reads[i] = (call_column){.kind = kind_of(n),
                                    .values = read.values,
                                    .states = read.states,
                                    .step = read.step};
        if (!name_texts(c->f->of, n, scratch, &c->reads[i])) return false;
    }
    return true;
}

/* --- rows that are walked ----------------------------------------------------------------- */

static bool knows_name(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

/* The columns of the i-th rows, which stand behind the reads among the node's items. */
static bool name_columns(calling *c, size_t i, arena *scratch) {
    const evaluation *e = c->f->of;
    call_rows *rows = &c->rows[i];
    c->tables[i] = facts_table_find(e->facts, c->text->rows[i].source);
    size_t most = c->n->count - c->text->read_count, count = 0;
    const char **names = arena_array(scratch, most, sizeof *names);
    call_column *columns = arena_array(scratch, most, sizeof *columns);
    c->cells[i] = arena_array(scratch, most, sizeof(node *));
    if (!names || !columns || !c->cells[i] || !c->tables[i]) return false;
    for (size_t k = c->text->read_count; k < c->n->count; k++) {
        const node *n = c->n->items[k];
        if (&e->facts->tables[n->source] != c->tables[i]) continue;
        const char *name = path_of_cell(scratch, e->plan, n);
        if (!name || knows_name(names, count, name)) continue;
        names[count] = name;
        c->cells[i][count] = n;
        columns[count] = (call_column){.kind = kind_of(n), .step = 1};
        if (!name_texts(e, n, scratch, &columns[count++])) return false;
    }
    *rows = (call_rows){.names = names, .columns = columns, .column_count = count};
    return !scratch->failed;
}

static bool load_column(const facts_column *column, uint32_t from, uint32_t to, arena *scratch,
                        call_column *out) {
    number *values = arena_array(scratch, to - from, sizeof *values);
    uint8_t *states = arena_array(scratch, to - from, 1);
    if (!values || !states) return false;
    if (to > from) facts_column_load(column, from, to - from, values, states);
    out->values = values;
    out->states = states;
    return true;
}

/* What is not in the row itself: converted money, cells that it leads to. Rows that do not
 * exist have none. */
static bool compute_block(calling *c, const node *n, const facts_table *table, uint32_t from,
                          uint32_t count, const uint8_t *exists, call_column *out) {
    arena scratch = {0};
    frame block;
    uint32_t index[BLOCK_ROWS];
    selection rows = {index, 0};
    for (uint32_t i = 0; i < count; i++)
        if (!exists || exists[i]) index[rows.count++] = i;
    bool fine = frame_of_rows(&block, c->f->of, table, from, count, &scratch) &&
                frame_compute(&block, n, &rows);
    for (size_t k = 0; fine && k < rows.count; k++) {
        ((number *)out->values)[index[k]] = block.slots[n->id].values[index[k]];
        ((uint8_t *)out->states)[index[k]] = block.slots[n->id].states[index[k]];
    }
    arena_free(&scratch);
    return fine;
}

static bool compute_rows(calling *c, const node *n, const facts_table *table, uint32_t from,
                         uint32_t to, const uint8_t *exists, call_column *out) {
    for (uint32_t at = from; at < to; at += BLOCK_ROWS) {
        uint32_t count = to - at < BLOCK_ROWS ? to - at : BLOCK_ROWS, done = at - from;
        call_column part = {.values = out->values + done, .states = out->states + done};
        if (!compute_block(c, n, table, at, count, exists ? exists + done : NULL, &part))
            return false;
    }
    return true;
}

static bool fill_column(calling *c, const node *n, const facts_table *table, uint32_t from,
                        uint32_t to, const uint8_t *exists, arena *scratch, call_column *out) {
    if (n->kind == NODE_COLUMN)
        return load_column(&table->columns[n->column], from, to, scratch, out);
    uint8_t *states = arena_array(scratch, to - from, 1);
    out->values = arena_array(scratch, to - from, sizeof *out->values);
    out->states = states;
    if (!out->values || !states) return false;
    memset(states, CELL_NONE, to - from);
    return compute_rows(c, n, table, from, to, exists, out);
}

/* What happened after the day does not exist. */
static bool load_existence(const facts_table *table, date as_of, uint32_t from, uint32_t to,
                           arena *scratch, call_rows *rows) {
    if (table->happened_on < 0) return true;
    call_column days = {0};
    uint8_t *exists = arena_array(scratch, to - from, 1);
    if (!exists || !load_column(&table->columns[table->happened_on], from, to, scratch, &days))
        return false;
    bool all = true;
    for (uint32_t i = 0; i < to - from; i++) {
        exists[i] = days.states[i] != CELL_VALUE || days.values[i] <= as_of;
        all = all && exists[i];
    }
    rows->exists = all ? NULL : exists;
    return true;
}

/* Loads the rows of the partners of these items. */
static bool load_rows(calling *c, size_t i, const selection *items, arena *scratch) {
    const facts_table *table = c->tables[i];
    call_rows *rows = &c->rows[i];
    uint32_t from = table->first[partner_of(c->f, selection_at(items, 0))];
    uint32_t to = table->first[partner_of(c->f, selection_at(items, items->count - 1)) + 1];
    uint32_t *first = arena_array(scratch, c->f->size, sizeof *first);
    uint32_t *last = arena_array(scratch, c->f->size, sizeof *last);
    if (!first || !last) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint32_t partner = partner_of(c->f, item);
        first[item] = table->first[partner] - from;
        last[item] = table->first[partner + 1] - from;
    }
    rows->first = first;
    rows->last = last;
    if (!load_existence(table, (date)c->n->constant, from, to, scratch, rows)) return false;
    for (size_t k = 0; k < rows->column_count; k++) {
        call_column *column = (call_column *)&rows->columns[k];
        if (!fill_column(c, c->cells[i][k], table, from, to, rows->exists, scratch, column))
            return false;
    }
    return true;
}

/* How many of the items' partners, from the k-th on, have few enough rows between them. */
static size_t items_at_once(const calling *c, const selection *items, size_t k) {
    size_t count = 1;
    for (; k + count < items->count; count++) {
        uint32_t a = partner_of(c->f, selection_at(items, k));
        uint32_t b = partner_of(c->f, selection_at(items, k + count));
        for (size_t i = 0; i < c->text->rows_count; i++) {
            const uint32_t *first = c->tables[i]->first;
            if (a != b && first[b + 1] - first[a] > ROWS_AT_ONCE) return count;
        }
    }
    return count;
}

/* --- calling ------------------------------------------------------------------------------ */

static bool report_errors(calling *c) {
    for (const call_error *e = c->batch.errors; e; e = e->next) {
        node at = *c->n;
        at.at = e->at;
        evaluation_error(c->f, e->item, &at, "%s", e->message);
    }
    return !c->f->of->memory->failed;
}

static bool call_items(calling *c, const selection *items) {
    evaluation *e = c->f->of;
    c->batch.items = items->index;
    c->batch.count = items->count;
    c->batch.errors = NULL;
    return callables_run(e->callables, &c->batch) && report_errors(c);
}

static bool call_with_rows(calling *c, const selection *items) {
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    bool fine = index != NULL;
    for (size_t k = 0; fine && k < items->count; k++)
        index[k] = (uint32_t)selection_at(items, k);
    for (size_t k = 0; fine && k < items->count;) {
        arena scratch = {0};
        selection some = {index + k, items_at_once(c, items, k)};
        for (size_t i = 0; fine && i < c->text->rows_count; i++)
            fine = load_rows(c, i, &some, &scratch);
        fine = fine && call_items(c, &some);
        k += some.count;
        arena_free(&scratch);
    }
    memory_free(index);
    return fine;
}

static void free_callables(void *made) {
    callables_free(made);
}

/* They live as long as the evaluation: explanations call functions, too. */
static callables *make_callables(evaluation *e) {
    callables *made = callables_create(e->plan->rules, e->plan->currency);
    if (made && arena_at_end(e->memory, free_callables, made)) return made;
    callables_free(made);
    return NULL;
}

static call_wanted wanted_of(const node *n) {
    static const call_wanted wanted[] = {[TYPE_NUMBER] = WANTED_NUMBER,
                                         [TYPE_TEXT] = WANTED_TEXT,
                                         [TYPE_DATE] = WANTED_DATE,
                                         [TYPE_BOOLEAN] = WANTED_CONDITION,
                                         [TYPE_LEVEL] = WANTED_TEXT};
    return wanted[n->type];
}

/* Whether its rule could say what it returns, and does not. */
static bool is_guessed(const node *n) {
    const term *rule = n->rule ? n->rule->term : NULL;
    const term *value = rule ? term_field(rule, "value") : NULL;
    return value && value->kind == TERM_FUNCTION && value->function == n->index &&
           !term_field(rule, "unit");
}

static bool prepare(calling *c, arena *scratch) {
    evaluation *e = c->f->of;
    if (!e->callables) e->callables = make_callables(e);
    c->reads = arena_array(scratch, c->text->read_count, sizeof *c->reads);
    c->constants = arena_array(scratch, c->text->read_count, sizeof *c->constants);
    c->rows = arena_array(scratch, c->text->rows_count, sizeof *c->rows);
    c->tables = arena_array(scratch, c->text->rows_count, sizeof(facts_table *));
    c->cells = arena_array(scratch, c->text->rows_count, sizeof(node **));
    if (!c->cells || !e->callables || !c->reads || !c->constants || !c->rows || !c->tables)
        return false;
    for (size_t i = 0; i < c->text->rows_count; i++)
        if (!name_columns(c, i, scratch)) return false;
    c->batch = (call_batch){.function = c->n->index,
                            .rule = c->n->rule ? c->n->rule->name : "",
                            .by_row = c->n->column >= 0,
                            .wanted = wanted_of(c->n),
                            .guessed = is_guessed(c->n),
                            .known_texts = &e->facts->texts,
                            .own_texts = &e->texts,
                            .as_of = (date)c->n->constant,
                            .reads = c->reads,
                            .rows = c->rows,
                            .values = c->f->slots[c->n->id].values,
                            .states = c->f->slots[c->n->id].states,
                            .memory = scratch};
    return true;
}

bool compute_function(frame *f, const node *n, const selection *items) {
    arena scratch = {0};
    calling c = {.f = f, .n = n, .text = f->of->plan->rules->functions[n->index]};
    bool fine = prepare(&c, &scratch) && compute_reads(&c, items, &scratch);
    fine = fine && (c.text->rows_count ? call_with_rows(&c, items) : call_items(&c, items));
    arena_free(&scratch);
    return fine;
}
