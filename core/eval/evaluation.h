/* evaluation.h - the workings of one evaluation: columns computed when asked for.
 *
 * A frame holds one slot a node: the partners' frame has one value a partner, a block's
 * frame one a row of a stretch of rows of one source. `frame_compute` fills a node's slot for a
 * selection; what was computed is not computed again. So only what is needed is computed: the
 * branch taken, the rule that is due. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_EVALUATION_H
#define RUNG_EVAL_EVALUATION_H

#include "eval/match.h"
#include "eval/result.h"

/* Which items of a frame: index[0..count-1], or 0..count-1 when index is NULL. Ascending. */
typedef struct selection {
    const uint32_t *index;
    size_t count;
} selection;

static inline size_t selection_at(const selection *s, size_t k) {
    return s->index ? s->index[k] : k;
}

enum { NOT_ALONE = -1 };

typedef struct frame frame;
struct frame {
    evaluation *of;
    size_t size;   /* items: partners, or rows of the block */
    column *slots; /* by node id */
    const facts_table
        *table;       /* of the rows; NULL: items are partners, or parts of one partner */
    size_t first_row; /* of the block, in the table; where items are partners, the first */
    frame *outer;     /* where the row at hand is; or NULL */
    size_t at_hand;   /* that row, an item of outer */
    int64_t alone;  /* all items are this partner's, or nobody's and looked at for this partner;
                       NOT_ALONE: see frame_partner */
    arena *scratch; /* freed with the frame; the partners' frame uses the result's arena */
};

/* A base result that lends what cannot differ; see lending.h. */
typedef struct lending {
    const result *base;
    const plan_match *match;
} lending;

/* Which partners of the facts: see struct evaluation. */
typedef struct partner_set {
    size_t count;
    uint32_t first;
    const uint32_t *members;
    const uint32_t *items;
} partner_set;

struct evaluation {
    /* The partners it is over: an item of its columns is a partner of the facts. All of them, a
     * thread's stretch, or those that a change concerns. */
    size_t count;
    uint32_t first; /* without members: the facts' partners first .. first + count - 1 */
    const uint32_t *members; /* the facts' numbers, ascending; or NULL */
    const uint32_t *items;   /* with members, by the facts' numbers: the item */
    arena *memory;
    arena *lists; /* of lines and claims: `memory`, or where they stay until they are joined */
    const plan *plan;
    const facts *facts;
    frame partners;
    result *out;
    result *whole; /* that `out` is a part of: figures are written into its arrays; or NULL */
    map texts; /* texts of rules that the facts do not hold: code = facts' count + own code */
    uint32_t **found; /* by source: which row of a reference each text names; see reference.c */
    struct rate_table *rates; /* of fx; NULL: not needed yet; see rates.h */
    uint8_t *ladder_done;     /* by ladder of the plan */
    uint8_t *incentive_done;
    uint8_t *fund_done;
    number
        *unplaced; /* by pool of the plan, once `divided`: what could not be given to anybody */
    uint8_t *divided;
    partner_error *errors; /* their partners are the facts' numbers */
    size_t error_count, error_capacity;
    struct callables *callables;   /* made when a function is called first; NULL: not yet */
    int64_t *codes;                /* by node id: code of a constant text or -1 */
    struct row_index *row_indexes; /* rows by what they hold; see keyed.c */
    uint8_t **patterns;    /* by node id: what a pattern of `like` said of each text so far; see
                              filter.c */
    void **kept_rows;      /* by node id: what within, so_far and position found; see among.c */
    uint64_t looked;       /* rows that were looked at for rows at hand, so far .. */
    uint64_t looked_limit; /* .. and may be; 0: as many as there are; see looking.h */
    const lending *lends;  /* an earlier result over the same facts; or NULL */
};

enum { BLOCK_ROWS = 1024 };

/* An evaluation over some partners in which nothing is computed yet, and all of it computed; in
 * evaluate.c. NULL when memory ran out. */
evaluation *open_evaluation(arena *memory, const plan *p, const facts *f, partner_set over,
                            const lending *lends);
result *evaluation_run(evaluation *e);
/* Once it has run: keeps the columns that reports ask for and forgets the others, which were in
 * the partners' scratch. False only when memory ran out. */
bool evaluation_keep(evaluation *e);
result *evaluate_over(arena *memory, const plan *p, const facts *f, partner_set over,
                      const lending *lends);

/* Fills n's slot for the selected items. False only when memory ran out. Afterwards every
 * selected item's state in f->slots[n->id] is CELL_VALUE, CELL_NONE or CELL_WRONG. */
bool frame_compute(frame *f, const node *n, const selection *items);

/* A frame over count (at most BLOCK_ROWS) rows of a table from first_row; its slots live in
 * `scratch`, which the caller frees. */
bool frame_of_rows(frame *out, evaluation *e, const facts_table *table, size_t first_row,
                   size_t count, arena *scratch);

/* Goes over the rows of the selected partners in blocks; `visit` sees each block's frame, whose
 * rows are first_row .. first_row + size - 1, all of them rows of selected partners. Stops and
 * returns false when visit does. */
typedef bool block_visitor(void *context, frame *block);
bool for_each_block(evaluation *e, const facts_table *table, const selection *partners,
                    block_visitor *visit, void *context);
/* Goes over the rows of one partner, or all rows of a reference for that partner, in blocks;
 * `block` is a frame over the table, used anew for each. */
bool for_each_block_of(frame *block, uint32_t partner, block_visitor *visit, void *context);
/* The same with a look at some of these rows only, which are given ascending, as rows of the
 * table; `rows` are those in the block, and the visitor's to narrow. */
typedef bool rows_visitor(void *context, frame *block, selection *rows);
bool for_rows_of(frame *block, uint32_t partner, const selection *chosen, rows_visitor *visit,
                 void *context);

/* The facts' number of an item, and back. */
static inline uint32_t member_of(const evaluation *e, size_t item) {
    return e->members ? e->members[item] : e->first + (uint32_t)item;
}

static inline uint32_t item_of(const evaluation *e, uint32_t partner) {
    return e->items ? e->items[partner] : partner - e->first;
}

static inline bool is_member(const evaluation *e, uint32_t partner) {
    uint32_t item = item_of(e, partner);
    return item < e->count && member_of(e, item) == partner;
}

/* The partner of an item of a frame, as an item of the partners' frame. */
static inline uint32_t frame_partner(const frame *f, size_t item) {
    if (f->alone != NOT_ALONE) return (uint32_t)f->alone;
    return f->table ? item_of(f->of, f->table->partner_of[f->first_row + item])
                    : (uint32_t)(f->first_row + item);
}

/* Records an error of the partner at item: message as printf. Sets nothing else; the caller
 * marks the state CELL_WRONG. The row is named in front of the message where the frame is one
 * of rows. */
void evaluation_error(frame *f, size_t item, const node *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for what is wrong with a cell of a reference, at the cell's column. */
void evaluation_cell_error(frame *f, size_t item, const cell_error *wrong);
/* The same for what a cell says, however right it is by itself: told once, at its column,
 * whichever rules need it. `cell` is its NODE_COLUMN or NODE_LOOKUP, computed for the item. */
void evaluation_data_error(frame *f, const node *cell, size_t item, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* What was recorded from `first` on for one partner befalls these others (items of the
 * partners' frame) as well. */
void evaluation_repeat_errors(evaluation *e, size_t first, const selection *others);
/* The same at a declaration's place, for one partner (an item of the partners' frame). */
void evaluation_rule_error(evaluation *e, uint32_t partner, const declared *rule, place at,
                           const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Settles a rule for all partners, once; later calls return at once. False only when memory ran
 * out. */
bool ladder_settle(evaluation *e, int index);
bool incentive_settle(evaluation *e, int index);
bool fund_settle(evaluation *e, int index);
bool routing_settle(evaluation *e, int index);
/* Finds what is left over of every pool, once all other rules are settled. */
bool pools_settle(evaluation *e);

#endif
