/* ladder.c - where a partner stands and what each level above still asks; what it holds.
 *
 * The level reached comes first, then the levels above, the next one up first. */
#include "explain/explain.h"

void explain_gives(const explaining *x, explanation *parent, const declared *by,
                   const benefit *gives, size_t count, bool given) {
    const term *written = term_field(by->term, "gives");
    text_buffer said = {0};
    for (size_t i = 0; i < count; i++) {
        value v = result_any_value(x->of, gives[i].value, x->partner);
        const term *t = term_field(written, gives[i].name);
        text_print(&said, "%s%s ", i ? ", " : "", gives[i].name);
        /* What the partner is not given was not computed: as written then. */
        const char *words = v.state != CELL_VALUE && t ? explain_words(x, t) : NULL;
        bool quoted = v.state == CELL_VALUE && v.type == TYPE_TEXT;
        if (quoted) text_append_byte(&said, '"');
        if (words)
            text_append_string(&said, words);
        else
            explain_say(&said, x->of->plan, &v, 0);
        if (quoted) text_append_byte(&said, '"');
    }
    explanation *e = NULL;
    if (count) e = explanation_add(x->memory, parent, "gives", given ? "gives" : "would give");
    const char *list = explain_take(x, &said);
    if (!e) return;
    e->formula = list;
    explanation_figure(x->memory, e, "given",
                       (value){.state = CELL_VALUE, .type = TYPE_BOOLEAN, .number = given});
    for (size_t i = 0; i < count; i++)
        explanation_named(x->memory, e, gives[i].name,
                          result_any_value(x->of, gives[i].value, x->partner));
}

/* "was silver", "as before", "new" */
static const char *before_words(const explaining *x, const ladder *l, value stands) {
    if (!l->current) return NULL;
    value before = result_any_value(x->of, l->current, x->partner);
    if (before.state == CELL_WRONG) return NULL;
    if (before.state == CELL_NONE) return "none before";
    bool same = stands.state == CELL_VALUE && text_equal(before.text, stands.text);
    if (same) return "as before";
    return explain_print(x, "was %.*s", (int)before.text.length, before.text.bytes);
}

static const char *day_words(const explaining *x, const node *day) {
    return explain_shown(x, result_any_value(x->of, day, x->partner));
}

/* Until when a partner is kept where it stands. */
static const char *kept_until(const explaining *x, const ladder_timing *t, hold why) {
    char day[DATE_TEXT];
    const move_days *moves = why == HOLD_PROMOTES ? &t->promotes : &t->demotes;
    if (why == HOLD_PROTECTED_UNTIL)
        return explain_print(x, " until %s", day_words(x, t->protected_until));
    if (why == HOLD_GRACE) {
        value since = result_any_value(x->of, t->at_risk_since, x->partner);
        return since.state == CELL_VALUE
                   ? explain_print(x, " until %s", day_words(x, t->grace_until))
                   : ", which begins once at_risk_since is set";
    }
    if (!moves->next) return ": never";
    date_print(day, moves->next);
    return explain_print(x, " until %s", day);
}

/* "kept at gold by grace until 2026-12-29, qualifies for silver" */
static const char *held_words(const explaining *x, const ladder *l, size_t index,
                              value stands) {
    uint8_t why = x->of->held[index] ? x->of->held[index][x->partner] : HOLD_NONE;
    const column *qualified = &x->of->qualified[index];
    if (why == HOLD_NONE) return NULL;
    const char *at = explain_shown(x, stands), *said = NULL;
    bool placed = qualified->states[x->partner] == CELL_VALUE, up = why == HOLD_STEPS_UP;
    const char *aim =
        placed ? l->levels[(size_t)qualified->values[x->partner]].is.name : "no level";
    if (up || why == HOLD_STEPS_DOWN) {
        const node *steps = up ? l->timing->steps_up : l->timing->steps_down;
        said = explain_print(x, "%s only to %s by %s = %s", up ? "raised" : "lowered", at,
                             hold_word(why), day_words(x, steps));
    } else {
        said = explain_print(x, "kept at %s by %s%s", at, hold_word(why),
                             kept_until(x, l->timing, why));
    }
    return explain_print(x, "%s, qualifies for %s", said, aim);
}

static const char *join_words(const explaining *x, const char *first, const char *second) {
    if (!first || !second) return first ? first : second;
    return explain_print(x, "%s; %s", first, second);
}

/* What keeps the level from being the qualified one, and through when it is guaranteed. */
static void show_timing(const explaining *x, explanation *e, const ladder *l, size_t index,
                        value stands) {
    const column *qualified = &x->of->qualified[index];
    value aim = {.state = (cell_state)qualified->states[x->partner], .type = TYPE_LEVEL}, until;
    const char *held = result_held(x->of, index, x->partner);
    if (aim.state == CELL_VALUE)
        aim.text = text_of(l->levels[(size_t)qualified->values[x->partner]].is.name);
    explanation_figure(x->memory, e, "qualified", aim);
    if (held) explanation_figure(x->memory, e, "held", explain_text_value(text_of(held)));
    e->note = join_words(x, e->note, held_words(x, l, index, stands));
    if (!result_guarantee(x->of, index, x->partner, &until)) return;
    explanation_figure(x->memory, e, "guaranteed_until", until);
    if (until.state == CELL_VALUE)
        e->note = join_words(x, e->note,
                             explain_print(x, "guaranteed until %s", explain_shown(x, until)));
}

/* Whether another level on the way up keeps the partner from this one. */
static const char *waits_for(const explaining *x, const ladder *l, size_t index) {
    for (size_t k = 0; l->cumulative && k < index; k++)
        if (explain_met(x, l->levels[k].requires.met) == REASON_UNMET)
            return l->levels[k].is.name;
    return NULL;
}

enum { NOT_KNOWN = -2, BELOW_FIRST = -1 }; /* beside the index of the level reached */

static const char *level_note(const explaining *x, const ladder *l, size_t index, long stands) {
    const requirement *asks = &l->levels[index].requires;
    const char *below = waits_for(x, l, index), *before = "";
    const char *also = below ? explain_print(x, ", and it asks all of '%s' too", below) : "";
    bool lacking = asks->count && explain_met(x, asks->met) == REASON_UNMET;
    if ((long)index < stands && !lacking) return "below";
    if ((long)index < stands) before = "below: ";
    if ((long)index == stands) before = "stands here: ";
    if ((long)index == stands + 1 && stands != NOT_KNOWN) before = "next up: ";
    if (!asks->count) return explain_print(x, "%snothing is asked", before);
    return explain_print(x, "%s%zu of %zu met%s", before, explain_met_count(x, asks),
                         asks->count, also);
}

static void explain_level(const explaining *x, explanation *parent, const ladder *l,
                          size_t index, long stands) {
    const level *one = &l->levels[index];
    explanation *e = explain_declared(x, parent, &one->is);
    if (!e) return;
    e->kind = "level";
    e->state = explain_met(x, one->met);
    e->note = level_note(x, l, index, stands);
    /* Who is kept at a level may lack what one below it asks. */
    bool named = explain_names_level(x, l, one), below = (long)index < stands;
    const requirement *asks = &one->requires;
    if (!below || named || (asks->count && explain_met(x, asks->met) != REASON_MET))
        explain_requirements(x, e, asks);
    if (!below || named)
        explain_gives(x, e, &one->is, one->gives, one->gives_count, (long)index <= stands);
}

void explain_ladder(const explaining *x, explanation *root, const ladder *l, size_t index) {
    const column *levels = &x->of->levels[index];
    explanation *e = explain_declared(x, root, &l->is);
    if (!e) return;
    uint8_t state = levels->states ? levels->states[x->partner] : CELL_NONE;
    value v = {.state = (cell_state)(state ? state : CELL_NONE), .type = TYPE_LEVEL};
    long stands = state == CELL_WRONG ? NOT_KNOWN : BELOW_FIRST;
    if (state == CELL_VALUE) {
        stands = (long)levels->values[x->partner];
        v.text = text_of(l->levels[stands].is.name);
        v.number = stands;
    }
    explanation_figure(x->memory, e, "value", v);
    if (l->current)
        explanation_figure(x->memory, e, "before",
                           result_any_value(x->of, l->current, x->partner));
    bool applies = result_applies(x->of, l, x->partner);
    e->shown = applies ? explain_shown(x, v) : "does not apply";
    e->note = applies ? before_words(x, l, v) : NULL;
    if (state == CELL_WRONG) e->state = REASON_WRONG;
    if (!applies) return;
    if (l->timing && state != CELL_WRONG) show_timing(x, e, l, index, v);
    for (size_t k = stands < 0 ? 0 : (size_t)stands; k < l->level_count; k++)
        if (explain_asks_level(x, l, &l->levels[k])) explain_level(x, e, l, k, stands);
    for (long k = stands - 1; k >= 0; k--)
        if (explain_asks_level(x, l, &l->levels[k])) explain_level(x, e, l, (size_t)k, stands);
}

void explain_holding(const explaining *x, explanation *root, const holding *h) {
    explanation *e = explain_declared(x, root, &h->is);
    if (!e) return;
    value held = result_any_value(x->of, h->met, x->partner);
    e->state = explain_met(x, h->met);
    bool yes = e->state == REASON_MET;
    e->shown = h->obligation ? (yes ? "kept" : "due") : yes ? "held" : "not held";
    if (e->state == REASON_WRONG) e->shown = "error";
    explanation_figure(x->memory, e, "value", held);
    if (!yes && h->requires.count > 1)
        e->note = explain_print(x, "%zu of %zu met", explain_met_count(x, &h->requires),
                                h->requires.count);
    explain_requirements(x, e, &h->requires);
    explain_gives(x, e, &h->is, h->gives, h->gives_count, yes);
}
