/* check.c - whether what was written can be the value of what it is written for. */
#include "base/nearest.h"
#include "expect/words.h"

#include <string.h>

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

static bool check_value(const plan *p, const wanted_value *w, const char *said,
                        const wanted_text *text, problem_list *problems) {
    number n;
    date day;
    switch (w->type) {
    case TYPE_NUMBER:
        if (wanted_read_number(problems->memory, w, p->currency, said, &n)) return true;
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
    if (!w->word->known || wanted_says_none(text)) return true;
    if (text->value && !text->quoted &&
        wanted_read_number(problems->memory, w, p->currency, text->value, &count))
        return true;
    if (!w->word->known(p, w, problems->memory, &known)) return false;
    if (text->value) return check_item(w, &known, text->value, text->at, problems);
    for (size_t i = 0; i < text->count; i++)
        fine &= check_item(w, &known, text->items[i], text->item_places[i], problems);
    return fine;
}

bool wanted_check(const plan *p, const wanted_value *w, const wanted_text *text,
                  problem_list *problems) {
    bool list = wanted_is_list(w);
    if (!text->value && !list)
        return problem_add(problems, text->at, "write the value itself",
                           "'%.60s' is one value, not a list", w->name);
    if (!check_total_level(w, text, problems)) return false;
    if (list) return check_list(p, w, text, problems);
    if (wanted_says_none(text)) return true;
    return check_value(p, w, text->value, text, problems);
}
