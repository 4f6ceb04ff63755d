/* settings.c - `rung settings`: every path of a program with what stands there.
 *
 * Machines get plain digits with the unit beside them, people what they would write: 3%,
 * $150,000. Called by rung_settings, with a plan that was bound without a database. */
#include "base/currency.h"
#include "explain/amount.h"
#include "report/report.h"
#include "report/setting_row.h"
#include "report/table.h"
#include "report/value_json.h"

#include <string.h>

/* --- people ------------------------------------------------------------------------------- */

static void add_range(table *t, const setting_row *row, const plan *p) {
    text_buffer said = {0};
    for (size_t i = 0; row->range && i < 2; i++) {
        value end = setting_range_end(p, row, i);
        if (i) text_append_string(&said, " to ");
        setting_say(&said, &end, currency_places(row->unit) >= 0 ? row->unit : NULL, p);
    }
    table_add(t, (text){said.bytes ? said.bytes : "", said.length});
    if (said.failed) t->memory->failed = true;
    text_free(&said);
}

/* Of a setting, what it is and the clause it comes from; elsewhere they are those of a whole
 * rule. */
static void say_title(text_buffer *out, const setting_row *row) {
    if (strcmp(row->path->declaration->name, "setting")) return;
    if (row->title) text_append_string(out, row->title);
    if (row->why) text_print(out, "%s%s", row->title ? " · " : "", row->why);
}

static void add_row(table *t, const setting_row *row, const plan *p) {
    text_buffer said = {0};
    const place at = row->path->at;
    setting_say(&said, &row->value, row->unit, p);
    table_add_string(t, row->path->path);
    table_add(t, (text){said.bytes ? said.bytes : "", said.length});
    table_add_string(t, row->formula ? row->formula : "");
    add_range(t, row, p);
    text_clear(&said);
    text_print(&said, "%s:%d", at.file ? at.file->name : "", at.line);
    table_add(t, (text){said.bytes ? said.bytes : "", said.length});
    text_clear(&said);
    say_title(&said, row);
    table_add(t, (text){said.bytes ? said.bytes : "", said.length});
    if (said.failed) t->memory->failed = true;
    text_free(&said);
}

static void write_table(const plan *p, const setting_row *rows, size_t shown, size_t count,
                        const report_options *options, arena *memory, writer *out) {
    static const table_column_style columns[] = {
        {.heading = "setting"},
        {.heading = "value", .side = TABLE_RIGHT, .widest = 40},
        {.heading = "formula", .widest = 44},
        {.heading = "range"},
        {.heading = "place"},
        {.heading = "title", .optional = true}};
    table t;
    table_begin(&t, memory);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        table_column(&t, columns[i]);
    for (size_t i = 0; i < shown; i++)
        add_row(&t, &rows[i], p);
    if (shown) table_print(&t, out, 0, options->color);
    text_buffer note = {0};
    if (shown && shown < count)
        text_print(&note, "\n%zu of %zu settings; --limit %zu shows all\n", shown, count,
                   count);
    else if (!shown)
        text_print(&note, "%zu setting%s\n", count, count == 1 ? "" : "s");
    if (note.bytes) table_say(out, TONE_DIM, options->color, note.bytes);
    if (memory->failed || note.failed) out->failed = true;
    text_free(&note);
}

/* --- machines ----------------------------------------------------------------------------- */

static void write_json_row(json *j, const setting_row *row, const plan *p) {
    const place at = row->path->at;
    json_object(j, NULL);
    json_string(j, "path", row->path->path);
    json_value(j, "value", &row->value, p);
    json_string(j, "formula", row->formula);
    json_string(j, "unit", row->unit);
    if (row->range) {
        json_array(j, "range");
        for (size_t i = 0; i < 2; i++) {
            value end = setting_range_end(p, row, i);
            json_value(j, NULL, &end, p);
        }
        json_end_array(j);
    } else {
        json_null(j, "range");
    }
    json_string(j, "file", at.file ? at.file->name : NULL);
    json_integer(j, "line", at.line);
    json_string(j, "title", row->title);
    json_string(j, "why", row->why);
    json_end_object(j);
}

static void write_json(const plan *p, const setting_row *rows, size_t shown, writer *out) {
    json j = {.out = out};
    json_object(&j, NULL);
    json_string(&j, "format", "rung.settings/1");
    json_line(&j);
    json_object(&j, "program");
    json_string(&j, "name", p->name);
    json_string(&j, "version", p->version);
    json_string(&j, "fingerprint", p->rules ? p->rules->fingerprint : NULL);
    json_end_object(&j);
    json_line(&j);
    json_array(&j, "settings");
    for (size_t i = 0; i < shown; i++) {
        json_line(&j);
        write_json_row(&j, &rows[i], p);
    }
    json_end_array(&j);
    json_end_object(&j);
    writer_byte(out, '\n');
}

static void write_jsonl(const plan *p, const setting_row *rows, size_t shown, writer *out) {
    for (size_t i = 0; i < shown; i++) {
        json j = {.out = out};
        write_json_row(&j, &rows[i], p);
        writer_byte(out, '\n');
    }
}

static void write_csv_row(const setting_row *row, const plan *p, writer *out) {
    char room[AMOUNT_TEXT];
    const place at = row->path->at;
    writer_csv_cell(out, text_of(row->path->path));
    writer_byte(out, ',');
    writer_csv_cell(out, amount_machine(&row->value, p, room));
    writer_byte(out, ',');
    writer_csv_cell(out, text_of(row->formula ? row->formula : ""));
    writer_byte(out, ',');
    writer_csv_cell(out, text_of(row->unit));
    writer_byte(out, ',');
    for (size_t i = 0; row->range && i < 2; i++) {
        value end = setting_range_end(p, row, i);
        text said = amount_machine(&end, p, room);
        if (i) writer_string(out, "..");
        writer_put(out, said.bytes, said.length);
    }
    writer_byte(out, ',');
    writer_csv_cell(out, text_of(at.file ? at.file->name : ""));
    writer_byte(out, ',');
    writer_integer(out, at.line);
    writer_byte(out, ',');
    writer_csv_cell(out, text_of(row->title ? row->title : ""));
    writer_byte(out, ',');
    writer_csv_cell(out, text_of(row->why ? row->why : ""));
    writer_byte(out, '\n');
}

bool report_settings(const plan *p, const report_options *options, report_sink *sink,
                     void *context) {
    enum { IN_TABLE = 20 };
    arena memory = {0};
    writer out;
    setting_path *paths;
    size_t count = 0;
    bool fine = paths_of(&memory, p->rules, &paths, &count);
    setting_row *rows = fine ? arena_array(&memory, count + 1, sizeof *rows) : NULL;
    size_t usual = options->format == REPORT_TABLE ? IN_TABLE : count;
    size_t shown = options->limit < 0 ? usual : (size_t)options->limit;
    if (shown > count) shown = count;
    for (size_t i = 0; rows && i < count; i++)
        rows[i] = setting_row_of(&memory, p, &paths[i]);
    writer_begin(&out, sink, context);
    if (rows && options->format == REPORT_JSON) {
        write_json(p, rows, shown, &out);
    } else if (rows && options->format == REPORT_JSONL) {
        write_jsonl(p, rows, shown, &out);
    } else if (rows && options->format == REPORT_CSV) {
        writer_string(&out, "path,value,formula,unit,range,file,line,title,why\n");
        for (size_t i = 0; i < shown; i++)
            write_csv_row(&rows[i], p, &out);
    } else if (rows) {
        write_table(p, rows, shown, count, options, &memory, &out);
    }
    fine = writer_end(&out) && rows && !memory.failed;
    arena_free(&memory);
    return fine;
}
