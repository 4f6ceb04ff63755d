/* import.c - rows of a file through their checks into the table: see import.h. */
#include "import/import.h"

#include "import/csv_file.h"
#include "import/cell.h"
#include "import/headers.h"
#include "import/table.h"
#include "import/people_date.h"

#include <stdio.h>
#include <string.h>

enum { ROWS_BETWEEN_NEWS = 2048, HINTS = 8 };

typedef struct import_run {
    const import_order *order;
    arena *memory;
    import_outcome *out;
    problem_list *problems;
    csv_file *file;
    import_table *table;
    import_cell_out *made; /* by column */
    cell *cells;           /* by column */
    size_t width;          /* cells of the header row */
    size_t rows;
    const char *hints[HINTS]; /* that were given: each once */
} import_run;

/* Beyond those that are kept problems are only counted: a file may have millions. */
static bool is_listed(import_run *r) {
    if (r->problems->count < PROBLEMS_KEPT) return true;
    r->problems->found++;
    return false;
}

/* The hint, unless it was given already: twenty bad dates have one reason. */
static const char *once(import_run *r, const char *hint) {
    for (size_t i = 0; hint && i < HINTS; i++) {
        if (!r->hints[i]) return r->hints[i] = hint;
        if (strcmp(r->hints[i], hint) == 0) return NULL;
    }
    return hint;
}

/* --- cells ---------------------------------------------------------------------------------
 */

static void tell_cell(import_run *r, const csv_cell *from, const import_column *c,
                      const import_cell_out *made) {
    text_buffer shown = {0};
    if (!is_listed(r)) return;
    cell_escape(&shown, people_trim(from->text));
    bool goes_elsewhere = !import_same_name(text_of(c->header_name), text_of(c->name));
    place at = {.file = csv_file_source(r->file), .line = from->line, .column = c->header + 1};
    const char *to = goes_elsewhere ? arena_print(r->memory, " for '%s'", c->name) : "";
    const char *quote = shown.length ? "'" : "";
    if (to && !shown.failed)
        problem_add(r->problems, at, once(r, made->hint), "column %d, '%s'%s%s%s%s%s %s",
                    c->header + 1, c->header_name, to, shown.length ? ": " : "", quote,
                    shown.length ? shown.bytes : "", quote, made->wanted);
    if (shown.failed) r->memory->failed = true;
    text_free(&shown);
}

/* The currency that a row's amounts may bear, in `room` where the row names it; NULL: any. */
static const char *currency_of(const import_run *r, const csv_row *row, char room[4]) {
    const import_columns *columns = &r->out->columns;
    if (columns->currency < 0) return r->order->source.currency;
    int header = columns->items[columns->currency].header;
    if (header == NO_HEADER) return NULL;
    text code = people_trim(row->cells[header].text);
    if (code.length != 3) return NULL;
    memcpy(room, code.bytes, 3);
    room[3] = '\0';
    return room;
}

static bool read_cells(import_run *r, const csv_row *row) {
    char room[4];
    const char *currency = currency_of(r, row, room);
    bool fine = true;
    for (size_t i = 0; i < r->out->columns.count; i++) {
        const import_column *c = &r->out->columns.items[i];
        r->cells[i] = (cell){.type = CELL_IS_EMPTY};
        if (c->header == NO_HEADER) continue;
        const csv_cell *from = &row->cells[c->header];
        if (import_cell(c, &r->order->style, currency, from->text, &r->made[i])) {
            r->cells[i] = r->made[i].cell;
        } else {
            tell_cell(r, from, c, &r->made[i]);
            fine = false;
        }
    }
    return fine;
}

/* --- rows ----------------------------------------------------------------------------------
 */

static bool is_empty(const csv_row *row) {
    for (size_t i = 0; i < row->count; i++)
        if (people_trim(row->cells[i].text).length) return false;
    return true;
}

static bool has_width(import_run *r, const csv_row *row) {
    if (row->count == r->width) return true;
    place at = {.file = csv_file_source(r->file), .line = row->line};
    if (is_listed(r))
        problem_add(r->problems, at,
                    row->count > r->width ? "quote cells that hold the delimiter" : NULL,
                    "the row has %zu cell%s, the header has %zu", row->count,
                    row->count == 1 ? "" : "s", r->width);
    return false;
}

static bool keep_shown(import_run *r) {
    size_t count = r->out->columns.count;
    if (r->out->row_count == r->order->shown) return true;
    cell *to = &r->out->rows[r->out->row_count++ * count];
    memcpy(to, r->cells, count * sizeof *to);
    for (size_t i = 0; i < count; i++) {
        if (to[i].type != CELL_IS_TEXT) continue;
        to[i].text.bytes = arena_copy(r->memory, to[i].text.bytes, to[i].text.length);
        if (!to[i].text.bytes) return false;
    }
    return true;
}

static void refuse_row(import_run *r, const csv_row *row) {
    const char *hint;
    const char *why = import_table_why(r->table, &hint);
    place at = {.file = csv_file_source(r->file), .line = row->line};
    if (is_listed(r)) problem_add(r->problems, at, once(r, hint), "%s", why);
}

/* False when there is no use in going on. */
static bool take_row(import_run *r, const csv_row *row) {
    if (is_empty(row)) {
        r->out->empty++;
        return true;
    }
    if (!has_width(r, row) || !read_cells(r, row)) return true;
    switch (import_table_put(r->table, r->cells, row->line, r->problems->found > 0)) {
    case FATE_ADDED:
        r->out->added++;
        return keep_shown(r);
    case FATE_UPDATED:
        r->out->updated++;
        return keep_shown(r);
    case FATE_REFUSED:
        refuse_row(r, row);
        return true;
    case FATE_BROKEN:
        break;
    }
    return false;
}

static bool take_rows(import_run *r) {
    csv_row row;
    while (csv_file_next(r->file, &row, r->problems)) {
        if (!take_row(r, &row)) return false;
        if (++r->rows % ROWS_BETWEEN_NEWS == 0 && r->order->on_progress)
            r->order->on_progress(r->order->context, r->order->path, r->rows);
    }
    if (!csv_file_is_done(r->file) || r->problems->found > 0) return false;
    bool has_rows = r->out->added + r->out->updated > 0;
    return has_rows || !r->order->replaces ||
           problem_add(r->problems, (place){.file = csv_file_source(r->file)},
                       "leave --replace out",
                       "the file has no rows to stand in for those of the table");
}

/* --- before the rows -----------------------------------------------------------------------
 */

static void note_guess(const import_run *r) {
    static const char *const names[][2] = {
        {"\t", "tabs"}, {";", "semicolons"}, {",", "commas"}, {"|", "bars"}};
    const char *name = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i][0][0] == r->out->delimiter) name = names[i][1];
    if (!name || r->order->delimiter || !r->order->on_note) return;
    const char *note = arena_print(
        r->memory,
        "cells are separated by %s, to judge by the first line; --delimiter says otherwise",
        name);
    if (note) r->order->on_note(r->order->context, note);
}

/* Without a program texts stay what they are, amounts and dates among them. */
static void note_texts(const import_run *r) {
    const import_columns *columns = &r->out->columns;
    bool any = false;
    for (size_t i = 0; i < columns->count; i++)
        any |= columns->items[i].kind == CELL_TEXT && columns->items[i].header != NO_HEADER &&
               !columns->items[i].is_key;
    if (any && !r->order->source.request && r->order->on_note)
        r->order->on_note(r->order->context,
                          "columns that the table declares as texts are taken as they are "
                          "written; with --program they are checked");
}

static bool check_minor_units(const import_run *r) {
    const import_columns *columns = &r->out->columns;
    bool any = !r->order->style.minor_units;
    for (size_t i = 0; i < columns->count; i++)
        any |= columns->items[i].minor_places >= 0 && columns->items[i].header != NO_HEADER;
    return any || problem_add(r->problems, (place){0},
                              "it is for sources with minor_units = true; leave it out",
                              "--minor-units is of no use: no column keeps minor units");
}

static bool fills(const import_columns *columns, bool (*holds)(const import_column *)) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].header != NO_HEADER && holds(&columns->items[i])) return true;
    return false;
}

static bool holds_dates(const import_column *c) {
    return c->kind == CELL_DATE;
}

static bool holds_amounts(const import_column *c) {
    return c->kind == CELL_MONEY || c->kind == CELL_NUMBER;
}

/* How dates or amounts are written is said in vain where nothing says which columns hold them:
 * texts are taken as they stand. With a program every column is known. */
static bool check_style(const import_run *r) {
    const import_columns *columns = &r->out->columns;
    const import_style *style = &r->order->style;
    static const char *const hint =
        "the table declares texts; --program PROGRAM says what its columns hold";
    size_t found = r->problems->found;
    if (r->order->source.request) return true;
    if (style->date_pattern && !fills(columns, holds_dates))
        problem_add(r->problems, (place){0}, hint,
                    "--date-format is of no use: no column is known to hold dates");
    if (style->decimal != DECIMAL_UNSAID && !fills(columns, holds_amounts))
        problem_add(r->problems, (place){0}, hint,
                    "--decimal is of no use: no column is known to hold amounts");
    return r->problems->found == found;
}

/* An id that nobody named is made where the file has one. */
static void settle_offered(import_columns *columns) {
    if (columns->count == 0 || !columns->items[0].is_offered) return;
    if (columns->items[0].header != NO_HEADER) {
        columns->items[0].needs_value = true;
        return;
    }
    columns->id = -1;
    columns->currency -= columns->currency >= 0;
    memmove(columns->items, columns->items + 1, --columns->count * sizeof *columns->items);
}

static bool read_header(import_run *r) {
    csv_row header;
    if (!csv_file_next(r->file, &header, r->problems)) {
        place first = {.file = csv_file_source(r->file), .line = 1};
        if (csv_file_is_done(r->file) && r->problems->found == 0)
            problem_add(r->problems, first, "the first line names the columns",
                        "the file is empty");
        return false;
    }
    r->width = header.count;
    note_guess(r);
    return import_headers_assign(r->memory, r->order, &header, csv_file_source(r->file),
                                 &r->out->columns, r->problems);
}

static bool begin(import_run *r) {
    import_columns *columns = &r->out->columns;
    r->out->delimiter = csv_file_delimiter(r->file);
    r->table = import_table_open(r->order, r->memory, r->out, r->problems);
    if (!r->table || !read_header(r)) return false;
    settle_offered(columns);
    if (!check_minor_units(r) || !check_style(r)) return false;
    note_texts(r);
    r->made = arena_array(r->memory, columns->count, sizeof *r->made);
    r->cells = arena_array(r->memory, columns->count, sizeof *r->cells);
    r->out->rows =
        arena_array(r->memory, columns->count * r->order->shown + 1, sizeof *r->cells);
    if (!r->made || !r->cells || !r->out->rows) return false;
    return import_table_begin(r->table, columns, &r->out->removed, r->problems);
}

bool import_file(const import_order *order, arena *memory, import_outcome *out,
                 problem_list *problems) {
    import_run r = {.order = order, .memory = memory, .out = out, .problems = problems};
    *out = (import_outcome){.delimiter = order->delimiter};
    r.file = csv_file_open(order->path, order->delimiter, problems);
    bool fine = r.file && begin(&r) && take_rows(&r) && !memory->failed;
    if (r.table) fine = import_table_end(r.table, fine, problems) && fine;
    csv_file_close(r.file);
    return fine;
}
