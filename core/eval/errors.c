/* errors.c - what went wrong for a partner: once, where it arises, in a fixed order. */
#include "eval/errors.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void add_error(evaluation *e, partner_error found) {
    partner_error *errors =
        arena_grow(e->memory, e->errors, e->error_count, &e->error_capacity, sizeof *errors);
    if (!errors || !found.message) return;
    e->errors = errors;
    e->errors[e->error_count++] = found;
}

/* Rows without ids cannot be told apart, and so are told once. */
static uint32_t place_of_row(const facts_table *table, size_t row) {
    return table->ids ? (uint32_t)row + 1 : 0;
}

static partner_error of_cell(const facts *f, uint32_t partner, const cell_error *wrong) {
    const facts_table *table = facts_table_find(f, wrong->source);
    return (partner_error){partner, wrong->source, wrong->at,
                           table ? place_of_row(table, wrong->row) : 0, wrong->message};
}

void evaluation_error(frame *f, size_t item, const node *at, const char *format, ...) {
    char message[600];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    text_buffer whole = {0};
    if (f->table) {
        text_print(&whole, "row ");
        facts_row_id(f->of->facts, f->table, f->first_row + item, &whole);
        text_print(&whole, " of '%s': ", f->table->source);
    }
    text_append_string(&whole, message);
    if (whole.failed)
        f->of->memory->failed = true;
    else
        add_error(f->of,
                  (partner_error){member_of(f->of, frame_partner(f, item)),
                                  at->rule ? at->rule->name : "", at->at,
                                  f->table ? place_of_row(f->table, f->first_row + item) : 0,
                                  arena_copy(f->of->memory, whole.bytes, whole.length)});
    text_free(&whole);
}

void evaluation_cell_error(frame *f, size_t item, const cell_error *wrong) {
    add_error(f->of, of_cell(f->of->facts, member_of(f->of, frame_partner(f, item)), wrong));
}

void evaluation_repeat_errors(evaluation *e, size_t first, const selection *others) {
    size_t end = e->error_count;
    for (size_t k = 0; first < end && k < others->count; k++)
        for (size_t i = first; i < end; i++) {
            partner_error again = e->errors[i];
            again.partner = member_of(e, selection_at(others, k));
            add_error(e, again);
        }
}

void evaluation_rule_error(evaluation *e, uint32_t partner, const declared *rule, place at,
                           const char *format, ...) {
    char message[600];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    add_error(e, (partner_error){member_of(e, partner), rule->name, at, 0,
                                 arena_string(e->memory, message)});
}

void errors_of_cells(evaluation *e) {
    for (size_t i = 0; i < e->facts->error_count; i++) {
        const cell_error *wrong = &e->facts->errors[i];
        if (wrong->partner == NO_PARTNER || wrong->happened_on > e->plan->as_of ||
            !is_member(e, wrong->partner))
            continue; /* the future does not count; nobody's cells only where they are needed */
        add_error(e, of_cell(e->facts, wrong->partner, wrong));
    }
}

static size_t file_position(const evaluation *e, const source_file *file) {
    size_t i = 0;
    while (i < e->plan->rules->file_count && e->plan->rules->files[i] != file)
        i++;
    return i;
}

static int compare_errors(const evaluation *e, const partner_error *a, const partner_error *b) {
    if (a->partner != b->partner) return a->partner < b->partner ? -1 : 1;
    size_t x = file_position(e, a->at.file), y = file_position(e, b->at.file);
    if (x != y) return x < y ? -1 : 1;
    if (a->at.line != b->at.line) return a->at.line - b->at.line;
    if (a->at.column != b->at.column) return a->at.column - b->at.column;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return strcmp(a->message, b->message);
}

static void merge(const evaluation *e, partner_error *items, partner_error *room, size_t left,
                  size_t count) {
    size_t i = 0, j = left, k = 0;
    while (i < left || j < count) {
        bool take_left =
            j == count || (i < left && compare_errors(e, &items[i], &items[j]) <= 0);
        room[k++] = items[take_left ? i++ : j++];
    }
    memcpy(items, room, count * sizeof *items);
}

static void sort(const evaluation *e, partner_error *items, partner_error *room, size_t count) {
    if (count < 2) return;
    sort(e, items, room, count / 2);
    sort(e, items + count / 2, room, count - count / 2);
    merge(e, items, room, count / 2, count);
}

bool errors_in_order(evaluation *e) {
    partner_error *room = arena_array(e->memory, e->error_count, sizeof *room);
    if (!room) return false;
    sort(e, e->errors, room, e->error_count);
    size_t kept = 0;
    for (size_t i = 0; i < e->error_count; i++) {
        if (kept == 0 || compare_errors(e, &e->errors[kept - 1], &e->errors[i]) != 0)
            e->errors[kept++] = e->errors[i];
    }
    e->error_count = kept;
    e->out->errors = e->errors;
    e->out->error_count = kept;
    return true;
}
