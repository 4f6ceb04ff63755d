/* among.c - a row among the others: within, so_far, position. LANGUAGE section 6.
 *
 * They stand where a row is at hand, and look at rows of its own source: those of its partner,
 * or, for `position`, of all partners. */
#include "bind/binder.h"

#include <string.h>

static bool check_row_at_hand(binder *b, const scope *s, const term *t) {
    if (s->source > PARTNER_SOURCE) return true;
    return problem_add(b->problems, t->at,
                       "write it in a filter on rows, or in a rule with 'each'",
                       "'%s' is asked of a row, and here is none", t->name);
}

static bool check_own_rows(binder *b, const scope *s, const term *t, int source) {
    if (source == s->source) return true;
    return problem_add(b->problems, t->at,
                       "to look at rows of another source write it without, with a filter that "
                       "names columns of the row at hand",
                       "'%s' looks at the rows of '%s', but the row at hand is one of '%s'",
                       t->name, b->plan->request.sources[source].name,
                       b->plan->request.sources[s->source].name);
}

/* The aggregate that the word follows, with room for a key. */
static bool draft_over_own_rows(binder *b, const scope *s, const term *t, node_kind kind,
                                node *out) {
    const term *x = aggregate_before(b, t);
    if (!x || !check_row_at_hand(b, s, t) || !draft_aggregate(b, s, x, out)) return false;
    if (!check_own_rows(b, s, t, out->rows_of)) return false;
    const node **items = arena_array(b->memory, OVER_KEY + 1, sizeof *items);
    if (!items) return false;
    memcpy(items, out->items, OVER_KEY * sizeof *items);
    out->kind = kind;
    out->items = items;
    out->count = OVER_KEY + 1;
    out->at = t->at;
    return true;
}

/* One value a row; what rows further out are asked is asked of them. */
static const node *make_row_value(binder *b, const scope *s, node *draft) {
    draft->shape = SHAPE_ROW;
    draft->source = s->source;
    for (size_t i = 0; i < draft->count; i++)
        draft->hands |= draft->items[i] ? draft->items[i]->hands : 0;
    return node_intern(b, *draft);
}

const node *bind_within(binder *b, const scope *s, const term *t) {
    node draft;
    if (!draft_over_own_rows(b, s, t, NODE_WITHIN, &draft)) return NULL;
    if (!bind_row_key(b, s, t->entries[1].value, "within", &draft.items[OVER_KEY])) return NULL;
    return make_row_value(b, s, &draft);
}

const node *bind_so_far(binder *b, const scope *s, const term *t) {
    node draft;
    if (!draft_over_own_rows(b, s, t, NODE_SO_FAR, &draft)) return NULL;
    draft.items[OVER_KEY] = s->order;
    return make_row_value(b, s, &draft);
}

/* --- position ----------------------------------------------------------------------------- */

static bool check_options(binder *b, const term *options) {
    if (!options) return true;
    bool fine = options->kind == TERM_TABLE;
    for (size_t i = 0; fine && i < options->count; i++) {
        const char *key = options->entries[i].key;
        fine = key && (strcmp(key, "within") == 0 || strcmp(key, "where") == 0);
    }
    return fine || problem_add(b->problems, options->at,
                               "write { within = lead.region, where = { status = \"new\" } }",
                               "the options of 'position' are 'within' and 'where'");
}

static bool check_partners_rows(binder *b, const term *t, int source) {
    const source_request *rows = &b->plan->request.sources[source];
    if (rows->partner) return true;
    return problem_add(b->problems, t->at, "a position is one among all partners' rows",
                       "the rows of '%s' belong to no partner", rows->name);
}

static bool check_position(binder *b, const term *t, const node *draft) {
    const node *x = draft->items[OVER_X];
    for (size_t i = 0; i < draft->count; i++)
        if (draft->items[i] && draft->items[i]->hands)
            return problem_add(b->problems, t->at, NULL,
                               "'position' looks at the rows of all partners; it can ask "
                               "nothing of a row of another source");
    if (x->type == TYPE_NUMBER || x->type == TYPE_DATE) return true;
    return problem_add(b->problems, t->entries[0].value->at, NULL,
                       "'position' needs numbers or dates to put in order, but this is %s",
                       describe(b, x));
}

/* position(lead.received_on, { within = lead.region, where = { status = "new" } }) */
const node *bind_position(binder *b, const scope *s, const term *t) {
    const term *options = t->count > 1 ? t->entries[1].value : NULL;
    if (!check_options(b, options) || !check_row_at_hand(b, s, t)) return NULL;
    const term *where = options ? term_field(options, "where") : NULL;
    const term *within = options ? term_field(options, "within") : NULL;
    int source = source_used(b, t->entries[0].value);
    scope rows = *s;
    rows.order = NULL;
    rows.strict = false;
    if (source >= 0 && !check_own_rows(b, s, t, source)) return NULL;
    if (!check_partners_rows(b, t, s->source)) return NULL;
    const node *items[OVER_KEY + 1] = {NULL};
    bool fine, rows_fine;
    fine = bind_row_key(b, &rows, t->entries[0].value, "position", &items[OVER_X]);
    items[OVER_FILTER] = bind_rows(b, &rows, s->source, where, t->at, &rows_fine);
    if (within) fine &= bind_row_key(b, &rows, within, "within", &items[OVER_KEY]);
    if (!fine || !rows_fine || !check_ago(b, s, t, s->source)) return NULL;
    node draft = node_draft(s, t->at, NODE_POSITION, TYPE_NUMBER);
    draft.measure = MEASURE_COUNT;
    draft.rows_of = s->source;
    draft.across = true;
    draft.items = items;
    draft.count = OVER_KEY + 1;
    return check_position(b, t, &draft) ? make_row_value(b, s, &draft) : NULL;
}
