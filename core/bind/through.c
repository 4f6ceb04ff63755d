/* through.c - columns that lead to rows of a reference: deal.product.family. LANGUAGE
 * section 9. */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

/* The term's words as far as the step, which stands in its `further`. */
static const char *so_far(const binder *b, const term *t, const char *step) {
    size_t length = (size_t)(step - t->further);
    const char *made = arena_print(b->memory, "%s.%s%s%.*s", t->name, t->member,
                                   length ? "." : "", length ? (int)length - 1 : 0, t->further);
    return made ? made : "";
}

static const node *no_reference(binder *b, const term *t, const char *step,
                                const column_request *column) {
    problem_add_two(b->problems, t->at, column->at,
                    "declare the column as ref \"source\" to reach the rows that it names",
                    "'%s' leads to no other source", so_far(b, t, step));
    return NULL;
}

static const node *no_column(binder *b, const term *t, const char *step, const char *wanted,
                             const source_request *reached) {
    nearest guess = nearest_to(wanted);
    for (size_t i = 0; i < reached->count; i++)
        nearest_offer(&guess, reached->columns[i].name);
    const char *hint =
        guess.best
            ? arena_print(b->memory, "did you mean '%s.%s'?", so_far(b, t, step), guess.best)
            : arena_print(b->memory, "declare it in the columns of source '%s'", reached->name);
    problem_add(b->problems, t->at, hint, "source '%s' has no column '%s'", reached->name,
                wanted);
    return NULL;
}

static bool has_ids(binder *b, const term *t, const source_request *reached) {
    if (reached->id || !b->known) return true;
    return problem_add_two(b->problems, t->at, reached->at,
                           "name the column that tells its rows apart: id = \"id\"",
                           "source '%s' has no 'id'", reached->name);
}

/* Where the step leads from the column; *column is what it names there. False: reported. */
static bool take_step(binder *b, const term *t, const char **step, int *source, int *column) {
    const column_request *from = &b->plan->request.sources[*source].columns[*column];
    int reached = from->refers_to ? find_source(b, from->refers_to) : NO_SOURCE;
    if (reached < 0) return no_reference(b, t, *step, from) != NULL;
    size_t length = strcspn(*step, ".");
    const char *wanted = arena_copy(b->memory, *step, length);
    if (!wanted || !has_ids(b, t, &b->plan->request.sources[reached])) return false;
    *column = find_column(b, reached, wanted);
    if (*column < 0)
        return no_column(b, t, *step, wanted, &b->plan->request.sources[reached]) != NULL;
    *source = reached;
    *step += length + ((*step)[length] == '.');
    return true;
}

const char *path_of_cell(arena *memory, const plan *p, const node *cell) {
    if (cell->kind == NODE_CONVERTED) return path_of_cell(memory, p, cell->items[0]);
    if (cell->kind != NODE_LOOKUP)
        return p->request.sources[cell->source].columns[cell->column].name;
    const char *id = path_of_cell(memory, p, cell->items[0]);
    const char *name = p->request.sources[cell->rows_of].columns[cell->column].name;
    return id ? arena_print(memory, "%s.%s", id, name) : NULL;
}

const node *bind_through(binder *b, const scope *s, const term *t, const node *id, int source,
                         int column) {
    for (const char *step = t->further; id && *step;) {
        if (!take_step(b, t, &step, &source, &column)) return NULL;
        id = bind_cell_of(b, s, t->at, id, source, column);
    }
    return id;
}

bool check_through(binder *b, const term *t, int source, int column,
                   const column_request **last) {
    for (const char *step = t->further; step && *step;)
        if (!take_step(b, t, &step, &source, &column)) return false;
    *last = &b->plan->request.sources[source].columns[column];
    return true;
}
