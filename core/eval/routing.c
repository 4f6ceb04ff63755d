/* routing.c - rows that go to one partner each: the one that meets what is asked, is preferred
 * most, has the fewest so far.
 *
 * What does not ask of the row is computed once for every partner and leaves the candidates;
 * the rest is computed for each row and candidate, in frames of partners around which the row
 * is at hand. A partner for whom any of that is an error gets nothing: where one is found, rows
 * are routed once more without it. So the cost is rows times candidates. */
#include "eval/frame.h"
#include "eval/leads.h"
#include "eval/lending.h"

#include <string.h>

/* Neighbouring partners. */
typedef struct chunk {
    frame frame;
    uint32_t *candidates; /* items of the frame */
    size_t count;
} chunk;

typedef struct matching {
    evaluation *of;
    const routing *rule;
    routing_result *out;
    arena *scratch;
    leads rows;
    const node **conditions; /* that ask of the row */
    size_t condition_count;
    int *by_row; /* ids of nodes whose values change with the row */
    size_t by_row_count;
    chunk *chunks;
    size_t chunk_count;
    uint8_t *candidate; /* by partner */
    number *preferred;  /* by partner, on the grid; NULL: it asks of the row */
    size_t *limits;     /* by partner */
    uint32_t *taken;    /* by partner: so far */
    bool again;         /* a partner turned out to be in error */
} matching;

/* --- candidates --------------------------------------------------------------------------- */

static void spoil(matching *m, size_t partner) {
    m->again |= m->out->states[partner] != CELL_WRONG;
    m->out->states[partner] = CELL_WRONG;
    m->candidate[partner] = 0;
}

static selection list_candidates(const matching *m, uint32_t *index) {
    selection who = {index, 0};
    for (size_t p = 0; p < m->of->count; p++)
        if (m->candidate[p]) index[who.count++] = (uint32_t)p;
    return who;
}

/* Requirements are looked at for everybody, met or not: their errors are found. */
static bool require(matching *m, const node *n) {
    constant_room room;
    operand met;
    selection all = {NULL, m->of->count};
    if (!operand_compute(&m->of->partners, n, &all, &room, &met)) return false;
    for (size_t p = 0; p < all.count; p++) {
        uint8_t state = operand_state(&met, p);
        if (state == CELL_WRONG)
            spoil(m, p);
        else if (state != CELL_VALUE || !operand_value(&met, p))
            m->candidate[p] = 0;
    }
    return true;
}

static bool asks_of_row(const matching *m, const node *n) {
    return n->hands >> m->rule->each & 1;
}

static bool require_all(matching *m) {
    const node *met = m->rule->met;
    const node *const *items = &met;
    size_t count = 1;
    if (met->kind == NODE_ALL) {
        items = met->items;
        count = met->count;
    }
    m->conditions = arena_array(m->scratch, count, sizeof *m->conditions);
    if (!m->conditions) return false;
    for (size_t i = 0; i < count; i++) {
        if (asks_of_row(m, items[i]))
            m->conditions[m->condition_count++] = items[i];
        else if (!require(m, items[i]))
            return false;
    }
    return true;
}

/* Who has no value of what is preferred is no candidate. */
static bool find_preferred(matching *m, uint32_t *index) {
    const node *n = m->rule->prefers;
    constant_room room;
    operand found;
    if (n && asks_of_row(m, n)) return true;
    m->preferred = arena_array(m->scratch, m->of->count, sizeof *m->preferred);
    if (!m->preferred || !n) return m->preferred != NULL;
    selection who = list_candidates(m, index);
    if (!operand_compute(&m->of->partners, n, &who, &room, &found)) return false;
    for (size_t k = 0; k < who.count; k++) {
        size_t p = who.index[k];
        uint8_t state = operand_state(&found, p);
        if (state == CELL_VALUE) m->preferred[p] = number_on_grid(operand_value(&found, p));
        if (state == CELL_WRONG) spoil(m, p);
        if (state == CELL_NONE) m->candidate[p] = 0;
    }
    return true;
}

static void set_limit(matching *m, size_t p, number limit) {
    int64_t whole = 0;
    number down = number_round(limit, 0, ROUND_DOWN);
    if (down < 0) down = 0;
    bool fits = number_to_integer(&whole, down) && whole < UINT32_MAX;
    m->limits[p] = fits ? (size_t)whole : UINT32_MAX;
}

static bool find_limits(matching *m, uint32_t *index) {
    const node *n = m->rule->cap;
    const declared *is = &m->rule->is;
    constant_room room;
    operand found;
    selection who = list_candidates(m, index);
    m->limits = arena_array(m->scratch, m->of->count, sizeof *m->limits);
    if (!m->limits) return false;
    for (size_t p = 0; !n && p < m->of->count; p++)
        m->limits[p] = UINT32_MAX;
    if (!n) return true;
    if (!operand_compute(&m->of->partners, n, &who, &room, &found)) return false;
    for (size_t k = 0; k < who.count; k++) {
        size_t p = who.index[k];
        uint8_t state = operand_state(&found, p);
        if (state == CELL_VALUE) {
            set_limit(m, p, operand_value(&found, p));
            continue;
        }
        if (state == CELL_NONE)
            evaluation_rule_error(m->of, (uint32_t)p, is, m->rule->cap_at,
                                  "cap 'partner' of '%s' has no value", is->name);
        spoil(m, p);
    }
    return true;
}

static bool find_candidates(matching *m) {
    size_t count = m->of->count;
    uint32_t *index = arena_array(m->scratch, count, sizeof *index);
    m->candidate = arena_array(m->scratch, count, 1);
    m->taken = arena_array(m->scratch, count, sizeof *m->taken);
    if (!index || !m->candidate || !m->taken) return false;
    memset(m->candidate, 1, count);
    memset(m->out->states, CELL_VALUE, count);
    bool fine = require_all(m) && find_preferred(m, index) && find_limits(m, index);
    m->again = false;
    return fine;
}

/* --- chunks ------------------------------------------------------------------------------- */

static bool open_chunk(matching *m, chunk *c, size_t first, size_t size) {
    c->frame = (frame){.of = m->of,
                       .size = size,
                       .first_row = first,
                       .scratch = m->scratch,
                       .alone = NOT_ALONE};
    c->frame.slots = arena_array(m->scratch, m->of->plan->node_count, sizeof *c->frame.slots);
    c->candidates = arena_array(m->scratch, size, sizeof *c->candidates);
    return c->frame.slots && c->candidates;
}

static bool open_chunks(matching *m) {
    const plan *p = m->of->plan;
    size_t partners = m->of->count;
    m->chunks = arena_array(m->scratch, partners / BLOCK_ROWS + 1, sizeof *m->chunks);
    m->by_row = arena_array(m->scratch, p->node_count, sizeof *m->by_row);
    if (!m->chunks || !m->by_row) return false;
    for (size_t i = 0; i < p->node_count; i++)
        if (asks_of_row(m, p->nodes[i])) m->by_row[m->by_row_count++] = (int)i;
    for (size_t first = 0; first < partners; first += BLOCK_ROWS) {
        size_t size = partners - first < BLOCK_ROWS ? partners - first : BLOCK_ROWS;
        if (!open_chunk(m, &m->chunks[m->chunk_count++], first, size)) return false;
    }
    return true;
}

static void fill_chunks(matching *m) {
    for (size_t i = 0; i < m->chunk_count; i++) {
        chunk *c = &m->chunks[i];
        c->count = 0;
        for (size_t item = 0; item < c->frame.size; item++)
            if (m->candidate[c->frame.first_row + item])
                c->candidates[c->count++] = (uint32_t)item;
    }
}

/* Values that ask of the row are forgotten, all others stay. */
static void put_at_hand(const matching *m, chunk *c, frame *block, size_t item) {
    for (size_t i = 0; i < m->by_row_count; i++) {
        uint8_t *states = c->frame.slots[m->by_row[i]].states;
        if (states) memset(states, 0, c->frame.size);
    }
    c->frame.outer = block;
    c->frame.at_hand = item;
}

/* --- one row ------------------------------------------------------------------------------ */

/* Keeps those of `who` for whom the condition holds. */
static bool narrow(matching *m, chunk *c, const node *condition, selection *who,
                   uint32_t *index) {
    if (!frame_compute(&c->frame, condition, who)) return false;
    const column *met = &c->frame.slots[condition->id];
    size_t kept = 0;
    for (size_t k = 0; k < who->count; k++) {
        uint32_t item = who->index[k];
        if (met->states[item] == CELL_WRONG) spoil(m, c->frame.first_row + item);
        if (met->states[item] == CELL_VALUE && met->values[item]) index[kept++] = item;
    }
    *who = (selection){index, kept};
    return true;
}

/* The best so far for the row, with how many are as good. */
static void consider(const matching *m, routed_lead *lead, uint32_t p, number x) {
    uint32_t before = m->taken[p];
    if (before >= m->limits[p]) {
        lead->full++;
        return;
    }
    bool higher = !lead->eligible++ || x > lead->preferred;
    if (!higher && x < lead->preferred) return;
    lead->as_high = higher ? 1 : lead->as_high + 1;
    bool fewer = higher || before < lead->before;
    if (!fewer && before > lead->before) return;
    lead->as_few = fewer ? 1 : lead->as_few + 1;
    if (!fewer) return; /* partners come by id */
    lead->partner = p;
    lead->preferred = x;
    lead->before = before;
}

static bool consider_chunk(matching *m, chunk *c, routed_lead *lead) {
    uint32_t index[BLOCK_ROWS];
    selection who = {c->candidates, c->count};
    const node *prefers = m->preferred ? NULL : m->rule->prefers;
    size_t first = c->frame.first_row;
    for (size_t i = 0; i < m->condition_count && who.count; i++)
        if (!narrow(m, c, m->conditions[i], &who, index)) return false;
    if (prefers && !frame_compute(&c->frame, prefers, &who)) return false;
    for (size_t k = 0; k < who.count; k++) {
        uint32_t item = who.index[k], p = (uint32_t)(first + item);
        const column *x = prefers ? &c->frame.slots[prefers->id] : NULL;
        if (x && x->states[item] == CELL_WRONG) spoil(m, p);
        if (x && x->states[item] != CELL_VALUE) continue;
        consider(m, lead, p, x ? number_on_grid(x->values[item]) : m->preferred[p]);
    }
    return true;
}

static bool route_row(matching *m, uint32_t row, routed_lead *lead) {
    *lead = (routed_lead){.row = row, .partner = NOBODY};
    lead->wrong = m->rows.wrong[row];
    if (lead->wrong) return true;
    for (size_t i = 0; i < m->chunk_count; i++) {
        chunk *c = &m->chunks[i];
        if (c->count == 0) continue;
        if (m->by_row_count)
            put_at_hand(m, c, &m->rows.blocks[row / BLOCK_ROWS], row % BLOCK_ROWS);
        if (!consider_chunk(m, c, lead)) return false;
    }
    if (lead->partner != NOBODY) m->taken[lead->partner]++;
    return true;
}

static bool route_rows(matching *m) {
    do {
        m->again = false;
        memset(m->taken, 0, m->of->count * sizeof *m->taken);
        fill_chunks(m);
        for (size_t i = 0; i < m->rows.count; i++)
            if (!route_row(m, m->rows.rows[i], &m->out->leads[i])) return false;
    } while (m->again);
    return true;
}

/* By partner, in the order in which they came. */
static void list_taken(matching *m) {
    routing_result *out = m->out;
    size_t partners = m->of->count;
    for (size_t p = 0; p < partners; p++)
        out->first[p + 1] = out->first[p] + m->taken[p];
    memset(m->taken, 0, partners * sizeof *m->taken);
    for (size_t i = 0; i < out->count; i++) {
        uint32_t p = out->leads[i].partner;
        if (p != NOBODY) out->taken[out->first[p] + m->taken[p]++] = (uint32_t)i;
    }
}

static bool settle(matching *m) {
    routing_result *out = m->out;
    arena *memory = m->of->memory;
    size_t partners = m->of->count;
    m->rows = (leads){.of = m->of, .rule = m->rule, .scratch = m->scratch};
    out->states = arena_array(memory, partners, 1);
    out->first = arena_array(memory, partners + 1, sizeof *out->first);
    if (!out->states || !out->first || !find_candidates(m)) return false;
    if (!leads_take(&m->rows) || !open_chunks(m)) return false;
    out->count = m->rows.count;
    out->leads = arena_array(memory, out->count, sizeof *out->leads);
    out->taken = arena_array(memory, out->count, sizeof *out->taken);
    if (!out->leads || !out->taken || !route_rows(m)) return false;
    list_taken(m);
    return true;
}

bool routing_settle(evaluation *e, int index) {
    if (e->lends && routing_lend(e, index)) return true;
    arena scratch = {0};
    matching m = {.of = e,
                  .rule = &e->plan->routings[index],
                  .out = &e->out->routings[index],
                  .scratch = &scratch};
    bool done = settle(&m);
    arena_free(&scratch);
    if (!done) e->memory->failed = true;
    return done;
}
