/* result.c - looks values up in a finished result. */
#include "eval/per.h"

/* Every part has given the texts of rules the same codes. */
static evaluation *workings_of(const result *r) {
    return r->part_count ? r->parts[0].out->workings : r->workings;
}

/* The part that evaluated a partner, and the partner's number in it. */
static const result *part_of(const result *r, uint32_t *partner) {
    size_t low = 0, high = r->part_count;
    if (!high) return r;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (r->parts[middle].first <= *partner)
            low = middle;
        else
            high = middle;
    }
    *partner -= r->parts[low].first;
    return r->parts[low].out;
}

text result_text(const result *r, int64_t code) {
    const map *known = &r->facts->texts, *own = &workings_of(r)->texts;
    if (code < 0) return (text){"", 0};
    if ((size_t)code < known->count) return known->keys[code];
    code -= (int64_t)known->count;
    return (size_t)code < own->count ? own->keys[code] : (text){"", 0};
}

/* What functions return has codes of its own in every part. */
text result_payee(const result *r, uint32_t partner, const line *l) {
    return result_text(part_of(r, &partner), l->payee);
}

static value shown(const result *r, const node *n, uint8_t state, number found) {
    value v = {.state = state == CELL_VALUE   ? CELL_VALUE
                        : state == CELL_WRONG ? CELL_WRONG
                                              : CELL_NONE,
               .type = n->type,
               .measure = n->measure,
               .number = found};
    if (v.state != CELL_VALUE) return v;
    if (n->type == TYPE_TEXT) v.text = result_text(r, (int64_t)found);
    if (n->type == TYPE_LEVEL)
        v.text = text_of(r->plan->ladders[n->ladder].levels[(size_t)found].is.name);
    return v;
}

/* A cell of the partner, straight from the facts. */
static value cell_value(const result *r, const node *n, uint32_t partner) {
    number found = 0;
    uint8_t state = CELL_NONE;
    facts_column_load(&r->facts->tables[0].columns[n->column], partner, 1, &found, &state);
    return shown(r, n, state, found);
}

value result_value(const result *r, const node *n, uint32_t partner) {
    if (n->kind == NODE_CONSTANT) {
        constant_room room = constant_of(workings_of(r), n);
        return shown(r, n, room.state, room.value);
    }
    uint32_t item = partner;
    const result *part = part_of(r, &item);
    const column *slot = &part->workings->partners.slots[n->id];
    if (slot->states) return shown(part, n, slot->states[item], slot->values[item]);
    if (n->kind == NODE_COLUMN) return cell_value(r, n, member_of(part->workings, item));
    return shown(part, n, CELL_NONE, 0);
}

value result_any_value(const result *r, const node *n, uint32_t partner) {
    uint32_t item = partner;
    const result *part = part_of(r, &item);
    selection one = {&item, 1};
    if (n->kind != NODE_CONSTANT && !n->hands)
        (void)frame_compute(&part->workings->partners, n, &one);
    return result_value(r, n, partner);
}

value result_row_value(const result *r, const node *n, uint32_t partner, uint32_t row) {
    if (n->shape != SHAPE_ROW) return result_any_value(r, n, partner);
    r = part_of(r, &partner);
    arena scratch = {0};
    frame one;
    selection first = {NULL, 1};
    value found = shown(r, n, CELL_NONE, 0);
    if (n->hands) return found; /* only rows around it say what it is */
    const facts_table *table = &r->facts->tables[n->source];
    bool fine = frame_of_rows(&one, r->workings, table, row, 1, &scratch);
    if (table->reference) one.alone = partner;
    if (fine && frame_compute(&one, n, &first))
        found = shown(r, n, one.slots[n->id].states[0], one.slots[n->id].values[0]);
    arena_free(&scratch);
    return found;
}

/* Texts by their bytes, anything else as it is ordered. */
static int compare_groups(const group_value *a, const group_value *b) {
    if (a->key.type == TYPE_TEXT) return text_compare(a->key.text, b->key.text);
    return (a->key.number > b->key.number) - (a->key.number < b->key.number);
}

static void insert_group(group_value *all, size_t count, group_value added) {
    for (; count > 0 && compare_groups(&all[count - 1], &added) > 0; count--)
        all[count] = all[count - 1];
    all[count] = added;
}

static group_value *list_groups(const result *r, const grouping *g, arena *memory,
                                size_t *count) {
    const node *n = g->rows.of, *key = n->items[OVER_KEY], *value = n->items[GROUPS_VALUE];
    group_value *all = arena_array(memory, g->groups.count, sizeof *all);
    for (size_t i = 0; all && i < g->groups.count; i++) {
        const row_group *group = &g->groups.items[i];
        bool period = n->count > GROUPS_PERIODS;
        number is = period ? n->items[GROUPS_PERIODS + i]->constant : group->key;
        insert_group(all, i,
                     (group_value){.key = shown(r, key, CELL_VALUE, is),
                                   .value = shown(r, value, group->state, group->value),
                                   .rows = group->rows,
                                   .folded = g->folded[i]});
    }
    *count = all ? g->groups.count : 0;
    return all;
}

group_value *result_groups(const result *r, const node *n, uint32_t partner, arena *memory,
                           size_t *count, size_t *without_key) {
    r = part_of(r, &partner);
    arena scratch = {0};
    frame block;
    grouping g;
    evaluation *e = r->workings;
    group_value *all = NULL;
    bool fine = grouping_open(&g, n) &&
                frame_of_rows(&block, e, &e->facts->tables[n->rows_of], 0, 0, &scratch);
    *count = 0;
    if (fine && grouping_of(&g, &e->partners, &block, partner) && !g.wrong) {
        all = list_groups(r, &g, memory, count);
        *without_key = g.groups.without_key;
    }
    grouping_free(&g);
    arena_free(&scratch);
    return all;
}

const char *hold_word(hold why) {
    static const char *const fields[] = {
        [HOLD_PROMOTES] = "promotes",
        [HOLD_DEMOTES] = "demotes",
        [HOLD_STEPS_UP] = "steps_up",
        [HOLD_STEPS_DOWN] = "steps_down",
        [HOLD_PROTECTED_UNTIL] = "protected_until",
        [HOLD_GRACE] = "grace",
    };
    return fields[why];
}

const char *result_held(const result *r, size_t ladder, uint32_t partner) {
    bool timed = r->held && r->held[ladder];
    return timed ? hold_word((hold)r->held[ladder][partner]) : NULL;
}

bool result_guarantee(const result *r, size_t ladder, uint32_t partner, value *until) {
    const struct ladder *l = &r->plan->ladders[ladder];
    const column *stands = &r->levels[ladder];
    if (!l->timing || !l->timing->guarantees || stands->states[partner] != CELL_VALUE)
        return false;
    value before = result_value(r, l->current, partner);
    bool raised = before.state == CELL_NONE;
    for (size_t i = 0; before.state == CELL_VALUE && i < (size_t)stands->values[partner]; i++)
        raised |= text_equal(before.text, text_of(l->levels[i].is.name));
    if (raised) *until = result_value(r, l->timing->guarantees, partner);
    return raised;
}

value result_routed_value(const result *r, const node *n, uint32_t partner, int source,
                          uint32_t row) {
    if (!n->hands || r->part_count) return result_any_value(r, n, partner);
    arena scratch = {0};
    const facts_table *table = &r->facts->tables[source];
    frame lead, taker = {.of = r->workings,
                         .size = 1,
                         .first_row = partner,
                         .outer = &lead,
                         .scratch = &scratch,
                         .alone = NOT_ALONE};
    selection first = {NULL, 1};
    value found = shown(r, n, CELL_NONE, 0);
    taker.slots = arena_array(&scratch, r->plan->node_count, sizeof *taker.slots);
    bool fine = taker.slots && frame_of_rows(&lead, r->workings, table, row, 1, &scratch);
    if (fine && table->reference) lead.alone = partner;
    if (fine && frame_compute(&taker, n, &first))
        found = shown(r, n, taker.slots[n->id].states[0], taker.slots[n->id].values[0]);
    arena_free(&scratch);
    return found;
}

bool result_applies(const result *r, const ladder *l, uint32_t partner) {
    if (!l->applies) return true;
    value v = result_value(r, l->applies, partner);
    return v.state == CELL_VALUE && v.number != 0;
}
