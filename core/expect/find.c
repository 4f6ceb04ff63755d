/* find.c - finds what a test case's expectations name. */
#include "base/nearest.h"
#include "expect/words.h"

#include <string.h>

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

static bool is_asked(const wanted_word *word, bool of_all) {
    return of_all ? word->of_all || word->list_of_all : !is_of_all(word);
}

static bool try_word(const plan *p, const wanted_word *word, const char *rest,
                     wanted_value *w) {
    wanted_value found = *w;
    if (!is_asked(word, w->of_all)) return false;
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
    size_t n = 0;
    while (strcmp(wanted_word_at(n)->word, "ladder") != 0)
        n++;
    return wanted_word_at(n);
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

/* "say which: fund.mdf.accrued, .paid, .balance" */
static const char *which_part(const wanted_word *word, const char *prefix, const char *name,
                              arena *memory) {
    if (!word->needs_part)
        return arena_print(memory, "write '%s%s.%s'", prefix, word->word, name);
    const char *said = arena_print(memory, "say which: '%s%s.%s.%s'", prefix, word->word, name,
                                   word->parts[0]);
    for (int i = 1; said && word->parts[i]; i++)
        said = arena_print(memory, "%s%s.%s", said, word->parts[i + 1] ? ", " : " or ",
                           word->parts[i]);
    return said;
}

/* Whether the name is one to which only a part is missing: "fund.mdf". */
static bool lacks_part(const wanted_word *word, const char *known, const char *bare) {
    const char *more = word->needs_part ? behind(bare, word->word) : NULL;
    return more && strcmp(more, known) == 0;
}

/* `bare`: the name without "totals.". */
static const char *hint_of(const plan *p, const char *name, const char *bare, arena *memory) {
    bool of_all = bare != name;
    const char *prefix = of_all ? "totals." : "";
    nearest guess = nearest_to(name);
    const wanted_word *word;
    for (size_t k = 0; (word = wanted_word_at(k)); k++) {
        if (!is_asked(word, of_all)) continue;
        if (!word->name) offer(&guess, memory, prefix, word, NULL);
        const char *known;
        for (size_t n = 0; word->name && (known = word->name(p, n)); n++) {
            if (!*known) continue;
            if ((strcmp(known, bare) == 0 && word->of_partner) || lacks_part(word, known, bare))
                return which_part(word, prefix, known, memory);
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
    const wanted_word *word;
    for (size_t k = 0; (word = wanted_word_at(k)); k++) {
        if (try_word(p, word, behind(rest, word->word), out)) return true;
        if (all && try_word(p, word, behind_plural(rest, word->word), out)) return true;
    }
    if (try_word(p, ladder_word(), rest, out)) return true;
    return problem_add(problems, at, hint_of(p, name, rest, problems->memory),
                       "nothing that can be expected is called '%.60s'", name);
}

bool wanted_is_errors(const wanted_value *w) {
    return strcmp(w->word->word, "errors") == 0;
}
