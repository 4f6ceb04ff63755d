/* window.c - stretches of time: trailing, this, last, since, before. LANGUAGE section 7.
 *
 * A window is two days, both in it, worked out from as_of when the program is bound. */
#include "bind/binder.h"

#include <string.h>

bool is_window_word(const char *word) {
    static const char *const words[] = {"trailing", "this", "last", "since", "before"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) return true;
    }
    return false;
}

/* The `ago` of a window's last argument { ago = 4 }; 0 when there is none. */
static bool bind_ago_option(binder *b, const scope *s, const term *t, size_t position,
                            int64_t *ago) {
    *ago = 0;
    if (t->count <= position) return true;
    const term *options = t->entries[position].value;
    const term *value = options->kind == TERM_TABLE ? term_field(options, "ago") : NULL;
    if (!value || options->count != 1)
        return problem_add(b->problems, options->at, "write { ago = 1 }",
                           "the only option of a window is 'ago'");
    return bind_whole(b, s, value, 0, 10000, ago);
}

static bool too_far(binder *b, const term *t) {
    return problem_add(b->problems, t->at, NULL,
                       "this window reaches beyond the years 1 to 9999");
}

/* (as_of + 1 day) - (n + ago) units .. the day before (as_of + 1 day) - ago units. */
static bool bind_trailing(binder *b, const scope *s, const term *t, date *from, date *to) {
    int64_t n, ago;
    date_unit unit;
    bool fine = bind_whole(b, s, t->entries[0].value, 1, 100000, &n);
    fine &= bind_unit(b, t->entries[1].value, &unit);
    fine &= bind_ago_option(b, s, t, 2, &ago);
    if (!fine) return false;
    date next = s->as_of + 1;
    if (!date_add(from, next, -(n + ago), unit) || !date_add(to, next, -ago, unit))
        return too_far(b, t);
    *to -= 1;
    return true;
}

/* From the first day of the period that holds as_of, `ago` periods back, through the matching
 * day. */
static bool this_period(const plan *p, date as_of, date_unit unit, int64_t ago, date *from,
                        date *to) {
    date start;
    if (!date_period_start(&start, as_of, unit, p->starts) ||
        !date_add(from, start, -ago, unit))
        return false;
    if (ago == 0) {
        *to = as_of;
        return true;
    }
    if (!date_add(to, as_of + 1, -ago, unit)) return false;
    *to = *to > *from ? *to - 1 : *from; /* the 30th of March matches the 28th of February */
    return true;
}

/* The whole period before the one that holds as_of, `ago` further back. */
static bool last_period(const plan *p, date as_of, date_unit unit, int64_t ago, date *from,
                        date *to) {
    date start;
    if (!date_period_start(&start, as_of, unit, p->starts)) return false;
    if (!date_add(from, start, -(ago + 1), unit) || !date_add(to, start, -ago, unit))
        return false;
    *to -= 1;
    return true;
}

static bool bind_period(binder *b, const scope *s, const term *t, date *from, date *to) {
    int64_t ago;
    date_unit unit = UNIT_DAY;
    const term *period = t->entries[0].value;
    bool fine = period->kind == TERM_TEXT && date_unit_from_word(&unit, period->name) &&
                unit >= UNIT_MONTH;
    if (!fine)
        problem_add(b->problems, period->at,
                    "periods are \"month\", \"quarter\", \"half\" and \"year\"",
                    "'%s' needs a fiscal period", t->name);
    fine &= bind_ago_option(b, s, t, 1, &ago);
    if (!fine) return false;
    bool current = strcmp(t->name, "this") == 0;
    bool found = current ? this_period(b->plan, s->as_of, unit, ago, from, to)
                         : last_period(b->plan, s->as_of, unit, ago, from, to);
    return found || too_far(b, t);
}

static bool bind_open_end(binder *b, const scope *s, const term *t, date *from, date *to) {
    const node *d = bind_typed(b, s, t->entries[0].value, TYPE_DATE);
    if (!d) return false;
    if (d->kind != NODE_CONSTANT)
        return problem_add(b->problems, t->at,
                           "use at_least(..) or below(..) for a date that varies",
                           "'%s' takes a date that is the same for everybody", t->name);
    bool since = strcmp(t->name, "since") == 0;
    *from = since ? (date)d->constant : DATE_FIRST;
    *to = since ? DATE_LAST : (date)d->constant - 1;
    return true;
}

bool bind_window(binder *b, const scope *s, const term *t, date *from, date *to) {
    if (strcmp(t->name, "trailing") == 0) return bind_trailing(b, s, t, from, to);
    if (strcmp(t->name, "this") == 0 || strcmp(t->name, "last") == 0)
        return bind_period(b, s, t, from, to);
    return bind_open_end(b, s, t, from, to);
}
