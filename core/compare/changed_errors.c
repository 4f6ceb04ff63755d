/* changed_errors.c - pairs the errors of both sides: see changed_errors.h.
 *
 * An error is the same on both sides when it says the same at the same place. Whom a change
 * does not concern has after it the errors that it had. */
#include "compare/changed_errors.h"

#include "eval/evaluation.h"

#include <string.h>

typedef struct pairing {
    changes *out;
    const evaluation *partial;
    size_t before, after; /* the next error of each side */
} pairing;

static text partner_of(const result *r, size_t error) {
    return r->facts->partner_ids[r->errors[error].partner];
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same(const partner_error *a, const partner_error *b) {
    const char *in = a->at.file ? a->at.file->name : NULL,
               *its = b->at.file ? b->at.file->name : NULL;
    return a->at.line == b->at.line && same_text(in, its) && same_text(a->rule, b->rule) &&
           strcmp(a->message, b->message) == 0;
}

/* The same error of the baseline, from `first` on, that has no counterpart yet; or NULL. */
static changed_error *find_same(changes *out, size_t first, const partner_error *of) {
    for (size_t i = first; i < out->error_list_count; i++)
        if (!out->error_list[i].after && is_same(out->error_list[i].of, of))
            return &out->error_list[i];
    return NULL;
}

static bool stays(const pairing *p, uint32_t partner) {
    return p->partial && !is_member(p->partial, partner);
}

/* All errors of the partner who comes next. */
static void take_partner(pairing *p, text partner) {
    changes *out = p->out;
    const result *was = out->before, *is = out->after;
    size_t first = out->error_list_count;
    for (; p->before < was->error_count && text_equal(partner_of(was, p->before), partner);
         p->before++) {
        const partner_error *e = &was->errors[p->before];
        out->error_list[out->error_list_count++] =
            (changed_error){partner, e, true, stays(p, e->partner)};
    }
    for (; p->after < is->error_count && text_equal(partner_of(is, p->after), partner);
         p->after++) {
        const partner_error *e = &is->errors[p->after];
        if (stays(p, e->partner)) continue;
        changed_error *known = find_same(out, first, e);
        if (known)
            known->after = true;
        else
            out->error_list[out->error_list_count++] = (changed_error){partner, e, false, true};
    }
}

bool list_errors(arena *memory, changes *out, const evaluation *partial) {
    pairing p = {.out = out, .partial = partial};
    const result *was = out->before, *is = out->after;
    size_t most = was->error_count + is->error_count;
    out->error_list = arena_array(memory, most, sizeof *out->error_list);
    if (!out->error_list) return false;
    while (p.before < was->error_count || p.after < is->error_count) {
        bool done = p.before == was->error_count, none = p.after == is->error_count;
        int order = done   ? 1
                    : none ? -1
                           : text_compare(partner_of(was, p.before), partner_of(is, p.after));
        take_partner(&p, order <= 0 ? partner_of(was, p.before) : partner_of(is, p.after));
    }
    return true;
}
