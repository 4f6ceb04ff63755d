/* varying.c - values that vary: by, dated, when, and the four kinds of bands. */
#include "bind/binder.h"

#include <string.h>

/* What the branches of one choice have in common so far. */
typedef struct branches {
    const node *first;
    place at; /* of the first */
    measure measure;
} branches;

static bool add_branch(binder *b, place at, branches *all, const node *value) {
    if (!value) return false;
    if (!all->first) {
        *all = (branches){value, at, value->measure};
        return true;
    }
    node so_far = *all->first;
    so_far.measure = all->measure;
    return branches_agree(b, at, all->at, &so_far, value, &all->measure);
}

/* Dates may be written as texts: where one branch is a date, the texts among them are too. */
static bool dates_among(binder *b, const scope *s, const term *const *written,
                        const node **values, size_t count) {
    bool dates = false, fine = true;
    for (size_t i = 0; i < count; i++)
        dates |= values[i] && values[i]->type == TYPE_DATE;
    for (size_t i = 0; dates && i < count; i++) {
        if (!values[i] || values[i]->type != TYPE_TEXT) continue;
        values[i] = node_typed(b, s, written[i], values[i], TYPE_DATE);
        fine &= values[i] != NULL;
    }
    return fine;
}

/* The values of a table's entries, NULL those that are wrong; NULL when memory ran out. */
static const node **bind_branches(binder *b, const scope *s, const entry *const *entries,
                                  size_t count) {
    const node **values = arena_array(b->memory, count, sizeof *values);
    const term **written = arena_array(b->memory, count, sizeof *written);
    if (!values || !written) return NULL;
    for (size_t i = 0; i < count; i++) {
        written[i] = entries[i]->value;
        values[i] = bind_value(b, s, written[i]);
    }
    dates_among(b, s, written, values, count);
    return values;
}

static node draft_of(const scope *s, place at, node_kind kind, const branches *all) {
    node draft = node_draft(s, at, kind, all->first->type);
    draft.measure = all->measure;
    draft.ladder = all->first->ladder;
    return draft;
}

const node *bind_when(binder *b, const scope *s, const term *t) {
    const node *items[3] = {bind_condition(b, s, t->entries[0].value)};
    const entry *const entries[] = {&t->entries[1], &t->entries[2]};
    const node **values = bind_branches(b, s, entries, 2);
    branches all = {0};
    for (size_t i = 0; i < 2; i++) {
        if (!values || !add_branch(b, entries[i]->value->at, &all, items[i + 1] = values[i]))
            return NULL;
    }
    return items[0] ? node_make(b, s, draft_of(s, t->at, NODE_WHEN, &all), items, 3) : NULL;
}

/* The key of a by(..) table as a constant of the selector's type; `none` of a ladder is a level
 * without value. */
static const node *bind_by_key(binder *b, const scope *s, const node *x, const entry *e,
                               const char *key) {
    term written = {.kind = TERM_TEXT, .at = e->key_at, .name = key};
    number value;
    switch (x->type) {
    case TYPE_LEVEL: {
        if (strcmp(key, "none") == 0) return node_nothing(b, s, e->key_at, x);
        term *kept = arena_allocate(b->memory, sizeof *kept);
        if (!kept) return NULL;
        *kept = written;
        return bind_against(b, s, x, kept);
    }
    case TYPE_NUMBER:
        if (number_from_text(&value, key, strlen(key)))
            return node_number(b, s, e->key_at, value, x->measure);
        break;
    case TYPE_BOOLEAN:
        if (strcmp(key, "true") == 0 || strcmp(key, "false") == 0)
            return node_plain(b, s, e->key_at, TYPE_BOOLEAN, key[0] == 't');
        break;
    case TYPE_DATE: {
        date d;
        if (date_from_text(&d, key, strlen(key)))
            return node_plain(b, s, e->key_at, TYPE_DATE, d);
        break;
    }
    default:
        return node_text(b, s, e->key_at, key);
    }
    problem_add(
        b->problems, e->key_at,
        x->type == TYPE_NUMBER ? "amounts have bands: band(x, { { 0, 100 }, { 50000, 200 } })"
        : x->type == TYPE_BOOLEAN ? "write [true] = .. or [false] = .."
                                  : "write the day as [\"2026-12-31\"] = ..",
        "'%s' cannot be a key here: what it is looked up by is %s", key, describe(b, x));
    return NULL;
}

/* A by over a ladder must name all its levels unless it has a default. */
static bool check_all_levels(binder *b, const term *t, const node *x, const node *const *items,
                             size_t count) {
    const ladder *l = &b->plan->ladders[x->ladder];
    bool fine = true;
    for (size_t i = 0; i < l->level_count; i++) {
        bool named = false;
        for (size_t k = 1; k < count; k += 2)
            named |= items[k]->has_value && items[k]->constant == (number)i;
        if (!named)
            fine = problem_add(b->problems, t->at, "name every level, or add default = 0",
                               "level '%s' of ladder '%s' is missing in this table",
                               l->levels[i].is.name, l->is.name);
    }
    return fine;
}

/* items: x, then a key and a value of each of `taken`. */
static bool key_is_new(binder *b, place at, const node *const *items, const place *taken,
                       size_t count, const node *key) {
    for (size_t k = 1; k < count; k += 2) {
        if (items[k] == key)
            return problem_add_two(b->problems, at, taken[k / 2],
                                   "keep the first or the second",
                                   "this key is written twice in this table");
    }
    return true;
}

const node *bind_by(binder *b, const scope *s, const term *t) {
    const term *table = t->entries[1].value;
    const node *x = bind_value(b, s, t->entries[0].value);
    const node **items = arena_array(b->memory, 2 * table->count + 1, sizeof *items);
    const entry **entries = arena_array(b->memory, table->count, sizeof *entries);
    place *taken = arena_array(b->memory, table->count, sizeof *taken);
    if (!items || !entries || !taken || !x) return NULL;
    if (table->count == 0) {
        problem_add(b->problems, t->at, "write by(partner.region, { NA = 1, EMEA = 0.9 })",
                    "this table is empty");
        return NULL;
    }
    for (size_t i = 0; i < table->count; i++)
        entries[i] = &table->entries[i];
    const node **values = bind_branches(b, s, entries, table->count);
    if (!values) return NULL;
    branches all = {0};
    const node *otherwise = NULL;
    size_t count = 1, position = 0;
    bool fine = true;
    items[0] = x;
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = entries[i];
        const node *value = values[i];
        fine &= add_branch(b, e->value->at, &all, value);
        if (e->key && strcmp(e->key, "default") == 0) {
            otherwise = value;
            continue;
        }
        const char *written = e->key ? e->key : arena_print(b->memory, "%zu", ++position);
        const node *key = written ? bind_by_key(b, s, x, e, written) : NULL;
        if (!key || !value || !key_is_new(b, e->key_at, items, taken, count, key)) {
            fine = false;
            continue;
        }
        taken[count / 2] = e->key_at;
        items[count++] = key;
        items[count++] = value;
    }
    if (!fine) return NULL;
    if (x->type == TYPE_LEVEL && !otherwise && !check_all_levels(b, t, x, items, count))
        return NULL;
    node draft = draft_of(s, t->at, NODE_BY, &all);
    draft.has_default = otherwise != NULL;
    if (otherwise) items[count++] = otherwise;
    return node_make(b, s, draft, items, count);
}

/* The entries of a dated table in the order of their dates; false when a key is no date. */
static bool sort_dated(binder *b, const term *table, const entry **entries, date *from) {
    bool fine = true;
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        date d;
        if (!e->key || !date_from_text(&d, e->key, strlen(e->key))) {
            fine =
                problem_add(b->problems, e->key_at, "write dated { [\"2026-01-01\"] = 150000 }",
                            "a key of dated must be a date");
            continue;
        }
        size_t k = i;
        for (; fine && k > 0 && from[k - 1] > d; k--) {
            from[k] = from[k - 1];
            entries[k] = entries[k - 1];
        }
        from[k] = d;
        entries[k] = e;
    }
    return fine;
}

const node *bind_dated(binder *b, const scope *s, const term *t) {
    const term *table = t->entries[t->count - 1].value;
    const entry **entries = arena_array(b->memory, table->count, sizeof *entries);
    date *from = arena_array(b->memory, table->count, sizeof *from);
    const node **items = arena_array(b->memory, 2 * table->count + 1, sizeof *items);
    if (table->count == 0) {
        problem_add(b->problems, t->at, "write dated { [\"2026-01-01\"] = 150000 }",
                    "this table is empty");
        return NULL;
    }
    if (!entries || !from || !items || !sort_dated(b, table, entries, from)) return NULL;
    const node **values = bind_branches(b, s, entries, table->count);
    if (!values) return NULL;
    branches all = {0};
    bool fine = true;
    const node *in_force = NULL;
    for (size_t i = 0; i < table->count; i++) {
        const node *value = values[i];
        fine &= add_branch(b, entries[i]->value->at, &all, value);
        if (from[i] <= s->as_of) in_force = value;
        items[2 * i + 1] = node_plain(b, s, entries[i]->key_at, TYPE_DATE, from[i]);
        items[2 * i + 2] = value;
        fine &= items[2 * i + 1] != NULL;
    }
    if (!fine) return NULL;
    if (t->count == 1)
        return node_as(b, in_force ? in_force : node_nothing(b, s, t->at, all.first),
                       all.measure);
    items[0] = bind_typed(b, s, t->entries[0].value, TYPE_DATE);
    if (!items[0]) return NULL;
    return node_make(b, s, draft_of(s, t->at, NODE_DATED, &all), items, 2 * table->count + 1);
}

/* One { from, value } of a list of bands. */
static bool bind_one_band(binder *b, const scope *s, const term *pair, const node *x,
                          const node **from, const node **value) {
    if (pair->kind != TERM_TABLE || pair->count != 2 || term_item_count(pair) != 2)
        return problem_add(b->problems, pair->at, "write { 25000, percent(2) }",
                           "a band is a pair: from where, and which value");
    *from = bind_number(b, s, pair->entries[0].value);
    *value = bind_number(b, s, pair->entries[1].value);
    measure m;
    if (!*from || !*value || !measure_common(b, pair->at, x->at, "a band", *from, x, &m))
        return false;
    return x->measure != MEASURE_PERCENT ||
           refuse_bare_part(b, *from, pair->entries[0].value, "a threshold of a percent");
}

static bool ascending(binder *b, const term *pair, const node *before, const node *from) {
    if (before->kind != NODE_CONSTANT || from->kind != NODE_CONSTANT) return true;
    if (number_compare(before->constant, from->constant) < 0) return true;
    return problem_add(b->problems, pair->at, "each band begins above the one before it",
                       "these bands are out of order");
}

static const node *bind_bands(binder *b, const scope *s, const term *t, node_kind kind) {
    const term *table = t->entries[1].value;
    const node *x = bind_number(b, s, t->entries[0].value);
    const node **items = arena_array(b->memory, 2 * table->count + 1, sizeof *items);
    bool multiplied = kind == NODE_MARGINAL || kind == NODE_RETROACTIVE, fine = true;
    if (!x || !items) return NULL;
    if (table->count == 0) {
        problem_add(b->problems, t->at, "write { { 0, percent(1) }, { 25000, percent(2) } }",
                    "there are no bands");
        return NULL;
    }
    branches all = {0};
    items[0] = x;
    for (size_t i = 0; i < table->count; i++) {
        const term *pair = table->entries[i].value;
        const node **from = &items[2 * i + 1], **value = &items[2 * i + 2];
        if (!bind_one_band(b, s, pair, x, from, value)) {
            fine = false;
            continue;
        }
        if (i > 0 && items[2 * i - 1]) fine &= ascending(b, pair, items[2 * i - 1], *from);
        fine &= add_branch(b, pair->entries[1].value->at, &all, *value);
        if (multiplied && x->measure == MEASURE_MONEY)
            fine &= refuse_bare_part(b, *value, pair->entries[1].value, "a rate");
    }
    if (!fine) return NULL;
    node rate = *all.first;
    rate.measure = all.measure;
    if (multiplied && !measure_product(b, t->at, table->at, x, &rate, &all.measure))
        return NULL;
    return node_make(b, s, draft_of(s, t->at, kind, &all), items, 2 * table->count + 1);
}

const node *bind_marginal(binder *b, const scope *s, const term *t) {
    return bind_bands(b, s, t, NODE_MARGINAL);
}

const node *bind_retroactive(binder *b, const scope *s, const term *t) {
    return bind_bands(b, s, t, NODE_RETROACTIVE);
}

const node *bind_band(binder *b, const scope *s, const term *t) {
    return bind_bands(b, s, t, NODE_BAND);
}

const node *bind_interpolated(binder *b, const scope *s, const term *t) {
    return bind_bands(b, s, t, NODE_INTERPOLATED);
}
