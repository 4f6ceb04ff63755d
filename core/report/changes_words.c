/* changes_words.c - changes in the words of people: see changes_reports.h.
 *
 * The verdict's wording is stable: scripts and people look for it. */
#include "report/changes_reports.h"

#include "explain/amount.h"

#include <string.h>

static void say(text_buffer *out, text t) {
    text_append(out, t.bytes, t.length);
}

static void say_count(text_buffer *out, size_t n, const char *one, const char *many) {
    char room[AMOUNT_TEXT];
    say(out, amount_count(n, room));
    text_print(out, " %s", n == 1 ? one : many);
}

text changes_delta(number delta, const plan *p, char room[]) {
    text shown = amount_money(delta, p, room);
    if (delta <= 0) return shown;
    memmove(room + 1, room, shown.length + 1);
    room[0] = '+';
    return (text){room, shown.length + 1};
}

text changes_percent(number delta, number base, const plan *p, char room[]) {
    enum { MOST_PLACES = 6 };
    number part, shown;
    room[0] = '\0';
    if (base == 0 || !number_divide(&part, delta, base < 0 ? -base : base))
        return (text){room, 0};
    int places = 1;
    for (; places < MOST_PLACES; places++) {
        shown = number_round(part, places + 2, ROUND_HALF_UP);
        if (delta == 0 || shown != 0) break;
    }
    text said = amount_of(part, MEASURE_PERCENT, p, places, room);
    if (delta <= 0) return said;
    memmove(room + 1, room, said.length + 1);
    room[0] = '+';
    return (text){room, said.length + 1};
}

text changes_count(size_t before, size_t after, char room[]) {
    if (before == after) return text_of("0");
    text digits = amount_count(after > before ? after - before : before - after, room);
    memmove(room + 1, room, digits.length + 1);
    room[0] = after > before ? '+' : '-';
    return (text){room, digits.length + 1};
}

static void say_moves(const changes *c, text_buffer *out) {
    if (!c->partners_down && !c->partners_up) {
        text_append_string(out, "nobody moves");
        return;
    }
    size_t first = c->partners_down ? c->partners_down : c->partners_up;
    say_count(out, first, "partner moves", "partners move");
    text_append_string(out, c->partners_down ? " down" : " up");
    if (!c->partners_down || !c->partners_up) return;
    char room[AMOUNT_TEXT];
    text_append_string(out, ", ");
    say(out, amount_count(c->partners_up, room));
    text_append_string(out, " up");
}

size_t changes_paid_otherwise(const changes *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->partner_count; i++)
        count += c->partners[i].payout_count > 0;
    return count;
}

static void say_payout(const changes *c, text_buffer *out) {
    char room[AMOUNT_TEXT];
    const plan *p = c->before->plan;
    const rule_total *t = &c->payout;
    if (t->delta == 0) {
        text_append_string(out, "; payout stays at ");
        say(out, amount_money(t->after, p, room));
        size_t otherwise = changes_paid_otherwise(c);
        if (!otherwise) return;
        text_append_string(out, ", but ");
        say_count(out, otherwise, "partner is paid differently",
                  "partners are paid differently");
        return;
    }
    text_append_string(out, t->delta < 0 ? "; payout falls by " : "; payout rises by ");
    say(out, amount_money(t->delta < 0 ? -t->delta : t->delta, p, room));
    text part = changes_percent(t->delta, t->before, p, room);
    if (part.length) text_print(out, " (%s)", room);
    text_append_string(out, " to ");
    say(out, amount_money(t->after, p, room));
}

/* Who neither moves nor is paid differently, and yet is not as before. */
static void say_others(const changes *c, text_buffer *out) {
    const struct {
        size_t count;
        const char *one, *many;
    } parts[] = {
        {c->partners_otherwise, "partner changes otherwise", "partners change otherwise"},
        {c->added, "partner is new", "partners are new"},
        {c->removed, "partner is no longer there", "partners are no longer there"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].count) continue;
        text_append_string(out, "; ");
        say_count(out, parts[i].count, parts[i].one, parts[i].many);
    }
}

void changes_say_verdict(const changes *c, const changes_head *head, text_buffer *out) {
    size_t broken = count_broken_guards(head->guards, head->guard_count);
    say_moves(c, out);
    say_payout(c, out);
    say_others(c, out);
    if (broken) {
        text_append_string(out, "; ");
        say_count(out, broken, "guard is broken", "guards are broken");
    }
    if (!c->errors) return;
    text_append_string(out, "; ");
    say_count(out, c->errors, "partner with errors is left out",
              "partners with errors are left out");
}

const char *changes_rule_mark(const changed_rule *rule) {
    return rule->before < 0 ? " (new)" : rule->after < 0 ? " (removed)" : "";
}

void changes_say_held(const changed_ladder *l, text_buffer *out) {
    char room[AMOUNT_TEXT];
    size_t first = l->held_down ? l->held_down : l->held_up;
    if (!first) return;
    text_print(out, "%s: ", l->title ? l->title : l->name);
    say_count(out, first, "partner now qualifies for", "partners now qualify for");
    text_append_string(out, l->held_down ? " less" : " more");
    if (l->held_down && l->held_up) {
        text_append_string(out, ", ");
        say(out, amount_count(l->held_up, room));
        text_append_string(out, " for more");
    }
    bool one = l->held_down + l->held_up == 1;
    text_print(out, ", but %s not move yet", one ? "its level does" : "their levels do");
}

const char *changes_level_title(const changed_ladder *l, int level) {
    if (level < 0) return "none";
    return l->levels[level].title ? l->levels[level].title : l->levels[level].name;
}

static void separate(text_buffer *out, size_t before) {
    if (out->length > before) text_append_string(out, ", ");
}

static void say_level_moves(const changes_view *v, const partner_change *of, text_buffer *out) {
    const changes *c = v->of;
    size_t before = out->length;
    for (size_t i = 0; i < of->move_count; i++) {
        const level_move *move = &c->moves[of->first_move + i];
        const changed_ladder *l = &c->ladders[move->ladder];
        separate(out, before);
        if (c->ladder_count > 1) text_print(out, "%s: ", l->name);
        text_print(out, "%s → %s", changes_level_title(l, move->from),
                   changes_level_title(l, move->to));
    }
}

/* The part of a path behind its first word, when that is `name`; else NULL. */
static const char *path_within(const char *path, const char *name) {
    size_t length = strlen(name);
    if (strncmp(path, name, length) || (path[length] && path[length] != '.')) return NULL;
    return path + length + (path[length] == '.');
}

/* "rate of volume_rebate" where one of the values set belongs to the rule, else its name. */
static void say_rule(const changes_view *v, const char *name, text_buffer *out) {
    for (size_t i = 0; i < v->head->set_count; i++) {
        const changed_value *set = &v->head->set[i];
        const char *within = path_within(set->whole ? set->whole : set->path, name);
        if (!within || !*within) continue;
        const char *last = strrchr(within, '.');
        const char *word = last ? last + 1 : within;
        bool numbered = *word >= '0' && *word <= '9';
        if (numbered || strcmp(word, "pays") == 0) break;
        text_print(out, "%s of ", word);
        break;
    }
    text_append_string(out, name);
}

/* What else is different, where that is all. */
static void say_other_causes(const changes_view *v, const partner_change *of,
                             text_buffer *out) {
    size_t before = out->length;
    for (size_t i = 0; i < of->other_count; i++) {
        const other_change *other = &v->of->others[of->first_other + i];
        if (!changes_has_shown_other(v, other)) continue;
        separate(out, before);
        changes_say_other(v->of, other, out);
    }
}

void changes_say_cause(const changes_view *v, const partner_change *of, text_buffer *out) {
    const changes *c = v->of;
    if (of->before_partner < 0 || of->after_partner < 0) {
        text_append_string(out, of->before_partner < 0 ? "new partner" : "no longer a partner");
        return;
    }
    if (of->move_count) {
        say_level_moves(v, of, out);
        return;
    }
    size_t before = out->length;
    for (size_t i = 0; i < of->payout_count; i++) {
        const payout_change *paid = &c->payouts[of->first_payout + i];
        if (!v->rules[paid->rule]) continue;
        separate(out, before);
        say_rule(v, c->rules[paid->rule].name, out);
    }
    if (out->length == before) say_other_causes(v, of, out);
}

static bool is_only(int before, int after, bool added) {
    return added ? before < 0 : after < 0;
}

static const char *noun_of(const changes *c, const changed_rule *rule, bool after) {
    const plan *p = after ? c->after->plan : c->before->plan;
    int index = after ? rule->after : rule->before;
    if (after ? rule->after_fund : rule->before_fund) return "fund";
    return p->incentives[index].spiff ? "spiff" : "incentive";
}

void changes_say_only(const changes *c, bool added, text_buffer *out) {
    size_t begins = out->length;
    for (size_t i = 0; i < c->ladder_count; i++) {
        const changed_ladder *l = &c->ladders[i];
        if (is_only(l->before, l->after, added)) {
            separate(out, begins);
            text_print(out, "ladder '%s'", l->name);
        }
        if (l->before < 0 || l->after < 0) continue;
        for (size_t k = 0; k < l->level_count; k++) {
            if (!is_only(l->levels[k].before, l->levels[k].after, added)) continue;
            separate(out, begins);
            text_print(out, "level '%s' of '%s'", l->levels[k].name, l->name);
        }
    }
    for (size_t i = 0; i < c->rule_count; i++) {
        const changed_rule *rule = &c->rules[i];
        if (!is_only(rule->before, rule->after, added)) continue;
        separate(out, begins);
        text_print(out, "%s '%s'", noun_of(c, rule, added), rule->name);
    }
    for (size_t i = 0; i < c->thing_count; i++) {
        const other_thing *t = &c->things[i];
        if (t->kind > OTHER_SCORE || !is_only(t->before, t->after, added)) continue;
        separate(out, begins);
        text_print(out, "%s '%s'", changes_thing_kind(t), t->name);
    }
}
