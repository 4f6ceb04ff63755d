/* weighing.c - what the cells of one row come to.
 *
 * Cells as they usually are (integers, short texts that came before) take a few instructions
 * here; all others go the long way through cell.c, which alone says what is right. */
#include "data/weighing.h"

typedef struct weighed_cell {
    cell_state state;
    row_answers answers;
} weighed_cell;

static bool is_text(const cell *from) {
    return from->type == CELL_IS_TEXT && from->text.length > 0;
}

static row_answers answers_of(const column_buffer *column, cell_state state, int32_t value) {
    if (!column->tested) return 0;
    if (state == CELL_VALUE) return row_filter_value(column->filter, column->column, value);
    return row_filter_none(column->filter, column->column);
}

static weighed_cell weigh_amount(column_buffer *column, size_t row, const cell *from) {
    int64_t narrow;
    if (from->type == CELL_IS_INTEGER && !column->wide &&
        !__builtin_mul_overflow(from->integer, column->factor, &narrow)) {
        column->narrow[row] = narrow;
        return (weighed_cell){CELL_VALUE, 0};
    }
    return (weighed_cell){column_buffer_put_amount(column, row, from), 0};
}

static weighed_cell weigh_flag(column_buffer *column, size_t row, const cell *from) {
    int32_t flag = 0;
    cell_state state = CELL_VALUE;
    if (from->type == CELL_IS_INTEGER && (from->integer == 0 || from->integer == 1))
        flag = (int32_t)from->integer;
    else
        state = cell_to_boolean(from, &flag);
    column->flags[row] = (uint8_t)flag;
    return (weighed_cell){state, answers_of(column, state, flag)};
}

/* Rows often stand by day: the next one's day is the same. */
static row_answers answers_of_day(column_buffer *column, date day) {
    if (!column->tested || day == column->last_day) return column->last_answers;
    column->last_day = day;
    column->last_answers = row_filter_value(column->filter, column->column, day);
    return column->last_answers;
}

static weighed_cell weigh_new_day(column_buffer *column, size_t row, const cell *from) {
    date day = 0;
    cell_state state = cell_to_date(from, &day);
    column->codes[row] = day;
    return (weighed_cell){state, answers_of(column, state, day)};
}

static weighed_cell weigh_day(column_buffer *column, size_t row, const cell *from) {
    bool plain = from->type == CELL_IS_TEXT && from->text.length == PLAIN_DATE;
    if (plain && month_memo_finds(column->months, from->text.bytes, &column->codes[row]))
        return (weighed_cell){CELL_VALUE, answers_of_day(column, column->codes[row])};
    weighed_cell found = weigh_new_day(column, row, from);
    if (plain && found.state == CELL_VALUE)
        month_memo_learn(column->months, from->text.bytes, column->codes[row]);
    return found;
}

static row_answers ask_text(column_buffer *column, text value, dictionary *texts) {
    row_answers answers = row_filter_text(column->filter, column->column, value);
    column_buffer_meet(column, value, answers, texts);
    return answers;
}

static row_answers text_answers(column_buffer *column, text value, dictionary *texts) {
    column->weighed = NULL;
    if (value.length > TEXT_KEY_BYTES || !cell_memo_helps(column->memo))
        return ask_text(column, value, texts);
    text_key key = text_key_of(value);
    memo_entry *entry = cell_memo_entry(column->memo, key);
    if (!cell_memo_knows(column->memo, entry, key))
        *entry = (memo_entry){key, ask_text(column, value, texts), -1};
    column->weighed = entry;
    return entry->answers;
}

static weighed_cell weigh_text(column_buffer *column, const cell *from, dictionary *texts) {
    char room[NUMBER_TEXT];
    text value = from->text;
    cell_state state = CELL_VALUE;
    if (!is_text(from)) state = cell_to_text(from, room, &value);
    if (!column->tested) return (weighed_cell){state, 0};
    if (state != CELL_VALUE) return (weighed_cell){state, answers_of(column, state, 0)};
    return (weighed_cell){state, text_answers(column, value, texts)};
}

static weighed_cell weigh(column_buffer *column, size_t row, const cell *from,
                          dictionary *texts) {
    switch (column->kind) {
    case CELL_TEXT:
        return weigh_text(column, from, texts);
    case CELL_DATE:
        return weigh_day(column, row, from);
    case CELL_BOOLEAN:
        return weigh_flag(column, row, from);
    case CELL_NUMBER:
    case CELL_MONEY:
        break;
    }
    return weigh_amount(column, row, from);
}

weighed_row weigh_row(column_buffer *columns, size_t count, size_t row, const cell *cells,
                      dictionary *texts, uint8_t *states) {
    weighed_row found = {0, false};
    for (size_t i = 0; i < count; i++) {
        column_buffer *column = &columns[i];
        weighed_cell cell = weigh(column, row, &cells[column->column], texts);
        states[i] = (uint8_t)cell.state;
        found.answers |= cell.answers;
        found.wrong |= cell.state == CELL_WRONG;
        if ((column->states || cell.state != CELL_VALUE) &&
            !column_buffer_note(column, row, cell.state))
            column->failed = true;
    }
    return found;
}
