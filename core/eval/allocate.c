/* allocate.c - amounts divided among partners: who takes part, of which amount, within what.
 *
 * Conditions come first: of those who do not meet them nothing else is asked, and they get
 * nothing, as does who has no x, or none above 0. A partner whose x, amount or bound is wrong
 * is left out. Dividing is base/allot's. */
#include "eval/across.h"

#include "base/allot.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Somebody who meets the conditions and whose figures are right. */
typedef struct claimant {
    number group;
    number amount; /* on the grid of comparisons */
    uint8_t amount_state;
    uint32_t partner;
    allotment wants; /* weight 0: gets nothing */
} claimant;

typedef struct dividing {
    frame *f;
    const node *n;
    bool told;       /* errors are recorded */
    uint8_t *states; /* by partner */
    number *parts;
    uint32_t *index; /* room for everybody */
    claimant *all;
    allotment *takers;
    size_t count; /* of claimants */
    int places;
    number unplaced;
} dividing;

static bool open_dividing(dividing *d, frame *f, const node *n, arena *scratch) {
    measure m = n->items[ALLOCATE_AMOUNT]->measure;
    bool cents = m == MEASURE_MONEY || m == MEASURE_NUMBER;
    *d = (dividing){.f = f,
                    .n = n,
                    .states = arena_array(scratch, f->size, 1),
                    .parts = arena_array(scratch, f->size, sizeof *d->parts),
                    .index = arena_array(scratch, f->size, sizeof *d->index),
                    .all = arena_array(scratch, f->size, sizeof *d->all),
                    .takers = arena_array(scratch, f->size, sizeof *d->takers),
                    .places = cents ? f->of->plan->currency_places : 0};
    return d->states && d->parts && d->index && d->all && d->takers;
}

static void refuse(dividing *d, size_t partner, const char *message) {
    if (d->told && !d->f->slots[d->n->id].states[partner])
        evaluation_error(d->f, partner, d->n, "%s", message);
    d->states[partner] = CELL_WRONG;
}

/* --- who takes part ----------------------------------------------------------------------- */

static bool choose(dividing *d, selection *chosen) {
    constant_room room;
    operand where;
    selection everybody = {NULL, d->f->size};
    if (!operand_compute(d->f, d->n->items[ALLOCATE_WHERE], &everybody, &room, &where))
        return false;
    for (size_t p = 0; p < d->f->size; p++)
        d->states[p] = operand_state(&where, p) == CELL_WRONG ? CELL_WRONG : CELL_VALUE;
    *chosen = selection_where(&everybody, &where, true, d->index);
    return true;
}

static bool list_claimants(dividing *d, const selection *chosen) {
    static const int asked[] = {ALLOCATE_AMOUNT, ALLOCATE_X, ALLOCATE_WITHIN};
    constant_room rooms[3];
    operand found[3];
    for (int i = 0; i < 3; i++)
        if (!operand_compute(d->f, d->n->items[asked[i]], chosen, &rooms[i], &found[i]))
            return false;
    bool numbers = d->n->items[ALLOCATE_WITHIN]->type == TYPE_NUMBER;
    for (size_t k = 0; k < chosen->count; k++) {
        size_t p = selection_at(chosen, k);
        uint8_t amount = operand_state(&found[0], p), x = operand_state(&found[1], p),
                group = operand_state(&found[2], p);
        if (amount == CELL_WRONG || x == CELL_WRONG || group == CELL_WRONG)
            d->states[p] = CELL_WRONG;
        if (d->states[p] == CELL_WRONG || group != CELL_VALUE) continue;
        claimant *c = &d->all[d->count++];
        number key = operand_value(&found[2], p);
        *c = (claimant){.group = numbers ? number_on_grid(key) : key,
                        .amount_state = amount,
                        .partner = (uint32_t)p};
        if (amount == CELL_VALUE) c->amount = number_on_grid(operand_value(&found[0], p));
        bool takes = amount == CELL_VALUE && x == CELL_VALUE &&
                     number_compare(operand_value(&found[1], p), 0) > 0;
        if (takes) c->wants.weight = operand_value(&found[1], p);
    }
    return true;
}

static bool is_given(const node *bound) {
    return bound->kind != NODE_CONSTANT || bound->has_value;
}

/* In minor units: what is at least that much, and at most. */
static void bound_claimant(dividing *d, claimant *c, const operand *least,
                           const operand *most) {
    size_t p = c->partner;
    bool low = is_given(d->n->items[ALLOCATE_LEAST]),
         high = is_given(d->n->items[ALLOCATE_MOST]);
    c->wants.most = NUMBER_LIMIT;
    if ((low && operand_state(least, p) == CELL_WRONG) ||
        (high && operand_state(most, p) == CELL_WRONG))
        d->states[p] = CELL_WRONG;
    else if (low && operand_state(least, p) == CELL_NONE)
        refuse(d, p, "'at_least' of 'allocate' has no value");
    else if (high && operand_state(most, p) == CELL_NONE)
        refuse(d, p, "'at_most' of 'allocate' has no value");
    else if (low && high && number_compare(operand_value(least, p), operand_value(most, p)) > 0)
        refuse(d, p, "'at_least' of 'allocate' is above 'at_most'");
    if (d->states[p] == CELL_WRONG) {
        c->wants.weight = 0;
        return;
    }
    if (low) c->wants.least = number_round(operand_value(least, p), d->places, ROUND_UP);
    if (high) c->wants.most = number_round(operand_value(most, p), d->places, ROUND_DOWN);
    if (c->wants.most < 0) c->wants.most = 0;
    if (c->wants.least < 0) c->wants.least = 0;
    if (c->wants.least > c->wants.most) c->wants.least = c->wants.most; /* within one cent */
}

static bool bound_claimants(dividing *d) {
    constant_room rooms[2];
    operand least, most;
    selection takers = {d->index, 0};
    for (size_t i = 0; i < d->count; i++)
        if (d->all[i].wants.weight) d->index[takers.count++] = d->all[i].partner;
    if (!operand_compute(d->f, d->n->items[ALLOCATE_LEAST], &takers, &rooms[0], &least) ||
        !operand_compute(d->f, d->n->items[ALLOCATE_MOST], &takers, &rooms[1], &most))
        return false;
    for (size_t i = 0; i < d->count; i++)
        if (d->all[i].wants.weight) bound_claimant(d, &d->all[i], &least, &most);
    return true;
}

/* --- dividing ----------------------------------------------------------------------------- */

static void leave(dividing *d, number amount) {
    if (!number_add(&d->unplaced, d->unplaced, amount)) d->unplaced = NUMBER_LIMIT;
}

static number in_units(const dividing *d, number amount) {
    return number_round(amount, d->places, d->f->of->plan->rounding);
}

static int compare_claimants(const void *left, const void *right) {
    const claimant *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    return a->partner < b->partner ? -1 : a->partner > b->partner;
}

/* The first whose amount is not that of the others; NULL: it is the same for all of the group.
 */
static const claimant *find_other(const claimant *all, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (all[i].amount_state != all[0].amount_state || all[i].amount != all[0].amount)
            return &all[i];
    return NULL;
}

/* "50.00 for 'C'" */
static void say_amount(const dividing *d, const claimant *of, text_buffer *out) {
    char digits[NUMBER_TEXT] = "no value";
    const facts *known = d->f->of->facts;
    text id = known->partner_ids[member_of(d->f->of, of->partner)];
    if (of->amount_state == CELL_VALUE) number_print(digits, of->amount, d->places);
    text_print(out, "%s for '%.*s'", digits, (int)(id.length < 80 ? id.length : 80), id.bytes);
}

static void refuse_group(dividing *d, const claimant *all, size_t count, const char *message) {
    for (size_t i = 0; i < count; i++)
        if (d->states[all[i].partner] != CELL_WRONG) refuse(d, all[i].partner, message);
}

static bool weights_fit(const allotment *takers, size_t count) {
    number sum = 0;
    for (size_t i = 0; i < count; i++)
        if (!number_add(&sum, sum, takers[i].weight)) return false;
    return true;
}

/* A negative amount is divided as a positive one is, and every part taken. */
static bool divide(dividing *d, const claimant *all, size_t count) {
    size_t takers = 0;
    number amount = in_units(d, all[0].amount), left = 0;
    for (size_t i = 0; i < count; i++)
        if (all[i].wants.weight) d->takers[takers++] = all[i].wants;
    if (!weights_fit(d->takers, takers)) {
        refuse_group(d, all, count, "what the amount is divided by adds up beyond 10^20");
        return true;
    }
    if (!allot(amount < 0 ? -amount : amount, d->takers, takers, d->places, &left))
        return false;
    leave(d, amount < 0 ? -left : left);
    for (size_t i = 0, k = 0; i < count; i++) {
        if (!all[i].wants.weight) continue;
        number part = d->takers[k++].part;
        d->parts[all[i].partner] = amount < 0 ? -part : part;
    }
    return true;
}

static void refuse_amounts(dividing *d, const claimant *all, size_t count,
                           const claimant *other) {
    text_buffer said = {0};
    text_append_string(&said,
                       "the amount to be divided is not the same for all who share it: ");
    say_amount(d, &all[0], &said);
    text_append_string(&said, ", ");
    say_amount(d, other, &said);
    if (said.failed) d->f->of->memory->failed = true;
    refuse_group(d, all, count, said.failed ? "" : said.bytes);
    text_free(&said);
}

static bool divide_group(dividing *d, const claimant *all, size_t count) {
    const claimant *other = find_other(all, count);
    if (other) refuse_amounts(d, all, count, other);
    if (other) return true;
    if (all[0].amount_state == CELL_VALUE) return divide(d, all, count);
    for (size_t i = 0; i < count; i++)
        if (d->states[all[i].partner] == CELL_VALUE) d->states[all[i].partner] = CELL_NONE;
    return true;
}

static bool divide_groups(dividing *d) {
    if (d->count) qsort(d->all, d->count, sizeof *d->all, compare_claimants);
    for (size_t first = 0, end; first < d->count; first = end) {
        for (end = first + 1; end < d->count && d->all[end].group == d->all[first].group;)
            end++;
        if (!divide_group(d, d->all + first, end - first)) return false;
    }
    return true;
}

/* --- amounts of groups in which nobody takes part ----------------------------------------- */

/* What the amount would be for a partner who is not asked: in an evaluation of its own, so that
 * no error is anybody's. */
static bool leave_amount_of(dividing *d, size_t partner) {
    frame *f = d->f;
    const node *amount = d->n->items[ALLOCATE_AMOUNT];
    uint32_t item = amount->across ? (uint32_t)partner : 0;
    selection one = {&item, 1};
    constant_room room;
    operand found;
    if (amount->across && !node_is_common(amount)) return true;
    arena scratch = {0};
    partner_set over = {.count = 1, .first = member_of(f->of, partner)};
    frame *asked = f;
    if (!amount->across) {
        evaluation *e = open_evaluation(&scratch, f->of->plan, f->of->facts, over, NULL);
        asked = e ? &e->partners : NULL;
    }
    bool fine = asked && operand_compute(asked, amount, &one, &room, &found);
    if (fine && operand_state(&found, item) == CELL_VALUE)
        leave(d, in_units(d, operand_value(&found, item)));
    arena_free(&scratch);
    return fine;
}

static bool has_claimants(const dividing *d, number group) {
    size_t low = 0, high = d->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->all[middle].group < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low < d->count && d->all[low].group == group;
}

/* Of each group without claimants, its first partner. */
static bool leave_whole_amounts(dividing *d) {
    const node *within = d->n->items[ALLOCATE_WITHIN];
    constant_room room;
    operand found;
    selection everybody = {NULL, d->f->size};
    if (d->count == d->f->size ||
        (within->kind != NODE_COLUMN && within->kind != NODE_CONSTANT))
        return true;
    if (!operand_compute(d->f, within, &everybody, &room, &found)) return false;
    claimant *rest = memory_allocate((d->f->size + 1) * sizeof *rest);
    size_t count = 0;
    bool fine = rest != NULL;
    for (size_t p = 0; fine && p < d->f->size; p++) {
        number key = operand_value(&found, p);
        if (within->type == TYPE_NUMBER) key = number_on_grid(key);
        if (operand_state(&found, p) == CELL_VALUE && !has_claimants(d, key))
            rest[count++] = (claimant){.group = key, .partner = (uint32_t)p};
    }
    if (fine && count) qsort(rest, count, sizeof *rest, compare_claimants);
    for (size_t i = 0; fine && i < count; i++)
        if (i == 0 || rest[i].group != rest[i - 1].group)
            fine = leave_amount_of(d, rest[i].partner);
    memory_free(rest);
    return fine;
}

/* --- the whole ---------------------------------------------------------------------------- */

static bool divide_all(dividing *d) {
    selection chosen;
    return choose(d, &chosen) && list_claimants(d, &chosen) && bound_claimants(d) &&
           divide_groups(d) && leave_whole_amounts(d);
}

static void write_column(dividing *d) {
    for (size_t p = 0; p < d->f->size; p++) {
        if (d->states[p] == CELL_VALUE)
            across_set_value(d->f, d->n, p, d->parts[p]);
        else
            across_set_state(d->f, d->n, p, d->states[p]);
    }
}

static void keep_unplaced(const dividing *d) {
    evaluation *e = d->f->of;
    for (size_t i = 0; i < e->plan->pool_count; i++) {
        if (e->plan->pools[i].divided != d->n) continue;
        e->unplaced[i] = d->unplaced;
        e->divided[i] = 1;
    }
}

static bool settle(frame *f, const node *n, bool asked) {
    arena scratch = {0};
    dividing d;
    bool fine = open_dividing(&d, f, n, &scratch);
    d.told = asked;
    fine = fine && divide_all(&d);
    if (fine && asked) write_column(&d);
    if (fine) keep_unplaced(&d);
    arena_free(&scratch);
    return fine;
}

bool compute_allocate(frame *f, const node *n, const selection *items) {
    (void)items; /* all get their parts at once */
    return settle(f, n, true);
}

/* Parts that were lent, or that nobody asked for, still leave something over. */
bool pools_settle(evaluation *e) {
    for (size_t i = 0; i < e->plan->pool_count; i++)
        if (!e->divided[i] && !settle(&e->partners, e->plan->pools[i].divided, false))
            return false;
    return true;
}
