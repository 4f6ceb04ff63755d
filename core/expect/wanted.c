/* wanted.c - compares what a test case expects with what a result holds, and writes what it
 * holds as a case would: see wanted.h. */
#include "expect/wanted.h"

#include "data/people_cell.h"
#include "explain/amount.h"
#include "expect/words.h"

#include <string.h>

bool wanted_says_any(const wanted_value *w, const wanted_text *text, bool *any) {
    if (!wanted_is_errors(w) || !text->value || text->quoted) return false;
    *any = strcmp(text->value, "true") == 0;
    return *any || strcmp(text->value, "false") == 0;
}

/* Whether nothing is expected. */
bool wanted_says_none(const wanted_text *text) {
    static const char *const words[] = {"none", "null", "~"};
    for (size_t i = 0; text->value && !text->quoted && i < sizeof words / sizeof *words; i++)
        if (strcmp(text->value, words[i]) == 0) return true;
    return false;
}

bool wanted_read_number(arena *scratch, const wanted_value *w, const char *currency,
                        const char *said, number *out) {
    text t = text_of(said);
    bool percent = t.length > 1 && said[t.length - 1] == '%';
    cell_kind kind = w->measure == MEASURE_MONEY && !percent ? CELL_MONEY : CELL_NUMBER;
    if (percent) t.length--;
    if (cell_from_people(scratch, t, kind, currency, &t) != PEOPLE_FINE ||
        !number_from_text(out, t.bytes, t.length))
        return false;
    return !percent || number_divide(out, *out, number_from_integer(100));
}

static bool reads_number(const wanted_question *q, const char *said, number *out) {
    return wanted_read_number(q->memory, q->wanted, q->of->plan->currency, said, out);
}

static value ask(const wanted_question *q) {
    const wanted_word *word = q->wanted->word;
    return q->wanted->of_all ? word->of_all(q) : word->of_partner(q);
}

static bool list_of(const wanted_question *q, wanted_list *out) {
    const wanted_word *word = q->wanted->word;
    return q->wanted->of_all ? word->list_of_all(q, out) : word->list(q, out);
}

static bool same_value(const wanted_question *q, const value *v, const char *said) {
    number n;
    date day;
    if (v->state != CELL_VALUE) return false;
    switch (v->type) {
    case TYPE_NUMBER:
        return reads_number(q, said, &n) && number_compare(v->number, n) == 0;
    case TYPE_DATE:
        return date_from_text(&day, said, strlen(said)) && v->number == day;
    case TYPE_BOOLEAN:
        return strcmp(said, v->number ? "true" : "false") == 0;
    default:
        return text_equal(v->text, text_of(said));
    }
}

static bool fits(const wanted_value *w, const char *item, const char *said) {
    return wanted_is_errors(w) ? strstr(item, said) != NULL : strcmp(item, said) == 0;
}

/* Each that is there is said, and each that is said is there. */
static bool same_list(const wanted_value *w, const wanted_list *found, const char *const *said,
                      size_t count) {
    for (size_t i = 0; i < found->count; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known = known || fits(w, found->items[i], said[k]);
        if (!known) return false;
    }
    for (size_t k = 0; k < count; k++) {
        bool there = false;
        for (size_t i = 0; i < found->count; i++)
            there = there || fits(w, found->items[i], said[k]);
        if (!there) return false;
    }
    return true;
}

static bool list_holds(const wanted_question *q, const wanted_text *text) {
    wanted_list found = {0};
    number count;
    if (!list_of(q, &found)) return false;
    if (!text->value) return same_list(q->wanted, &found, text->items, text->count);
    bool any;
    if (wanted_says_any(q->wanted, text, &any)) return any == (found.count > 0);
    if (wanted_says_none(text)) return found.count == 0;
    if (!text->quoted && reads_number(q, text->value, &count))
        return count == number_from_integer((int64_t)found.count);
    return same_list(q->wanted, &found, &text->value, 1);
}

bool wanted_holds(const result *r, uint32_t partner, const wanted_value *w,
                  const wanted_text *text, arena *scratch) {
    wanted_question q = {r, partner, w, scratch};
    if (wanted_is_list(w)) return list_holds(&q, text);
    value v = ask(&q);
    if (wanted_says_none(text))
        return v.state != CELL_VALUE; /* as null in JSON; errors are told apart */
    return same_value(&q, &v, text->value);
}

void wanted_print_items(const wanted_list *list, text_buffer *out) {
    text_append_byte(out, '[');
    for (size_t i = 0; i < list->count; i++)
        text_print(out, "%s%s", i ? ", " : "", list->items[i]);
    text_append_byte(out, ']');
}

static void print_list(const wanted_question *q, const wanted_text *like, text_buffer *out) {
    wanted_list found = {0};
    number count;
    if (!list_of(q, &found)) out->failed = true;
    bool counted = like && like->value && !like->quoted && reads_number(q, like->value, &count);
    if (counted) {
        text_print(out, "%zu", found.count);
        return;
    }
    wanted_print_items(&found, out);
}

static void print_number(const wanted_question *q, const value *v, const wanted_text *like,
                         text_buffer *out) {
    char room[AMOUNT_TEXT];
    const char *said = like && like->value ? like->value : "";
    bool percent = *said && said[strlen(said) - 1] == '%';
    value shown = *v;
    /* Whole amounts are written as the author wrote them: without decimals. */
    if (*said && !strchr(said, '.')) shown.measure = MEASURE_NUMBER;
    if (percent && number_multiply(&shown.number, v->number, number_from_integer(100)))
        shown.measure = MEASURE_NUMBER;
    text digits = amount_machine(&shown, q->of->plan, room);
    text_append(out, digits.bytes, digits.length);
    if (percent) text_append_byte(out, '%');
}

void wanted_print(const result *r, uint32_t partner, const wanted_value *w,
                  const wanted_text *like, arena *scratch, text_buffer *out) {
    wanted_question q = {r, partner, w, scratch};
    char room[AMOUNT_TEXT];
    if (wanted_is_list(w)) {
        print_list(&q, like, out);
        return;
    }
    value v = ask(&q);
    if (v.state == CELL_VALUE && v.type == TYPE_NUMBER) {
        print_number(&q, &v, like, out);
        return;
    }
    text shown = v.state == CELL_VALUE ? amount_machine(&v, r->plan, room)
                                       : text_of(v.state == CELL_WRONG ? "error" : "none");
    text_append(out, shown.bytes, shown.length);
}
