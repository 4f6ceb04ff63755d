/* conversion.c - money in the program's currency: amounts times rates, unrounded.
 *
 * Only amounts that are in another currency ask for a day and a rate. */
#include "base/currency.h"
#include "base/memory.h"
#include "data/cell.h"
#include "eval/rates.h"

#include <stdio.h>

enum { AMOUNT, CURRENCY, DAY, HOME, FIRST_FIXED, LONGEST_CODE = 40, LONGEST_WHY = 300 };

static text text_of_code(const evaluation *e, int64_t code) {
    size_t known = e->facts->texts.count, at = (size_t)code;
    return at < known ? e->facts->texts.keys[at] : e->texts.keys[at - known];
}

/* The currency as it stands in the data, fit to be shown. */
static void name_currency(const evaluation *e, int64_t code, char out[LONGEST_CODE * 4 + 1]) {
    text_buffer shown = {0};
    text name = text_of_code(e, code);
    if (name.length > LONGEST_CODE) name.length = LONGEST_CODE;
    cell_escape(&shown, name);
    size_t length = shown.length < LONGEST_CODE * 4 ? shown.length : LONGEST_CODE * 4;
    for (size_t i = 0; i < length; i++)
        out[i] = shown.bytes[i];
    out[length] = '\0';
    text_free(&shown);
}

/* *x counts cents, or what the currency has for them. False when there is no such currency. */
static bool in_whole_units(text currency, number *x) {
    char code[4] = {0};
    for (size_t i = 0; i < 3 && i < currency.length; i++)
        code[i] = currency.bytes[i];
    int places = currency.length == 3 ? currency_places(code) : -1;
    for (int i = 0; i < places; i++)
        *x /= 10;
    return places >= 0;
}

static bool from_minor_units(frame *f, const node *n, size_t item, int64_t currency,
                             number *x) {
    char shown[LONGEST_CODE * 4 + 1];
    if (in_whole_units(text_of_code(f->of, currency), x)) return true;
    name_currency(f->of, currency, shown);
    evaluation_data_error(f, n->items[CURRENCY], item, "'%s' is no currency of ISO 4217",
                          shown);
    set_state(f, n, item, CELL_WRONG);
    return false;
}

static bool fixed_rate(frame *f, const node *n, int64_t currency, const selection *item,
                       rate_found *out) {
    *out = (rate_found){.outcome = RATE_MISSING};
    for (size_t i = FIRST_FIXED; i + 1 < n->count; i += 2) {
        constant_room room;
        operand rate;
        if (f->of->codes[n->items[i]->id] != currency) continue;
        if (!operand_compute(f, n->items[i + 1], item, &room, &rate)) return false;
        size_t at = selection_at(item, 0);
        bool known = operand_state(&rate, at) == CELL_VALUE;
        out->rate = known ? operand_value(&rate, at) : 0;
        out->outcome = !known ? RATE_MISSING : out->rate > 0 ? RATE_FOUND : RATE_UNFIT;
        return true;
    }
    return true;
}

/* What is wrong, of "the rate of 'EUR'" or "there is no rate of 'EUR'". */
static const char *words_of(rate_outcome outcome) {
    switch (outcome) {
    case RATE_TWICE:
        return "there are two different rates of '%s' on %s";
    case RATE_UNFIT:
        return "the rate of '%s' on %s is not above 0";
    default:
        return "there is no rate of '%s' on or before %s";
    }
}

/* Without dated rates: there are fixed ones, or none at all. */
static const char *words_of_fixed(const node *n, rate_outcome outcome) {
    if (n->count == FIRST_FIXED)
        return "'%s' needs an exchange rate, and the program has no fx";
    return outcome == RATE_UNFIT ? "the rate of '%s' is not above 0" : "fx has no rate of '%s'";
}

/* At the cell that names the currency, or where the rules do. */
static void tell_of_currency(frame *f, const node *n, size_t item, const char *why) {
    const node *cell = n->items[CURRENCY];
    set_state(f, n, item, CELL_WRONG);
    if (cell->kind == NODE_CONSTANT)
        evaluation_error(f, item, n, "%s", why);
    else
        evaluation_data_error(f, cell, item, "%s", why);
}

static void tell(frame *f, const node *n, size_t item, int64_t currency, date day,
                 const rate_found *found) {
    char name[LONGEST_CODE * 4 + 1], on[DATE_TEXT], why[LONGEST_WHY];
    set_state(f, n, item, CELL_WRONG);
    if (found->outcome == RATE_WRONG) {
        if (found->wrong) evaluation_cell_error(f, item, found->wrong);
        return;
    }
    name_currency(f->of, currency, name);
    date_print(on, found->outcome == RATE_MISSING ? day : found->since);
    if (n->rows_of < 0)
        snprintf(why, sizeof why, words_of_fixed(n, found->outcome), name);
    else
        snprintf(why, sizeof why, words_of(found->outcome), name, on);
    tell_of_currency(f, n, item, why);
}

/* The day is a cell, and nothing stands in it. */
static void tell_of_no_day(frame *f, const node *n, size_t item, int64_t currency) {
    char name[LONGEST_CODE * 4 + 1], why[LONGEST_WHY];
    const node *day = n->items[DAY];
    while (day->kind == NODE_AT_HAND)
        day = day->items[0];
    const source_request *sources = f->of->plan->request.sources;
    int source = day->kind == NODE_LOOKUP ? day->rows_of : day->source;
    name_currency(f->of, currency, name);
    snprintf(why, sizeof why, "the rate of '%s' depends on '%.80s', which is empty", name,
             source < 0 ? "a day" : sources[source].columns[day->column].name);
    tell_of_currency(f, n, item, why);
}

static bool apply(const node *n, number x, number rate, number *out) {
    return n->negative ? number_divide(out, x, rate) : number_multiply(out, x, rate);
}

/* The items whose amounts are there, in another currency. */
static bool convert(frame *f, const node *n, const selection *items, const operand *currency) {
    constant_room room;
    operand day;
    if (!operand_compute(f, n->items[DAY], items, &room, &day)) return false;
    for (size_t k = 0; k < items->count; k++) {
        uint32_t item = (uint32_t)selection_at(items, k);
        selection one = {&item, 1};
        int64_t code = (int64_t)operand_value(currency, item);
        rate_found found;
        if (operand_state(&day, item) == CELL_NONE) tell_of_no_day(f, n, item, code);
        if (operand_state(&day, item) != CELL_VALUE) {
            set_state(f, n, item, CELL_WRONG);
            continue;
        }
        date on = (date)operand_value(&day, item);
        if (n->rows_of >= 0 ? !rate_of(f->of, n, code, on, &found)
                            : !fixed_rate(f, n, code, &one, &found))
            return false;
        number x = f->slots[n->id].values[item];
        if (found.outcome != RATE_FOUND)
            tell(f, n, item, code, on, &found);
        else if (!apply(n, x, found.rate, &f->slots[n->id].values[item]))
            set_overflow(f, n, item);
    }
    return true;
}

bool compute_converted(frame *f, const node *n, const selection *items) {
    constant_room rooms[2];
    operand x, currency;
    if (!operand_compute(f, n->items[AMOUNT], items, &rooms[0], &x) ||
        !operand_compute(f, n->items[CURRENCY], items, &rooms[1], &currency))
        return false;
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    if (!index) return false;
    selection foreign = {index, 0};
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t state = operand_state(&x, item), also = operand_state(&currency, item);
        number amount = operand_value(&x, item);
        int64_t code = (int64_t)operand_value(&currency, item);
        set_state(f, n, item, state_that_spreads(state, also));
        if (state != CELL_VALUE || also != CELL_VALUE) continue;
        if (n->minor_units && !from_minor_units(f, n, item, code, &amount)) continue;
        set_value(f, n, item, amount);
        if (code != f->of->codes[n->items[HOME]->id]) index[foreign.count++] = (uint32_t)item;
    }
    bool fine = !foreign.count || convert(f, n, &foreign, &currency);
    memory_free(index);
    return fine;
}

conversion result_conversion(const result *r, const node *n, uint32_t partner, uint32_t row) {
    conversion made = {.amount = result_row_value(r, n->items[AMOUNT], partner, row),
                       .currency = result_row_value(r, n->items[CURRENCY], partner, row),
                       .inverse = n->negative,
                       .dated = n->rows_of >= 0};
    value home = result_any_value(r, n->items[HOME], partner);
    if (made.amount.state != CELL_VALUE || made.currency.state != CELL_VALUE) return made;
    if (n->minor_units) (void)in_whole_units(made.currency.text, &made.amount.number);
    if (made.currency.number == home.number) return made;
    value day = result_row_value(r, n->items[DAY], partner, row);
    if (day.state != CELL_VALUE) return made;
    evaluation *e = r->part_count ? r->parts[0].out->workings : r->workings;
    uint32_t item = 0;
    selection one = {&item, 1};
    rate_found found = {.outcome = RATE_MISSING};
    int64_t code = (int64_t)made.currency.number;
    bool fine = n->rows_of >= 0 ? rate_of(e, n, code, (date)day.number, &found)
                                : fixed_rate(&e->partners, n, code, &one, &found);
    made.converted = fine && found.outcome == RATE_FOUND;
    made.rate = found.rate;
    made.since = found.since;
    return made;
}
