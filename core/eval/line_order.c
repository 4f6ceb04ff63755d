/* line_order.c - takes rows a block at a time and sorts them: see line_order.h. */
#include "eval/line_order.h"

#include "eval/filter.h"

#include "lang/term.h"

#include <string.h>

typedef struct taking {
    const row_rule *rule;
    taken_rows *out;
    arena *scratch;
} taking;

bool rule_due(evaluation *e, const node *condition, uint8_t *due, uint8_t *states) {
    size_t count = e->count;
    selection all = {NULL, count};
    memset(states, CELL_VALUE, count);
    memset(due, 1, count);
    if (!condition) return true;
    if (!frame_compute(&e->partners, condition, &all)) return false;
    const column *met = &e->partners.slots[condition->id];
    for (size_t p = 0; p < count; p++) {
        due[p] = met->states[p] == CELL_VALUE && met->values[p] != 0;
        if (met->states[p] == CELL_WRONG) states[p] = CELL_WRONG;
    }
    return true;
}

place rule_field(const declared *rule, const char *field, place otherwise) {
    const term *written = rule->term ? term_field(rule->term, field) : NULL;
    return written ? written->at : otherwise;
}

/* A row whose filter is an error spoils the rule for its partner. */
static void spoil(void *context, frame *f, size_t row) {
    const row_rule *rule = context;
    rule->states[frame_partner(f, row)] = CELL_WRONG;
}

static number row_value_of(const row_rule *rule, frame *f, const row_value *wanted,
                           size_t item) {
    const column *slot = &f->slots[wanted->node->id];
    if (slot->states[item] == CELL_VALUE) {
        bool on_grid = wanted->key && wanted->node->type == TYPE_NUMBER;
        return on_grid ? number_on_grid(slot->values[item]) : slot->values[item];
    }
    bool wrong = slot->states[item] == CELL_WRONG;
    if (!wrong && wanted->what) {
        /* The error is this rule's, even where its expression is shared with another. */
        node here = {.rule = rule->is, .at = wanted->at};
        evaluation_error(f, item, &here, "%s of '%s' has no value", wanted->what,
                         rule->is->name);
        wrong = true;
    }
    if (wrong) rule->states[frame_partner(f, item)] = CELL_WRONG;
    return LINE_KEY_NONE;
}

static bool make_row(taking *t) {
    taken_rows *out = t->out;
    out->rows =
        arena_grow(t->scratch, out->rows, out->count, &out->row_capacity, sizeof *out->rows);
    out->values = arena_grow(t->scratch, out->values, out->count, &out->value_capacity,
                             out->width * sizeof *out->values);
    return out->rows && out->values;
}

static bool append_row(taking *t, frame *f, size_t item) {
    taken_rows *out = t->out;
    size_t width = out->width;
    if (!make_row(t)) return false;
    uint32_t row = f->table ? (uint32_t)(f->first_row + item) : 0;
    out->rows[out->count] = (taken_row){row, frame_partner(f, item)};
    for (size_t k = 0; k < width; k++)
        out->values[out->count * width + k] =
            row_value_of(t->rule, f, &t->rule->values[k], item);
    out->count++;
    return true;
}

static bool take_frame(void *context, frame *f) {
    taking *t = context;
    const row_rule *rule = t->rule;
    uint32_t of_block[BLOCK_ROWS];
    uint32_t *chosen = f->table ? of_block : arena_array(t->scratch, f->size, sizeof *chosen);
    if (!chosen) return false;
    size_t count = 0;
    for (size_t item = 0; item < f->size; item++)
        if (f->table || rule->takes[item]) chosen[count++] = (uint32_t)item;
    selection taken = {chosen, count};
    if (rule->where && !filter_rows(f, rule->where, &taken, chosen, spoil, (void *)rule))
        return false;
    count = taken.count;
    for (size_t k = 0; k < rule->width && count > 0; k++)
        if (!frame_compute(f, rule->values[k].node, &taken)) return false;
    for (size_t k = 0; k < count; k++)
        if (!append_row(t, f, chosen[k])) return false;
    return true;
}

/* Rows stand by partner: counts where each one's begin. */
static void find_first(taken_rows *rows, size_t partner_count) {
    size_t i = 0;
    for (size_t p = 0; p <= partner_count; p++) {
        while (i < rows->count && rows->rows[i].partner < p)
            i++;
        rows->first[p] = i;
    }
}

/* Whether the base took the partner's rows; where it owed nothing it did not look. */
static bool is_lent(const taking *t, const evaluation *e, size_t item) {
    const incentive_result *lent = t->rule->lent;
    uint32_t partner = member_of(e, item);
    return lent && lent->due[partner] && lent->states[partner] == CELL_VALUE;
}

static bool append_lent(taking *t, const evaluation *e, size_t item) {
    const incentive_result *lent = t->rule->lent;
    taken_rows *out = t->out;
    uint32_t partner = member_of(e, item);
    for (size_t i = lent->first[partner]; i < lent->first[partner + 1]; i++) {
        if (!make_row(t)) return false;
        number *values = &out->values[out->count * out->width];
        out->rows[out->count++] = (taken_row){lent->lines[i].row, (uint32_t)item};
        values[0] = lent->lines[i].computed;
        if (out->width > 1) values[1] = lent->lines[i].payee;
    }
    return true;
}

/* Partners in their order: rows come from the base where it has them, else from the table. */
static bool take_from_table(taking *t, evaluation *e) {
    const facts_table *table = &e->facts->tables[t->rule->source];
    uint32_t *index = arena_array(t->scratch, e->count, sizeof *index);
    selection asked = {index, 0};
    for (size_t p = 0; index && p < e->count; p++) {
        if (!t->rule->takes[p]) continue;
        if (!is_lent(t, e, p)) {
            index[asked.count++] = (uint32_t)p;
            continue;
        }
        if (asked.count && !for_each_block(e, table, &asked, take_frame, t)) return false;
        asked.count = 0;
        if (!append_lent(t, e, p)) return false;
    }
    return index && for_each_block(e, table, &asked, take_frame, t);
}

bool take_rows(evaluation *e, const row_rule *rule, taken_rows *out, arena *scratch) {
    *out = (taken_rows){.width = rule->width};
    out->first = arena_array(scratch, e->count + 1, sizeof *out->first);
    if (!out->first) return false;
    taking t = {rule, out, scratch};
    bool fine = rule->source < 0 ? take_frame(&t, &e->partners) : take_from_table(&t, e);
    if (fine) find_first(out, e->count);
    return fine;
}

void taken_rows_drop_wrong(taken_rows *rows, const uint8_t *states, size_t partner_count) {
    size_t kept = 0, width = rows->width;
    for (size_t i = 0; i < rows->count; i++) {
        if (states[rows->rows[i].partner] == CELL_WRONG) continue;
        if (kept < i) {
            rows->rows[kept] = rows->rows[i];
            memcpy(&rows->values[kept * width], &rows->values[i * width],
                   width * sizeof *rows->values);
        }
        kept++;
    }
    rows->count = kept;
    find_first(rows, partner_count);
}

selection partners_with_rows(const taken_rows *rows, const uint8_t *due, const uint8_t *states,
                             size_t partner_count, uint32_t *chosen) {
    size_t count = 0;
    for (size_t p = 0; p < partner_count; p++) {
        bool has_rows = rows->first[p] < rows->first[p + 1];
        if (has_rows && due[p] && states[p] != CELL_WRONG) chosen[count++] = (uint32_t)p;
    }
    return (selection){chosen, count};
}

static void merge(uint32_t *lines, uint32_t *room, size_t middle, size_t count,
                  line_comparison *compare, const void *context) {
    memcpy(room, lines, middle * sizeof *room);
    size_t left = 0, right = middle, out = 0;
    while (left < middle && right < count) {
        bool take_left = compare(context, room[left], lines[right]) <= 0;
        lines[out++] = take_left ? room[left++] : lines[right++];
    }
    memcpy(lines + out, room + left, (middle - left) * sizeof *lines);
}

void line_sort(uint32_t *lines, uint32_t *room, size_t count, line_comparison *compare,
               const void *context) {
    if (count < 2) return;
    size_t middle = count / 2;
    line_sort(lines, room, middle, compare, context);
    line_sort(lines + middle, room, count - middle, compare, context);
    if (compare(context, lines[middle - 1], lines[middle]) > 0)
        merge(lines, room, middle, count, compare, context);
}

typedef struct ordering {
    const taken_rows *rows;
    size_t which;
    const result *texts; /* NULL: keys are compared as numbers */
} ordering;

static int compare_lines(const void *context, uint32_t a, uint32_t b) {
    const ordering *by = context;
    number x = taken_value(by->rows, a, by->which), y = taken_value(by->rows, b, by->which);
    if (x == y) return 0;
    if (by->texts && x != LINE_KEY_NONE && y != LINE_KEY_NONE)
        return text_compare(result_text(by->texts, (int64_t)x),
                            result_text(by->texts, (int64_t)y));
    return x < y ? -1 : 1;
}

uint32_t *lines_in_order(evaluation *e, const taken_rows *rows, const node *order, size_t which,
                         bool across, arena *scratch) {
    uint32_t *lines = arena_array(scratch, rows->count, sizeof *lines);
    uint32_t *room = arena_array(scratch, rows->count, sizeof *room);
    if (!lines || !room) return NULL;
    for (size_t k = 0; k < rows->count; k++)
        lines[k] = (uint32_t)k;
    if (!order) return lines;
    ordering by = {rows, which, order->type == TYPE_TEXT ? e->out : NULL};
    if (across) {
        line_sort(lines, room, rows->count, compare_lines, &by);
        return lines;
    }
    for (size_t p = 0; p < e->count; p++) {
        size_t first = rows->first[p], count = rows->first[p + 1] - first;
        line_sort(lines + first, room, count, compare_lines, &by);
    }
    return lines;
}
