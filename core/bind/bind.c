/* bind.c - binds all declarations of a program, in the order in which they may refer to each
 * other. */
#include "bind/bind.h"

#include "base/currency.h"
#include "bind/binder.h"

#include <string.h>

static size_t count_of(const declarations *rules, const char *noun) {
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++)
        count += strcmp(rules->items[i]->name, noun) == 0;
    return count;
}

static bool bind_program(binder *b) {
    plan *p = b->plan;
    for (size_t i = 0; i < b->rules->count; i++) {
        const term *t = b->rules->items[i];
        if (strcmp(t->name, "program")) continue;
        p->program = declared_of(t);
        p->name = t->member;
        p->version = field_text(t, "version");
        if (field_text(t, "currency")) p->currency = field_text(t, "currency");
        const char *starts = field_text(t, "year_starts");
        if (starts && strlen(starts) == 5)
            p->starts = (year_start){(starts[0] - '0') * 10 + starts[1] - '0',
                                     (starts[3] - '0') * 10 + starts[4] - '0'};
        p->rounding = ROUND_HALF_UP;
        bind_rounding(b, t, &p->rounding);
    }
    p->currency_places = currency_places(p->currency);
    if (p->currency_places < 0) p->currency_places = 2;
    return true;
}

static bool make_room(binder *b) {
    plan *p = b->plan;
    const declarations *rules = b->rules;
    p->metrics = arena_array(b->memory, count_of(rules, "metric"), sizeof *p->metrics);
    p->settings = arena_array(b->memory, count_of(rules, "setting"), sizeof *p->settings);
    p->ladders = arena_array(b->memory, count_of(rules, "ladder"), sizeof *p->ladders);
    p->holdings =
        arena_array(b->memory, count_of(rules, "certification") + count_of(rules, "obligation"),
                    sizeof *p->holdings);
    p->scores = arena_array(b->memory, count_of(rules, "score"), sizeof *p->scores);
    b->score_wrong = arena_array(b->memory, count_of(rules, "score"), sizeof *b->score_wrong);
    p->incentives =
        arena_array(b->memory, count_of(rules, "incentive") + count_of(rules, "spiff"),
                    sizeof *p->incentives);
    p->funds = arena_array(b->memory, count_of(rules, "fund"), sizeof *p->funds);
    p->routings = arena_array(b->memory, count_of(rules, "routing"), sizeof *p->routings);
    p->guards = arena_array(b->memory, count_of(rules, "guard"), sizeof *p->guards);
    p->term_nodes = arena_allocate(b->memory, sizeof(term_nodes));
    b->metric_wrong =
        arena_array(b->memory, count_of(rules, "metric"), sizeof *b->metric_wrong);
    b->setting_wrong =
        arena_array(b->memory, count_of(rules, "setting"), sizeof *b->setting_wrong);
    b->setting_ranged =
        arena_array(b->memory, count_of(rules, "setting"), sizeof *b->setting_ranged);
    b->setting_rows =
        arena_array(b->memory, count_of(rules, "setting"), sizeof *b->setting_rows);
    if (!b->metric_wrong || !b->setting_wrong || !b->setting_ranged || !b->setting_rows ||
        !p->scores || !b->score_wrong)
        return false;
    return p->metrics && p->settings && p->ladders && p->holdings && p->incentives &&
           p->funds && p->routings && p->guards && p->term_nodes;
}

/* The levels' names must be known before anything refers to them. */
static bool list_levels(binder *b, const term *t, ladder *out) {
    out->levels = arena_array(b->memory, t->count, sizeof *out->levels);
    if (!out->levels) return false;
    for (size_t i = 0; i < t->count; i++) {
        const term *l = t->entries[i].value;
        if (l->kind == TERM_DECLARATION && l->member)
            out->levels[out->level_count++].is = declared_of(l);
    }
    return true;
}

static bool list_declaration(binder *b, const term *t) {
    plan *p = b->plan;
    const char *noun = t->name;
    if (!t->member) return true; /* a name that cannot be one was reported where it was read */
    if (strcmp(noun, "metric") == 0) {
        p->metrics[p->metric_count++].is = declared_of(t);
    } else if (strcmp(noun, "setting") == 0) {
        setting *made = &p->settings[p->setting_count++];
        *made = (setting){declared_of(t), term_field(t, "value"), term_field(t, "range")};
    } else if (strcmp(noun, "ladder") == 0) {
        ladder *made = &p->ladders[p->ladder_count++];
        made->is = declared_of(t);
        return list_levels(b, t, made);
    } else if (strcmp(noun, "certification") == 0 || strcmp(noun, "obligation") == 0) {
        holding *made = &p->holdings[p->holding_count++];
        made->is = declared_of(t);
        made->obligation = noun[0] == 'o';
    } else if (strcmp(noun, "score") == 0) {
        p->scores[p->score_count++].is = declared_of(t);
    } else if (strcmp(noun, "incentive") == 0 || strcmp(noun, "spiff") == 0) {
        incentive *made = &p->incentives[p->incentive_count++];
        made->is = declared_of(t);
        made->spiff = noun[0] == 's';
    } else if (strcmp(noun, "fund") == 0) {
        p->funds[p->fund_count++].is = declared_of(t);
    } else if (strcmp(noun, "routing") == 0) {
        p->routings[p->routing_count++].is = declared_of(t);
    } else if (strcmp(noun, "guard") == 0) {
        p->guards[p->guard_count++].is = declared_of(t);
    }
    return true;
}

static void bind_metrics(binder *b) {
    scope s = {.source = NO_SOURCE, .as_of = b->plan->as_of};
    for (size_t i = 0; i < b->plan->metric_count; i++) {
        metric *m = &b->plan->metrics[i];
        m->value = bind_metric(b, &s, (int)i);
        if (m->value && m->value->type == TYPE_LEVEL)
            problem_add(b->problems, term_field(m->is.term, "value")->at,
                        arena_print(b->memory, "refer to the ladder itself: ladder.%s",
                                    b->plan->ladders[m->value->ladder].is.name),
                        "a metric is a number, text, date or boolean");
    }
}

/* A setting that nobody uses is looked at all the same, so that its mistakes are not found
 * later. Those made of a row's columns are bound where they are used. */
static void bind_settings(binder *b) {
    for (size_t i = 0; i < b->plan->setting_count; i++) {
        setting *used = &b->plan->settings[i];
        scope s = {.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = &used->is};
        term reference = {.kind = TERM_REFERENCE,
                          .at = used->is.at,
                          .name = "setting",
                          .member = used->is.name};
        bool by_row =
            used->value && (source_used(b, used->value) >= 0 || holds_function(used->value));
        if (used->value && !by_row) bind_reference(b, &s, &reference);
    }
}

static void bind_rules(binder *b) {
    plan *p = b->plan;
    scope s = {.source = NO_SOURCE, .as_of = p->as_of};
    for (size_t i = 0; i < p->score_count; i++)
        bind_score(b, &s, (int)i);
    for (size_t i = 0; i < p->ladder_count; i++)
        bind_ladder(b, p->ladders[i].is.term, &p->ladders[i]);
    for (size_t i = 0; i < p->holding_count; i++)
        bind_holding(b, p->holdings[i].is.term, &p->holdings[i]);
    check_benefits(b);
    for (size_t i = 0; i < p->incentive_count; i++)
        bind_incentive(b, p->incentives[i].is.term, &p->incentives[i]);
    check_competitors(b);
    for (size_t i = 0; i < p->fund_count; i++)
        bind_fund(b, p->funds[i].is.term, &p->funds[i]);
    for (size_t i = 0; i < p->routing_count; i++)
        bind_routing(b, p->routings[i].is.term, &p->routings[i]);
    for (size_t i = 0; i < p->guard_count; i++)
        bind_guard(b, p->guards[i].is.term, &p->guards[i]);
}

/* Rows are counted by the day on which they happened, and partners shown by name, whether or
 * not a rule asks. */
static void want_for_everybody(plan *p) {
    source_request *partner = &p->request.sources[PARTNER_SOURCE];
    for (size_t i = 0; i < partner->count; i++) {
        column_request *column = &partner->columns[i];
        if (strcmp(column->name, "name") != 0 || column->wanted) continue;
        column->wanted = true;
        column->shown_only = column->kind == CELL_TEXT;
    }
    for (size_t i = 0; i < p->request.count; i++) {
        source_request *source = &p->request.sources[i];
        if (source->happened_on >= 0) source->columns[source->happened_on].wanted = true;
    }
}

plan *bind_plan(arena *memory, const declarations *rules, const catalog *known, date as_of,
                problem_list *problems) {
    return bind_plan_with(memory, rules, known, as_of, NULL, problems);
}

plan *bind_plan_with(arena *memory, const declarations *rules, const catalog *known, date as_of,
                     const metric_overrides *overrides, problem_list *problems) {
    enum { ROWS_LOOKED_AT = 500000000 }; /* some seconds of a machine for one partner */
    size_t before = problems->found + problems->repeats;
    binder b = {.memory = memory, .rules = rules, .known = known, .problems = problems};
    b.plan = arena_allocate(memory, sizeof *b.plan);
    if (!b.plan) return NULL;
    *b.plan = (plan){.rules = rules,
                     .as_of = as_of,
                     .overrides = overrides,
                     .currency = "USD",
                     .currency_places = 2,
                     .starts = {1, 1},
                     .looks = ROWS_LOOKED_AT};
    if (!make_room(&b) || !bind_program(&b)) return NULL;
    bool sources = bind_sources(memory, rules, known, &b.plan->request, problems);
    for (size_t i = 0; i < rules->count; i++) {
        if (!list_declaration(&b, rules->items[i])) return NULL;
    }
    if (!b.plan->request.sources) return NULL;
    (void)sources;   /* go on: names are checked against what was declared */
    check_needs(&b); /* what goes in circles is left out below */
    check_overrides(&b);
    bind_exchange(&b);
    bind_metrics(&b);
    bind_settings(&b);
    bind_rules(&b);
    order_pools(&b);
    check_exchange(&b);
    want_for_everybody(b.plan);
    if (problems->found + problems->repeats != before || memory->failed) return NULL;
    find_uses(&b);
    return b.plan;
}
