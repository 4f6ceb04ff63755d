/* problem_printer.c - prints a rung_error.
 *
 *     tiers.lua:12:20: error: unknown field 'rnak' of ladder 'tier'
 *       12 |   rnak = 5,
 *          |   ^~~~
 *          = hint: did you mean 'rank'?
 *
 * Columns are those of a terminal: tabs are four blanks, wide characters two columns, and what
 * could move the cursor is escaped. */
#include "cli/problem_printer.h"

#include "cli/character.h"
#include "cli/problem_json.h"

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
    size_t length = character_decode(p, &c);
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

static void print_safe(const char *text, FILE *out) {
    while (*text) {
        cell c;
        text += read_cell(&c, text);
        fputs(c.shown, out);
    }
}

void problem_say(const char *before, const char *text, const char *after) {
    fputs(before, stderr);
    print_safe(text, stderr);
    fputs(after, stderr);
}

/* The column of the whole line at which the piece of it begins. */
static size_t begins_at(const rung_error *e) {
    return e->source_column > 0 ? (size_t)e->source_column : 1;
}

static int read_line(cell cells[CELLS], const rung_error *e) {
    int count = 0;
    size_t at = begins_at(e), width = e->width > 0 ? (size_t)e->width : 1;
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

static void print_marks(const cell *cells, int first, int last, FILE *out) {
    int blanks = 0;
    bool started = false;
    for (int i = first; i < last; i++) {
        if (!cells[i].marked && started) break;
        if (!cells[i].marked) {
            blanks += cells[i].width;
            continue;
        }
        if (!started) fprintf(out, "%*s", blanks, "");
        for (int k = 0; k < cells[i].width; k++) {
            fputc(started ? '~' : '^', out);
            started = true;
        }
    }
}

static void print_source(const rung_error *e, FILE *out) {
    cell cells[CELLS];
    int count = read_line(cells, e), first, last;
    if (!count || e->line <= 0) return;
    choose(cells, count, &first, &last);
    bool cut = first > 0 || begins_at(e) > 1;
    fprintf(out, "%4d | %s", e->line, cut ? "..." : "");
    for (int i = first; i < last; i++)
        fputs(cells[i].shown, out);
    fprintf(out, "%s\n", last < count ? "..." : "");
    bool marked = false;
    for (int i = first; i < last; i++)
        marked = marked || cells[i].marked;
    /* What is missing at the end of a line is marked behind it. */
    bool behind =
        !marked && e->column > 0 && (size_t)e->column == strlen(e->source_line) + begins_at(e);
    if (!marked && !behind) return;
    fprintf(out, "     | %s", cut ? "   " : "");
    int columns = 0;
    for (int i = first; behind && i < last; i++)
        columns += cells[i].width;
    if (behind)
        fprintf(out, "%*s^", columns, "");
    else
        print_marks(cells, first, last, out);
    fputc('\n', out);
}

/* Files are named relative to their program's folder, which is said where there are two. */
static void print_folder(const char *program, FILE *out) {
    const char *end = program ? program + strlen(program) : NULL;
    bool is_file = end && end - program > 4 && strcmp(end - 4, ".lua") == 0;
    while (is_file && end > program && end[-1] != '/')
        end--;
    while (end && end > program + 1 && end[-1] == '/')
        end--;
    for (const char *at = program; at < end;) {
        cell c;
        at += read_cell(&c, at);
        fputs(c.shown, out);
    }
    if (end > program && end[-1] != '/') fputc('/', out);
}

static void print_place(const char *program, const char *file, int line, int column,
                        FILE *out) {
    if (file[0] != '/') print_folder(program, out);
    print_safe(file, out);
    if (line > 0) fprintf(out, ":%d", line);
    if (line > 0 && column > 0) fprintf(out, ":%d", column);
}

/* The library tells the first problems and then, about no file, how many more there are. */
static bool is_remainder(const rung_error *e, size_t *more) {
    return !e->file[0] && sscanf(e->message, "and %zu more problem", more) == 1;
}

/* Where the one before stands, too: its line need not be shown again. */
static bool is_same_place(const problem_count *count, const rung_error *e) {
    return count && count->shown > 1 && e->status == RUNG_BAD_DATA && !e->hint[0] &&
           count->line == e->line && count->column == e->column &&
           strcmp(count->file, e->file) == 0;
}

static void print_for_people(const problem_count *count, const rung_error *e, FILE *out) {
    const char *program = count ? count->program : NULL;
    if (e->file[0]) {
        print_place(program, e->file, e->line, e->column, out);
        fputs(": ", out);
    }
    fputs(e->status == RUNG_OK ? "note: " : "error: ", out);
    print_safe(e->message, out);
    fputc('\n', out);
    if (e->status != RUNG_OK && !is_same_place(count, e)) print_source(e, out);
    if (e->hint[0]) {
        fputs("     = hint: ", out);
        print_safe(e->hint, out);
        fputc('\n', out);
    }
    if (e->also_file[0]) {
        fputs("     = also: ", out);
        print_place(program, e->also_file, e->also_line, e->also_column, out);
        fputc('\n', out);
    }
}

/* Counts it; whether it is to be shown. */
static bool take(problem_count *count, const rung_error *e) {
    if (e->status == RUNG_OK) return !count->no_notes;
    if (count->shown && is_remainder(e, &count->more)) return false;
    if (count->limited && count->shown >= count->most) {
        count->held_back++;
        return false;
    }
    count->shown++;
    return true;
}

void problem_print(void *context, const rung_error *e) {
    problem_count *count = context;
    FILE *out = count && count->to ? count->to : stderr;
    if (count && !take(count, e)) return;
    if (count && count->form != PROBLEMS_FOR_PEOPLE) {
        problem_json(count, e, out);
        return;
    }
    print_for_people(count, e, out);
    if (!count) return;
    snprintf(count->file, sizeof count->file, "%s", e->file);
    count->line = e->line;
    count->column = e->column;
}

void problem_print_count(const problem_count *count) {
    FILE *out = count->to ? count->to : stderr;
    size_t found = count->shown + count->more + count->held_back;
    if (!found || count->form != PROBLEMS_FOR_PEOPLE) return;
    if (found > count->shown)
        fprintf(out, "%zu problem%s shown, %zu found", count->shown,
                count->shown == 1 ? "" : "s", found);
    else
        fprintf(out, "%zu problem%s", found, found == 1 ? "" : "s");
    if (count->held_back)
        fprintf(out, "; --limit %zu shows more", count->shown + count->held_back);
    fputc('\n', out);
}
