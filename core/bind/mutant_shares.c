/* mutant_shares.c - shares of a fund with a mistake in them: as they must add up to 100%, what
 * one payer pays more another pays less. */
#include "bind/mutating.h"

#include "bind/written.h"
#include "lang/phrase.h"

#include <string.h>

static const term *shares_of(const term *declaration) {
    const term *shares = term_field(declaration, "shares");
    bool listed = strcmp(declaration->name, "fund") == 0 && shares &&
                  shares->kind == TERM_TABLE && shares->count > 1;
    return listed ? shares : NULL;
}

bool is_share(const term *declaration, const term *literal) {
    const term *shares = shares_of(declaration);
    for (size_t i = 0; shares && i < shares->count; i++)
        if (shares->entries[i].value == literal) return true;
    return false;
}

/* The next payer who can pay so much less; `one` when nobody can. */
static size_t other_payer(const term *shares, size_t one, number part) {
    for (size_t step = 1; step < shares->count; step++) {
        size_t other = (one + step) % shares->count;
        number n;
        if (written_number(shares->entries[other].value, &n) && n >= part) return other;
    }
    return one;
}

/* The shares with a tenth more of one, at another's cost; NULL where that cannot be. */
static const term *moved(mutating *m, const term *shares, size_t one, const term **made) {
    number more, less;
    if (!written_number(shares->entries[one].value, &more)) return NULL;
    number part = more ? more / 10 : NUMBER_ONE / 100;
    size_t other = other_payer(shares, one, part);
    if (other == one || !written_number(shares->entries[other].value, &less)) return NULL;
    term *table = arena_allocate(m->memory, sizeof *table);
    entry *entries = arena_array(m->memory, shares->count, sizeof *entries);
    if (!table || !entries) return NULL;
    memcpy(entries, shares->entries, shares->count * sizeof *entries);
    *made = mutating_number(m, entries[one].value, more + part);
    entries[one].value = *made;
    entries[other].value = mutating_number(m, entries[other].value, less - part);
    *table = *shares;
    table->entries = entries;
    return entries[one].value && entries[other].value ? table : NULL;
}

void mutate_shares(mutating *m, const term *declaration) {
    const term *shares = shares_of(declaration);
    for (size_t i = 0; shares && i < shares->count; i++) {
        const entry *e = &shares->entries[i];
        const term *made = NULL, *table = e->key ? moved(m, shares, i, &made) : NULL;
        if (!table) continue;
        mutating_add(m, (mutant){.path = arena_print(m->memory, "%s.shares.%s",
                                                     declaration->member, e->key),
                                 .from = phrase_text_of(m->memory, e->value),
                                 .to = phrase_text_of(m->memory, made),
                                 .at = e->value->at,
                                 .declaration = declaration,
                                 .old = shares,
                                 .new = table});
    }
}
