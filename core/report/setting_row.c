/* setting_row.c - reads what stands at a path, and what it counts: see setting_row.h. */
#include "report/setting_row.h"

#include "base/currency.h"
#include "bind/written.h"
#include "explain/amount.h"
#include "lang/phrase.h"

#include <string.h>

static const char *text_field(const term *declaration, const char *name) {
    const term *t = term_field(declaration, name);
    return t && t->kind == TERM_TEXT ? t->name : NULL;
}

/* --- what a plain number counts ----------------------------------------------------------- */

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

/* --- values ------------------------------------------------------------------------------- */

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

setting_row setting_row_of(arena *memory, const plan *p, const setting_path *path) {
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

value setting_range_end(const plan *p, const setting_row *row, size_t n) {
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

/* --- as people write it ------------------------------------------------------------------- */

void setting_say(text_buffer *out, const value *v, const char *unit, const plan *p) {
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
    if (row.value.type == TYPE_NUMBER) setting_say(&said, &row.value, row.unit, p);
    const char *words = said.bytes ? arena_copy(memory, said.bytes, said.length) : NULL;
    if (said.failed) memory->failed = true;
    text_free(&said);
    return words;
}
