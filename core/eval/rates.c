/* rates.c - exchange rates of a source, in order of currency and day. */
#include "eval/rates.h"

#include "data/order.h"

#include <string.h>

/* A row that has all it needs. */
typedef struct rate_row {
    int64_t currency;
    date day;
    date known_on; /* it does not exist before */
    number rate;
    uint8_t state; /* of the rate */
    size_t row;
} rate_row;

typedef struct rate_table {
    const facts_table *table;
    int rate_column;
    rate_row *rows;
    uint32_t *order; /* of rows: by currency, day, row */
    size_t count;
    const cell_error *wrong; /* a row whose currency or day is wrong could be anybody's */
} rate_table;

static int column_called(const facts_table *table, const char *name) {
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0) return (int)i;
    return -1;
}

static uint8_t load(const facts_table *table, int column, size_t row, number *value) {
    uint8_t state = CELL_NONE;
    *value = 0;
    if (column >= 0) facts_column_load(&table->columns[column], row, 1, value, &state);
    return state;
}

static void note_wrong(rate_table *t, const facts *f, size_t row, int column, uint8_t state) {
    if (state == CELL_WRONG && !t->wrong) t->wrong = facts_error_of(f, t->table, row, column);
}

/* Rows that lack something are left out. */
static void take_rows(rate_table *t, const facts *f) {
    const facts_table *table = t->table;
    int currency = column_called(table, "currency"), day = column_called(table, "date");
    t->rate_column = column_called(table, "rate");
    for (size_t row = 0; row < table->rows; row++) {
        number code, on, rate, known;
        uint8_t has_code = load(table, currency, row, &code),
                dated = load(table, day, row, &on);
        uint8_t has_rate = load(table, t->rate_column, row, &rate);
        note_wrong(t, f, row, currency, has_code);
        note_wrong(t, f, row, day, dated);
        if (has_code != CELL_VALUE || dated != CELL_VALUE || has_rate == CELL_NONE) continue;
        bool happens = load(table, table->happened_on, row, &known) == CELL_VALUE;
        t->rows[t->count] = (rate_row){.currency = (int64_t)code,
                                       .day = (date)on,
                                       .known_on = happens ? (date)known : DATE_FIRST,
                                       .rate = rate,
                                       .state = has_rate,
                                       .row = row};
        t->order[t->count] = (uint32_t)t->count;
        t->count++;
    }
}

static int compare(const void *context, uint32_t a, uint32_t b) {
    const rate_row *x = (const rate_row *)context + a, *y = (const rate_row *)context + b;
    if (x->currency != y->currency) return x->currency < y->currency ? -1 : 1;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static rate_table *table_of(evaluation *e, int source) {
    if (e->rates) return e->rates;
    rate_table *t = arena_allocate(e->memory, sizeof *t);
    if (!t) return NULL;
    *t = (rate_table){.table = &e->facts->tables[source]};
    t->rows = arena_array(e->memory, t->table->rows, sizeof *t->rows);
    t->order = arena_array(e->memory, t->table->rows, sizeof *t->order);
    if (!t->rows || !t->order) return NULL;
    take_rows(t, e->facts);
    if (!order_sort(t->order, t->count, compare, t->rows)) return NULL;
    return e->rates = t;
}

/* How many rows stand before the first of a later day, or of a later currency. */
static size_t rows_through(const rate_table *t, int64_t currency, date day) {
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const rate_row *r = &t->rows[t->order[middle]];
        bool through = r->currency < currency || (r->currency == currency && r->day <= day);
        if (through)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void settle(const rate_table *t, const facts *f, const rate_row *r, rate_found *out) {
    out->rate = r->rate;
    out->since = r->day;
    out->outcome = r->rate > 0 ? RATE_FOUND : RATE_UNFIT;
    if (r->state != CELL_WRONG) return;
    out->outcome = RATE_WRONG;
    out->wrong = facts_error_of(f, t->table, r->row, t->rate_column);
}

bool rate_of(evaluation *e, const node *n, int64_t currency, date day, rate_found *out) {
    const rate_table *t = table_of(e, n->rows_of);
    if (!t) return false;
    *out = (rate_found){.outcome = t->wrong ? RATE_WRONG : RATE_MISSING, .wrong = t->wrong};
    if (t->wrong) return true;
    bool limited = t->table->happened_on >= 0;
    for (size_t at = rows_through(t, currency, day); at > 0; at--) {
        const rate_row *r = &t->rows[t->order[at - 1]];
        if (r->currency != currency) break;
        if (limited && r->known_on > (date)n->constant) continue;
        if (out->outcome == RATE_MISSING) {
            settle(t, e->facts, r, out);
            continue;
        }
        if (r->day != out->since) break;
        if (r->state == CELL_WRONG || r->rate != out->rate) out->outcome = RATE_TWICE;
    }
    return true;
}
