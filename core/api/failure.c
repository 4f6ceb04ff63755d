#include "api/failure.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void copy_text(char *out, size_t room, const char *bytes, size_t length) {
    if (length >= room) length = room - 1;
    while (length > 0 && length == room - 1 && ((unsigned char)bytes[length] & 0xC0) == 0x80)
        length--;
    memcpy(out, bytes, length);
    out[length] = '\0';
}

static void copy_string(char *out, size_t room, const char *string) {
    copy_text(out, room, string ? string : "", string ? strlen(string) : 0);
}

rung_status fail(rung_error *error, rung_status status, const char *format, ...) {
    if (!error) return status;
    *error = (rung_error){.status = status};
    va_list list;
    va_start(list, format);
    vsnprintf(error->message, sizeof error->message, format, list);
    va_end(list);
    return status;
}

rung_status out_of_memory(rung_error *error) {
    return fail(error, RUNG_NO_MEMORY, "there is not enough memory");
}

/* The piece of a long source line around the column that is meant, from a whole character on.
 */
static void copy_source_line(rung_error *out, place at) {
    text line = place_source_line(at);
    size_t room = sizeof out->source_line - 1, from = 0,
           column = at.column > 0 ? (size_t)at.column - 1 : 0;
    if (line.length > room && column > room / 2) from = column - room / 2;
    if (from > line.length) from = line.length;
    while (from > 0 && from < line.length && ((unsigned char)line.bytes[from] & 0xC0) == 0x80)
        from--;
    copy_text(out->source_line, sizeof out->source_line, line.bytes + from, line.length - from);
    out->source_column = (int)from + 1;
}

rung_error error_of(const problem *p) {
    rung_error out = {.status = p->in_data ? RUNG_BAD_DATA : RUNG_BAD_RULES};
    copy_string(out.file, sizeof out.file, p->at.file ? p->at.file->name : "");
    out.line = p->at.line;
    out.column = p->at.column;
    out.width = p->at.width;
    copy_string(out.message, sizeof out.message, p->message);
    copy_string(out.hint, sizeof out.hint, p->hint);
    copy_source_line(&out, p->at);
    copy_string(out.also_file, sizeof out.also_file, p->also.file ? p->also.file->name : "");
    out.also_line = p->also.line;
    out.also_column = p->also.column;
    return out;
}

rung_status tell_problems(problem_list *problems, rung_problem *on_problem, void *context,
                          rung_error *error) {
    if (problems->memory->failed) return out_of_memory(error);
    problem_sort(problems);
    rung_status status = RUNG_OK;
    for (size_t i = 0; i < problems->count; i++) {
        rung_error told = error_of(&problems->items[i]);
        if (on_problem) on_problem(context, &told);
        if (i == 0 && error) *error = told;
        if (status == RUNG_OK || told.status == RUNG_BAD_RULES) status = told.status;
    }
    if (problems->count && error) error->status = status;
    if (problems->found > problems->count && on_problem) {
        rung_error more = {.status = status};
        snprintf(more.message, sizeof more.message, "and %zu more problems",
                 problems->found - problems->count);
        on_problem(context, &more);
    }
    return status;
}
