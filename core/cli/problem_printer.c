/* problem_printer.c - prints a rung_error on stderr.
 *
 *     tiers.lua:12:20: error: unknown field 'rnak' of ladder 'tier'
 *       12 |   rnak = 5,
 *          |   ^~~~
 *          = hint: did you mean 'rank'?
 *
 * Columns are those of a terminal: tabs are four blanks, wide characters two columns, and what
 * could move the cursor is escaped. */
#include "cli/problem_printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TAB = 4, SHOWN = 100 /* columns of a source line */, CELLS = 256 };

/* One character of a line as it is shown. */
typedef struct cell {
    char shown[8];
    int width;
    bool marked;
} cell;

/* The character at p, and its length in bytes; 0 when it is no UTF-8. */
static size_t decode(const char *p, unsigned long *out) {
    const unsigned char *u = (const unsigned char *)p;
    size_t length = u[0] < 0x80   ? 1
                    : u[0] < 0xC2 ? 0
                    : u[0] < 0xE0 ? 2
                    : u[0] < 0xF0 ? 3
                    : u[0] < 0xF5 ? 4
                                  : 0;
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned long value = u[0] & masks[length];
    for (size_t i = 1; i < length; i++) {
        if ((u[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (u[i] & 0x3F);
    }
    *out = value;
    return length;
}

static bool within(unsigned long c, unsigned long first, unsigned long last) {
    return c >= first && c <= last;
}

/* Controls, and what turns the direction of writing. */
static bool is_harmful(unsigned long c) {
    return c < 0x20 || within(c, 0x7F, 0x9F) || within(c, 0x200E, 0x200F) ||
           within(c, 0x2028, 0x202E) || within(c, 0x2066, 0x2069);
}

static int columns_of(unsigned long c) {
    if (within(c, 0x300, 0x36F) || within(c, 0x200B, 0x200D) || within(c, 0xFE00, 0xFE0F))
        return 0;
    bool wide =
        within(c, 0x1100, 0x115F) || within(c, 0x2E80, 0xA4CF) || within(c, 0xAC00, 0xD7A3) ||
        within(c, 0xF900, 0xFAFF) || within(c, 0xFE30, 0xFE6F) || within(c, 0xFF00, 0xFF60) ||
        within(c, 0xFFE0, 0xFFE6) || within(c, 0x1F300, 0x1FAFF) || within(c, 0x20000, 0x3FFFD);
    return wide ? 2 : 1;
}

/* Fills the cell from the bytes at p; gives how many it took. */
static size_t read_cell(cell *out, const char *p) {
    unsigned long c = 0;
    size_t length = decode(p, &c);
    if (*p == '\t') {
        memset(out->shown, ' ', TAB);
        out->shown[TAB] = '\0';
        out->width = TAB;
    } else if (length == 0 || is_harmful(c)) {
        out->width = snprintf(out->shown, sizeof out->shown, "\\x%02X", (unsigned char)*p);
        length = 1;
    } else {
        memcpy(out->shown, p, length);
        out->shown[length] = '\0';
        out->width = columns_of(c);
    }
    return length;
}

static void print_safe(const char *text) {
    while (*text) {
        cell c;
        text += read_cell(&c, text);
        fputs(c.shown, stderr);
    }
}

static int read_line(cell cells[CELLS], const rung_error *e) {
    int count = 0;
    size_t at = 1, width = e->width > 0 ? (size_t)e->width : 1;
    for (const char *p = e->source_line; *p && count < CELLS; count++) {
        size_t taken = read_cell(&cells[count], p);
        size_t column = (size_t)e->column;
        cells[count].marked = e->column > 0 && at + taken > column && at < column + width;
        at += taken;
        p += taken;
    }
    return count;
}

/* The cells that are shown of a long line: as many as fit, the marked ones among them. */
static void choose(const cell *cells, int count, int *first, int *last) {
    int middle = 0, columns = 0;
    while (middle < count && !cells[middle].marked)
        middle++;
    if (middle == count) middle = 0;
    *first = *last = middle;
    while (*first > 0 && columns < SHOWN / 2)
        columns += cells[--*first].width;
    while (*last < count && columns < SHOWN)
        columns += cells[(*last)++].width;
    while (*first > 0 && columns < SHOWN)
        columns += cells[--*first].width;
}

static void print_marks(const cell *cells, int first, int last) {
    int blanks = 0;
    bool started = false;
    for (int i = first; i < last; i++) {
        if (!cells[i].marked && started) break;
        if (!cells[i].marked) {
            blanks += cells[i].width;
            continue;
        }
        if (!started) fprintf(stderr, "%*s", blanks, "");
        for (int k = 0; k < cells[i].width; k++) {
            fputc(started ? '~' : '^', stderr);
            started = true;
        }
    }
}

static void print_source(const rung_error *e) {
    cell cells[CELLS];
    int count = read_line(cells, e), first, last;
    if (!count || e->line <= 0) return;
    choose(cells, count, &first, &last);
    fprintf(stderr, "%4d | %s", e->line, first > 0 ? "..." : "");
    for (int i = first; i < last; i++)
        fputs(cells[i].shown, stderr);
    fprintf(stderr, "%s\n", last < count ? "..." : "");
    bool marked = false;
    for (int i = first; i < last; i++)
        marked = marked || cells[i].marked;
    /* What is missing at the end of a line is marked behind it. */
    bool behind = !marked && e->column > 0 && (size_t)e->column == strlen(e->source_line) + 1;
    if (!marked && !behind) return;
    fprintf(stderr, "     | %s", first > 0 ? "   " : "");
    int columns = 0;
    for (int i = first; behind && i < last; i++)
        columns += cells[i].width;
    if (behind)
        fprintf(stderr, "%*s^", columns, "");
    else
        print_marks(cells, first, last);
    fputc('\n', stderr);
}

/* Files are named relative to their program's folder, which is said where there are two. */
static void print_folder(const char *program) {
    const char *end = program ? program + strlen(program) : NULL;
    bool is_file = end && end - program > 4 && strcmp(end - 4, ".lua") == 0;
    while (is_file && end > program && end[-1] != '/')
        end--;
    while (end && end > program + 1 && end[-1] == '/')
        end--;
    for (const char *at = program; at < end;) {
        cell c;
        at += read_cell(&c, at);
        fputs(c.shown, stderr);
    }
    if (end > program && end[-1] != '/') fputc('/', stderr);
}

static void print_place(const char *program, const char *file, int line, int column) {
    if (file[0] != '/') print_folder(program);
    print_safe(file);
    if (line > 0) fprintf(stderr, ":%d", line);
    if (line > 0 && column > 0) fprintf(stderr, ":%d", column);
}

/* The library tells the first problems and then, about no file, how many more there are. */
static bool is_remainder(const rung_error *e, size_t *more) {
    return !e->file[0] && sscanf(e->message, "and %zu more problem", more) == 1;
}

void problem_print(void *context, const rung_error *e) {
    problem_count *count = context;
    if (count && count->shown && is_remainder(e, &count->more)) return;
    if (count) count->shown++;
    const char *program = count ? count->program : NULL;
    if (e->file[0]) {
        print_place(program, e->file, e->line, e->column);
        fputs(": ", stderr);
    }
    fputs("error: ", stderr);
    print_safe(e->message);
    fputc('\n', stderr);
    print_source(e);
    if (e->hint[0]) {
        fputs("     = hint: ", stderr);
        print_safe(e->hint);
        fputc('\n', stderr);
    }
    if (e->also_file[0]) {
        fputs("     = also: ", stderr);
        print_place(program, e->also_file, e->also_line, e->also_column);
        fputc('\n', stderr);
    }
}

void problem_print_count(const problem_count *count) {
    if (!count->shown) return;
    if (count->more)
        fprintf(stderr, "%zu problems shown, %zu found\n", count->shown,
                count->shown + count->more);
    else
        fprintf(stderr, "%zu problem%s\n", count->shown, count->shown == 1 ? "" : "s");
}
