/* wanted.c - finds what a test case's expectations name, and compares them: see wanted.h. */
#include "report/wanted.h"

#include "base/nearest.h"
#include "report/amount.h"
#include "report/wanted_words.h"

#include <string.h>

/* --- finding a name -------------------------------------------------------------------------
 */

/* What stands behind "word." in a name, "" where nothing follows the word; NULL: another word.
 */
static const char *behind(const char *name, const char *word) {
    size_t length = strlen(word);
    if (strncmp(name, word, length) != 0) return NULL;
    name += length;
    if (*name == '.') return name + 1;
    return *name ? NULL : name;
}

/* Totals are also called as in JSON: totals.incentives.x. */
static const char *behind_plural(const char *name, const char *word) {
    size_t length = strlen(word);
    return strncmp(name, word, length) == 0 && name[length] == 's' && name[length + 1] == '.'
               ? name + length + 2
               : NULL;
}

static bool take_part(const wanted_word *word, const char *rest, wanted_value *w) {
    if (word->has_rest || (w->of_all && word->type == TYPE_LEVEL)) {
        w->rest = rest;
        return *rest != '\0';
    }
    if (!*rest) return !word->needs_part;
    for (int i = 0; word->parts && word->parts[i]; i++) {
        w->part = i;
        if (strcmp(rest, word->parts[i]) == 0) return true;
    }
    return false;
}

static bool find_behind(const plan *p, const wanted_word *word, const char *rest,
                        wanted_value *w) {
    if (!word->name) return !*rest;
    if (word->find) return word->find(p, rest, w);
    const char *name;
    for (size_t n = 0; (name = word->name(p, n)); n++) {
        const char *more = *name ? behind(rest, name) : NULL;
        if (!more) continue;
        w->index = n;
        w->rule = name;
        return take_part(word, more, w);
    }
    return false;
}

static bool is_of_all(const wanted_word *word) {
    return !word->of_partner && !word->list;
}

static bool try_word(const plan *p, const wanted_word *word, const char *rest,
                     wanted_value *w) {
    wanted_value found = *w;
    if (w->of_all ? !word->of_all : is_of_all(word)) return false;
    found.word = word;
    found.type = word->type;
    found.measure = word->measure;
    if (!rest || !find_behind(p, word, rest, &found)) return false;
    if (word->kind) word->kind(p, &found);
    if (w->of_all && word->is_count) {
        found.type = TYPE_NUMBER;
        found.measure = MEASURE_COUNT;
    }
    *w = found;
    return true;
}

/* "tier" is ladder.tier. */
static const wanted_word *ladder_word(void) {
    const wanted_word *word = wanted_words;
    while (strcmp(word->word, "ladder") != 0)
        word++;
    return word;
}

/* What would be a name: offered to whoever misspelt one, in the arena. */
static void offer(nearest *guess, arena *memory, const char *prefix, const wanted_word *word,
                  const char *name) {
    if (!word->parts || !word->needs_part) {
        const char *whole = name ? arena_print(memory, "%s%s.%s", prefix, word->word, name)
                                 : arena_print(memory, "%s%s", prefix, word->word);
        if (whole) nearest_offer(guess, whole);
    }
    for (int i = 0; name && word->parts && word->parts[i]; i++) {
        const char *whole =
            arena_print(memory, "%s%s.%s.%s", prefix, word->word, name, word->parts[i]);
        if (whole) nearest_offer(guess, whole);
    }
}

static const char *hint_of(const plan *p, const char *name, bool of_all, arena *memory) {
    const char *prefix = of_all ? "totals." : "";
    const char *bare = of_all ? name + strlen(prefix) : name;
    nearest guess = nearest_to(name);
    for (const wanted_word *word = wanted_words; word->word; word++) {
        if (of_all ? !word->of_all : is_of_all(word)) continue;
        if (!word->name) offer(&guess, memory, prefix, word, NULL);
        const char *known;
        for (size_t n = 0; word->name && (known = word->name(p, n)); n++) {
            if (!*known) continue;
            if (strcmp(known, bare) == 0 && word->of_partner)
                return arena_print(memory, "write '%s%s.%s%s%s'", prefix, word->word, known,
                                   word->needs_part ? "." : "",
                                   word->needs_part ? word->parts[0] : "");
            offer(&guess, memory, prefix, word, known);
        }
    }
    for (size_t i = 0; !of_all && i < p->ladder_count; i++) {
        const char *ladder = p->ladders[i].is.name;
        nearest_offer(&guess, ladder);
        for (const char *const *part = ladder_word()->parts; *part; part++) {
            const char *whole = arena_print(memory, "%s.%s", ladder, *part);
            if (whole) nearest_offer(&guess, whole);
        }
    }
    if (guess.best) return arena_print(memory, "did you mean '%s'?", guess.best);
    return "a ladder's name, or metric, incentive, fund, certification, missing .. with a name";
}

bool wanted_find(const plan *p, const char *name, place at, wanted_value *out,
                 problem_list *problems) {
    const char *all = behind(name, "totals");
    *out = (wanted_value){.name = name, .of_all = all != NULL, .rest = ""};
    const char *rest = all ? all : name;
    for (const wanted_word *word = wanted_words; word->word; word++) {
        if (try_word(p, word, behind(rest, word->word), out)) return true;
        if (all && try_word(p, word, behind_plural(rest, word->word), out)) return true;
    }
    if (try_word(p, ladder_word(), rest, out)) return true;
    return problem_add(problems, at, hint_of(p, name, all != NULL, problems->memory),
                       "nothing that can be expected is called '%.60s'", name);
}

bool wanted_is_errors(const wanted_value *w) {
    return strcmp(w->word->word, "errors") == 0;
}

/* --- what was written -----------------------------------------------------------------------
 */

/* Whether nothing is expected. */
static bool says_none(const wanted_text *text) {
    static const char *const words[] = {"none", "null", "~"};
    for (size_t i = 0; text->value && !text->quoted && i < sizeof words / sizeof *words; i++)
        if (strcmp(text->value, words[i]) == 0) return true;
    return false;
}

/* 2150, "2,150.00", $2,150, 12.3%, -5 */
static bool read_number(const char *text, number *out) {
    char plain[NUMBER_TEXT] = {0};
    size_t count = 0, length = strlen(text);
    bool percent = length > 1 && text[length - 1] == '%';
    for (size_t i = 0; i < length - percent; i++) {
        bool thousands = text[i] == ',' && count > 0;
        bool prefix = text[i] == '$' && (count == 0 || (count == 1 && plain[0] == '-'));
        if (thousands || prefix) continue;
        if (count == sizeof plain) return false;
        plain[count++] = text[i];
    }
    if (!number_from_text(out, plain, count)) return false;
    return !percent || number_divide(out, *out, number_from_integer(100));
}

static const char *level_hint(const wanted_value *w, const char *said, arena *memory) {
    nearest guess = nearest_to(said);
    nearest_offer(&guess, "none");
    for (size_t i = 0; i < w->on->level_count; i++)
        nearest_offer(&guess, w->on->levels[i].is.name);
    return guess.best ? arena_print(memory, "did you mean '%s'?", guess.best) : NULL;
}

static bool has_level(const ladder *l, const char *name) {
    for (size_t i = 0; i < l->level_count; i++)
        if (strcmp(l->levels[i].is.name, name) == 0) return true;
    return false;
}

static bool check_total_level(const wanted_value *w, const wanted_text *text,
                              problem_list *problems) {
    if (!w->on || !w->of_all || has_level(w->on, w->rest) || strcmp(w->rest, "none") == 0)
        return true;
    return problem_add(problems, text->at, level_hint(w, w->rest, problems->memory),
                       "ladder '%s' has no level '%.60s'", w->on->is.name, w->rest);
}

/* Texts of which there are only some. */
static bool check_text(const wanted_value *w, const char *said, const wanted_text *text,
                       problem_list *problems) {
    nearest guess = nearest_to(said);
    const char *known;
    for (int n = 0; (known = w->word->texts(w, n)); n++) {
        if (strcmp(known, said) == 0) return true;
        nearest_offer(&guess, known);
    }
    const char *hint =
        guess.best ? arena_print(problems->memory, "did you mean '%s'?", guess.best) : NULL;
    return problem_add(problems, text->at, hint, "'%.60s' is never '%.60s'", w->name, said);
}

static bool check_value(const wanted_value *w, const char *said, const wanted_text *text,
                        problem_list *problems) {
    number n;
    date day;
    switch (w->type) {
    case TYPE_NUMBER:
        if (read_number(said, &n)) return true;
        return problem_add(problems, text->at, "write 2150, 12.3% or none",
                           "'%.60s' is a number, not '%.60s'", w->name, said);
    case TYPE_DATE:
        if (date_from_text(&day, said, strlen(said))) return true;
        return problem_add(problems, text->at, "write it as YYYY-MM-DD",
                           "'%.60s' is a date, not '%.60s'", w->name, said);
    case TYPE_BOOLEAN:
        if (strcmp(said, "true") == 0 || strcmp(said, "false") == 0) return true;
        return problem_add(problems, text->at, "write true or false",
                           "'%.60s' is true or false, not '%.60s'", w->name, said);
    case TYPE_LEVEL:
        if (has_level(w->on, said)) return true;
        return problem_add(problems, text->at, level_hint(w, said, problems->memory),
                           "ladder '%s' has no level '%.60s'", w->on->is.name, said);
    case TYPE_TEXT:
        return !w->word->texts || check_text(w, said, text, problems);
    }
    return true;
}

static bool check_item(const wanted_value *w, const wanted_list *known, const char *said,
                       place at, problem_list *problems) {
    nearest guess = nearest_to(said);
    for (size_t i = 0; i < known->count; i++) {
        if (strcmp(known->items[i], said) == 0) return true;
        nearest_offer(&guess, known->items[i]);
    }
    const char *hint =
        guess.best ? arena_print(problems->memory, "did you mean '%s'?", guess.best) : NULL;
    return problem_add(problems, at, hint, "%s does not ask for '%.60s'", w->rule, said);
}

/* A list may be empty; a count or one item may stand for it. */
static bool check_list(const plan *p, const wanted_value *w, const wanted_text *text,
                       problem_list *problems) {
    wanted_list known = {0};
    number count;
    bool fine = true;
    if (!w->word->known || says_none(text)) return true;
    if (text->value && !text->quoted && read_number(text->value, &count)) return true;
    if (!w->word->known(p, w, problems->memory, &known)) return false;
    if (text->value) return check_item(w, &known, text->value, text->at, problems);
    for (size_t i = 0; i < text->count; i++)
        fine &= check_item(w, &known, text->items[i], text->item_places[i], problems);
    return fine;
}

bool wanted_check(const plan *p, const wanted_value *w, const wanted_text *text,
                  problem_list *problems) {
    bool list = w->word->list && !w->of_all;
    if (!text->value && !list)
        return problem_add(problems, text->at, "write the value itself",
                           "'%.60s' is one value, not a list", w->name);
    if (!check_total_level(w, text, problems)) return false;
    if (list) return check_list(p, w, text, problems);
    if (says_none(text)) return true;
    return check_value(w, text->value, text, problems);
}

/* --- comparing ------------------------------------------------------------------------------
 */

static value ask(const wanted_question *q) {
    const wanted_word *word = q->wanted->word;
    return q->wanted->of_all ? word->of_all(q) : word->of_partner(q);
}

static bool same_value(const value *v, const char *said) {
    number n;
    date day;
    if (v->state != CELL_VALUE) return false;
    switch (v->type) {
    case TYPE_NUMBER:
        return read_number(said, &n) && number_compare(v->number, n) == 0;
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
    if (!q->wanted->word->list(q, &found)) return false;
    if (!text->value) return same_list(q->wanted, &found, text->items, text->count);
    if (says_none(text)) return found.count == 0;
    if (!text->quoted && read_number(text->value, &count))
        return count == number_from_integer((int64_t)found.count);
    return same_list(q->wanted, &found, &text->value, 1);
}

bool wanted_holds(const result *r, uint32_t partner, const wanted_value *w,
                  const wanted_text *text, arena *scratch) {
    wanted_question q = {r, partner, w, scratch};
    if (w->word->list && !w->of_all) return list_holds(&q, text);
    value v = ask(&q);
    if (says_none(text))
        return v.state != CELL_VALUE; /* as null in JSON; errors are told apart */
    return same_value(&v, text->value);
}

/* --- printing -------------------------------------------------------------------------------
 */

static void print_list(const wanted_question *q, const wanted_text *like, text_buffer *out) {
    wanted_list found = {0};
    number count;
    if (!q->wanted->word->list(q, &found)) out->failed = true;
    bool counted = like && like->value && !like->quoted && read_number(like->value, &count);
    if (counted) {
        text_print(out, "%zu", found.count);
        return;
    }
    text_append_byte(out, '[');
    for (size_t i = 0; i < found.count; i++)
        text_print(out, "%s%s", i ? ", " : "", found.items[i]);
    text_append_byte(out, ']');
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
    if (w->word->list && !w->of_all) {
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
