/* across.c - values that depend on all partners: total. LANGUAGE section 6. */
#include "bind/binder.h"

const node *bind_total(binder *b, const scope *s, const term *t) {
    scope partner = {.source = NO_SOURCE, .as_of = s->as_of, .rule = s->rule, .ago = s->ago};
    const node *x = bind_number(b, &partner, t->entries[0].value);
    if (!x) return NULL;
    node draft = node_draft(s, t->at, NODE_TOTAL, TYPE_NUMBER);
    draft.measure = x->measure;
    draft.shape = SHAPE_PARTNER;
    draft.across = true;
    draft.items = &x;
    draft.count = 1;
    return node_intern(b, draft);
}
