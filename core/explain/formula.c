/* formula.c - formulas in words, and with the partner's values in place of names.
 *
 * `bookings × by(tier, ..)` becomes `$161,200.00 × 2%`. What stands for a value (references,
 * aggregates, choices) is replaced by it; arithmetic stays to be seen; of `when` only the
 * branch taken is shown; marginal bands are written out slice by slice. */
#include "explain/explain.h"

#include "lang/phrase.h"

#include <string.h>

enum { RATE_PLACES = 4 };

typedef struct working {
    const explaining *x;
    const term *root; /* needs no parentheses */
    int64_t row;
} working;

value explain_of_partner(const explaining *x, const node *n) {
    if (!n->hands) return result_any_value(x->of, n, x->partner);
    if (!x->routed || n->shape == SHAPE_ROW) return (value){0};
    return result_routed_value(x->of, n, x->partner, x->routed->each, x->lead);
}

value explain_value_of(const explaining *x, const node *n, int64_t row) {
    if (n->hands || n->shape != SHAPE_ROW) return explain_of_partner(x, n);
    if (row < 0) return (value){0};
    return result_row_value(x->of, n, x->partner, (uint32_t)row);
}

/* Words whose arguments are shown: they work something out that can be followed. */
static bool is_shown_as_written(const char *word) {
    static const char *const words[] = {
        "percent", "amount",   "decimal",    "fraction", "min",    "max",   "abs",
        "round",   "or_else",  "date",       "days",     "months", "years", "quarters",
        "weeks",   "round_up", "round_down", "usd",      "eur"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], word) == 0) return true;
    return false;
}

/* Rates as they are written: 3%, 1.5%. */
static bool say_percent(value v, text_buffer *out) {
    char digits[NUMBER_TEXT];
    number hundred;
    if (v.state != CELL_VALUE || v.type != TYPE_NUMBER || v.measure != MEASURE_PERCENT)
        return false;
    if (!number_multiply(&hundred, v.number, number_from_integer(100))) return false;
    if (number_compare(hundred, number_round(hundred, RATE_PLACES, ROUND_HALF_UP)))
        return false;
    number_print(digits, hundred, 0);
    text_print(out, "%s%%", digits);
    return true;
}

static void say_value(const working *w, value v, text_buffer *out) {
    if (!say_percent(v, out)) explain_say(out, w->x->of->plan, &v, 0);
}

static void say_rate(const working *w, value rate, text_buffer *out) {
    say_value(w, rate, out);
    text_append_string(out, rate.measure == MEASURE_PERCENT ? " of " : " × ");
}

/* One slice: from a band's `from` up to the next one's or to what there is. */
static void say_slice(const working *w, const value *whole, value from, value to, value rate,
                      bool only, text_buffer *out) {
    value slice = *whole;
    if (!number_subtract(&slice.number, to.number, from.number)) return;
    say_rate(w, rate, out);
    bool first = !only && from.number == 0 && rate.measure == MEASURE_PERCENT;
    if (first) text_append_string(out, "the first ");
    say_value(w, slice, out);
}

/* The last band that a value reaches; -1: it is below the first. */
static long band_reached(const working *w, const node *bands, const value *whole) {
    long reached = -1;
    for (size_t i = 1; i + 1 < bands->count; i += 2) {
        value from = explain_value_of(w->x, bands->items[i], w->row);
        if (from.state != CELL_VALUE) return -1;
        if (number_compare(whole->number, from.number) >= 0) reached = (long)(i / 2);
    }
    return reached;
}

static void say_slices(const working *w, const node *bands, const value *whole, long reached,
                       text_buffer *out) {
    for (long i = 0; i <= reached; i++) {
        value from = explain_value_of(w->x, bands->items[2 * i + 1], w->row);
        value rate = explain_value_of(w->x, bands->items[2 * i + 2], w->row);
        value to = *whole;
        if (i < reached) to = explain_value_of(w->x, bands->items[2 * i + 3], w->row);
        if (to.number == from.number && reached > 0) continue;
        if (i) text_append_string(out, " + ");
        say_slice(w, whole, from, to, rate, reached == 0, out);
    }
}

/* 1% of the first $25,000.00 + 2% of $73,500.00 */
static bool say_bands(const working *w, const term *t, const node *bands, text_buffer *out) {
    value whole = explain_value_of(w->x, bands->items[0], w->row);
    if (whole.state != CELL_VALUE) return false;
    long reached = band_reached(w, bands, &whole);
    if (reached < 0) return false;
    bool marginal = bands->kind == NODE_MARGINAL;
    bool enclosed = t != w->root && marginal && reached > 0;
    if (enclosed) text_append_byte(out, '(');
    if (marginal) {
        say_slices(w, bands, &whole, reached, out);
    } else {
        say_rate(w, explain_value_of(w->x, bands->items[2 * reached + 2], w->row), out);
        say_value(w, whole, out);
    }
    if (enclosed) text_append_byte(out, ')');
    return true;
}

static bool replace(void *context, const term *t, text_buffer *out);

static void say_taken(const working *w, const term *t, const term *taken, text_buffer *out) {
    const phrase_options options = {.value_of = replace, .context = (void *)(uintptr_t)w};
    bool enclosed = t != w->root && taken->kind == TERM_OPERATION;
    if (enclosed) text_append_byte(out, '(');
    phrase_term(out, taken, &options);
    if (enclosed) text_append_byte(out, ')');
}

/* Only the branch taken; of one that is the same for all and stands alone, why the other is
 * not: 0 (not met: 5 below 5). */
static bool say_branch(const working *w, const term *t, text_buffer *out) {
    const plan *p = w->x->of->plan;
    const term *question = t->entries[0].value;
    const node *condition = plan_node_of(p, question, p->as_of);
    if (!condition || t->count != 3) return false;
    value asked = explain_value_of(w->x, condition, w->row);
    if (asked.state != CELL_VALUE) return false;
    say_taken(w, t, t->entries[asked.number ? 1 : 2].value, out);
    if (asked.number || t != w->root) return true;
    const phrase_options options = {.value_of = replace, .context = (void *)(uintptr_t)w};
    text_append_string(out, " (not met: ");
    phrase_term(out, question, &options);
    text_append_string(out, ")");
    return true;
}

/* The entry of by(x, { .. }) that x takes; NULL: x is of another kind. */
static const term *choice_taken(const working *w, const term *t) {
    const plan *p = w->x->of->plan;
    const term *table = t->entries[t->count - 1].value;
    const node *x = plan_node_of(p, t->entries[0].value, p->as_of);
    if (!x || t->count != 2 || (x->type != TYPE_TEXT && x->type != TYPE_LEVEL)) return NULL;
    value asked = explain_value_of(w->x, x, w->row);
    if (asked.state != CELL_VALUE && asked.state != CELL_NONE) return NULL;
    bool keyed = asked.state == CELL_VALUE || asked.type == TYPE_LEVEL;
    const term *taken = keyed ? term_field(table, explain_shown(w->x, asked)) : NULL;
    return taken ? taken : term_field(table, "default");
}

/* Of a choice among formulas the one taken; what is chosen among numbers is a number. */
static bool say_choice(const working *w, const term *t, text_buffer *out) {
    const plan *p = w->x->of->plan;
    const term *taken = choice_taken(w, t);
    if (!taken || (taken->kind != TERM_OPERATION && taken->kind != TERM_CALL)) return false;
    const node *n = plan_node_of(p, taken, p->as_of);
    if (!n || n->kind == NODE_CONSTANT) return false;
    say_taken(w, t, taken, out);
    return true;
}

/* The partner's rows of a source that exist on the day. */
static size_t count_existing(const explaining *x, const char *source, date as_of) {
    const facts_table *rows = facts_table_find(x->of->facts, source);
    if (!rows) return 0;
    const facts_column *days = rows->happened_on < 0 ? NULL : &rows->columns[rows->happened_on];
    size_t count = 0;
    for (uint32_t i = rows->first[x->partner]; i < rows->first[x->partner + 1]; i++) {
        bool known = days && (!days->states || days->states[i] == CELL_VALUE);
        count += !known || days->codes[i] <= as_of;
    }
    return count;
}

/* What a function read: function of bookings ($3,500.00), tier (gold), 5 deal rows. */
static bool say_function(const working *w, const term *t, text_buffer *out) {
    const plan *p = w->x->of->plan;
    const rule_function *f = p->rules->functions[t->function];
    const node *n = plan_node_of(p, t, p->as_of);
    if (!n || n->kind != NODE_FUNCTION || f->read_count + f->rows_count == 0) return false;
    const char *before = "function of ";
    for (size_t i = 0; i < f->read_count; i++, before = ", ") {
        value v = explain_value_of(w->x, n->items[i], w->row);
        const char *further = f->reads[i].further;
        text_print(out, "%s%s%s%s", before, f->reads[i].name, further ? "." : "",
                   further ? further : "");
        if (!v.state) continue;
        text_append_string(out, " (");
        say_value(w, v, out);
        text_append_string(out, ")");
    }
    for (size_t i = 0; i < f->rows_count; i++, before = ", ") {
        size_t count = count_existing(w->x, f->rows[i].source, (date)n->constant);
        text_print(out, "%s%zu %s row%s", before, count, f->rows[i].source,
                   count == 1 ? "" : "s");
    }
    return true;
}

static bool replace(void *context, const term *t, text_buffer *out) {
    const working *w = context;
    const plan *p = w->x->of->plan;
    if (t->kind == TERM_FUNCTION) return say_function(w, t, out);
    bool word = t->kind == TERM_WORD && strcmp(t->name, "as_of") == 0;
    if (t->kind != TERM_REFERENCE && t->kind != TERM_CALL && !word) return false;
    const node *known = plan_node_of(p, t, p->as_of);
    if (known && explain_conversion(w->x, known, t, w->row, t != w->root, out)) return true;
    if (t->kind == TERM_CALL && !t->method && is_shown_as_written(t->name)) return false;
    if (t->kind == TERM_CALL && strcmp(t->name, "when") == 0) return say_branch(w, t, out);
    if (t->kind == TERM_CALL && strcmp(t->name, "by") == 0 && say_choice(w, t, out))
        return true;
    const node *n = plan_node_of(p, t, p->as_of);
    /* Of a question the two sides are shown, not yes or no. */
    bool question =
        !n || (n->type == TYPE_BOOLEAN && n->kind != NODE_WITHIN && n->kind != NODE_SO_FAR);
    if (t->kind == TERM_CALL && t->method && question) return false;
    /* Amounts as written: usd(5000), jpy(100). */
    if (!n || (t->kind == TERM_CALL && n->kind == NODE_CONSTANT)) return false;
    bool bands = n->kind == NODE_MARGINAL || n->kind == NODE_RETROACTIVE;
    if (t->kind == TERM_CALL && bands && say_bands(w, t, n, out)) return true;
    value v = explain_value_of(w->x, n, w->row);
    if (v.state) say_value(w, v, out);
    return v.state != 0;
}

/* Asterisks between blanks are times signs, outside quotes. */
static const char *with_times(const explaining *x, text_buffer *written) {
    text_buffer out = {0};
    bool quoted = false;
    for (size_t i = 0; i < written->length; i++) {
        char byte = written->bytes[i];
        if (byte == '"') quoted = !quoted;
        bool times = byte == '*' && !quoted && i && written->bytes[i - 1] == ' ';
        if (times)
            text_append_string(&out, "×");
        else
            text_append_byte(&out, byte);
    }
    out.failed |= written->failed;
    text_free(written);
    return explain_take(x, &out);
}

const char *explain_words(const explaining *x, const term *t) {
    const phrase_options options = {.requirements = true};
    text_buffer out = {0};
    phrase_term(&out, t, &options);
    return with_times(x, &out);
}

const char *explain_worked(const explaining *x, const term *t, int64_t row) {
    working w = {x, t, row};
    const phrase_options options = {.requirements = true, .value_of = replace, .context = &w};
    text_buffer out = {0};
    phrase_term(&out, t, &options);
    return with_times(x, &out);
}

const char *explain_formula(const explaining *x, const term *t, int64_t row) {
    const char *words = explain_words(x, t), *worked = explain_worked(x, t, row);
    if (strcmp(words, worked) == 0) return NULL;
    if (t->kind == TERM_FUNCTION) return worked;
    const plan *p = x->of->plan;
    const node *n = plan_node_of(p, t, p->as_of);
    text_buffer shown = {0};
    working w = {x, t, row};
    if (n) say_value(&w, explain_value_of(x, n, row), &shown);
    const char *result = explain_take(x, &shown);
    /* A name alone comes to the value that is shown anyway. */
    if (strcmp(worked, result) == 0) return words;
    return explain_print(x, "%s = %s", words, worked);
}
