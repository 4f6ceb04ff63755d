/* condition.c - what can be asked of a value, and tables of such questions (filters). */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

static const struct {
    const char *word;
    comparison how;
} comparisons[] = {
    {"is", COMPARE_IS},       {"is_not", COMPARE_IS_NOT},   {"at_least", COMPARE_AT_LEAST},
    {"above", COMPARE_ABOVE}, {"at_most", COMPARE_AT_MOST}, {"below", COMPARE_BELOW},
};

bool comparison_from_word(comparison *out, const char *word) {
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        if (strcmp(comparisons[i].word, word)) continue;
        *out = comparisons[i].how;
        return true;
    }
    return false;
}

bool is_test_word(const char *word) {
    static const char *const words[] = {"one_of", "like", "between", "present", "absent"};
    comparison how;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) return true;
    }
    return comparison_from_word(&how, word) || is_window_word(word);
}

static bool can_be_ordered(binder *b, place at, const node *x, comparison how) {
    if (how == COMPARE_IS || how == COMPARE_IS_NOT) return true;
    if (x->type == TYPE_NUMBER || x->type == TYPE_DATE || x->type == TYPE_LEVEL) return true;
    return problem_add(b->problems, at, "ask is(..), is_not(..) or one_of {..}",
                       "%s has no more or less", describe(b, x));
}

/* In a filter a column of its source is the row's that is looked at, also where another row of
 * that source is at hand. */
static bool refuse_itself(binder *b, place at, const node *x, const node *y) {
    if (x != y || x->kind != NODE_COLUMN || x->shape != SHAPE_ROW) return true;
    const source_request *rows = &b->plan->request.sources[x->source];
    const char *column = rows->columns[x->column].name;
    return problem_add(b->problems, at,
                       arena_print(b->memory,
                                   "for the rows that have this row's '%s' write "
                                   "count(%s):within(%s.%s)",
                                   column, rows->name, rows->name, column),
                       "this compares '%s.%s' with itself", rows->name, column);
}

static const node *test_comparison(binder *b, const scope *s, const node *x, const term *t,
                                   const term *against, comparison how) {
    const node *y = bind_against(b, s, x, against);
    if (!y || !can_be_ordered(b, t->at, x, how) || !refuse_itself(b, against->at, x, y))
        return NULL;
    return node_compare(b, s, t->at, x, how, y);
}

static const node *test_one_of(binder *b, const scope *s, const node *x, const term *t,
                               const term *list) {
    if (list->kind != TERM_TABLE || list->count == 0 || term_item_count(list) != list->count) {
        problem_add(b->problems, list->at, "write one_of { \"gold\", \"platinum\" }",
                    "one_of takes a list of values");
        return NULL;
    }
    const node **items = arena_array(b->memory, list->count, sizeof *items);
    if (!items) return NULL;
    bool fine = true;
    for (size_t i = 0; i < list->count; i++) {
        items[i] = test_comparison(b, s, x, t, list->entries[i].value, COMPARE_IS);
        fine &= items[i] != NULL;
    }
    return fine ? node_group(b, s, t->at, NODE_ANY, items, list->count) : NULL;
}

static const node *test_like(binder *b, const scope *s, const node *x, const term *t,
                             const term *pattern) {
    if (x->type == TYPE_TEXT && pattern->kind != TERM_TEXT) {
        problem_add(b->problems, pattern->at, "write product = like \"SEC-*\"",
                    "'like' wants a pattern in quotes");
        return NULL;
    }
    if (x->type != TYPE_TEXT) {
        problem_add(b->problems, t->at, "write product = like \"SEC-*\"",
                    "'like' compares a text column with a pattern, not %s", describe(b, x));
        return NULL;
    }
    node draft = node_draft(s, t->at, NODE_LIKE, TYPE_BOOLEAN);
    draft.text = pattern->name;
    return node_make(b, s, draft, &x, 1);
}

static const node *within_days(binder *b, const scope *s, place at, const node *x, date from,
                               date to) {
    const node *first = node_plain(b, s, at, TYPE_DATE, from),
               *final = node_plain(b, s, at, TYPE_DATE, to);
    if (!first || !final) return NULL;
    const node *items[2];
    size_t count = 0;
    if (from > DATE_FIRST) items[count++] = node_compare(b, s, at, x, COMPARE_AT_LEAST, first);
    if (to < DATE_LAST || count == 0)
        items[count++] = node_compare(b, s, at, x, COMPARE_AT_MOST, final);
    if (!items[0] || !items[count - 1]) return NULL;
    return node_group(b, s, at, NODE_ALL, items, count);
}

static const node *test_window(binder *b, const scope *s, const node *x, const term *t) {
    date from, to;
    if (x->type != TYPE_DATE) {
        problem_add(b->problems, t->at,
                    "windows are asked of date columns, as in closed_on = this \"quarter\"",
                    "'%s' is asked of %s", t->name, describe(b, x));
        return NULL;
    }
    return bind_window(b, s, t, &from, &to) ? within_days(b, s, t->at, x, from, to) : NULL;
}

/* Ends that are the same for everybody and stand the wrong way round would never be met. */
static bool ends_in_order(binder *b, const term *t, const node *from, const node *to) {
    if (from->kind != NODE_CONSTANT || to->kind != NODE_CONSTANT || !from->has_value ||
        !to->has_value)
        return true;
    bool numbers = from->type == TYPE_NUMBER;
    if (numbers ? number_compare(from->constant, to->constant) <= 0
                : from->constant <= to->constant)
        return true;
    return problem_add(b->problems, t->at, "write the lower end first",
                       "nothing lies between these ends: the first is above the second");
}

static const node *test_between(binder *b, const scope *s, const node *x, const term *t,
                                size_t first) {
    const node *items[] = {
        test_comparison(b, s, x, t, t->entries[first].value, COMPARE_AT_LEAST),
        test_comparison(b, s, x, t, t->entries[first + 1].value, COMPARE_AT_MOST)};
    if (!items[0] || !items[1]) return NULL;
    bool compare = items[0]->kind == NODE_COMPARE && items[1]->kind == NODE_COMPARE;
    if (compare && !ends_in_order(b, t, items[0]->items[1], items[1]->items[1])) return NULL;
    return node_group(b, s, t->at, NODE_ALL, items, 2);
}

/* An amount in another currency is there when it and its currency are: that needs no rate. */
static const node *test_presence(binder *b, const scope *s, const node *x, place at,
                                 bool present) {
    node_kind kind = present ? NODE_PRESENT : NODE_ABSENT;
    if (x->kind != NODE_CONVERTED)
        return node_over(b, s, at, kind, TYPE_BOOLEAN, MEASURE_NUMBER, &x, 1);
    const node *items[2];
    for (int i = 0; i < 2; i++)
        items[i] = node_over(b, s, at, kind, TYPE_BOOLEAN, MEASURE_NUMBER, &x->items[i], 1);
    if (!items[0] || !items[1]) return NULL;
    return node_group(b, s, at, present ? NODE_ALL : NODE_ANY, items, 2);
}

/* The test that a call such as at_least(5) makes of x; its own arguments begin at `first` (1
 * for a method). */
static const node *test_call(binder *b, const scope *s, const node *x, const term *t,
                             size_t first) {
    comparison how;
    if (t->kind == TERM_CALL && !arguments_fit(t)) return NULL;
    if (is_window_word(t->name)) {
        term plain = *t; /* x:trailing(12, "months") asks the same as trailing(12, "months") */
        plain.entries += first;
        plain.count -= first;
        plain.method = false;
        return test_window(b, s, x, &plain);
    }
    if (strcmp(t->name, "present") == 0 || strcmp(t->name, "absent") == 0)
        return test_presence(b, s, x, t->at, t->name[0] == 'p');
    if (t->count < first + 1) {
        problem_add(b->problems, t->at, NULL, "'%s' needs a value to compare with", t->name);
        return NULL;
    }
    const term *argument = t->entries[first].value;
    if (strcmp(t->name, "one_of") == 0) return test_one_of(b, s, x, t, argument);
    if (strcmp(t->name, "like") == 0) return test_like(b, s, x, t, argument);
    if (strcmp(t->name, "between") == 0 && t->count == first + 2)
        return test_between(b, s, x, t, first);
    if (comparison_from_word(&how, t->name)) return test_comparison(b, s, x, t, argument, how);
    problem_add(b->problems, t->at, NULL, "'%s' asks nothing of a value", t->name);
    return NULL;
}

bool group_from_word(node_kind *out, const char *word) {
    if (strcmp(word, "all_of") == 0)
        *out = NODE_ALL;
    else if (strcmp(word, "any_of") == 0)
        *out = NODE_ANY;
    else if (strcmp(word, "none_of") == 0)
        *out = NODE_NONE;
    else
        return false;
    return true;
}

/* all_of { above(5), at_most(10) } asked of one column: the last thing in the call. */
static const node *test_group(binder *b, const scope *s, const node *x, const term *t,
                              node_kind kind, comparison plain) {
    const term *list = t->entries[t->count - 1].value;
    if (list->kind != TERM_TABLE || list->count == 0 || term_item_count(list) != list->count) {
        problem_add(
            b->problems, list->at,
            arena_print(b->memory, "write amount = %s { above(5), at_most(10) }", t->name),
            "'%s' of one column takes a list of what is asked of it", t->name);
        return NULL;
    }
    const node **items = arena_array(b->memory, list->count, sizeof *items);
    if (!items) return NULL;
    bool fine = true;
    for (size_t i = 0; i < list->count; i++) {
        items[i] = bind_test(b, s, x, list->entries[i].value, plain);
        fine &= items[i] != NULL;
    }
    return fine ? node_group(b, s, t->at, kind, items, list->count) : NULL;
}

const node *bind_test(binder *b, const scope *s, const node *x, const term *value,
                      comparison plain) {
    node_kind kind;
    bool bare_word = value->kind == TERM_WORD && is_test_word(value->name);
    if (bare_word || (value->kind == TERM_CALL && !value->method && is_test_word(value->name)))
        return node_remember(b, s, value, test_call(b, s, x, value, 0));
    if (value->kind == TERM_CALL && !value->method && group_from_word(&kind, value->name) &&
        value->count == 1)
        return test_group(b, s, x, value, kind, plain);
    if (value->kind == TERM_TABLE) {
        problem_add(b->problems, value->at,
                    x->type == TYPE_NUMBER
                        ? "write between(5, 10) for all from 5 to 10, or one_of { 5, 10 }"
                        : "write one_of { \"won\", \"signed\" } for one of several values",
                    "a table is no value to compare with");
        return NULL;
    }
    bool orderable = x->type == TYPE_NUMBER || x->type == TYPE_DATE;
    return test_comparison(b, s, x, value, value, orderable ? plain : COMPARE_IS);
}

/* A condition inside all_of {..} and its kin: a table there asks of columns, or of what
 * requirements name. */
static const node *bind_member(binder *b, const scope *s, const term *t) {
    if (t->kind != TERM_TABLE) return bind_condition(b, s, t);
    if (s->source >= 0) return bind_filter(b, s, s->source, t);
    requirement group = {0};
    return bind_requirements(b, s, t, &group) ? group.met : NULL;
}

static const node *bind_members(binder *b, const scope *s, const term *t, const term *list,
                                node_kind kind, const node *k) {
    const node **items = arena_array(b->memory, list->count + 1, sizeof *items);
    size_t count = 0;
    bool fine = true;
    if (!items) return NULL;
    if (k) items[count++] = k;
    if (list->kind != TERM_TABLE || list->count == 0) {
        problem_add(b->problems, t->at, "write any_of { x:at_least(5), y:at_least(3) }",
                    "'%s' takes a list of conditions", t->name);
        return NULL;
    }
    /* any_of { status = "won", registered = true }: each key is a condition of its own. */
    for (size_t i = 0; i < list->count; i++) {
        const entry *e = &list->entries[i];
        term *one = arena_allocate(b->memory, sizeof *one);
        if (!one) return NULL;
        *one = (term){
            .kind = TERM_TABLE, .at = e->key_at, .entries = &list->entries[i], .count = 1};
        const node *member = bind_member(b, s, e->key ? one : e->value);
        fine &= member != NULL;
        items[count++] = member;
    }
    return fine ? node_group(b, s, t->at, kind, items, count) : NULL;
}

bool bind_how_many(binder *b, const scope *s, const term *t, int64_t *k) {
    const term *list = t->entries[1].value;
    if (!bind_whole(b, s, t->entries[0].value, 1, 1000, k)) return false;
    if (list->kind != TERM_TABLE || *k <= (int64_t)list->count) return true;
    return problem_add(b->problems, t->entries[0].value->at,
                       "lower the number or add conditions", "%d of %zu can never be met",
                       (int)*k, list->count);
}

static const node *bind_n_of(binder *b, const scope *s, const term *t) {
    int64_t k;
    if (t->count != 2 || !bind_how_many(b, s, t, &k)) return NULL;
    const node *least = node_number(b, s, t->at, number_from_integer(k), MEASURE_NUMBER);
    return least ? bind_members(b, s, t, t->entries[1].value, NODE_N_OF, least) : NULL;
}

static const node *bind_asked(binder *b, const scope *s, const term *t) {
    node_kind kind;
    bool group = group_from_word(&kind, t->name);
    if (t->method && (is_test_word(t->name) || (group && t->count == 2))) {
        const node *x = bind_value(b, s, t->entries[0].value);
        if (!x) return NULL;
        return group ? test_group(b, s, x, t, kind, COMPARE_IS) : test_call(b, s, x, t, 1);
    }
    if (!t->method && group && t->count == 1)
        return bind_members(b, s, t, t->entries[0].value, kind, NULL);
    if (!t->method && strcmp(t->name, "n_of") == 0) return bind_n_of(b, s, t);
    if (!t->method && strcmp(t->name, "exists") == 0) return bind_aggregate(b, s, t);
    if (!t->method && is_test_word(t->name)) {
        problem_add(b->problems, t->at, "write x:at_least(..) or column = at_least(..)",
                    "'%s' does not say of what it is asked", t->name);
        return NULL;
    }
    return bind_value(b, s, t);
}

const node *bind_condition(binder *b, const scope *s, const term *t) {
    if (t->kind == TERM_FUNCTION) return bind_function_condition(b, s, t);
    const node *n = t->kind == TERM_CALL ? bind_asked(b, s, t) : bind_value(b, s, t);
    if (!n || n->type == TYPE_BOOLEAN) return node_remember(b, s, t, n);
    const char *hint = "ask something of it, as in x:at_least(5) or x:is \"won\"";
    if (t->kind == TERM_TEXT && t->name[0])
        hint = arena_print(b->memory, "without quotes, and with what is needed: %.60s = ..",
                           t->name);
    problem_add(b->problems, t->at, hint, "this is %s, but a condition is needed here",
                describe(b, n));
    return NULL;
}

static bool can_be_required(const binder *b, const char *key) {
    static const char *const nouns[] = {"ladder", "metric", "score", "certification",
                                        "obligation"};
    for (size_t i = 0; i < b->rules->count; i++) {
        const term *t = b->rules->items[i];
        for (size_t j = 0; t->member && j < sizeof nouns / sizeof *nouns; j++)
            if (strcmp(t->name, nouns[j]) == 0 && strcmp(t->member, key) == 0) return true;
    }
    return false;
}

/* What belongs to the partner, or was written with its source. */
static const char *hint_for_column(const binder *b, const source_request *source,
                                   const char *key, const char *otherwise) {
    size_t length = strlen(source->name);
    if (strncmp(key, source->name, length) == 0 && key[length] == '.')
        return arena_print(b->memory, "write %.80s, without '%s.'", key + length + 1,
                           source->name);
    if (can_be_required(b, key))
        return arena_print(b->memory,
                           "'%.80s' is the partner's: ask for it in requires = { %.80s = .. }",
                           key, key);
    if (find_column(b, PARTNER_SOURCE, key) >= 0 && strcmp(source->name, "partner") != 0)
        return arena_print(
            b->memory, "'%.80s' is a column of partner: write partner.%.80s:is(..)", key, key);
    return otherwise;
}

static const node *bind_filter_entry(binder *b, const scope *s, int columns_of,
                                     const entry *e) {
    if (!e->key) return bind_member(b, s, e->value);
    const source_request *source = &b->plan->request.sources[columns_of];
    int column = find_column(b, columns_of, e->key);
    if (column < 0) {
        nearest guess = nearest_to(e->key);
        for (size_t i = 0; i < source->count; i++)
            nearest_offer(&guess, source->columns[i].name);
        const char *hint =
            guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                       : arena_print(b->memory, "declare it in the columns of source '%s'",
                                     source->name);
        hint = hint_for_column(b, source, e->key, hint);
        problem_add(b->problems, e->key_at, hint, "source '%s' has no column '%s'",
                    source->name, e->key);
        return NULL;
    }
    const node *x = bind_cell(b, s, e->key_at, columns_of, column);
    return x ? bind_test(b, s, x, e->value, COMPARE_IS) : NULL;
}

const node *bind_filter(binder *b, const scope *s, int columns_of, const term *table) {
    const node **items = arena_array(b->memory, table->count + 1, sizeof *items);
    bool fine = items != NULL;
    for (size_t i = 0; items && i < table->count; i++) {
        items[i] = bind_filter_entry(b, s, columns_of, &table->entries[i]);
        fine &= items[i] != NULL;
    }
    if (!fine) return NULL;
    if (table->count == 0) return node_plain(b, s, table->at, TYPE_BOOLEAN, true);
    return node_remember(b, s, table,
                         node_group(b, s, table->at, NODE_ALL, items, table->count));
}
