/* settings.c - `rung settings`: every path of a program with what stands there.
 *
 * Machines get plain digits with the unit beside them, people what they would write: 3%,
 * $150,000. Called by rung_settings, with a plan that was bound without a database. */
#include "base/currency.h"
#include "bind/written.h"
#include "lang/phrase.h"
#include "explain/amount.h"
#include "report/json.h"
#include "report/settings.h"
#include "report/table.h"

#include <string.h>

/* One line of the report. */
typedef struct setting_row {
    const setting_path *path;
    value value;
    const char *unit;    /* "money", "percent", "text", "date", "months", ... */
    const char *formula; /* NULL: nothing but the value stands there */
    const char *title;   /* the declaration's, or NULL */
    const char *why;     /* likewise */
    const term *range;   /* or NULL */
} setting_row;

static const char *text_field(const term *declaration, const char *name) {
    const term *t = term_field(declaration, name);
    return t && t->kind == TERM_TEXT ? t->name : NULL;
}

/* --- what a plain number counts -------------------------------------------------------------
 */

static bool measure_of_word(const char *word, measure *out) {
    for (measure m = MEASURE_NUMBER; word && m <= MEASURE_DAYS; m++) {
        if (strcmp(measure_word(m), word) != 0) continue;
        *out = m;
        return true;
    }
    return false;
}

static measure measure_of_node(const plan *p, const term *t) {
    const node *n = plan_node_of(p, t, p->as_of);
    return n && n->type == TYPE_NUMBER ? n->measure : MEASURE_NUMBER;
}

/* That of the metric which a requirement asks of. */
static measure measure_of_key(const plan *p, const char *key) {
    for (size_t i = 0; key && i < p->metric_count; i++) {
        const metric *m = &p->metrics[i];
        if (strcmp(m->is.name, key) == 0 && m->value) return m->value->measure;
    }
    for (size_t i = 0; key && i < p->score_count; i++)
        if (strcmp(p->scores[i].is.name, key) == 0) return MEASURE_POINTS;
    return MEASURE_NUMBER;
}

static bool is_within(const setting_path *path, const char *step) {
    const char *found = strstr(path->path, step);
    return found && (found[strlen(step)] == '.' || !found[strlen(step)]);
}

/* fit.pass, fit.each_above, fit.1.points, fit.2.points.1.value */
static bool counts_points(const setting_path *path) {
    static const char *const fields[] = {".pass", ".each_above", ".points"};
    if (strcmp(path->declaration->name, "score") != 0) return false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (is_within(path, fields[i])) return true;
    return false;
}

/* tier.gold.requires.bookings, leads.to.bookings */
static bool is_asked(const setting_path *path) {
    bool routing = strcmp(path->declaration->name, "routing") == 0;
    return is_within(path, ".requires") || (routing && is_within(path, ".to"));
}

/* leads.cap.partner: a number of rows. */
static bool counts_rows(const setting_path *path) {
    return strcmp(path->declaration->name, "routing") == 0 && is_within(path, ".cap");
}

/* What is paid is held against these. */
static bool is_money(const setting_path *path) {
    return is_within(path, ".cap") || is_within(path, ".opening") ||
           is_within(path, ".minimum");
}

/* The number stands for the field's value, alone or as what other factors change. */
static measure measure_of(const plan *p, const setting_path *path) {
    measure m = MEASURE_NUMBER;
    bool whole = path->field == path->literal;
    if (path->measured) return measure_of_node(p, path->measured);
    if (counts_points(path)) return MEASURE_POINTS;
    if (whole && measure_of_word(text_field(path->declaration, "unit"), &m)) return m;
    if (is_asked(path)) return measure_of_key(p, path->key);
    if (counts_rows(path)) return MEASURE_COUNT;
    if (is_money(path)) return MEASURE_MONEY;
    return whole ? measure_of_node(p, path->literal) : MEASURE_NUMBER;
}

/* --- values ---------------------------------------------------------------------------------
 */

static number number_of(const term *t) {
    return t->kind == TERM_NUMBER ? t->number : 0;
}

static void read_text(setting_row *row, const char *words) {
    date day;
    row->value.type = TYPE_TEXT;
    row->value.text = text_of(words);
    row->unit = date_from_text(&day, words, strlen(words)) ? "date" : "text";
}

static void read_number(setting_row *row, number n, measure m) {
    row->value.type = TYPE_NUMBER;
    row->value.number = n;
    row->value.measure = m;
    row->unit = measure_word(m);
}

/* Another currency than the program's is the unit. */
static void read_money(const plan *p, setting_row *row, const term *call, number n) {
    const char *code = written_code(call);
    read_number(row, n, MEASURE_MONEY);
    if (code && strcmp(code, p->currency) != 0) row->unit = code;
}

/* percent(3), usd(25), fraction(1, 3), days(60), date "2026-01-01" */
static void read_call(const plan *p, setting_row *row, const term *call) {
    const term *first = call->entries[0].value;
    number n = number_of(first),
           other = call->count > 1 ? number_of(call->entries[1].value) : 0;
    if (strcmp(call->name, "date") == 0 && first->kind == TERM_TEXT) {
        read_text(row, first->name);
    } else if (strcmp(call->name, "percent") == 0) {
        number_divide(&n, n, number_from_integer(100));
        read_number(row, n, MEASURE_PERCENT);
    } else if (strcmp(call->name, "fraction") == 0) {
        if (other) number_divide(&n, n, other);
        read_number(row, n, MEASURE_NUMBER);
    } else if (strcmp(call->name, "decimal") == 0) {
        if (first->kind == TERM_TEXT) number_from_text(&n, first->name, strlen(first->name));
        read_number(row, n, MEASURE_NUMBER);
    } else if (strcmp(call->name, "days") == 0 || strcmp(call->name, "months") == 0) {
        read_number(row, n, *call->name == 'd' ? MEASURE_DAYS : MEASURE_COUNT);
        row->unit = call->name;
    } else {
        read_money(p, row, call, n);
    }
}

static void read_literal(const plan *p, setting_row *row, const term *literal) {
    if (literal->kind == TERM_TEXT) {
        read_text(row, literal->name);
    } else if (literal->kind == TERM_BOOLEAN) {
        row->value.type = TYPE_BOOLEAN;
        row->value.number = literal->boolean;
        row->unit = "boolean";
    } else if (literal->kind == TERM_OPERATION) {
        read_literal(p, row, literal->entries[0].value);
        row->value.number = -row->value.number;
    } else if (literal->kind == TERM_CALL) {
        read_call(p, row, literal);
    } else {
        read_number(row, literal->number, measure_of(p, row->path));
        if (row->path->span) row->unit = row->path->span;
    }
}

value setting_value(const plan *p, const setting_path *path) {
    setting_row row = {.path = path, .value = {.state = CELL_VALUE}};
    read_literal(p, &row, path->literal);
    return row.value;
}

bool setting_is_foreign(const plan *p, const setting_path *path) {
    setting_row row = {.path = path, .value = {.state = CELL_VALUE}};
    read_literal(p, &row, path->literal);
    return row.unit && currency_places(row.unit) >= 0;
}

static setting_row row_of(arena *memory, const plan *p, const setting_path *path) {
    setting_row row = {.path = path, .value = {.state = CELL_VALUE}};
    read_literal(p, &row, path->literal);
    if (path->field && path->field != path->literal)
        row.formula = phrase_text_of(memory, path->field);
    /* Digits stand for most of a fraction only. */
    bool rounded = term_is_call(path->literal, "fraction");
    if (rounded && !row.formula) row.formula = phrase_text_of(memory, path->literal);
    row.title = text_field(path->declaration, "title");
    row.why = text_field(path->declaration, "why");
    const term *d = path->declaration;
    bool own =
        strcmp(d->name, "setting") == 0 && d->member && strcmp(path->path, d->member) == 0;
    const term *range = own ? term_field(d, "range") : NULL;
    if (range && term_item_count(range) == 2) row.range = range;
    return row;
}

/* The n-th end of a setting's range, in the setting's unit. */
static value range_end(const plan *p, const setting_row *row, size_t n) {
    const term *end = term_item(row->range, n);
    setting_row read = {.path = row->path, .value = {.state = CELL_VALUE}};
    if (end->kind == TERM_CALL && end->count)
        read_call(p, &read, end);
    else if (end->kind == TERM_TEXT)
        read_text(&read, end->name);
    else
        read_number(&read, number_of(end), row->value.measure);
    return read.value;
}

/* --- people ---------------------------------------------------------------------------------
 */

/* As people write it: no decimals that say nothing. */
static void say_value(text_buffer *out, const value *v, const char *unit, const plan *p) {
    char room[AMOUNT_TEXT];
    if (v->type != TYPE_NUMBER) {
        text said = amount_machine(v, p, room);
        text_append(out, said.bytes, said.length);
        return;
    }
    bool money = v->measure == MEASURE_MONEY, percent = v->measure == MEASURE_PERCENT;
    number n = v->number < 0 ? -v->number : v->number;
    if (percent && !number_multiply(&n, n, number_from_integer(100))) return;
    if (v->number < 0) text_append_byte(out, '-');
    const char *currency = unit && currency_places(unit) >= 0 ? unit : p->currency;
    if (money) text_append_string(out, currency_prefix(currency));
    phrase_grouped(out, n, money ? currency_places(currency) : 0);
    if (percent) text_append_byte(out, '%');
    bool span = unit && (date_unit_from_word(&(date_unit){0}, unit));
    if (span) text_print(out, " %s", unit);
}

const char *setting_words(arena *memory, const plan *p, const setting_path *path) {
    setting_row row = {.path = path, .value = {.state = CELL_VALUE}};
    text_buffer said = {0};
    read_literal(p, &row, path->literal);
    if (row.value.type == TYPE_NUMBER) say_value(&said, &row.value, row.unit, p);
    const char *words = said.bytes ? arena_copy(memory, said.bytes, said.length) : NULL;
    if (said.failed) memory->failed = true;
    text_free(&said);
    return words;
}

static void add_range(table *t, const setting_row *row, const plan *p) {
    text_buffer said = {0};
    for (size_t i = 0; row->range && i < 2; i++) {
        value end = range_end(p, row, i);
        if (i) text_append_string(&said, " to ");
        say_value(&said, &end, currency_places(row->unit) >= 0 ? row->unit : NULL, p);
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
    say_value(&said, &row->value, row->unit, p);
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

/* --- machines -------------------------------------------------------------------------------
 */

static void write_json_value(json *j, const char *key, const value *v, const plan *p) {
    char room[AMOUNT_TEXT];
    text said = amount_machine(v, p, room);
    if (amount_is_bare(v))
        json_bare(j, key, said);
    else
        json_text(j, key, said);
}

static void write_json_row(json *j, const setting_row *row, const plan *p) {
    const place at = row->path->at;
    json_object(j, NULL);
    json_string(j, "path", row->path->path);
    write_json_value(j, "value", &row->value, p);
    json_string(j, "formula", row->formula);
    json_string(j, "unit", row->unit);
    if (row->range) {
        json_array(j, "range");
        for (size_t i = 0; i < 2; i++) {
            value end = range_end(p, row, i);
            write_json_value(j, NULL, &end, p);
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
        value end = range_end(p, row, i);
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
        rows[i] = row_of(&memory, p, &paths[i]);
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
