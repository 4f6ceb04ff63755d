/* import.c - the preview of an import: where each column comes from, the first rows as they
 * would be stored, how many there are. */
#include "report/import.h"

#include "report/table.h"

#include <stdio.h>

typedef struct import_sheet {
    const import_order *order;
    const import_outcome *of;
    const report_options *options;
    writer *out;
    arena memory;
} import_sheet;

static const char *origin_of(import_sheet *s, const import_column *c) {
    if (c->header != NO_HEADER)
        return arena_print(&s->memory, "column %d, '%s'", c->header + 1, c->header_name);
    return c->numbers_rows ? "counted up" : "left empty";
}

static void write_columns(import_sheet *s) {
    table t;
    table_begin(&t, &s->memory);
    table_column(&t, (table_column_style){.heading = "column"});
    table_column(&t, (table_column_style){.heading = "holds"});
    table_column(&t, (table_column_style){.heading = "kept as"});
    table_column(&t, (table_column_style){.heading = "from the file's", .widest = 60});
    for (size_t i = 0; i < s->of->columns.count; i++) {
        const import_column *c = &s->of->columns.items[i];
        const char *origin = origin_of(s, c);
        if (!origin) return;
        table_add_string(&t, c->name);
        table_add_string(&t, import_column_says(c));
        table_add_string(&t, c->type);
        table_add_string(&t, origin);
    }
    table_print(&t, s->out, s->options->width, s->options->color);
}

static text shown(import_sheet *s, const cell *c) {
    text_buffer quoted = {0};
    if (c->type == CELL_IS_TEXT) return c->text;
    if (c->type == CELL_IS_EMPTY) return (text){"", 0};
    cell_quote(&quoted, c);
    char *copy =
        quoted.failed ? NULL : arena_copy(&s->memory, quoted.bytes + 1, quoted.length - 2);
    text result = {copy ? copy : "", copy ? quoted.length - 2 : 0};
    text_free(&quoted);
    return result;
}

static void write_rows(import_sheet *s) {
    enum { WIDEST = 28 };
    const import_columns *columns = &s->of->columns;
    size_t count = columns->count < TABLE_COLUMNS ? columns->count : TABLE_COLUMNS;
    table t;
    table_begin(&t, &s->memory);
    for (size_t i = 0; i < count; i++) {
        cell_kind kind = columns->items[i].kind;
        bool number = kind == CELL_NUMBER || kind == CELL_MONEY;
        table_column(&t, (table_column_style){.heading = columns->items[i].name,
                                              .side = number ? TABLE_RIGHT : TABLE_LEFT,
                                              .widest = WIDEST});
    }
    for (size_t row = 0; row < s->of->row_count; row++)
        for (size_t i = 0; i < count; i++)
            table_add(&t, shown(s, &s->of->rows[row * columns->count + i]));
    table_print(&t, s->out, 0, s->options->color);
}

static void write_count(import_sheet *s, const char *separator, size_t count,
                        const char *what) {
    char room[96];
    snprintf(room, sizeof room, "%s%zu row%s %s", separator, count, count == 1 ? "" : "s",
             what);
    writer_string(s->out, room);
}

static void write_verdict(import_sheet *s) {
    const import_outcome *of = s->of;
    writer_string(s->out, "\n");
    if (of->makes_database) writer_string(s->out, "The database would be made. ");
    if (of->makes_table) writer_string(s->out, "The table would be made. ");
    if (s->order->replaces) write_count(s, "", of->removed, "would go, ");
    write_count(s, "", of->added, "would be added");
    if (s->order->updates) write_count(s, ", ", of->updated, "replaced");
    if (of->empty) write_count(s, ", ", of->empty, "without any cell passed over");
    writer_string(s->out, "; nothing was written\n");
}

bool report_import(const import_order *order, const import_outcome *outcome,
                   const report_options *options, report_sink *sink, void *context) {
    writer out;
    writer_begin(&out, sink, context);
    import_sheet s = {order, outcome, options, &out, {0}};
    write_columns(&s);
    if (outcome->row_count) {
        writer_string(&out, "\n");
        write_rows(&s);
    }
    write_verdict(&s);
    bool fine = writer_end(&out) && !s.memory.failed;
    arena_free(&s.memory);
    return fine;
}
