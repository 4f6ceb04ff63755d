/* intake.c - rows of one source as one thread takes them in. */
#include "data/intake.h"

#include "base/memory.h"
#include "data/weighing.h"

#include <string.h>

enum { FIRST_ROWS = 1024, NOT_KEPT = UINT16_MAX };

static bool grow(void *vector, size_t capacity, size_t item_size) {
    void *block;
    memcpy(&block, vector, sizeof block);
    void *moved = memory_resize(block, capacity * item_size);
    if (moved) memcpy(vector, &moved, sizeof moved);
    return moved != NULL;
}

static bool reserve(intake *in, size_t capacity) {
    if (!grow(&in->partner_of, capacity, sizeof *in->partner_of)) return false;
    if (in->ids && !grow(&in->ids, capacity, sizeof *in->ids)) return false;
    if (in->id_is_text && !grow(&in->id_is_text, capacity, 1)) return false;
    for (size_t i = 0; i < in->column_count; i++)
        if (!column_buffer_reserve(&in->columns[i], capacity)) return false;
    in->capacity = capacity;
    return true;
}

/* Room for the rows of one more batch. */
static bool make_room(intake *in) {
    if (in->rows + ROW_BATCH <= in->capacity) return true;
    if (in->rows > UINT32_MAX / 2 - ROW_BATCH) return false;
    return reserve(in, in->capacity ? in->capacity * 2 : FIRST_ROWS);
}

bool intake_expect(intake *in, size_t rows) {
    return rows + ROW_BATCH <= in->capacity || reserve(in, rows + ROW_BATCH);
}

static bool is_read(const source_request *source, size_t column) {
    return source->columns[column].wanted || source->happened_on == (int)column;
}

static bool begin_columns(intake *in) {
    const source_request *source = in->source;
    in->columns = memory_allocate(source->count * sizeof *in->columns);
    in->states = memory_allocate(source->count);
    in->text_columns = memory_allocate(source->count * sizeof *in->text_columns);
    if (!in->columns || !in->states || !in->text_columns) return false;
    for (size_t c = 0; c < source->count; c++) {
        if (!is_read(source, c)) continue;
        if (source->happened_on == (int)c) in->day = (int)in->column_count;
        if (source->columns[c].kind == CELL_TEXT)
            in->text_columns[in->text_count++] = in->column_count;
        if (!column_buffer_make(&in->columns[in->column_count++], &in->filter, c)) return false;
    }
    return true;
}

bool intake_begin(intake *in, const source_request *source, const known_partners *known,
                  dictionary *texts, arena *memory) {
    *in = (intake){.source = source, .known = known, .in_order = true, .day = -1};
    in->latest = DATE_FIRST - 1;
    in->memory = texts ? memory : &in->own_memory;
    in->own_texts.memory = in->own_partners.memory = &in->own_memory;
    in->own_dictionary.texts = &in->own_texts;
    in->texts = texts ? texts : &in->own_dictionary;
    in->owners = memory_allocate(sizeof *in->owners);
    if (!in->owners || !row_filter_make(&in->filter, source) || !begin_columns(in))
        return false;
    if (source->id && known) {
        in->ids = memory_allocate(FIRST_ROWS * sizeof *in->ids);
        if (!in->ids) return false;
    }
    return make_room(in);
}

void intake_free(intake *in) {
    for (size_t i = 0; i < in->column_count; i++)
        column_buffer_free(&in->columns[i]);
    memory_free(in->columns);
    memory_free(in->text_columns);
    memory_free(in->states);
    memory_free(in->partner_of);
    memory_free(in->ids);
    memory_free(in->id_is_text);
    memory_free(in->errors);
    if (in->owners) text_free(&in->owners->bytes);
    memory_free(in->owners);
    row_filter_free(&in->filter);
    dictionary_free(&in->own_dictionary);
    arena_free(&in->own_memory);
    *in = (intake){0};
}

/* A partner without an id has the key of the empty text, which nobody has. */
static bool note_owner(row_owners *owners, const cell *partner) {
    char room[NUMBER_TEXT];
    text name = {"", 0};
    if (partner->type == CELL_IS_TEXT)
        name = partner->text;
    else if (cell_to_text(partner, room, &name) != CELL_VALUE)
        name = (text){"", 0};
    return waiting_texts_add(owners, name, NOT_KEPT);
}

static void move_row(intake *in, size_t from, size_t to) {
    in->partner_of[to] = in->partner_of[from];
    if (in->ids) in->ids[to] = in->ids[from];
    if (in->id_is_text) in->id_is_text[to] = in->id_is_text[from];
    for (size_t i = 0; i < in->column_count; i++)
        column_buffer_move(&in->columns[i], from, to);
    for (size_t e = in->error_count; e > 0 && in->errors[e - 1].row >= from; e--)
        if (in->errors[e - 1].row == from) in->errors[e - 1].row = (uint32_t)to;
}

/* Rows of nobody leave; the others close the gaps. */
static void drop_orphans(intake *in, const int32_t *partners) {
    const row_owners *owners = in->owners;
    size_t to = in->batch;
    for (size_t n = 0; n < owners->count; n++) {
        if (owners->rows[n] == NOT_KEPT || partners[n] < 0) continue;
        size_t from = in->batch + owners->rows[n];
        if (from != to) move_row(in, from, to);
        to++;
    }
    in->rows = to;
}

static void settle_owners(intake *in) {
    row_owners *owners = in->owners;
    int32_t partners[ROW_BATCH];
    size_t orphans = 0, kept_orphans = 0;
    waiting_texts_settle(owners);
    known_partners_find_all(in->known, owners->keys, owners->longer, owners->count, partners);
    for (size_t n = 0; n < owners->count; n++) {
        bool kept = owners->rows[n] != NOT_KEPT;
        if (kept) in->partner_of[in->batch + owners->rows[n]] = (uint32_t)partners[n];
        orphans += partners[n] < 0;
        kept_orphans += kept && partners[n] < 0;
    }
    in->orphans += orphans;
    if (kept_orphans) drop_orphans(in, partners);
}

static bool settle_batch(intake *in) {
    for (size_t i = 0; i < in->column_count; i++)
        if (!column_buffer_settle(&in->columns[i], in->batch, in->texts)) return false;
    if (in->known && in->source->partner) settle_owners(in);
    waiting_texts_clear(in->owners);
    in->batch = in->rows;
    return make_room(in);
}

bool intake_end(intake *in) {
    return settle_batch(in);
}

static bool note_text_id(intake *in, bool is_text) {
    if (is_text) in->in_order = false;
    if (is_text && !in->id_is_text) in->id_is_text = memory_allocate(in->capacity);
    if (is_text && !in->id_is_text) return false;
    if (in->id_is_text) in->id_is_text[in->rows] = is_text;
    return true;
}

/* Ids that are no integers are texts; without a value, or wrong, the empty one. */
static bool put_id(intake *in, const cell *id) {
    if (!in->ids) return true;
    size_t row = in->rows;
    if (!note_text_id(in, id->type != CELL_IS_INTEGER)) return false;
    if (id->type == CELL_IS_INTEGER) {
        in->ids[row] = id->integer;
        if (row && in->ids[row - 1] >= id->integer) in->in_order = false;
        return true;
    }
    char room[NUMBER_TEXT];
    text value = {"", 0};
    if (cell_to_text(id, room, &value) != CELL_VALUE) value = (text){"", 0};
    in->ids[row] = dictionary_add(in->texts, value);
    return in->ids[row] >= 0;
}

/* The row at in->rows stays; of its texts only `columns` are wanted. */
static bool keep_row(intake *in, const cell *id, const cell *cells, uint64_t columns) {
    if (!put_id(in, id)) return false;
    for (size_t t = 0; t < in->text_count; t++) {
        size_t i = in->text_columns[t];
        column_buffer *column = &in->columns[i];
        bool wanted = column->column >= 64 || columns >> column->column & 1;
        column_buffer_keep(column, in->rows, in->batch, &cells[column->column],
                           (cell_state)in->states[i], wanted, in->texts);
    }
    in->rows++;
    return true;
}

static bool is_wrong_id(const intake *in, const cell *id) {
    char room[NUMBER_TEXT];
    text name;
    if (!in->ids || id->type == CELL_IS_INTEGER || id->type == CELL_IS_TEXT) return false;
    return cell_to_text(id, room, &name) == CELL_WRONG;
}

static void note_day(intake *in) {
    if (in->day < 0 || in->states[in->day] != CELL_VALUE) return;
    date day = in->columns[in->day].codes[in->rows];
    if (day > in->latest) in->latest = day;
}

static bool is_of_somebody(const intake *in, const cell *partner) {
    char room[NUMBER_TEXT];
    text name;
    return cell_to_text(partner, room, &name) == CELL_VALUE &&
           known_partners_find(in->known, name) != MAP_ABSENT;
}

/* A reference's row stays, whatever is wrong with it: who needs the cell is told. */
static bool take_reference(intake *in, const cell *id, const cell *cells) {
    if (in->rows - in->batch == ROW_BATCH && !settle_batch(in)) return false;
    in->rows_read++;
    weighed_row found =
        weigh_row(in->columns, in->column_count, in->rows, cells, in->texts, in->states);
    note_day(in);
    bool wrong = found.wrong || is_wrong_id(in, id);
    if (wrong && !intake_complain(in, id, cells)) return false;
    in->partner_of[in->rows] = 0;
    return keep_row(in, id, cells, UINT64_MAX);
}

bool intake_row(intake *in, const cell *id, const cell *partner, const cell *cells) {
    if (!in->source->partner) return take_reference(in, id, cells);
    row_owners *owners = in->owners;
    if (owners->count == ROW_BATCH && !settle_batch(in)) return false;
    in->rows_read++;
    if (!note_owner(owners, partner)) return false;
    weighed_row found =
        weigh_row(in->columns, in->column_count, in->rows, cells, in->texts, in->states);
    note_day(in);
    uint64_t columns = UINT64_MAX;
    if (found.wrong || is_wrong_id(in, id)) {
        if (!is_of_somebody(in, partner)) return true;
        if (!intake_complain(in, id, cells)) return false;
    } else {
        row_decision decision = row_filter_decide(&in->filter, found.answers);
        if (!decision.keep) return true;
        columns = decision.columns;
    }
    owners->rows[owners->count - 1] = (uint16_t)(in->rows - in->batch);
    return keep_row(in, id, cells, columns);
}

bool intake_partner(intake *in, const cell *id, const cell *cells) {
    char room[NUMBER_TEXT];
    text name = {"", 0};
    if (in->rows - in->batch == ROW_BATCH && !settle_batch(in)) return false;
    if (cell_to_text(id, room, &name) != CELL_VALUE) {
        in->nameless++;
        return true;
    }
    int64_t partner = map_append(in->partners, name);
    if (partner < 0) return false;
    in->rows_read++;
    weighed_row found =
        weigh_row(in->columns, in->column_count, in->rows, cells, in->texts, in->states);
    note_day(in);
    if (found.wrong && !intake_complain(in, id, cells)) return false;
    in->partner_of[in->rows] = (uint32_t)partner;
    row_decision decision =
        row_filter_decide(&in->filter, found.wrong ? ROW_ANSWERS_ALL : found.answers);
    return keep_row(in, id, cells, decision.keep ? decision.columns : 0);
}
