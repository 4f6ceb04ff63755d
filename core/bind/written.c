#include "bind/written.h"

#include "base/currency.h"
#include "base/date.h"
#include "bind/wording.h"
#include "syntax/words.h"

#include <string.h>

/* A value that is to stand where another stood. */
typedef struct placing {
    arena *memory;
    const char *text;
    const term *old;
    const char *path; /* of `old`, or NULL */
    const char *unit; /* what it counts, where that is known: "a percent"; else NULL */
    place at;
    problem_list *problems;
} placing;

static term *new_number(arena *memory, place at, number value) {
    term *t = arena_allocate(memory, sizeof *t);
    if (t) *t = (term){.kind = TERM_NUMBER, .at = at, .number = value, .depth = 1, .size = 1};
    return t;
}

/* word(12) in place of `old`, whose other arguments (a unit, a currency) stay. */
static const term *new_call(arena *memory, const term *old, const char *word, number value) {
    term *call = arena_allocate(memory, sizeof *call);
    bool same = old->kind == TERM_CALL && strcmp(old->name, word) == 0;
    size_t count = same ? old->count : 1;
    entry *entries = arena_array(memory, count, sizeof *entries);
    term *inner = new_number(memory, old->at, value);
    if (!call || !entries || !inner) return NULL;
    *call = (term){.kind = TERM_CALL,
                   .at = old->at,
                   .name = word,
                   .entries = entries,
                   .count = count,
                   .depth = 2,
                   .size = 2};
    if (same) memcpy(entries, old->entries, count * sizeof *entries);
    entries[0] = (entry){.key_at = old->at, .value = inner};
    return call;
}

/* A literal without the minus before it: what is written instead has its own sign. */
static const term *unsigned_literal(const term *literal) {
    while (literal->kind == TERM_OPERATION && literal->count == 1)
        literal = literal->entries[0].value;
    return literal;
}

const term *written_like(arena *memory, number value, const term *literal) {
    number hundredfold;
    const term *old = unsigned_literal(literal);
    if (term_is_call(old, "percent") &&
        number_multiply(&hundredfold, value, number_from_integer(100)))
        return new_call(memory, old, "percent", hundredfold);
    bool keeps_word = old->kind == TERM_CALL && !term_is_call(old, "percent") &&
                      !term_is_call(old, "decimal") && !term_is_call(old, "fraction");
    return keeps_word ? new_call(memory, old, old->name, value)
                      : new_number(memory, old->at, value);
}

/* fraction(1, 3), amount(5, "ALL") */
static const term *new_pair(arena *memory, const term *old, const char *word, number first,
                            const term *second) {
    entry *entries = arena_array(memory, 2, sizeof *entries);
    term *call = arena_allocate(memory, sizeof *call),
         *inner = new_number(memory, old->at, first);
    if (!entries || !call || !inner || !second) return NULL;
    entries[0] = (entry){.key_at = old->at, .value = inner};
    entries[1] = (entry){.key_at = old->at, .value = second};
    *call = (term){.kind = TERM_CALL,
                   .at = old->at,
                   .name = word,
                   .entries = entries,
                   .count = 2,
                   .depth = 2,
                   .size = 3};
    return call;
}

static const term *new_text(arena *memory, const term *old, const char *words) {
    term *t = arena_allocate(memory, sizeof *t);
    if (!t || !words) return NULL;
    *t = (term){.kind = TERM_TEXT, .at = old->at, .name = words, .depth = 1, .size = 1};
    return t;
}

static const term *refuse(const placing *p, const char *wanted, const char *hint) {
    if (p->path)
        problem_add(p->problems, p->at, hint, "'%s' cannot be '%s': %s", p->path, p->text,
                    wanted);
    else
        problem_add(p->problems, p->at, hint, "'%s' cannot stand here: %s", p->text, wanted);
    return NULL;
}

static const char PERCENT[] = "a percent", AMOUNT[] = "an amount", TIME[] = "a time",
                  PLAIN[] = "a plain number";

/* What a number with this word counts; NULL: it is plain. */
static const char *unit_of_word(const char *word) {
    if (!word || strcmp(word, "fraction") == 0 || strcmp(word, "decimal") == 0) return NULL;
    if (strcmp(word, "percent") == 0) return PERCENT;
    if (strcmp(word, "amount") == 0 || currency_of_word(word)) return AMOUNT;
    return strcmp(word, "days") == 0 || strcmp(word, "months") == 0 ? TIME : NULL;
}

/* That of a literal, or what its declaration says its value is; NULL: a plain number, which may
 * stand beside any. */
static const char *unit_of_literal(const term *old, const setting_path *path) {
    static const struct {
        const char *word, *unit;
    } units[] = {{"percent", PERCENT}, {"money", AMOUNT}, {"days", TIME},
                 {"count", PLAIN},     {"points", PLAIN}, {"number", PLAIN}};
    const term *t = unsigned_literal(old);
    const char *own = t->kind == TERM_CALL ? unit_of_word(t->name) : NULL;
    bool whole = path && path->field == path->literal;
    const term *said = whole ? term_field(path->declaration, "unit") : NULL;
    if (own || !said || said->kind != TERM_TEXT) return own;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].word, said->name) == 0) return units[i].unit;
    return NULL;
}

static const term *refuse_unit_of(const placing *p, const char *unit) {
    const char *hint = p->unit == PERCENT  ? "write 8%, or 0.08"
                       : p->unit == AMOUNT ? "write the amount alone: 200000"
                       : p->unit == TIME   ? "write 30 days"
                                           : "write the number alone";
    return refuse(p, arena_print(p->memory, "%s is wanted, not %s", p->unit, unit), hint);
}

static const term *number_in_place(const placing *p, const wording *w) {
    arena *memory = p->memory;
    const term *old = unsigned_literal(p->old);
    const char *unit = unit_of_word(w->word);
    if (p->unit && unit && p->unit != unit) return refuse_unit_of(p, unit);
    if (term_is_call(old, "percent") && !w->word &&
        number_compare(w->number < 0 ? -w->number : w->number, NUMBER_ONE) > 0) {
        char digits[NUMBER_TEXT], times[NUMBER_TEXT];
        number all;
        number_print(digits, w->number, 0);
        if (!number_multiply(&all, w->number, number_from_integer(100))) all = 0;
        number_print(times, all, 0);
        return refuse(p, "a percent is wanted",
                      arena_print(memory, "write %s%%; %s times the whole is %s%%", digits,
                                  digits, times));
    }
    if (w->below)
        return new_pair(memory, old, "fraction", w->number,
                        new_number(memory, old->at, w->below));
    if (w->code && strcmp(w->word, "amount") == 0)
        return new_pair(memory, old, "amount", w->number, new_text(memory, old, w->code));
    if (w->word) return new_call(memory, old, w->word, w->number);
    return written_like(memory, w->number, old);
}

static const term *truth_in_place(const placing *p) {
    bool is_true = strcmp(p->text, "true") == 0;
    if (!is_true && strcmp(p->text, "false") != 0)
        return refuse(p, "true or false is wanted", NULL);
    term *t = arena_allocate(p->memory, sizeof *t);
    if (!t) return NULL;
    *t = (term){
        .kind = TERM_BOOLEAN, .at = p->old->at, .boolean = is_true, .depth = 1, .size = 1};
    return t;
}

static const term *put(const placing *p) {
    date d;
    bool was_date = term_is_call(p->old, "date");
    if (p->old->kind == TERM_BOOLEAN) return truth_in_place(p);
    if (was_date || p->old->kind == TERM_TEXT) {
        const char *words = wording_text(p->memory, p->text);
        if (was_date && words && !date_from_text(&d, words, strlen(words)))
            return refuse(p, "a date is wanted",
                          "dates are written year-month-day: 2026-07-01");
        return new_text(p->memory, p->old, words);
    }
    wording w = wording_read(p->memory, p->text);
    if (!w.is_number) return refuse(p, "a number is wanted", "write 200000, 8% or $25");
    return number_in_place(p, &w);
}

const term *written_term(arena *memory, const char *text, const term *old, place at,
                         problem_list *problems) {
    placing p = {memory, text, old, NULL, unit_of_literal(old, NULL), at, problems};
    return put(&p);
}

const term *written_at(arena *memory, const char *text, const setting_path *path, place at,
                       problem_list *problems) {
    placing p = {memory, text, path->literal, path->path, NULL, at, problems};
    date_unit unit;
    p.unit = unit_of_literal(path->literal, path);
    if (!path->span || path->literal->kind == TERM_TEXT) return put(&p);
    const char *count = wording_count_of(memory, text, path->span);
    const char *word = strchr(text, ' ');
    if (!count && word && date_unit_from_word(&unit, word + 1))
        return refuse(&p, arena_print(memory, "it counts %s", path->span),
                      arena_print(memory, "write a number of %s, or set the unit beside it too",
                                  path->span));
    if (count) p.text = count;
    p.unit = arena_print(memory, "a number of %s", path->span);
    return put(&p);
}

const char *written_code(const term *literal) {
    const term *t = unsigned_literal(literal);
    if (term_is_call(t, "amount") && t->count > 1 && t->entries[1].value->kind == TERM_TEXT)
        return t->entries[1].value->name;
    return t->kind == TERM_CALL && !t->method ? currency_of_word(t->name) : NULL;
}

bool written_number(const term *literal, number *out) {
    if (literal->kind == TERM_NUMBER) {
        *out = literal->number;
        return true;
    }
    if (literal->kind == TERM_OPERATION && literal->count == 1) {
        bool fine = written_number(literal->entries[0].value, out);
        *out = fine ? -*out : 0;
        return fine;
    }
    if (literal->kind != TERM_CALL || literal->method || literal->count == 0) return false;
    const term *first = literal->entries[0].value;
    if (strcmp(literal->name, "decimal") == 0)
        return first->kind == TERM_TEXT &&
               number_from_text(out, first->name, strlen(first->name));
    number bottom;
    if (strcmp(literal->name, "fraction") == 0)
        return literal->count == 2 && written_number(first, out) &&
               written_number(literal->entries[1].value, &bottom) && bottom != 0 &&
               number_divide(out, *out, bottom);
    if (!written_number(first, out)) return false;
    return strcmp(literal->name, "percent") != 0 || number_divide(out, *out, 100 * NUMBER_ONE);
}
