/* source.c - the program's sources as a request to the data, checked against the catalog. */
#include "bind/bind.h"

#include "base/currency.h"
#include "base/nearest.h"

#include <string.h>

typedef struct source_binder {
    arena *memory;
    const declarations *rules;
    const catalog *known;
    problem_list *problems;
    const char *currency; /* the program's */
    int currency_places;
    request *out;
} source_binder;

static const char *text_field(const term *t, const char *field) {
    const term *value = term_field(t, field);
    return value && value->kind == TERM_TEXT ? value->name : NULL;
}

static place field_place(const term *t, const char *field) {
    const term *value = term_field(t, field);
    return value ? value->at : t->at;
}

static bool kind_from_word(cell_kind *out, const term *t) {
    static const char *const words[] = {"text", "number", "money", "date", "boolean"};
    for (size_t i = 0; t->kind == TERM_WORD && i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], t->name)) continue;
        *out = (cell_kind)i;
        return true;
    }
    return false;
}

/* A SQL column that must be there; returns it as the database spells it. */
static const char *check_column(source_binder *b, const catalog_table *table, const char *name,
                                place at) {
    if (!table) return name;
    const char *spelt = catalog_column(table, name);
    if (spelt) return spelt;
    nearest guess = nearest_to(name);
    for (size_t i = 0; i < table->column_count; i++)
        nearest_offer(&guess, table->columns[i]);
    const char *hint =
        guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best) : NULL;
    problem_add(b->problems, at, hint, "table '%s' has no column '%s'", table->name, name);
    return NULL;
}

/* ref "product": a column with ids of rows of a source that belong to no partner. */
static bool bind_ref(source_binder *b, const term *type, column_request *out) {
    const term *to = type->entries[0].value;
    nearest guess = nearest_to(to->name);
    const term *found = NULL;
    for (size_t i = 0; i < b->rules->count; i++) {
        const term *t = b->rules->items[i];
        if (strcmp(t->name, "source") || !t->member) continue;
        if (strcmp(t->member, to->name) == 0) found = t;
        nearest_offer(&guess, t->member);
    }
    *out = (column_request){.name = out->name,
                            .sql_name = out->sql_name,
                            .kind = CELL_TEXT,
                            .minor_places = PLACES_AS_WRITTEN,
                            .refers_to = to->name,
                            .holds_ids = true,
                            .at = out->at};
    if (!found)
        return problem_add(b->problems, to->at,
                           guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                                      : "declare it: source \"product\" { id = \"id\", .. }",
                           "there is no source '%s'", to->name);
    if (strcmp(to->name, "partner") == 0 || term_field(found, "partner"))
        return problem_add_two(b->problems, to->at, found->at,
                               arena_print(b->memory,
                                           "a reference is a source without 'partner'; declare "
                                           "the table of '%.80s' once more with from = .. and "
                                           "another name",
                                           to->name),
                               "'%s' is no reference: its rows belong to partners", to->name);
    return true;
}

/* name = text, or name = column("SQL name", text) */
static bool bind_column(source_binder *b, const catalog_table *table, bool minor_units,
                        const entry *e, column_request *out) {
    const term *type = e->value;
    *out = (column_request){
        .name = e->key, .sql_name = e->key, .minor_places = PLACES_AS_WRITTEN, .at = e->key_at};
    if (!e->key)
        return problem_add(b->problems, e->value->at, "write amount = money",
                           "a column needs a name");
    if (term_is_call(type, "column") && type->count == 2 &&
        type->entries[0].value->kind == TERM_TEXT) {
        out->sql_name = type->entries[0].value->name;
        out->at = type->entries[0].value->at;
        type = type->entries[1].value;
    }
    if (term_is_poison(type)) return false;
    bool is_ref = term_is_call(type, "ref");
    if (is_ref && !bind_ref(b, type, out)) return false;
    if (!is_ref && !kind_from_word(&out->kind, type))
        return problem_add(b->problems, type->at,
                           "a column is text, number, money, date, boolean or ref \"source\"",
                           "column '%s' has no known type", e->key);
    if (out->kind == CELL_MONEY && minor_units) out->minor_places = b->currency_places;
    out->sql_name = check_column(b, table, out->sql_name, out->at);
    return out->sql_name != NULL;
}

/* Columns that fields name: happened_on, parent, currency, converted_on. */
enum { NAMED = 4 };

static bool bind_columns(source_binder *b, const term *t, const catalog_table *table,
                         source_request *out) {
    const term *columns = term_field(t, "columns"), *minor = term_field(t, "minor_units");
    size_t count = columns && columns->kind == TERM_TABLE ? columns->count : 0;
    out->columns = arena_array(b->memory, count + NAMED, sizeof *out->columns);
    bool fine = out->columns != NULL;
    for (size_t i = 0; out->columns && i < count; i++) {
        column_request made;
        bool is_fine =
            bind_column(b, table, minor && minor->boolean, &columns->entries[i], &made);
        if (made.name) out->columns[out->count++] = made;
        fine &= is_fine;
    }
    return fine;
}

/* Whether the column's type could be read; if not, that was reported. */
static bool has_type(const term *source, const column_request *column) {
    const term *type = term_field(term_field(source, "columns"), column->name);
    return type && !term_is_poison(type);
}

/* The column that a field names, as rules or as the table calls it; -1: none of them. */
static int column_named(const source_request *of, const char *name) {
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < of->count; i++) {
            const char *known = pass == 0 ? of->columns[i].name : of->columns[i].sql_name;
            if (known && strcmp(known, name) == 0) return (int)i;
        }
    }
    return -1;
}

/* A column that only a field of the source names. */
static bool add_column(source_binder *b, const catalog_table *table, const char *name, place at,
                       cell_kind kind, source_request *out) {
    const char *spelt = check_column(b, table, name, at);
    if (!spelt) return false;
    out->columns[out->count++] = (column_request){.name = name,
                                                  .sql_name = spelt,
                                                  .kind = kind,
                                                  .minor_places = PLACES_AS_WRITTEN,
                                                  .at = at};
    return true;
}

/* happened_on and its like: a field that names a column of `columns`, or one of the table that
 * rules do not use otherwise. *column is its index; -1 where the field is not there. */
static bool bind_named(source_binder *b, const term *t, const catalog_table *table,
                       const char *field, cell_kind kind, source_request *out, int *column) {
    const char *name = text_field(t, field), *type = kind == CELL_DATE ? "date" : "text";
    place at = field_place(t, field);
    *column = -1;
    if (!name) return true;
    *column = column_named(out, name);
    if (*column >= 0) {
        const column_request *named = &out->columns[*column];
        if (named->kind == kind) return true;
        if (!has_type(t, named)) return false;
        return problem_add_two(b->problems, at, named->at,
                               arena_print(b->memory, "declare the column as %s", type),
                               "'%s' needs a %s column, but '%s' is none", field, type, name);
    }
    if (!add_column(b, table, name, at, kind, out)) return false;
    *column = (int)out->count - 1;
    return true;
}

/* Money in each row's own currency, and the day on which it is converted. */
static bool bind_conversion(source_binder *b, const term *t, const catalog_table *table,
                            source_request *out) {
    int currency, day;
    bool fine = bind_named(b, t, table, "currency", CELL_TEXT, out, &currency);
    fine &= bind_named(b, t, table, "converted_on", CELL_DATE, out, &day);
    if (day < 0) day = out->happened_on;
    if (day >= 0) out->converted_on = out->columns[day].name;
    if (currency < 0) return fine;
    out->currency = out->columns[currency].name;
    for (size_t i = 0; i < out->count; i++) {
        if (out->columns[i].minor_places < 0) continue;
        out->columns[i].minor_places = 0;
        out->columns[i].minor_of = out->currency;
    }
    return fine;
}

/* parent names a text column of `columns`, or a column of the table that rules do not use
 * otherwise. */
static bool bind_parent(source_binder *b, const term *t, const catalog_table *table,
                        source_request *out) {
    const char *name = text_field(t, "parent");
    place at = field_place(t, "parent");
    if (!name) return true;
    if (strcmp(out->name, "partner") != 0)
        return problem_add(b->problems, at, "leave it out",
                           "only source 'partner' has a 'parent': the partner above");
    int known = column_named(out, name);
    if (known < 0 && !add_column(b, table, name, at, CELL_TEXT, out)) return false;
    column_request *id = &out->columns[known < 0 ? (int)out->count - 1 : known];
    id->holds_ids = id->kind == CELL_TEXT;
    if (id->holds_ids) return true;
    if (!has_type(t, id)) return false;
    return problem_add_two(
        b->problems, at, id->at, "declare the column as text",
        "'parent' needs a text column with the partner's id, but '%s' is none", name);
}

static const catalog_table *find_table(source_binder *b, const term *t, source_request *out,
                                       bool *fine) {
    if (!b->known) return NULL;
    const catalog_table *table = catalog_find(b->known, out->from);
    if (table) return table;
    nearest guess = nearest_to(out->from);
    for (size_t i = 0; i < b->known->count; i++)
        nearest_offer(&guess, b->known->tables[i].name);
    const char *hint = guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                                  : "from = \"..\" names a table or view, or is a SELECT";
    *fine = problem_add(b->problems, field_place(t, "from"), hint,
                        "the database has no table or view '%s'", out->from);
    return NULL;
}

static bool bind_id(source_binder *b, const term *t, const catalog_table *table,
                    source_request *out) {
    const char *id = text_field(t, "id");
    if (id) return (out->id = check_column(b, table, id, field_place(t, "id"))) != NULL;
    if (!table) return true;
    out->id = table->primary_key ? table->primary_key : catalog_column(table, "id");
    return true;
}

static bool bind_partner_column(source_binder *b, const term *t, const catalog_table *table,
                                source_request *out) {
    const char *partner = text_field(t, "partner");
    bool is_partner = strcmp(out->name, "partner") == 0;
    if (is_partner && partner)
        return problem_add(b->problems, field_place(t, "partner"), "leave it out",
                           "the source 'partner' has no partner column");
    if (is_partner && !out->id && b->known && !term_field(t, "id"))
        return problem_add(b->problems, t->at, "name the column: id = \"id\"",
                           "source 'partner' has no 'id'");
    if (is_partner || !partner) return true; /* a source without it is a reference */
    return (out->partner = check_column(b, table, partner, field_place(t, "partner"))) != NULL;
}

/* Partners are a list: nobody is hidden by a day on which they happened. */
static bool bind_happened_on(source_binder *b, const term *t, const catalog_table *table,
                             source_request *out) {
    const char *name = text_field(t, "happened_on");
    if (!name || strcmp(out->name, "partner") != 0)
        return bind_named(b, t, table, "happened_on", CELL_DATE, out, &out->happened_on);
    return problem_add(b->problems, field_place(t, "happened_on"),
                       arena_print(b->memory,
                                   "leave it out, and ask for the column where it matters: "
                                   "partner.%.80s:at_most(as_of)",
                                   name),
                       "'partner' has no 'happened_on': partners are a list, and all of them "
                       "count");
}

static bool bind_source(source_binder *b, const term *t, source_request *out) {
    const char *from = text_field(t, "from");
    *out = (source_request){.name = t->member,
                            .from = from ? from : t->member,
                            .happened_on = -1,
                            .at = t->at,
                            .money = b->currency};
    bool fine = true;
    const catalog_table *table = find_table(b, t, out, &fine);
    if (table) out->from = table->name;
    fine &= bind_columns(b, t, table, out);
    if (!out->columns) return false;
    fine &= bind_id(b, t, table, out);
    fine &= bind_partner_column(b, t, table, out);
    fine &= bind_happened_on(b, t, table, out);
    fine &= bind_conversion(b, t, table, out);
    fine &= bind_parent(b, t, table, out);
    return fine;
}

static const char *currency_of_program(const declarations *rules) {
    for (size_t i = 0; i < rules->count; i++) {
        const char *currency = strcmp(rules->items[i]->name, "program")
                                   ? NULL
                                   : text_field(rules->items[i], "currency");
        if (currency && currency_places(currency) >= 0) return currency;
    }
    return "USD";
}

bool bind_sources(arena *memory, const declarations *rules, const catalog *known, request *out,
                  problem_list *problems) {
    const char *currency = currency_of_program(rules);
    source_binder b = {memory, rules, known, problems, currency, currency_places(currency),
                       out};
    size_t count = 1, at = 1;
    for (size_t i = 0; i < rules->count; i++)
        count += strcmp(rules->items[i]->name, "source") == 0;
    *out = (request){.sources = arena_array(memory, count, sizeof *out->sources)};
    if (!out->sources) return false;
    bool fine = true;
    const term *partner = NULL;
    for (size_t i = 0; i < rules->count; i++) {
        const term *t = rules->items[i];
        if (strcmp(t->name, "source") || !t->member) continue;
        bool is_partner = strcmp(t->member, "partner") == 0;
        if (is_partner) partner = t;
        fine &= bind_source(&b, t, &out->sources[is_partner ? 0 : at++]);
    }
    out->count = at;
    if (partner) return fine;
    out->sources[0] = (source_request){.name = "partner", .from = "partner", .happened_on = -1};
    place program = {.file = rules->file_count ? rules->files[0] : NULL};
    for (size_t i = 0; i < rules->count; i++) {
        if (strcmp(rules->items[i]->name, "program") == 0) program = rules->items[i]->at;
    }
    return problem_add(problems, program,
                       "declare source \"partner\" { id = \"id\", columns = { name = text } }",
                       "the program has no source 'partner'");
}
