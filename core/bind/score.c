/* score.c - points for several things, added up. LANGUAGE section 9.
 *
 * A score is made of nodes that stand in any expression: what each part earns, their sum, and
 * whether that passes. Nothing is evaluated here that is not evaluated elsewhere. */
#include "bind/binder.h"

#include <string.h>

static bool refuse_measured(binder *b, const node *n, place at, const char *what) {
    if (n->measure == MEASURE_NUMBER || n->measure == MEASURE_POINTS ||
        n->measure == MEASURE_COUNT)
        return true;
    return problem_add(b->problems, at, "points are plain numbers: points = 40",
                       "%s counts points, not %s", what, describe(b, n));
}

/* What a part looks at: a number, not yes or no. */
static const node *bind_looked_at(binder *b, const scope *s, const term *t) {
    const node *n = bind_value(b, s, t);
    if (!n || n->type == TYPE_NUMBER) return n;
    problem_add(b->problems, t->at,
                n->type == TYPE_BOOLEAN ? "write of = when(condition, 1, 0), full = 1" : NULL,
                "a part of a score looks at a number, but this is %s", describe(b, n));
    return NULL;
}

static const node *bind_bands_of_part(binder *b, const scope *s, const term *of,
                                      const term *bands) {
    term *call = arena_allocate(b->memory, sizeof *call);
    entry *arguments = arena_array(b->memory, 2, sizeof *arguments);
    if (!call || !arguments) return NULL;
    arguments[0] = (entry){.key_at = of->at, .value = of};
    arguments[1] = (entry){.key_at = bands->at, .value = bands};
    *call = (term){
        .kind = TERM_CALL, .at = bands->at, .name = "band", .entries = arguments, .count = 2};
    const node *n = bind_band(b, s, call);
    if (!n || !refuse_measured(b, n, bands->at, "a band of a score")) return NULL;
    return node_as(b, n, MEASURE_POINTS);
}

static const node *extreme(binder *b, const scope *s, place at, node_kind kind, const node *x,
                           const node *y) {
    const node *items[] = {x, y};
    return x && y ? node_over(b, s, at, kind, TYPE_NUMBER, x->measure, items, 2) : NULL;
}

/* x held between 0 and `full`, so that what it earns lies between 0 and all points. */
static const node *held_within(binder *b, const scope *s, place at, const node *x,
                               const node *full) {
    const node *zero = node_number(b, s, at, 0, full->measure);
    const node *high = extreme(b, s, at, NODE_MAX, full, zero);
    const node *low = extreme(b, s, at, NODE_MIN, full, zero);
    return extreme(b, s, at, NODE_MAX, extreme(b, s, at, NODE_MIN, x, high), low);
}

static bool bind_full(binder *b, const scope *s, const term *t, score_part *part) {
    measure both;
    part->full = bind_number(b, s, t);
    if (!part->full || !part->of) return false;
    if (!measure_common(b, t->at, part->of->at, "a part of a score", part->of, part->full,
                        &both))
        return false;
    if (part->of->measure == MEASURE_PERCENT &&
        !refuse_bare_part(b, part->full, t, "'full' of a percent"))
        return false;
    bool nothing = part->full->kind == NODE_CONSTANT && part->full->has_value &&
                   number_compare(part->full->constant, 0) == 0;
    if (!nothing) return true;
    return problem_add(b->problems, t->at, "write the value that earns all points",
                       "'full' is 0: everything would be as much of it");
}

static const node *bind_share(binder *b, const scope *s, const term *t, score_part *part) {
    const term *points = term_field(t, "points"), *full = term_field(t, "full");
    bool fine = full && bind_full(b, s, full, part);
    part->most = bind_number(b, s, points);
    if (!part->most || !refuse_measured(b, part->most, points->at, "'points'") || !fine)
        return NULL;
    const node *items[] = {held_within(b, s, part->at, part->of, part->full), part->most,
                           part->full};
    return items[0] ? node_over(b, s, part->at, NODE_MULTIPLY_DIVIDE, TYPE_NUMBER,
                                MEASURE_POINTS, items, 3)
                    : NULL;
}

static bool bind_part(binder *b, const scope *s, const term *t, score_part *out) {
    const term *of = term_field(t, "of"), *points = term_field(t, "points");
    *out = (score_part){
        .term = t, .title = field_text(t, "title"), .why = field_text(t, "why"), .at = t->at};
    if (!of || !points) return false;
    out->of = bind_looked_at(b, s, of);
    if (points->kind != TERM_TABLE)
        out->points = bind_share(b, s, t, out);
    else if (out->of)
        out->points = bind_bands_of_part(b, s, of, points);
    if (!out->of || !out->points) return false;
    const node *items[] = {out->points, node_number(b, s, t->at, 0, MEASURE_POINTS)};
    if (items[1])
        out->earned =
            node_over(b, s, t->at, NODE_OR_ELSE, TYPE_NUMBER, MEASURE_POINTS, items, 2);
    return out->earned != NULL;
}

static bool bind_parts(binder *b, const scope *s, score *out) {
    const term *t = out->is.term;
    bool fine = true;
    out->parts = arena_array(b->memory, t->count, sizeof *out->parts);
    if (!out->parts) return false;
    for (size_t i = 0; i < t->count; i++) {
        const term *part = t->entries[i].value;
        if (t->entries[i].key) continue;
        fine &=
            part->kind == TERM_TABLE && bind_part(b, s, part, &out->parts[out->part_count++]);
    }
    return fine && out->part_count;
}

static const node *add_parts(binder *b, const scope *s, const score *of) {
    const node *sum = of->parts[0].earned;
    for (size_t i = 1; sum && i < of->part_count; i++) {
        const node *items[] = {sum, of->parts[i].earned};
        sum = node_over(b, s, of->is.at, NODE_ADD, TYPE_NUMBER, MEASURE_POINTS, items, 2);
    }
    return sum;
}

/* What a scenario says of a total is said of today's. */
static const node *bind_total_of(binder *b, const scope *s, const score *of) {
    const node *sum = add_parts(b, s, of);
    return s->as_of == b->plan->as_of ? bind_overridden(b, s, of->is.name, sum) : sum;
}

/* At least `pass`, and every part above `each_above`. */
static bool bind_passed(binder *b, const scope *s, score *out) {
    const term *pass = term_field(out->is.term, "pass");
    const term *each = term_field(out->is.term, "each_above");
    const node **items = arena_array(b->memory, out->part_count + 1, sizeof *items);
    size_t count = 0;
    scope strict = *s;
    strict.strict = true;
    if (!items) return false;
    if (pass) out->pass = bind_against(b, s, out->total, pass);
    if (each) out->each_above = bind_against(b, s, out->total, each);
    if ((pass && !out->pass) || (each && !out->each_above)) return false;
    if (pass)
        items[count++] =
            node_compare(b, &strict, pass->at, out->total, COMPARE_AT_LEAST, out->pass);
    for (size_t i = 0; each && i < out->part_count; i++)
        items[count++] = node_compare(b, &strict, each->at, out->parts[i].earned, COMPARE_ABOVE,
                                      out->each_above);
    for (size_t i = 0; i < count; i++)
        if (!items[i]) return false;
    if (count) out->passed = node_group(b, &strict, out->is.at, NODE_ALL, items, count);
    return !count || out->passed;
}

const node *bind_score(binder *b, const scope *s, int index) {
    score *of = &b->plan->scores[index], made = {.is = of->is};
    const node *known = plan_node_of(b->plan, of->is.term, s->as_of);
    if (known || b->score_wrong[index]) return known;
    if (!enter_declaration(b, &of->is)) return NULL;
    scope own = {.source = NO_SOURCE, .as_of = s->as_of, .rule = &of->is, .ago = s->ago};
    bool fine = bind_parts(b, &own, &made) && (made.total = bind_total_of(b, &own, &made)) &&
                bind_passed(b, &own, &made);
    leave_declaration(b);
    b->score_wrong[index] = !fine;
    if (!fine) return NULL;
    if (s->as_of == b->plan->as_of) *of = made;
    return node_remember(b, &own, of->is.term, made.total);
}
