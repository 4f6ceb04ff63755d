/* missing.c - which requirements a partner lacks, by the keys under which they stand.
 *
 * Groups are called as in paths: any_of, all_of, none_of, n_of, the second of its kind
 * any_of_2; conditions without a key by what they ask. A cumulative level asks what those below
 * it ask, too. */
#include "expect/words.h"

#include "lang/phrase.h"

#include <string.h>

/* Whatever has requirements, in one row: levels, holdings, incentives, funds. */
typedef struct asking {
    const char *name;
    const requirement *requires;
    const ladder *on; /* of a level */
    size_t level;
} asking;

static bool asking_at(const plan *p, size_t n, asking *out) {
    for (size_t i = 0; i < p->ladder_count; i++) {
        const ladder *l = &p->ladders[i];
        if (n < l->level_count) {
            *out = (asking){l->levels[n].is.name, &l->levels[n].requires, l, n};
            return true;
        }
        n -= l->level_count;
    }
    if (n < p->holding_count) {
        *out = (asking){p->holdings[n].is.name, &p->holdings[n].requires, NULL, 0};
        return true;
    }
    n -= p->holding_count;
    if (n < p->incentive_count) {
        *out = (asking){p->incentives[n].is.name, &p->incentives[n].requires, NULL, 0};
        return true;
    }
    n -= p->incentive_count;
    if (n >= p->fund_count) return false;
    *out = (asking){p->funds[n].is.name, &p->funds[n].requires, NULL, 0};
    return true;
}

const char *missing_name(const plan *p, size_t n) {
    asking found;
    return asking_at(p, n, &found) ? found.name : NULL;
}

/* "any_of", or "any_of_2" for the second in the table. */
static const char *group_key(arena *memory, const requirement *all, size_t index) {
    static const char *const words[] = {"", "all_of", "any_of", "none_of", "n_of"};
    const requirement *r = &all->items[index];
    size_t before = 0;
    for (size_t i = 0; i < index; i++)
        before += all->items[i].kind == r->kind;
    const char *word = words[r->kind];
    return before ? arena_print(memory, "%s_%zu", word, before + 1) : word;
}

static const char *key_of(arena *memory, const requirement *all, size_t index) {
    const requirement *r = &all->items[index];
    if (r->kind != REQUIRE_LINE) return group_key(memory, all, index);
    return r->key ? r->key : phrase_text_of(memory, r->term);
}

static bool add_key(arena *memory, wanted_list *out, const char *key) {
    for (size_t i = 0; i < out->count; i++)
        if (strcmp(out->items[i], key) == 0) return true;
    return wanted_add(memory, out, key);
}

/* Whether a line counts; no function: all do. */
typedef bool chooser(const wanted_question *q, const requirement *r);

static bool is_lacking(const wanted_question *q, const requirement *r) {
    value v = result_any_value(q->of, r->met, q->partner);
    return v.state != CELL_VALUE || v.number == 0;
}

static bool add_keys(const wanted_question *q, const requirement *all, chooser *chosen,
                     wanted_list *out) {
    for (size_t i = 0; i < all->count; i++) {
        if (chosen && !chosen(q, &all->items[i])) continue;
        const char *key = key_of(q->memory, all, i);
        if (!key || !add_key(q->memory, out, key)) return false;
    }
    return true;
}

static bool add_all(const plan *p, const wanted_question *q, chooser *chosen,
                    wanted_list *out) {
    asking found;
    if (!asking_at(p, q->wanted->index, &found)) return true;
    if (!add_keys(q, found.requires, chosen, out)) return false;
    for (size_t k = 0; found.on && found.on->cumulative && k < found.level; k++)
        if (!add_keys(q, &found.on->levels[k].requires, chosen, out)) return false;
    return true;
}

bool missing_keys(const wanted_question *q, wanted_list *out) {
    return add_all(q->of->plan, q, is_lacking, out);
}

bool missing_known(const plan *p, const wanted_value *w, arena *memory, wanted_list *out) {
    wanted_question q = {.wanted = w, .memory = memory};
    return add_all(p, &q, NULL, out);
}

/* "gold", or "tier.gold" where two ladders have a level gold. */
bool missing_find(const plan *p, const char *rest, wanted_value *w) {
    asking found;
    for (size_t n = 0; asking_at(p, n, &found); n++) {
        size_t length = found.on ? strlen(found.on->is.name) : 0;
        bool within = length && strncmp(rest, found.on->is.name, length) == 0 &&
                      rest[length] == '.' && strcmp(rest + length + 1, found.name) == 0;
        if (!within && strcmp(rest, found.name) != 0) continue;
        w->index = n;
        w->rule = found.name;
        return true;
    }
    return false;
}
