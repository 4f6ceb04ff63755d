/* looking.c - see looking.h. */
#include "eval/looking.h"

/* What a node looked at for the partner that came last. */
typedef struct looked_rows {
    uint32_t member; /* the facts' number */
    size_t block;    /* first row of the block; an earlier one begins anew */
    uint64_t rows;
    bool begun, told;
} looked_rows;

bool looking_open(looking *l, frame *f, const node *n) {
    evaluation *e = f->of;
    *l = (looking){.f = f, .of = n};
    if (f->outer) return true;
    if (!e->kept_rows)
        e->kept_rows = arena_array(e->memory, e->plan->node_count, sizeof *e->kept_rows);
    if (e->kept_rows && !e->kept_rows[n->id])
        e->kept_rows[n->id] = arena_allocate(e->memory, sizeof(looked_rows));
    l->partner = e->kept_rows ? e->kept_rows[n->id] : NULL;
    return l->partner != NULL;
}

static void refuse(looking *l, size_t item) {
    looked_rows *p = l->partner;
    set_state(l->f, l->of, item, CELL_WRONG);
    if (p && !p->told)
        evaluation_error(l->f, item, l->of,
                         "it looks at rows for each row: more than %llu times for this partner",
                         (unsigned long long)l->f->of->plan->looks);
    if (p) p->told = true;
}

static void turn_to(looking *l, size_t item) {
    looked_rows *p = l->partner;
    uint32_t member = member_of(l->f->of, frame_partner(l->f, item));
    if (!p->begun || p->member != member || p->block > l->f->first_row)
        *p = (looked_rows){.member = member, .begun = true};
    p->block = l->f->first_row;
}

bool looking_begin(looking *l, size_t item) {
    evaluation *e = l->f->of;
    uint64_t looks = e->plan->looks;
    if (looks == 0) return true;
    if (l->partner) {
        turn_to(l, item);
        l->before = e->looked;
        l->limit = e->looked_limit;
        e->looked_limit = e->looked + looks - l->partner->rows;
    }
    bool may = e->looked_limit == 0 || e->looked <= e->looked_limit;
    if (l->partner && l->partner->told) may = false;
    if (!may) refuse(l, item);
    if (!may && l->partner) e->looked_limit = l->limit;
    return may;
}

void looking_end(looking *l, size_t item) {
    evaluation *e = l->f->of;
    looked_rows *p = l->partner;
    if (e->plan->looks == 0 || !p) return;
    bool too_many = e->looked > e->looked_limit;
    p->rows = too_many ? e->plan->looks : p->rows + (e->looked - l->before);
    e->looked_limit = l->limit;
    if (too_many) refuse(l, item);
}
