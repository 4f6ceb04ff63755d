/* builder.c - the one door through which rows become facts.
 *
 * The rows of one source at a time are gathered in a table_buffer; when the next source begins
 * they are grouped by partner and copied into vectors of exact size. Called by readers of any
 * kind. */
#include "data/builder.h"

#include "base/memory.h"
#include "data/building.h"

enum { FIRST_ROWS = 1024 };

facts_builder *facts_builder_new(arena *memory, const request *wanted, problem_list *problems) {
    facts_builder *b = memory_allocate(sizeof *b);
    facts *built = arena_allocate(memory, sizeof *built);
    facts_table *tables = arena_array(memory, wanted->count, sizeof *tables);
    if (!b || !built || !tables) {
        memory_free(b);
        return NULL;
    }
    *built = (facts){.tables = tables, .latest = DATE_FIRST - 1};
    built->texts.memory = memory;
    *b = (facts_builder){memory, wanted, problems, .built = built};
    b->partners.memory = memory;
    b->texts.texts = &built->texts;
    b->known.texts = &b->partners;
    return b;
}

void facts_builder_free(facts_builder *b) {
    if (!b) return;
    table_buffer_free(&b->rows);
    dictionary_free(&b->texts);
    dictionary_free(&b->known);
    memory_free(b->rank);
    memory_free(b->errors);
    memory_free(b);
}

bool facts_builder_reads(const source_request *source, size_t column) {
    return source->columns[column].wanted || source->happened_on == (int)column;
}

static const source_request *current_source(const facts_builder *b) {
    return &b->wanted->sources[b->begun - 1];
}

static facts_table *current_table(const facts_builder *b) {
    return &b->built->tables[b->begun - 1];
}

static bool is_partner_source(const facts_builder *b) {
    return b->begun == 1;
}

/* What people call the table: the name of a SELECT is its source's. */
static const char *table_name(const source_request *source) {
    return source->from && !catalog_is_select(source->from) ? source->from : source->name;
}

static bool data_problem(facts_builder *b, const char *hint, const char *message) {
    size_t before = b->problems->count;
    problem_add(b->problems, current_source(b)->at, hint, "%s", message ? message : "");
    if (b->problems->count > before) b->problems->items[before].in_data = true;
    b->refused = true;
    return true;
}

static bool grow_rows(table_buffer *rows) {
    size_t capacity = rows->capacity ? rows->capacity * 2 : FIRST_ROWS;
    uint32_t *partner_of = memory_resize(rows->partner_of, capacity * sizeof *partner_of);
    if (!partner_of) return false;
    rows->partner_of = partner_of;
    if (rows->ids) {
        int64_t *ids = memory_resize(rows->ids, capacity * sizeof *ids);
        if (!ids) return false;
        rows->ids = ids;
    }
    if (rows->id_is_text) {
        uint8_t *is_text = memory_resize(rows->id_is_text, capacity);
        if (!is_text) return false;
        rows->id_is_text = is_text;
    }
    for (size_t c = 0; c < rows->column_count; c++)
        if (!column_buffer_reserve(&rows->columns[c], capacity)) return false;
    rows->capacity = capacity;
    return true;
}

/* "deal row 771, column 'closed_on': '2026-13-01' is not a date (YYYY-MM-DD)" */
static const char *error_message(facts_builder *b, const cell *id, const char *sql_column,
                                 const cell *wrong, const char *complaint) {
    const source_request *source = current_source(b);
    text_buffer out = {0};
    char room[NUMBER_TEXT];
    text name;
    text_append_string(&out, table_name(source));
    if (source->id && cell_to_text(id, room, &name) == CELL_VALUE) {
        text_append_string(&out, " row ");
        cell_escape(&out, name);
    }
    text_print(&out, ", column '%s': ", sql_column);
    cell_quote(&out, wrong);
    text_print(&out, " %s", complaint);
    char *message = out.failed ? NULL : arena_copy(b->memory, out.bytes, out.length);
    text_free(&out);
    return message;
}

static bool add_error(facts_builder *b, int column, place at, const char *message) {
    if (!message) return false;
    if (b->error_count == b->error_capacity) {
        size_t capacity = b->error_capacity ? b->error_capacity * 2 : 16;
        waiting_error *moved = memory_resize(b->errors, capacity * sizeof *moved);
        if (!moved) return false;
        b->errors = moved;
        b->error_capacity = capacity;
    }
    cell_error error = {.source = current_table(b)->source, .at = at, .message = message};
    b->errors[b->error_count++] =
        (waiting_error){(uint32_t)(b->begun - 1), (uint32_t)b->rows.rows, column, error};
    return true;
}

static bool note_text_id(table_buffer *rows, bool is_text) {
    if (is_text) rows->in_order = false;
    if (is_text && !rows->id_is_text) rows->id_is_text = memory_allocate(rows->capacity);
    if (is_text && !rows->id_is_text) return false;
    if (rows->id_is_text) rows->id_is_text[rows->rows] = is_text;
    return true;
}

/* Ids that are no integers are texts; without a value, or wrong, the empty one. */
static bool put_id(facts_builder *b, const cell *id) {
    table_buffer *rows = &b->rows;
    if (!rows->ids) return true;
    if (!note_text_id(rows, id->type != CELL_IS_INTEGER)) return false;
    if (id->type == CELL_IS_INTEGER) {
        rows->ids[rows->rows] = id->integer;
        if (rows->rows && rows->ids[rows->rows - 1] >= id->integer) rows->in_order = false;
        return true;
    }
    char room[NUMBER_TEXT];
    text value = {"", 0};
    const source_request *source = current_source(b);
    if (cell_to_text(id, room, &value) == CELL_WRONG &&
        !add_error(b, ID_COLUMN, source->at,
                   error_message(b, id, source->id, id, "is not the id of a row")))
        return false;
    rows->ids[rows->rows] = dictionary_add(&b->texts, value);
    return rows->ids[rows->rows] >= 0;
}

static bool put_cells(facts_builder *b, const cell *id, const cell *cells) {
    table_buffer *rows = &b->rows;
    const source_request *source = current_source(b);
    for (size_t c = 0; c < rows->column_count; c++) {
        column_buffer *column = &rows->columns[c];
        if (!column->read) continue;
        int state = column_buffer_put(column, rows->rows, rows->capacity, &cells[c], &b->texts);
        if (!state) return false;
        if (state != CELL_WRONG) continue;
        const column_request *asked = &source->columns[c];
        const char *complaint = cell_complaint(&cells[c], asked->kind, asked->minor_places);
        if (!add_error(b, (int)c, asked->at,
                       error_message(b, id, asked->sql_name, &cells[c], complaint)))
            return false;
    }
    return true;
}

static void note_day(facts_builder *b, date day) {
    if (day > b->built->latest) b->built->latest = day;
}

/* The day of a row that is left out counts too: it is in the table. */
static void note_day_of(facts_builder *b, const cell *cells) {
    int column = current_source(b)->happened_on;
    date day;
    if (column >= 0 && cell_to_date(&cells[column], &day) == CELL_VALUE) note_day(b, day);
}

static void note_day_of_row(facts_builder *b, size_t row) {
    int column = current_source(b)->happened_on;
    if (column < 0) return;
    const column_buffer *days = &b->rows.columns[column];
    if (column_buffer_state(days, row) == CELL_VALUE) note_day(b, days->codes[row]);
}

/* A new partner's number by order of coming; -1: a problem was reported; -2: out of memory. */
static int64_t new_partner(facts_builder *b, const cell *id) {
    char room[NUMBER_TEXT];
    text name = {"", 0};
    const source_request *source = current_source(b);
    if (cell_to_text(id, room, &name) != CELL_VALUE) {
        data_problem(b, "give every partner an id of its own",
                     arena_print(b->memory, "a row of '%s' has no partner id in column '%s'",
                                 table_name(source), source->id));
        return -1;
    }
    size_t known = b->partners.count;
    int64_t code = dictionary_add(&b->known, name);
    if (code < 0) return -2;
    if (b->partners.count > known) return code;
    text_buffer shown = {0};
    cell_escape(&shown, name);
    data_problem(b, "a partner is one row: keep one of them, or read from a SELECT that does",
                 arena_print(b->memory, "partner id '%s' comes more than once in '%s'",
                             shown.bytes ? shown.bytes : "", table_name(source)));
    text_free(&shown);
    return -1;
}

static int64_t known_partner(facts_builder *b, const cell *partner) {
    char room[NUMBER_TEXT];
    text name;
    if (cell_to_text(partner, room, &name) != CELL_VALUE) return -1;
    int64_t code = dictionary_find(&b->known, name);
    return code < 0 ? -1 : (int64_t)b->rank[code];
}

bool facts_builder_row(facts_builder *b, const cell *id, const cell *partner,
                       const cell *cells) {
    facts_table *table = current_table(b);
    table->rows_read++;
    int64_t owner = is_partner_source(b) ? new_partner(b, id) : known_partner(b, partner);
    if (owner == -2) return false;
    if (owner < 0) {
        note_day_of(b, cells);
        if (!is_partner_source(b)) table->orphans++;
        return true;
    }
    table_buffer *rows = &b->rows;
    if (rows->rows == UINT32_MAX - 1) return false;
    if (rows->rows == rows->capacity && !grow_rows(rows)) return false;
    rows->partner_of[rows->rows] = (uint32_t)owner;
    if (!put_id(b, id) || !put_cells(b, id, cells)) return false;
    note_day_of_row(b, rows->rows++);
    return true;
}

static bool begin_rows(facts_builder *b, const source_request *source) {
    table_buffer *rows = &b->rows;
    *rows = (table_buffer){.in_order = true};
    rows->columns = memory_allocate(source->count * sizeof *rows->columns);
    if (!rows->columns) return false;
    rows->column_count = source->count;
    for (size_t c = 0; c < source->count; c++) {
        const column_request *asked = &source->columns[c];
        rows->columns[c] =
            (column_buffer){.kind = asked->kind,
                            .minor_places = asked->minor_places,
                            .read = facts_builder_reads(source, c),
                            .places = cell_places(asked->kind, asked->minor_places)};
    }
    if (source->id && !is_partner_source(b)) {
        rows->ids = memory_allocate(FIRST_ROWS * sizeof *rows->ids);
        if (!rows->ids) return false;
    }
    return grow_rows(rows);
}

bool facts_builder_begin(facts_builder *b) {
    if (b->begun && !builder_end_source(b)) return false;
    const source_request *source = &b->wanted->sources[b->begun++];
    b->built->table_count = b->begun;
    facts_table *table = current_table(b);
    *table = (facts_table){.source = arena_string(b->memory, source->name),
                           .happened_on = source->happened_on};
    if (!table->source) return false;
    if (is_partner_source(b) && !source->id)
        data_problem(b, NULL, "the source 'partner' has no id that tells its rows apart");
    return begin_rows(b, source);
}

facts *facts_builder_finish(facts_builder *b) {
    if (b->begun && !builder_end_source(b)) return NULL;
    if (b->refused || b->memory->failed || !builder_end_errors(b)) return NULL;
    return b->built;
}
