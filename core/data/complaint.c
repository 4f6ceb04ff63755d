/* complaint.c - wrong cells become errors of their rows' partners. Called by intake.c only. */
#include "base/memory.h"
#include "data/intake.h"

const char *intake_table_name(const source_request *source) {
    return source->from && !catalog_is_select(source->from) ? source->from : source->name;
}

/* "deal row 771, column 'closed_on': '2026-13-01' is not a date (YYYY-MM-DD)" */
static const char *error_message(intake *in, const cell *id, const char *sql_column,
                                 const cell *wrong, const char *complaint) {
    text_buffer out = {0};
    char room[NUMBER_TEXT];
    text name;
    text_append_string(&out, intake_table_name(in->source));
    if (in->source->id && cell_to_text(id, room, &name) == CELL_VALUE) {
        text_append_string(&out, " row ");
        cell_escape(&out, name);
    }
    text_print(&out, ", column '%s': ", sql_column);
    cell_quote(&out, wrong);
    text_print(&out, " %s", complaint);
    char *message = out.failed ? NULL : arena_copy(in->memory, out.bytes, out.length);
    text_free(&out);
    return message;
}

static bool add_error(intake *in, int column, place at, const char *message) {
    if (!message) return false;
    if (in->error_count == in->error_capacity) {
        size_t capacity = in->error_capacity ? in->error_capacity * 2 : 16;
        waiting_error *moved = memory_resize(in->errors, capacity * sizeof *moved);
        if (!moved) return false;
        in->errors = moved;
        in->error_capacity = capacity;
    }
    cell_error error = {.at = at, .message = message};
    in->errors[in->error_count++] = (waiting_error){0, (uint32_t)in->rows, column, error};
    return true;
}

static bool complain_of_id(intake *in, const cell *id) {
    char room[NUMBER_TEXT];
    text name;
    const source_request *source = in->source;
    if (!in->ids || cell_to_text(id, room, &name) != CELL_WRONG) return true;
    return add_error(in, ID_COLUMN, source->at,
                     error_message(in, id, source->id, id, "is not the id of a row"));
}

bool intake_complain(intake *in, const cell *id, const cell *cells) {
    if (!complain_of_id(in, id)) return false;
    for (size_t i = 0; i < in->column_count; i++) {
        if (in->states[i] != CELL_WRONG) continue;
        size_t c = in->columns[i].column;
        const column_request *asked = &in->source->columns[c];
        const char *complaint = cell_complaint(&cells[c], asked->kind, asked->minor_places);
        if (!add_error(in, (int)c, asked->at,
                       error_message(in, id, asked->sql_name, &cells[c], complaint)))
            return false;
    }
    return true;
}
