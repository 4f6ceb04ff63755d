/* table.c - widths, padding and tones: see table.h. */
#include "report/table.h"

#include "report/character.h"

#include <string.h>

struct table_cell {
    text shown;
    size_t width;
};

enum { INDENT = 2, GAP = 2, USUAL_WIDTH = 80 };

static const char dots[] = "...";

void table_begin(table *t, arena *memory) {
    memset(t, 0, sizeof *t);
    t->memory = memory;
}

void table_column(table *t, table_column_style style) {
    if (t->column_count == TABLE_COLUMNS) return;
    t->widths[t->column_count] = character_width(text_of(style.heading));
    t->columns[t->column_count++] = style;
}

/* Cuts what stands in scratch to `widest` columns. */
static void cut(text_buffer *scratch, size_t widest) {
    text whole = {scratch->bytes, scratch->length};
    if (widest <= sizeof dots || character_width(whole) <= widest) return;
    size_t keep = character_fit(whole, widest - (sizeof dots - 1));
    while (keep && scratch->bytes[keep - 1] == ' ')
        keep--;
    scratch->length = keep;
    text_append_string(scratch, dots);
}

/* The cell as it is shown, in the arena; false when memory ran out. */
static bool show(const table *t, text cell, size_t widest, text *out) {
    text_buffer scratch = {0};
    character_show(&scratch, cell);
    cut(&scratch, widest);
    out->bytes = arena_copy(t->memory, scratch.bytes ? scratch.bytes : "", scratch.length);
    out->length = scratch.length;
    if (scratch.failed) t->memory->failed = true;
    text_free(&scratch);
    return !t->memory->failed;
}

void table_add(table *t, text cell) {
    if (t->column_count == 0) return;
    table_cell *cells = arena_grow(t->memory, t->cells, t->count, &t->capacity, sizeof *cells);
    size_t column = t->count % t->column_count;
    text shown;
    if (!cells) return;
    t->cells = cells;
    if (!show(t, cell, t->columns[column].widest, &shown)) return;
    size_t width = character_width(shown);
    cells[t->count++] = (table_cell){shown, width};
    if (width) t->filled[column] = true;
    if (width > t->widths[column]) t->widths[column] = width;
}

void table_add_string(table *t, const char *cell) {
    table_add(t, text_of(cell));
}

void table_total(table *t) {
    t->rule_before = t->count;
}

static void spaces(writer *out, size_t n) {
    while (n--)
        writer_byte(out, ' ');
}

void table_say(writer *out, table_tone tone, bool color, const char *words) {
    color = color && tone != TONE_PLAIN;
    if (color) writer_string(out, tone == TONE_HEADING ? "\x1b[1m" : "\x1b[2m");
    writer_string(out, words);
    if (color) writer_string(out, "\x1b[0m");
}

void table_say_text(writer *out, text t) {
    text_buffer shown = {0};
    character_show(&shown, t);
    if (shown.failed)
        out->failed = true;
    else
        writer_put(out, shown.bytes ? shown.bytes : "", shown.length);
    text_free(&shown);
}

static text next_word(text shown, size_t from) {
    size_t end = from;
    while (end < shown.length && shown.bytes[end] != ' ')
        end++;
    return (text){shown.bytes + from, end - from};
}

static void say_words(writer *out, text shown, size_t at, size_t hanging, size_t width) {
    size_t begun = at;
    for (size_t from = 0; from < shown.length;) {
        text word = next_word(shown, from);
        size_t wide = character_width(word);
        if (from && at > hanging && at > begun && at + 1 + wide > width) {
            writer_byte(out, '\n');
            spaces(out, hanging);
            at = hanging;
        } else if (from) {
            writer_byte(out, ' ');
            at++;
        }
        writer_put(out, word.bytes, word.length);
        at += wide;
        from += word.length + 1;
    }
}

void table_say_lines(writer *out, text t, size_t at, size_t hanging, size_t width) {
    text_buffer shown = {0};
    character_show(&shown, t);
    if (shown.failed)
        out->failed = true;
    else
        say_words(out, (text){shown.bytes, shown.length}, at, hanging,
                  width ? width : USUAL_WIDTH);
    text_free(&shown);
}

/* `all`: optional columns fit. */
static bool shows(const table *t, size_t column, bool all) {
    return !t->columns[column].optional || (all && t->filled[column]);
}

size_t table_width(const table *t) {
    size_t width = INDENT - GAP;
    for (size_t c = 0; c < t->column_count; c++)
        if (shows(t, c, true)) width += t->widths[c] + GAP;
    return width;
}

/* One cell with what stands before it; blanks at the end of a row are never written. */
static void print_cell(writer *out, const table *t, size_t column, text cell, size_t width,
                       size_t *owed) {
    size_t missing = t->widths[column] - width;
    bool right = t->columns[column].side == TABLE_RIGHT;
    if (right) *owed += missing;
    if (cell.length) {
        spaces(out, *owed);
        writer_put(out, cell.bytes, cell.length);
        *owed = 0;
    } else {
        *owed += width;
    }
    *owed += GAP + (right ? 0 : missing);
}

static void print_headings(const table *t, writer *out, bool all, bool color) {
    size_t owed = INDENT;
    if (color) writer_string(out, "\x1b[2m");
    for (size_t c = 0; c < t->column_count; c++) {
        text heading = text_of(t->columns[c].heading);
        if (shows(t, c, all)) print_cell(out, t, c, heading, character_width(heading), &owed);
    }
    writer_string(out, color ? "\x1b[0m\n" : "\n");
}

static void print_rule(const table *t, writer *out, bool all, bool color) {
    size_t owed = INDENT;
    if (color) writer_string(out, "\x1b[2m");
    for (size_t c = 0; c < t->column_count; c++) {
        if (!shows(t, c, all)) continue;
        spaces(out, owed);
        for (size_t i = 0; i < t->widths[c]; i++)
            writer_byte(out, '-');
        owed = GAP;
    }
    writer_string(out, color ? "\x1b[0m\n" : "\n");
}

static void print_row(const table *t, writer *out, size_t first, bool all) {
    size_t owed = INDENT;
    for (size_t c = 0; c < t->column_count && first + c < t->count; c++) {
        const table_cell *cell = &t->cells[first + c];
        if (shows(t, c, all)) print_cell(out, t, c, cell->shown, cell->width, &owed);
    }
    writer_byte(out, '\n');
}

void table_print(const table *t, writer *out, size_t width, bool color) {
    bool all = width == 0 || table_width(t) <= width, headed = false;
    for (size_t c = 0; c < t->column_count; c++)
        headed = headed || *t->columns[c].heading;
    if (headed) print_headings(t, out, all, color);
    for (size_t first = 0; first < t->count; first += t->column_count) {
        if (first && first == t->rule_before) print_rule(t, out, all, color);
        print_row(t, out, first, all);
    }
}
