/* path.h - the name under which every number, rate, date, text and truth of a program can be
 * set.
 *
 * A path leads from a declaration's name through levels, fields, keys and words to one
 * literal: `tier.gold.requires.engineers`, `volume_rebate.pays.marginal.2.rate`. Replacing
 * what stands at `literal` is all that a change of the program has to do. Called by the report
 * of settings and by whoever sets values; needs declarations only, no data.
 *
 * Steps are levels, fields, keys, positions in lists (from 1) and words that are called; a
 * setting's `value` is none. Operators are no steps, and percent, currencies, fraction,
 * decimal, date, days and months are part of the literal. Where a word takes several:
 * `between.1` and `.2`; bands `.2.from` and `.2.rate` (`.value` in band and interpolated);
 * `trailing` and `ago` are the count, `.unit` and `trailing.ago` stand beside it; `n_of` is the
 * count, `n_of.1` its first group; `round` is what is rounded, `.places` how; `when.then`,
 * `when.otherwise`, and a condition's own word. Titles, reasons, units, ranges and
 * steps have no path. */
#ifndef RUNG_BIND_PATH_H
#define RUNG_BIND_PATH_H

#include "lang/term.h"

typedef struct setting_path {
    const char *path;        /* whole, without the noun */
    const term *literal;     /* 150000, percent(3), usd(25), days(60), "won", true, date ".." */
    const term *declaration; /* the one it stands in */
    const term *field;       /* the smallest keyed or numbered value around it: its formula */
    const char *key;         /* the key of that value, or NULL: what a plain number counts */
    const term *measured;    /* in `from` of bands: what is cut into bands; else NULL */
    const char *span;        /* "months": the unit that stands beside a count; else NULL */
    place at;                /* the literal's */
} setting_path;

/* All paths, in the order of the files; those of sources, which say where data are found, come
 * last. False when memory ran out. */
bool paths_of(arena *memory, const declarations *rules, setting_path **out, size_t *count);

/* The path that is called so, wholly, with its noun in front, or by an unambiguous ending; else
 * NULL with a problem at `at` that names the nearest or all candidates. */
const setting_path *path_find(const setting_path *paths, size_t count, const char *wanted,
                              place at, problem_list *problems);

#endif
