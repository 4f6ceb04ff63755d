#include "base/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool same_place(place a, place b) {
    return a.file == b.file && a.line == b.line && a.column == b.column;
}

static char *print_message(arena *memory, const char *format, va_list list) {
    char buffer[1024];
    int length = vsnprintf(buffer, sizeof buffer, format, list);
    if (length < 0) length = 0;
    if ((size_t)length >= sizeof buffer) length = sizeof buffer - 1;
    return arena_copy(memory, buffer, (size_t)length);
}

static bool add(problem_list *list, problem found, const char *hint) {
    if (!found.message) return false;
    for (size_t i = 0; i < list->count; i++) {
        const problem *known = &list->items[i];
        if (!same_place(known->at, found.at)) continue;
        /* At one word, the first complaint says it; what follows from it would only confuse. */
        bool word = found.at.column > 0 && !found.in_data;
        if (!word && strcmp(known->message, found.message) != 0) continue;
        list->repeats++;
        return false;
    }
    list->found++;
    if (list->count == PROBLEMS_KEPT) return false;
    found.hint = hint ? arena_string(list->memory, hint) : NULL;
    list->items[list->count++] = found;
    return false;
}

bool problem_add(problem_list *list, place at, const char *hint, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *message = print_message(list->memory, format, arguments);
    va_end(arguments);
    return add(list, (problem){.at = at, .message = message}, hint);
}

bool problem_add_two(problem_list *list, place at, place also, const char *hint,
                     const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *message = print_message(list->memory, format, arguments);
    va_end(arguments);
    return add(list, (problem){.at = at, .also = also, .message = message}, hint);
}

/* Whether b stands before a. Files come in the order in which they were first met. */
static bool out_of_order(const problem *a, const problem *b) {
    if (a->at.file != b->at.file) return false;
    if (a->at.line != b->at.line) return b->at.line < a->at.line;
    return b->at.column < a->at.column;
}

void problem_sort(problem_list *list) {
    /* Gather the problems of one file behind its first, then order within it; 20 at most. */
    for (size_t i = 1; i < list->count; i++) {
        problem moving = list->items[i];
        size_t last = i; /* where the same file's problems end, before i */
        for (size_t k = 0; k < i; k++) {
            if (list->items[k].at.file == moving.at.file) last = k + 1;
        }
        while (last > 0 && out_of_order(&list->items[last - 1], &moving))
            last--;
        memmove(&list->items[last + 1], &list->items[last], (i - last) * sizeof moving);
        list->items[last] = moving;
    }
}

text place_source_line(place at) {
    if (!at.file || at.line < 1) return (text){"", 0};
    const char *line = at.file->bytes, *end = at.file->bytes + at.file->length;
    for (int n = 1; n < at.line && line < end; n++) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        if (!newline) return (text){"", 0};
        line = newline + 1;
    }
    const char *stop = line < end ? memchr(line, '\n', (size_t)(end - line)) : NULL;
    if (!stop) stop = end;
    if (stop > line && stop[-1] == '\r') stop--;
    return (text){line, (size_t)(stop - line)};
}

bool problem_on_line(const problem_list *list, place at) {
    for (size_t i = 0; i < list->count; i++) {
        const place *other = &list->items[i].at;
        if (other->file == at.file && other->line == at.line) return true;
    }
    return false;
}

bool problem_on_sign(const problem_list *list, place at, int first, int last) {
    text line = place_source_line(at);
    for (size_t i = 0; i < list->count; i++) {
        const place *other = &list->items[i].at;
        bool within = other->file == at.file && other->line == at.line &&
                      other->column >= first && other->column <= last && other->column > 0 &&
                      (size_t)other->column <= line.length;
        if (within && strchr("=~!<>", line.bytes[other->column - 1])) return true;
    }
    return false;
}
