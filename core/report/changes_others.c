/* changes_others.c - what else is different: certifications, obligations, scores, benefits,
 * what is carried over and what funds hold. See changes_reports.h.
 *
 * Machines read names as rung_result_value takes them; benefits, balances and whether a score
 * passes are named likewise. */
#include "report/changes_sheet.h"

#include "explain/amount.h"
#include "report/value_json.h"

/* By other_kind. */
static const struct {
    const char *noun, *rest; /* certification.security; fund.mdf.accrued */
    const char *people;
    const char *totals; /* the key of what is counted; NULL: amounts stand elsewhere */
} words[] = {
    [OTHER_CERTIFICATION] = {"certification", "", "certification", "certifications"},
    [OTHER_OBLIGATION] = {"obligation", "", "obligation", "obligations"},
    [OTHER_SCORE] = {"score", "", "score", "scores"},
    [OTHER_PASSED] = {"score", ".passed", "passes score", "passed"},
    [OTHER_BENEFIT] = {"benefit", "", "benefit", "benefits"},
    [OTHER_CARRIED] = {"carried", "", "carried over", "carried"},
    [OTHER_ACCRUED] = {"fund", ".accrued", "accrued", NULL},
    [OTHER_BALANCE] = {"fund", ".balance", "balance", "balances"},
};

enum { KINDS = sizeof words / sizeof *words };

bool changes_has_shown_other(const changes_view *v, const other_change *other) {
    return v->things[other->thing];
}

void changes_other_name(const other_thing *t, text_buffer *out) {
    text_print(out, "%s.%s%s", words[t->kind].noun, t->name, words[t->kind].rest);
}

static bool is_held(other_kind kind) {
    return kind == OTHER_CERTIFICATION || kind == OTHER_OBLIGATION || kind == OTHER_PASSED;
}

static void say_value(const value *v, const plan *p, text_buffer *out) {
    char room[AMOUNT_TEXT];
    text shown = v->state == CELL_VALUE ? amount_people(v, p, room) : text_of("none");
    text_append(out, shown.bytes, shown.length);
}

/* "security lost", "discount: 8.00% -> 9.00%", "mdf accrued: $5.00 -> $10.00" */
void changes_say_other(const changes *c, const other_change *other, text_buffer *out) {
    const other_thing *t = &c->things[other->thing];
    bool now = other->after.state == CELL_VALUE && other->after.number != 0;
    text_append_string(out, t->name);
    if (t->kind == OTHER_PASSED) {
        text_append_string(out, now ? " passed" : " no longer passed");
    } else if (is_held(t->kind)) {
        text_append_string(out, now ? " gained" : " lost");
    } else {
        if (t->kind >= OTHER_CARRIED) text_print(out, " %s", words[t->kind].people);
        text_append_string(out, ": ");
        say_value(&other->before, c->before->plan, out);
        text_append_string(out, " → ");
        say_value(&other->after, c->after->plan, out);
    }
}

/* --- for tools ------------------------------------------------------------------------------
 */

void changes_json_other(const changes *c, text partner, const other_change *other, json *j) {
    text_buffer name = {0};
    changes_other_name(&c->things[other->thing], &name);
    json_object(j, NULL);
    json_text(j, "partner", partner);
    json_string(j, "name", name.bytes ? name.bytes : "");
    json_value(j, "before", &other->before, c->before->plan);
    json_value(j, "after", &other->after, c->after->plan);
    json_end_object(j);
    if (name.failed) j->out->failed = true;
    text_free(&name);
}

static void write_total(const other_thing *t, json *j) {
    json_object(j, t->name);
    if (t->kind <= OTHER_BENEFIT) {
        json_integer(j, "gained", (int64_t)t->gained);
        json_integer(j, "lost", (int64_t)t->lost);
    }
    if (!is_held(t->kind)) json_integer(j, "changed", (int64_t)t->otherwise);
    json_end_object(j);
}

void changes_json_other_totals(const changes *c, json *j) {
    for (int kind = 0; kind < KINDS; kind++) {
        bool open = false;
        for (size_t i = 0; words[kind].totals && i < c->thing_count; i++) {
            if ((int)c->things[i].kind != kind) continue;
            if (!open) json_object(j, words[kind].totals);
            open = true;
            write_total(&c->things[i], j);
        }
        if (open) json_end_object(j);
    }
}

/* Certifications, obligations and scores that only one program has. */
void changes_json_only(const changes *c, bool added, json *j) {
    for (int kind = 0; kind <= OTHER_SCORE; kind++) {
        json_array(j, words[kind].totals);
        for (size_t i = 0; i < c->thing_count; i++) {
            const other_thing *t = &c->things[i];
            if ((int)t->kind == kind && (added ? t->before : t->after) < 0)
                json_string(j, NULL, t->name);
        }
        json_end_array(j);
    }
}

/* --- for people -----------------------------------------------------------------------------
 */

bool changes_thing_is_listed(const changes_view *v, size_t thing) {
    const other_thing *t = &v->of->things[thing];
    return v->things[thing] && t->kind != OTHER_ACCRUED &&
           t->gained + t->lost + t->otherwise > 0;
}

const char *changes_thing_kind(const other_thing *t) {
    return words[t->kind].people;
}

void changes_sheet_others(const changes_sheet *s) {
    enum { TITLE_WIDTH = 44 };
    table t;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"", TABLE_LEFT, false, 0});
    table_column(&t, (table_column_style){"name", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"gained by", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"lost by", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"changed for", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < s->of->thing_count; i++) {
        const other_thing *is = &s->of->things[i];
        if (!changes_thing_is_listed(s->view, i)) continue;
        table_add_string(&t, changes_thing_kind(is));
        table_add_string(&t, is->title ? is->title : is->name);
        sheet_count(&t, is->gained);
        sheet_count(&t, is->lost);
        sheet_count(&t, is->otherwise);
    }
    if (!t.count) return;
    sheet_heading(&s->sheet, "What else changes");
    sheet_table(&s->sheet, &t);
}
