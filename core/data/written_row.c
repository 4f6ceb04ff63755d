/* written_row.c - what somebody wrote for a row, as cells of its source's columns. */
#include "data/changing.h"
#include "data/people_cell.h"

#include "base/currency.h"
#include "base/nearest.h"

#include <string.h>

typedef struct row_reading {
    arena *memory;
    const source_request *source;
    ready_row *out;
    problem_list *problems;
} row_reading;

const source_request *written_source(const request *wanted, const char *name, place at,
                                     problem_list *problems) {
    nearest guess = nearest_to(name);
    for (size_t i = 0; i < wanted->count; i++) {
        if (strcmp(wanted->sources[i].name, name) == 0) return &wanted->sources[i];
        nearest_offer(&guess, wanted->sources[i].name);
    }
    const char *hint = "the program's sources are declared with source \"..\"";
    if (guess.best) hint = arena_print(problems->memory, "did you mean '%s'?", guess.best);
    problem_add(problems, at, hint, "the program has no source '%.60s'", name);
    return NULL;
}

/* Amounts are written in units of the currency; a column of minor units gets those. */
static bool to_minor_units(cell *c, int places) {
    number value;
    if (!number_from_text(&value, c->text.bytes, c->text.length)) return false;
    number unit = NUMBER_ONE;
    for (int i = 0; i < places; i++)
        unit /= 10;
    number count = value / unit;
    if (count * unit != value || count > INT64_MAX || count < INT64_MIN) return false;
    *c = (cell){.type = CELL_IS_INTEGER, .integer = (int64_t)count};
    return true;
}

static bool is_right(cell *c, const column_request *column) {
    cell_amount amount;
    date day;
    int32_t flag;
    switch (column->kind) {
    case CELL_TEXT:
        return true;
    case CELL_DATE:
        return cell_to_date(c, &day) != CELL_WRONG;
    case CELL_BOOLEAN:
        return cell_to_boolean(c, &flag) != CELL_WRONG;
    case CELL_MONEY:
        if (column->minor_places >= 0) return to_minor_units(c, column->minor_places);
        return cell_to_amount(c, column->kind, column->minor_places, &amount) != CELL_WRONG;
    case CELL_NUMBER:
        return cell_to_amount(c, column->kind, 0, &amount) != CELL_WRONG;
    }
    return false;
}

static const char *written_for(const row_reading *r, const char *name) {
    const row_change *change = r->out->change;
    for (size_t i = 0; i < change->count; i++)
        if (strcmp(change->fields[i].name, name) == 0) return change->fields[i].value;
    return "";
}

/* The currency of the row's money; NULL: the row does not name it. */
static const char *currency_of(const row_reading *r) {
    const char *own = r->source->currency ? written_for(r, r->source->currency) : NULL;
    return !own ? r->source->money : *own ? own : NULL;
}

static bool refuse_currency(row_reading *r, const row_field *field) {
    const char *currency = currency_of(r), *named = r->source->currency;
    if (currency)
        return problem_add(
            r->problems, field->at,
            named ? arena_print(r->memory, "the row says %s: %s", named, currency)
                  : "write the amount in the program's currency",
            "column '%s': '%.40s' is not in %s", field->name, field->value, currency);
    return problem_add(
        r->problems, field->at,
        arena_print(r->memory, "write %s: EUR, or another code, beside it", named),
        "column '%s': '%.40s' names a currency, and the row has none", field->name,
        field->value);
}

static const char *hint_for_cell(const column_request *asked) {
    switch (asked->kind) {
    case CELL_MONEY:
        return "write 1250.00, or \"1,250.00\" in quotes";
    case CELL_NUMBER:
        return "write 1250.5, or \"1,250.5\" in quotes";
    case CELL_BOOLEAN:
        return "write true or false";
    default:
        return asked->kind == CELL_DATE ? "write 2026-09-30" : NULL;
    }
}

/* Money in minor units of the row's own currency waits until that is known. */
static void take_cell(row_reading *r, const row_field *field, size_t column) {
    const column_request *asked = &r->source->columns[column];
    cell *to = &r->out->cells[column];
    if (!*field->value) return;
    *to = (cell){.type = CELL_IS_TEXT, .text = text_of(field->value)};
    if (!asked->minor_of && is_right(to, asked)) return;
    people_fault fault =
        cell_from_people(r->memory, to->text, asked->kind, currency_of(r), &to->text);
    if (fault == PEOPLE_OTHER_CURRENCY) {
        *to = (cell){.type = CELL_IS_EMPTY};
        refuse_currency(r, field);
        return;
    }
    if (asked->minor_of) return;
    if (fault == PEOPLE_FINE && is_right(to, asked)) return;
    *to = (cell){.type = CELL_IS_TEXT, .text = text_of(field->value)};
    bool minor = asked->kind == CELL_MONEY && asked->minor_places >= 0;
    problem_add(r->problems, field->at, hint_for_cell(asked), "column '%s': '%.40s' %s",
                asked->name, field->value,
                minor ? "is not an amount of the program's currency"
                      : cell_complaint(to, asked->kind, asked->minor_places));
}

static bool is_called(const row_field *field, const char *word, const char *sql_name) {
    return strcmp(field->name, word) == 0 || strcmp(field->name, sql_name) == 0;
}

/* The id and the partner, under their words or the names of the table's columns. */
static bool take_key(row_reading *r, const row_field *field) {
    if (r->source->id && is_called(field, "id", r->source->id)) {
        r->out->id = text_of(field->value);
        r->out->id_at = field->at;
        return true;
    }
    if (r->source->partner && is_called(field, "partner", r->source->partner)) {
        if (*field->value)
            r->out->partner = (cell){.type = CELL_IS_TEXT, .text = text_of(field->value)};
        r->out->partner_at = field->at;
        return true;
    }
    return false;
}

/* What could have been meant, where no name is near. */
static const char *columns_hint(const row_reading *r) {
    enum { MOST = 8 };
    const char *all = "";
    for (size_t c = 0; all && c < r->source->count && c < MOST; c++)
        all = arena_print(r->memory, "%s%s%s", all, c ? ", " : "", r->source->columns[c].name);
    return all && *all ? arena_print(r->memory, "its columns are %s%s", all,
                                     r->source->count > MOST ? ", .." : "")
                       : NULL;
}

static void unknown_column(row_reading *r, const row_field *field) {
    nearest guess = nearest_to(field->name);
    const char *hint = NULL;
    if (r->source->id) nearest_offer(&guess, "id");
    if (r->source->partner) nearest_offer(&guess, "partner");
    for (size_t c = 0; c < r->source->count; c++)
        nearest_offer(&guess, r->source->columns[c].name);
    hint =
        guess.best ? arena_print(r->memory, "did you mean '%s'?", guess.best) : columns_hint(r);
    if (!r->source->id && strcmp(field->name, "id") == 0)
        hint = "rows of this source have no ids: leave it away";
    problem_add(r->problems, field->name_at, hint, "the source '%s' has no column '%.60s'",
                r->source->name, field->name);
}

static void take_field(row_reading *r, const row_field *field) {
    bool taken = take_key(r, field);
    for (size_t c = 0; c < r->source->count; c++) {
        if (strcmp(r->source->columns[c].name, field->name) != 0) continue;
        take_cell(r, field, c);
        taken = true;
    }
    if (!taken) unknown_column(r, field);
}

/* An amount in the currency that another field names, as its minor units. */
static void count_minor_units(row_reading *r, const row_field *field, size_t column) {
    const column_request *asked = &r->source->columns[column];
    const char *currency = written_for(r, asked->minor_of);
    int places = currency_places(currency);
    if (r->out->cells[column].type == CELL_IS_EMPTY) return; /* it was refused */
    if (places < 0)
        problem_add(r->problems, field->at,
                    arena_print(r->memory,
                                "write %s: EUR, or another code of ISO 4217 beside it",
                                asked->minor_of),
                    *currency ? "column '%s': '%.40s' is no currency"
                              : "column '%s': its currency is missing%s",
                    asked->name, currency);
    else if (!to_minor_units(&r->out->cells[column], places))
        problem_add(r->problems, field->at,
                    arena_print(r->memory, "write digits and a point; %s has %d decimal%s",
                                currency, places, places == 1 ? "" : "s"),
                    "column '%s': '%.40s' is not an amount of %s", asked->name, field->value,
                    currency);
}

static void settle_minor_units(row_reading *r) {
    const row_change *change = r->out->change;
    for (size_t i = 0; i < change->count; i++)
        for (size_t c = 0; c < r->source->count; c++)
            if (r->source->columns[c].minor_of && *change->fields[i].value &&
                strcmp(r->source->columns[c].name, change->fields[i].name) == 0)
                count_minor_units(r, &change->fields[i], c);
}

static void check_keys(row_reading *r) {
    const source_request *source = r->source;
    const row_change *change = r->out->change;
    if (change->is_deleted && !source->id)
        problem_add(r->problems, change->at, NULL,
                    "rows of '%s' have no ids: none can be deleted", source->name);
    else if (source->id && !r->out->id.length)
        problem_add(r->problems, change->at,
                    "add id: ..; the id of a row that is there replaces or deletes that row",
                    "the row of '%s' has no id", source->name);
    else if (source->partner && !change->is_deleted && r->out->partner.type == CELL_IS_EMPTY)
        problem_add(r->problems, change->at, "add partner: .., the id of its partner",
                    "the row of '%s' has no partner", source->name);
}

bool written_row_read(arena *memory, const source_request *source, const row_change *change,
                      ready_row *out, problem_list *problems) {
    row_reading r = {memory, source, out, problems};
    out->change = change;
    out->id = (text){"", 0};
    out->cells = arena_array(memory, source->count, sizeof *out->cells);
    if (!out->cells) return false;
    for (size_t i = 0; i < change->count; i++)
        take_field(&r, &change->fields[i]);
    settle_minor_units(&r);
    check_keys(&r);
    return !memory->failed;
}
