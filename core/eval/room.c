#include "eval/room.h"

static void *room(evaluation *e, void *whole, size_t item_size) {
    if (e->whole) return (char *)whole + e->first * item_size;
    return arena_array(e->memory, e->count, item_size);
}

static bool column_room(evaluation *e, column *out, const column *whole) {
    *out = (column){room(e, whole ? whole->values : NULL, sizeof(number)),
                    room(e, whole ? whole->states : NULL, 1)};
    return out->values && out->states;
}

/* Where nothing holds levels, what a partner stands on is what it qualifies for: only their
 * states differ. */
bool ladder_room(evaluation *e, int index) {
    const result *whole = e->whole;
    column *qualified = &e->out->qualified[index], *level = &e->out->levels[index];
    if (!column_room(e, qualified, whole ? &whole->qualified[index] : NULL)) return false;
    if (e->out->plan->ladders[index].timing) {
        e->out->held[index] = room(e, whole ? whole->held[index] : NULL, 1);
        return e->out->held[index] &&
               column_room(e, level, whole ? &whole->levels[index] : NULL);
    }
    level->values = qualified->values;
    level->states = room(e, whole ? whole->levels[index].states : NULL, 1);
    return level->states != NULL;
}

bool incentive_room(evaluation *e, int index) {
    static const incentive_result none;
    const incentive_result *whole = e->whole ? &e->whole->incentives[index] : &none;
    incentive_result *out = &e->out->incentives[index];
    out->states = room(e, whole->states, 1);
    out->due = room(e, whole->due, 1);
    out->paid = room(e, whole->paid, sizeof(number));
    out->first = arena_array(e->lists, e->count + 1, sizeof *out->first);
    if (!incentive_carries(&e->out->plan->incentives[index]))
        return out->states && out->due && out->paid && out->first;
    out->opening = room(e, whole->opening, sizeof(number));
    out->carried = room(e, whole->carried, sizeof(number));
    return out->states && out->due && out->paid && out->first && out->opening && out->carried;
}

bool fund_room(evaluation *e, int index) {
    static const fund_result none;
    const fund_result *whole = e->whole ? &e->whole->funds[index] : &none;
    fund_result *out = &e->out->funds[index];
    out->states = room(e, whole->states, 1);
    out->due = room(e, whole->due, 1);
    out->opening = room(e, whole->opening, sizeof(number));
    out->accrued = room(e, whole->accrued, sizeof(number));
    out->paid = room(e, whole->paid, sizeof(number));
    out->expired = room(e, whole->expired, sizeof(number));
    out->balance = room(e, whole->balance, sizeof(number));
    out->first = arena_array(e->lists, e->count + 1, sizeof *out->first);
    if (e->out->plan->funds[index].accrued_on) {
        out->lot_first = arena_array(e->lists, e->count + 1, sizeof *out->lot_first);
        if (!out->lot_first) return false;
    }
    return out->states && out->due && out->opening && out->accrued && out->paid &&
           out->expired && out->balance && out->first;
}

bool partner_room(evaluation *e) {
    result *out = e->out;
    out->wrong = room(e, e->whole ? e->whole->wrong : NULL, 1);
    out->payout = room(e, e->whole ? e->whole->payout : NULL, sizeof(number));
    return out->wrong && out->payout;
}

/* The whole is laid out as an evaluation over everybody would lay it out. */
result *room_for_whole(arena *memory, const plan *p, const facts *f) {
    result *out = arena_allocate(memory, sizeof *out);
    if (!out) return NULL;
    *out = (result){.plan = p, .facts = f};
    out->incentives = arena_array(memory, p->incentive_count, sizeof *out->incentives);
    out->funds = arena_array(memory, p->fund_count, sizeof *out->funds);
    out->qualified = arena_array(memory, p->ladder_count, sizeof *out->qualified);
    out->levels = arena_array(memory, p->ladder_count, sizeof *out->levels);
    out->held = arena_array(memory, p->ladder_count, sizeof *out->held);
    if (!out->incentives || !out->funds || !out->qualified || !out->levels || !out->held)
        return NULL;
    evaluation everybody = {
        .count = f->partner_count, .memory = memory, .lists = memory, .out = out};
    bool fine = partner_room(&everybody);
    for (size_t i = 0; fine && i < p->incentive_count; i++)
        fine = incentive_room(&everybody, (int)i);
    for (size_t i = 0; fine && i < p->fund_count; i++)
        fine = fund_room(&everybody, (int)i);
    for (size_t i = 0; fine && i < p->ladder_count; i++)
        fine = ladder_room(&everybody, (int)i);
    return fine ? out : NULL;
}
