/* function.c - functions of rules: what they read becomes their items, so that order of work,
 * circles and columns to be read are those of any other expression. LANGUAGE section 11. */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

/* The values that a function is given: a row and its partner, or the partner. */
static bool is_partner(const scope *s, int parameter) {
    return parameter == (s->source > PARTNER_SOURCE ? 1 : 0);
}

static bool is_row(const scope *s, int parameter) {
    return s->source > PARTNER_SOURCE && parameter == 0;
}

static void refuse_column(binder *b, const scope *s, const function_read *read) {
    const source_request *rows = &b->plan->request.sources[s->source];
    nearest guess = nearest_to(read->name);
    for (size_t i = 0; i < rows->count; i++)
        nearest_offer(&guess, rows->columns[i].name);
    const char *hint =
        guess.best
            ? arena_print(b->memory, "did you mean '%s'?", guess.best)
            : arena_print(b->memory, "a function of a row is given the row, then its partner: "
                                     "function(row, p)");
    problem_add(b->problems, read->at, hint, "source '%s' has no column '%s'", rows->name,
                read->name);
}

static bool can_be_read(const term *t) {
    static const char *const nouns[] = {"metric", "ladder", "certification", "obligation",
                                        "score"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i], t->name) == 0) return t->member != NULL;
    return false;
}

/* What the name means is what a requirement's key would mean. */
static const node *bind_partner_read(binder *b, const scope *s, const function_read *read) {
    const source_request *partner = &b->plan->request.sources[PARTNER_SOURCE];
    nearest guess = nearest_to(read->name);
    bool known = find_column(b, PARTNER_SOURCE, read->name) >= 0;
    for (size_t i = 0; i < b->rules->count; i++) {
        if (!can_be_read(b->rules->items[i])) continue;
        nearest_offer(&guess, b->rules->items[i]->member);
        known |= strcmp(b->rules->items[i]->member, read->name) == 0;
    }
    if (known && !read->further) return bind_key(b, s, read->name, read->at);
    if (known) {
        problem_add(b->problems, read->at, "only a column of type ref leads to another source",
                    "'%s.%s' has no part '%s'", read->variable, read->name, read->further);
        return NULL;
    }
    for (size_t i = 0; i < partner->count; i++)
        nearest_offer(&guess, partner->columns[i].name);
    const char *hint =
        guess.best ? arena_print(b->memory, "did you mean '%s.%s'?", read->variable, guess.best)
                   : "a setting or an incentive is read by a metric of its own";
    problem_add(b->problems, read->at, hint,
                "'%s.%s' is no metric, ladder, certification, obligation or column of partner",
                read->variable, read->name);
    return NULL;
}

/* The column, or the cell that it leads to. */
static const node *bind_cell_read(binder *b, const scope *s, const function_read *read,
                                  int source, int column) {
    const term named = {.kind = TERM_REFERENCE,
                        .at = read->at,
                        .name = read->variable,
                        .member = read->name,
                        .further = read->further};
    const node *cell = bind_cell(b, s, read->at, source, column);
    return cell && read->further ? bind_through(b, s, &named, cell, source, column) : cell;
}

static const node *bind_read(binder *b, const scope *s, const function_read *read) {
    if (is_partner(s, read->parameter)) {
        int column = read->further ? find_column(b, PARTNER_SOURCE, read->name) : -1;
        return column >= 0 ? bind_cell_read(b, s, read, PARTNER_SOURCE, column)
                           : bind_partner_read(b, s, read);
    }
    if (!is_row(s, read->parameter)) {
        problem_add(b->problems, read->at,
                    s->source > PARTNER_SOURCE ? "write function(row, p) .. end"
                                               : "write function(p) .. end",
                    "this function is not given so many values");
        return NULL;
    }
    int column = find_column(b, s->source, read->name);
    if (column >= 0) return bind_cell_read(b, s, read, s->source, column);
    refuse_column(b, s, read);
    return NULL;
}

/* A decimal of Lua is never equal to a plain number, and Lua does not tell. */
static bool check_equalities(binder *b, const rule_function *f, const node *const *reads) {
    bool fine = true;
    for (size_t i = 0; i < f->equality_count; i++) {
        const function_equality *e = &f->equalities[i];
        for (size_t k = 0; k < f->read_count; k++) {
            const node *n = reads[k];
            if (f->reads[k].parameter != e->parameter || strcmp(f->reads[k].name, e->name) ||
                f->reads[k].further || !n || n->type != TYPE_NUMBER ||
                n->measure == MEASURE_COUNT || n->measure == MEASURE_DAYS)
                continue;
            const char *hint =
                arena_print(b->memory, "write decimal \"%s\", or %s.%s:%s(%s)", e->number,
                            e->variable, e->name, e->unequal ? "is_not" : "is", e->number);
            fine = problem_add(b->problems, e->at, hint,
                               e->unequal ? "'~=' always holds between a decimal and a number"
                                          : "'==' never holds between a decimal and a number");
        }
    }
    return fine;
}

/* The source of p:rows "deal"; -1 when it is none, which is reported. */
static int source_of_rows(binder *b, const scope *s, const function_rows *rows) {
    int source = find_source(b, rows->source);
    bool owned = source > PARTNER_SOURCE && b->plan->request.sources[source].partner;
    if (owned && is_partner(s, rows->parameter)) return source;
    nearest guess = nearest_to(rows->source);
    for (size_t i = 1; i < b->plan->request.count; i++)
        if (b->plan->request.sources[i].partner)
            nearest_offer(&guess, b->plan->request.sources[i].name);
    if (source > PARTNER_SOURCE && !owned)
        problem_add(b->problems, rows->at, "read a metric that looks at them: p.name",
                    "the rows of '%s' belong to no partner", rows->source);
    else if (source > PARTNER_SOURCE)
        problem_add(b->problems, rows->at,
                    "a row's partner is the second value: function(row, p)",
                    "only a partner has rows");
    else
        problem_add(b->problems, rows->at,
                    guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                               : NULL,
                    "there is no source '%s' whose rows belong to partners", rows->source);
    return -1;
}

/* A column that leads to another source is, inside a function, either its text or its row. */
static bool check_alone(binder *b, const rule_function *f) {
    bool fine = true;
    for (size_t i = 0; i < f->read_count; i++) {
        const function_read *r = &f->reads[i];
        for (size_t k = 0; r->further && k < f->read_count; k++) {
            const function_read *other = &f->reads[k];
            if (other->further || other->parameter != r->parameter ||
                strcmp(other->name, r->name) != 0)
                continue;
            fine = problem_add_two(b->problems, other->at, r->at,
                                   "read the id as a column of that source, too",
                                   "'%s.%s' is read by itself and as '%s.%s.%s'", r->variable,
                                   r->name, r->variable, r->name, r->further);
        }
    }
    return fine;
}

/* A column of rows that are walked, or the cell that it leads to; *n stays NULL when it is
 * none. */
static bool bind_member(binder *b, const scope *s, const rule_function *f,
                        const function_rows *rows, int source, const char *member,
                        const node **n) {
    const char *dot = strchr(member, '.');
    const char *name = dot ? arena_copy(b->memory, member, (size_t)(dot - member)) : member;
    int column = name ? find_column(b, source, name) : -1;
    if (column < 0) return true;
    if (dot && !b->plan->request.sources[source].columns[column].refers_to) return true;
    for (size_t k = 0; dot && k < f->member_count; k++)
        if (strcmp(f->members[k], name) == 0)
            return problem_add(b->problems, rows->at,
                               "read the id as a column of that source, too",
                               "'.%s' is read by itself and as '.%s'", name, member);
    const function_read read = {.variable = rows->source,
                                .name = name,
                                .further = dot ? dot + 1 : NULL,
                                .at = rows->at};
    return (*n = bind_cell_read(b, s, &read, source, column)) != NULL;
}

/* Every name behind a dot that is a column of rows that are walked may be read of them. */
static bool bind_rows_read(binder *b, const scope *s, const rule_function *f,
                           const node **items, size_t *count) {
    bool fine = true;
    for (size_t i = 0; i < f->rows_count; i++) {
        int source = source_of_rows(b, s, &f->rows[i]);
        fine = fine && source >= 0;
        for (size_t k = 0; source >= 0 && k < f->member_count; k++) {
            const node *n = NULL;
            fine = bind_member(b, s, f, &f->rows[i], source, f->members[k], &n) && fine;
            if (n) items[(*count)++] = n;
        }
    }
    return fine;
}

static node draft_function(const binder *b, const scope *s, const term *t, value_type type) {
    node draft = node_draft(s, t->at, NODE_FUNCTION, type);
    draft.shape = SHAPE_PARTNER;
    draft.index = t->function;
    draft.column = s->source > PARTNER_SOURCE ? s->source : NO_SOURCE;
    draft.constant = s->as_of;
    draft.text = b->rules->fingerprint; /* what it does depends on all that its files say */
    return draft;
}

/* Read once for each partner, or for each row when it reads the row. */
static const node *make_function(binder *b, const scope *s, const term *t, value_type type,
                                 const node **items, size_t reads, size_t count) {
    node draft = draft_function(b, s, t, type);
    for (size_t i = 0; i < reads; i++) {
        if (items[i]->shape != SHAPE_ROW) continue;
        draft.shape = SHAPE_ROW;
        draft.source = items[i]->source;
    }
    draft.items = items;
    draft.count = count;
    return node_intern(b, draft);
}

/* --- what it returns ---------------------------------------------------------------------- */

/* What is known of a function while it is being bound. */
typedef struct reading_of {
    const rule_function *f;
    const node *const *items; /* its reads, then columns of rows that it walks */
    size_t count;
} reading_of;

/* A column of rows that are walked. */
static bool type_of_member(const binder *b, const reading_of *r, const char *name,
                           value_type *out) {
    for (size_t i = r->f->read_count; i < r->count; i++) {
        const node *n = r->items[i];
        const char *path = path_of_cell(b->memory, b->plan, n);
        if (!path || strcmp(path, name) != 0) continue;
        *out = n->type;
        return true;
    }
    return false;
}

static bool type_of_return(const binder *b, const reading_of *r, const function_return *given,
                           value_type *out) {
    static const value_type types[] = {
        [RETURN_NUMBER] = TYPE_NUMBER,   [RETURN_TEXT] = TYPE_TEXT,
        [RETURN_DAY] = TYPE_TEXT,        [RETURN_DATE] = TYPE_DATE,
        [RETURN_BOOLEAN] = TYPE_BOOLEAN, [RETURN_READ] = TYPE_NUMBER};
    if (given->kind == RETURN_MEMBER) return type_of_member(b, r, given->name, out);
    *out = types[given->kind];
    if (given->kind != RETURN_READ) return true;
    const node *n = r->items[given->read];
    *out = n->type == TYPE_LEVEL ? TYPE_TEXT : n->type;
    return true;
}

/* A day that is written as a text is a date beside dates. */
static bool returns_dates(const binder *b, const reading_of *r) {
    value_type type;
    for (size_t i = 0; i < r->f->return_count; i++)
        if (type_of_return(b, r, &r->f->returns[i], &type) && type == TYPE_DATE) return true;
    return false;
}

/* What all of its returns give that tell; a number where they don't, or differ. */
static value_type type_by_text(const binder *b, const reading_of *r) {
    value_type all = TYPE_NUMBER, one;
    bool any = false, dates = returns_dates(b, r);
    for (size_t i = 0; i < r->f->return_count; i++) {
        if (!type_of_return(b, r, &r->f->returns[i], &one)) continue;
        if (dates && r->f->returns[i].kind == RETURN_DAY) one = TYPE_DATE;
        if (any && one != all) return TYPE_NUMBER;
        any = true;
        all = one;
    }
    return all;
}

bool type_from_word(value_type *out, const char *word) {
    static const char *const words[] = {
        [TYPE_TEXT] = "text", [TYPE_DATE] = "date", [TYPE_BOOLEAN] = "boolean"};
    for (value_type type = TYPE_TEXT; type <= TYPE_BOOLEAN; type++) {
        if (!word || strcmp(words[type], word) != 0) continue;
        *out = type;
        return true;
    }
    return false;
}

/* `unit` beside the function says it; else its text does. */
static value_type type_of_value(const binder *b, const scope *s, const term *t,
                                const reading_of *r) {
    const term *rule = s->rule ? s->rule->term : NULL;
    value_type said = TYPE_NUMBER;
    const char *unit = rule && term_field(rule, "value") == t ? field_text(rule, "unit") : NULL;
    if (!unit) return type_by_text(b, r);
    return type_from_word(&said, unit) ? said : TYPE_NUMBER;
}

static const node *bind_of_type(binder *b, const scope *s, const term *t,
                                const value_type *type) {
    const rule_function *f = b->rules->functions[t->function];
    size_t count = f->read_count;
    const node **items =
        arena_array(b->memory, count + f->member_count * f->rows_count, sizeof *items);
    if (!items) return NULL;
    bool fine = true;
    for (size_t i = 0; i < f->read_count; i++) {
        items[i] = bind_read(b, s, &f->reads[i]);
        fine = fine && items[i];
    }
    fine &= check_equalities(b, f, items);
    fine &= check_alone(b, f);
    fine &= bind_rows_read(b, s, f, items, &count);
    if (!fine || b->memory->failed) return NULL;
    reading_of known = {f, items, count};
    value_type own = type ? *type : type_of_value(b, s, t, &known);
    return node_remember(b, s, t, make_function(b, s, t, own, items, f->read_count, count));
}

const node *bind_function(binder *b, const scope *s, const term *t) {
    return bind_of_type(b, s, t, NULL);
}

const node *bind_function_condition(binder *b, const scope *s, const term *t) {
    static const value_type condition = TYPE_BOOLEAN;
    return bind_of_type(b, s, t, &condition);
}

bool holds_function(const term *t) {
    if (t->kind == TERM_FUNCTION) return true;
    for (size_t i = 0; i < t->count; i++)
        if (holds_function(t->entries[i].value)) return true;
    return false;
}
