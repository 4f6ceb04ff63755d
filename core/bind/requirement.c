/* requirement.c - tables of what must be met. LANGUAGE section 8.
 *
 * Each entry is one line of an explanation: what the partner has, what is needed. Every line is
 * looked at even when another already fails, so that people see all that is missing. */
#include "bind/binder.h"

#include <string.h>

/* rank = 3 would mean the third place or a worse one. */
static bool refuse_bare_rank(binder *b, const entry *e, const term *bare) {
    char shown[NUMBER_TEXT] = "..";
    if (bare->kind == TERM_NUMBER) number_print(shown, bare->number, 0);
    const char *hint =
        arena_print(b->memory, "write %s = at_most(%s): 1 is the best", e->key, shown);
    return problem_add(
        b->problems, bare->at, hint,
        "'%s' is a rank: a number alone does not say whether it or better is meant", e->key);
}

/* fit = true: passed, which is at least `pass` and every part above `each_above`. */
static bool bind_passed_line(binder *b, const scope *s, const score *of, const entry *e,
                             requirement *out) {
    if (!of->passed)
        return problem_add_two(b->problems, e->value->at, of->is.at,
                               "give the score pass = 60, or ask for a total: at_least(60)",
                               "score '%s' does not say what passes: it has no 'pass'",
                               of->is.name);
    out->actual = of->total;
    out->met = of->passed;
    bool total_alone = of->passed->kind == NODE_COMPARE && !of->each_above;
    if (e->value->boolean && total_alone) out->needed = of->pass;
    out->comparison = COMPARE_AT_LEAST;
    if (e->value->boolean) return true;
    const node *failed = node_plain(b, s, e->value->at, TYPE_BOOLEAN, false);
    if (failed) out->met = node_compare(b, s, e->value->at, of->passed, COMPARE_IS, failed);
    return failed && out->met;
}

/* A value without a word that asks, also inside all_of {..} and its kin; NULL: none. */
static const term *find_bare_value(const term *value) {
    node_kind kind;
    if (value->kind == TERM_WORD) return strcmp(value->name, "as_of") == 0 ? value : NULL;
    if (value->kind != TERM_CALL || value->method) return value;
    if (is_test_word(value->name)) return NULL;
    if (!group_from_word(&kind, value->name) || value->count != 1) return value;
    const term *list = value->entries[0].value;
    for (size_t i = 0; i < list->count; i++) {
        const term *found = find_bare_value(list->entries[i].value);
        if (found) return found;
    }
    return NULL;
}

/* Where what is asked of the value is one comparison. */
static void note_comparison(requirement *line) {
    const node *met = line->met;
    if (met->kind != NODE_COMPARE || met->items[0] != line->actual) return;
    line->needed = met->items[1];
    line->comparison = met->comparison;
}

/* bookings = 50000, engineers = at_most(3), tier = at_least "silver", security = true */
static bool bind_keyed_line(binder *b, const scope *s, const entry *e, requirement *out) {
    const node *x = bind_key(b, s, e->key, e->key_at);
    if (!x) return false;
    const term *value = e->value;
    int score = value->kind == TERM_BOOLEAN ? find_score(b, e->key) : -1;
    if (score >= 0) return bind_passed_line(b, s, &b->plan->scores[score], e, out);
    out->actual = x;
    out->met = bind_test(b, s, x, value, COMPARE_AT_LEAST);
    if (!out->met) return false;
    const term *bare = find_bare_value(value);
    bool ordered = x->type == TYPE_NUMBER || x->type == TYPE_DATE;
    if (bare && ordered && is_rank(x)) return refuse_bare_rank(b, e, bare);
    note_comparison(out);
    return true;
}

/* Of what a condition without a key is asked: x of x:word(..), else it is its own answer. */
static const node *bind_subject(binder *b, const scope *s, const term *t, const node *met) {
    node_kind kind;
    bool asked = t->kind == TERM_CALL && t->method &&
                 (is_test_word(t->name) || group_from_word(&kind, t->name));
    return asked ? bind_value(b, s, t->entries[0].value) : met;
}

static bool bind_line(binder *b, const scope *s, const entry *e, requirement *out) {
    out->kind = REQUIRE_LINE;
    out->key = e->key;
    out->term = e->value;
    out->at = e->key ? e->key_at : e->value->at;
    if (e->key) return bind_keyed_line(b, s, e, out);
    out->met = bind_condition(b, s, e->value);
    if (!out->met) return false;
    out->actual = bind_subject(b, s, e->value, out->met);
    if (out->actual) note_comparison(out);
    return out->actual != NULL;
}

bool requirement_group(const term *t, requirement_kind *kind) {
    static const struct {
        const char *word;
        requirement_kind kind;
    } groups[] = {{"all_of", REQUIRE_ALL},
                  {"any_of", REQUIRE_ANY},
                  {"none_of", REQUIRE_NONE},
                  {"n_of", REQUIRE_N_OF}};
    if (t->kind == TERM_TABLE) {
        *kind = REQUIRE_ALL;
        return true;
    }
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (t->kind != TERM_CALL || t->method || strcmp(groups[i].word, t->name)) continue;
        *kind = groups[i].kind;
        return true;
    }
    return false;
}

static bool bind_group(binder *b, const scope *s, requirement_kind kind, const term *t,
                       const term *list, requirement *out);

static bool bind_entry(binder *b, const scope *s, const entry *e, requirement *out) {
    requirement_kind kind;
    if (e->key || !requirement_group(e->value, &kind)) return bind_line(b, s, e, out);
    const term *t = e->value;
    if (t->kind == TERM_TABLE) return bind_group(b, s, REQUIRE_ALL, t, t, out);
    int64_t n = 0;
    bool counted = kind == REQUIRE_N_OF;
    if (t->count != (counted ? 2u : 1u)) return false;
    if (counted && !bind_how_many(b, s, t, &n)) return false;
    out->n = (int)n;
    return bind_group(b, s, kind, t, t->entries[counted].value, out);
}

static const node *combine(binder *b, const scope *s, const requirement *group,
                           const node **met) {
    static const node_kind kinds[] = {NODE_ALL, NODE_ALL, NODE_ANY, NODE_NONE, NODE_N_OF};
    if (group->kind != REQUIRE_N_OF)
        return node_group(b, s, group->at, kinds[group->kind], met + 1, group->count);
    met[0] = node_number(b, s, group->at, number_from_integer(group->n), MEASURE_NUMBER);
    return met[0] ? node_group(b, s, group->at, NODE_N_OF, met, group->count + 1) : NULL;
}

static bool bind_group(binder *b, const scope *s, requirement_kind kind, const term *t,
                       const term *list, requirement *out) {
    if (list->kind != TERM_TABLE)
        return problem_add(b->problems, list->at,
                           "write any_of { { growth = percent(10) }, { bookings = 400000 } }",
                           "a list of requirements is needed here");
    if (kind != REQUIRE_ALL && list->count == 0)
        return problem_add(b->problems, t->at,
                           "write any_of { { growth = percent(10) }, { bookings = 400000 } }",
                           "'%s' asks for nothing", t->name);
    out->kind = kind;
    out->at = t->at;
    out->term = t;
    out->count = list->count;
    out->items = arena_array(b->memory, list->count, sizeof *out->items);
    const node **met = arena_array(b->memory, list->count + 1, sizeof *met);
    bool fine = out->items && met;
    for (size_t i = 0; out->items && met && i < list->count; i++) {
        fine &= bind_entry(b, s, &list->entries[i], &out->items[i]);
        met[i + 1] = out->items[i].met;
    }
    if (!fine) return false;
    if (list->count == 0)
        out->met = node_plain(b, s, t->at, TYPE_BOOLEAN, kind != REQUIRE_ANY);
    else
        out->met = combine(b, s, out, met);
    return out->met != NULL;
}

bool bind_requirements(binder *b, const scope *s, const term *table, requirement *out) {
    scope strict = *s;
    strict.strict = true;
    if (!bind_group(b, &strict, REQUIRE_ALL, table, table, out)) return false;
    node_remember(b, s, table, out->met);
    return true;
}
