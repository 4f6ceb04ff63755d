/* requirement_sqlite.c - what rules ask and how each partner stands to it, a row a line.
 *
 * Groups (all, any, none, some of) are rows too; `within` is the number of the group that a row
 * belongs to, NULL at the top, numbers run through the requirements of one rule or level.
 * Called by export_result_tables. */
#include "explain/amount.h"
#include "explain/explain.h"
#include "report/export_tables.h"

/* Whose requirements they are. */
typedef struct asker {
    const char *rule, *level; /* level NULL: the rule has none */
    int64_t numbered;         /* rows so far */
} asker;

static const char *group_words(const export_tables *t, const requirement *r) {
    static const char *const words[] = {
        [REQUIRE_ALL] = "all of", [REQUIRE_ANY] = "any of", [REQUIRE_NONE] = "none of"};
    return r->kind == REQUIRE_N_OF ? arena_print(t->memory, "at least %d of", r->n)
                                   : words[r->kind];
}

/* NULL where a partner has no value, or it is wrong. */
static cell part_cell(const export_tables *t, const node *n, uint32_t partner, char room[]) {
    if (!n) return export_none();
    value v = result_any_value(t->of, n, partner);
    return export_value(&v, t->of->plan, room);
}

/* A condition that has no value is not met. */
static cell met_cell(const export_tables *t, const node *met, uint32_t partner) {
    if (!met) return export_none();
    value v = result_any_value(t->of, met, partner);
    if (v.state == CELL_WRONG) return export_none();
    return export_integer(v.state == CELL_VALUE && v.number != 0);
}

static void write_row(const export_tables *t, const asker *by, int64_t within,
                      const requirement *r, const char *words) {
    char actual[AMOUNT_TEXT], needed[AMOUNT_TEXT];
    bool line = r->kind == REQUIRE_LINE;
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        cell row[] = {export_text(id),
                      export_string(by->rule),
                      export_string(by->level),
                      export_integer(by->numbered),
                      within ? export_integer(within) : export_none(),
                      export_string(r->key),
                      export_string(words),
                      part_cell(t, line ? r->actual : NULL, partner, actual),
                      part_cell(t, line ? r->needed : NULL, partner, needed),
                      met_cell(t, r->met, partner),
                      export_file_name(r->at),
                      export_line(r->at)};
        if (!export_row(t->to, row)) return;
    }
}

static void write_one(const export_tables *t, asker *by, int64_t within, const requirement *r) {
    const explaining x = {.of = t->of, .memory = t->memory};
    int64_t number = ++by->numbered;
    write_row(t, by, within, r,
              r->kind == REQUIRE_LINE ? explain_words(&x, r->term) : group_words(t, r));
    for (size_t i = 0; i < r->count; i++)
        write_one(t, by, number, &r->items[i]);
}

static void write_asked(const export_tables *t, const char *rule, const char *level,
                        const requirement *asked) {
    asker by = {rule, level, 0};
    for (size_t i = 0; i < asked->count; i++)
        write_one(t, &by, 0, &asked->items[i]);
}

void export_requirements(const export_tables *t) {
    static const export_column columns[] = {
        {"partner", EXPORT_TEXT},   {"rule", EXPORT_TEXT},      {"level", EXPORT_TEXT},
        {"number", EXPORT_INTEGER}, {"within", EXPORT_INTEGER}, {"key", EXPORT_TEXT},
        {"asks", EXPORT_TEXT},      {"actual", EXPORT_TEXT},    {"needed", EXPORT_TEXT},
        {"met", EXPORT_INTEGER},    {"file", EXPORT_TEXT},      {"line", EXPORT_INTEGER}};
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "requirement", columns);
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            write_asked(t, p->ladders[i].is.name, p->ladders[i].levels[k].is.name,
                        &p->ladders[i].levels[k].requires);
    for (size_t i = 0; i < p->holding_count; i++)
        write_asked(t, p->holdings[i].is.name, NULL, &p->holdings[i].requires);
    for (size_t i = 0; i < p->incentive_count; i++)
        write_asked(t, p->incentives[i].is.name, NULL, &p->incentives[i].requires);
    for (size_t i = 0; i < p->fund_count; i++)
        write_asked(t, p->funds[i].is.name, NULL, &p->funds[i].requires);
}
