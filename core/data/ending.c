/* ending.c - a finished source becomes a table of the facts.
 *
 * Partners are numbered here, once their own source has ended; rows of every source are placed
 * by those numbers. Called by builder.c only. */
#include "base/memory.h"
#include "data/order.h"
#include "data/placing.h"
#include "data/row_order.h"

#include <string.h>

static int compare_partners(const void *context, uint32_t a, uint32_t b) {
    const map *partners = context;
    return text_compare(partners->keys[a], partners->keys[b]);
}

static void complain_of_nameless(facts_builder *b) {
    const source_request *source = &b->wanted->sources[b->begun - 1];
    builder_problem(b, "give every partner an id of its own",
                    arena_print(b->memory, "a row of '%s' has no partner id in column '%s'",
                                intake_table_name(source), source->id));
}

/* Two rows of one id. */
static void complain_of_twins(facts_builder *b, text id) {
    text_buffer shown = {0};
    cell_escape(&shown, id);
    builder_problem(b,
                    "a partner is one row: keep one of them, or read from a SELECT that does",
                    arena_print(b->memory, "partner id '%s' comes more than once in '%s'",
                                shown.bytes ? shown.bytes : "",
                                intake_table_name(&b->wanted->sources[b->begun - 1])));
    text_free(&shown);
}

static void renumber(intake *in, const uint32_t *numbers) {
    for (size_t row = 0; row < in->rows; row++)
        in->partner_of[row] = numbers[in->partner_of[row]];
}

/* Numbers the partners in byte order of their ids, in their rows too. */
static bool number_partners(facts_builder *b, const uint32_t *order, uint32_t *numbers) {
    size_t count = b->partners.count;
    text *ids = arena_array(b->memory, count, sizeof *ids);
    if (!ids) return false;
    for (size_t i = 0; i < count; i++) {
        numbers[order[i]] = (uint32_t)i;
        ids[i] = b->partners.keys[order[i]];
        if (i && text_equal(ids[i - 1], ids[i])) complain_of_twins(b, ids[i]);
    }
    b->built->partner_ids = ids;
    b->built->partner_count = count;
    b->partners.keys = ids;
    for (size_t i = 0; i < b->intake_count; i++)
        renumber(&b->intakes[i], numbers);
    return known_partners_make(&b->known, &b->partners);
}

/* The ids that a second thread read stand behind those of the first. */
static bool append_partners(facts_builder *b, intake *in) {
    size_t before = b->partners.count, own = in->own_partners.count;
    text *ids = map_append_all(&b->partners, own);
    for (size_t k = 0; ids && k < own; k++)
        ids[k] = in->own_partners.keys[k];
    for (size_t row = 0; row < in->rows; row++)
        in->partner_of[row] += (uint32_t)before;
    arena_adopt(b->memory, &in->own_memory);
    return ids;
}

static bool join_partners(facts_builder *b) {
    for (size_t i = 0; i < b->intake_count; i++) {
        intake *in = &b->intakes[i];
        for (size_t n = 0; n < in->nameless; n++)
            complain_of_nameless(b);
        if (in->partners != &b->partners && !append_partners(b, in)) return false;
    }
    return b->partners.count < INT32_MAX;
}

static bool rank_partners(facts_builder *b) {
    if (!join_partners(b)) return false;
    size_t count = b->partners.count;
    uint32_t *order = memory_allocate(count * sizeof *order);
    uint32_t *numbers = memory_allocate(count * sizeof *numbers);
    bool done = order && numbers;
    for (size_t i = 0; done && i < count; i++)
        order[i] = (uint32_t)i;
    done = done && order_sort(order, count, compare_partners, &b->partners) &&
           number_partners(b, order, numbers);
    memory_free(order);
    memory_free(numbers);
    return done;
}

static bool place_columns(facts_builder *b, placing *of, vector_room *room,
                          facts_table *table) {
    const source_request *source = &b->wanted->sources[b->begun - 1];
    table->columns = arena_array(b->memory, source->count, sizeof *table->columns);
    if (!table->columns) return false;
    table->column_count = source->count;
    size_t read = 0;
    for (size_t c = 0; c < source->count; c++) {
        facts_column *column = &table->columns[c];
        *column = (facts_column){.name = arena_string(b->memory, source->columns[c].name),
                                 .kind = source->columns[c].kind};
        if (!column->name) return false;
        if (facts_builder_reads(source, c) &&
            !placing_column(of, b->intake_count, read++, room, &b->built->texts, column))
            return false;
    }
    return true;
}

static bool fill_partners(facts_table *table, vector_room *room, size_t partners) {
    table->partner_of = vector_room_take(room, sizeof *table->partner_of);
    for (size_t p = 0; table->partner_of && p < partners; p++)
        for (uint32_t row = table->first[p]; row < table->first[p + 1]; row++)
            table->partner_of[row] = (uint32_t)p;
    return table->partner_of;
}

/* Whether all rows came in the order of their ids: then no partner's rows need sorting. */
static bool came_in_order(const facts_builder *b) {
    bool known = false;
    int64_t last = 0;
    for (size_t i = 0; i < b->intake_count; i++) {
        const intake *in = &b->intakes[i];
        if (!in->rows) continue;
        if (!in->ids || !in->in_order || (known && in->ids[0] <= last)) return false;
        known = true;
        last = in->ids[in->rows - 1];
    }
    return true;
}

static date happened_on(const facts_table *table, uint32_t row) {
    if (table->happened_on < 0) return DATE_FIRST;
    const facts_column *column = &table->columns[table->happened_on];
    bool known = !column->states || column->states[row] == CELL_VALUE;
    return known ? column->codes[row] : DATE_FIRST;
}

/* Takes over an intake's errors; messages move to the facts' own memory. */
static bool take_errors(facts_builder *b, const placing *of) {
    const intake *in = of->in;
    size_t count = b->error_count + in->error_count;
    if (!in->error_count) return true;
    waiting_error *errors = memory_resize(b->errors, count * sizeof *errors);
    if (!errors) return false;
    b->errors = errors;
    for (size_t i = 0; i < in->error_count; i++) {
        waiting_error *taken = &errors[b->error_count++];
        *taken = in->errors[i];
        taken->table = (uint32_t)(b->begun - 1);
        taken->row = of->places[taken->row];
        taken->error.source = b->built->tables[b->begun - 1].source;
        if (in->memory != b->memory)
            taken->error.message = arena_string(b->memory, taken->error.message);
        if (!taken->error.message) return false;
    }
    return true;
}

/* Sorts the rows and tells the errors from `first` on where they stand now. */
static bool sort_with_errors(facts_builder *b, facts_table *table, size_t first) {
    uint32_t *was = memory_allocate(table->rows * sizeof *was);
    uint32_t *now = memory_allocate(table->rows * sizeof *now);
    bool done = was && now;
    for (size_t row = 0; done && row < table->rows; row++)
        was[row] = (uint32_t)row;
    done = done && row_order_settle(b->built, table, was);
    for (size_t row = 0; done && row < table->rows; row++)
        now[was[row]] = (uint32_t)row;
    for (size_t i = first; done && i < b->error_count; i++) {
        waiting_error *waiting = &b->errors[i];
        waiting->row = now[waiting->row];
        waiting->error.row = waiting->row;
        waiting->error.column = waiting->column;
        waiting->error.partner =
            table->reference ? NO_PARTNER : table->partner_of[waiting->row];
        waiting->error.happened_on = happened_on(table, waiting->row);
    }
    memory_free(was);
    memory_free(now);
    return done;
}

static bool settle_order(facts_builder *b, facts_table *table, size_t errors, bool in_order) {
    if (b->error_count > errors) return sort_with_errors(b, table, errors);
    return in_order || row_order_settle(b->built, table, NULL);
}

static bool make_table(facts_builder *b, placing *of, vector_room *room, facts_table *table) {
    size_t partners = table->reference ? 1 : b->built->partner_count, errors = b->error_count;
    bool in_order = came_in_order(b);
    table->first = arena_array(b->memory, partners + 1, sizeof *table->first);
    if (!table->first || !placing_by_partner(of, b->intake_count, partners, table->first))
        return false;
    for (size_t i = 0; i < b->intake_count; i++) {
        intake *in = of[i].in;
        vector_room_give(room, in->partner_of, in->capacity, sizeof *in->partner_of);
        in->partner_of = NULL;
        if (!placing_texts(&of[i], &b->texts) || !take_errors(b, &of[i])) return false;
    }
    return (table->reference || fill_partners(table, room, partners)) &&
           placing_ids(of, b->intake_count, room, table) && place_columns(b, of, room, table) &&
           settle_order(b, table, errors, in_order);
}

/* Rows that others name by their ids; an empty one nobody can name. */
static void complain_of_same_ids(facts_builder *b, const facts_table *table) {
    for (size_t row = 1; table->ids && row < table->rows; row++) {
        text_buffer id = {0}, shown = {0};
        if (row_order_of_ids(b->built, table, row - 1, row)) continue;
        facts_row_id(b->built, table, row, &id);
        cell_escape(&shown, (text){id.bytes ? id.bytes : "", id.length});
        if (id.length)
            builder_problem(b, "keep one of them, or name another column: id = \"..\"",
                            arena_print(b->memory, "id '%s' comes more than once in '%s'",
                                        shown.bytes ? shown.bytes : "",
                                        intake_table_name(&b->wanted->sources[b->begun - 1])));
        text_free(&id);
        text_free(&shown);
    }
}

/* A reference's rows are nobody's; they were placed as if they were one partner's. */
static void end_reference(facts_builder *b, facts_table *table) {
    table->first = NULL;
    if (b->wanted->sources[b->begun - 1].sought) complain_of_same_ids(b, table);
}

static void take_counts(facts_builder *b, facts_table *table, const intake *in) {
    table->rows += in->rows;
    table->rows_read += in->rows_read;
    table->orphans += in->orphans;
    if (in->latest > b->built->latest) b->built->latest = in->latest;
}

bool builder_end_source(facts_builder *b) {
    facts_table *table = &b->built->tables[b->begun - 1];
    placing of[MOST_INTAKES] = {0};
    bool done = true;
    for (size_t i = 0; i < b->intake_count; i++) {
        of[i].in = &b->intakes[i];
        done = done && intake_end(of[i].in);
        take_counts(b, table, of[i].in);
    }
    vector_room room = {.memory = b->memory, .rows = table->rows};
    done = done && (b->begun > 1 || rank_partners(b)) && make_table(b, of, &room, table);
    vector_room_end(&room);
    if (done && table->reference) end_reference(b, table);
    for (size_t i = 0; i < b->intake_count; i++) {
        memory_free(of[i].places);
        memory_free(of[i].renumbered);
        intake_free(&b->intakes[i]);
    }
    b->intake_count = 0;
    return done;
}

/* By partner, source, row and column; equal rows by what their cells say. */
static int compare_errors(const void *context, uint32_t a, uint32_t b) {
    const waiting_error *x = (const waiting_error *)context + a;
    const waiting_error *y = (const waiting_error *)context + b;
    if (x->error.partner != y->error.partner)
        return x->error.partner < y->error.partner ? -1 : 1;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->column != y->column) return x->column < y->column ? -1 : 1;
    return text_compare(text_of(x->error.message), text_of(y->error.message));
}

bool builder_end_errors(facts_builder *b) {
    uint32_t *order = memory_allocate(b->error_count * sizeof *order);
    b->built->errors = arena_array(b->memory, b->error_count, sizeof *b->built->errors);
    bool done = order && b->built->errors;
    for (size_t i = 0; done && i < b->error_count; i++)
        order[i] = (uint32_t)i;
    done = done && order_sort(order, b->error_count, compare_errors, b->errors);
    for (size_t i = 0; done && i < b->error_count; i++)
        b->built->errors[i] = b->errors[order[i]].error;
    b->built->error_count = b->error_count;
    memory_free(order);
    return done;
}
