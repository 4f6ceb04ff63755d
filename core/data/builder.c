/* builder.c - the one door through which rows become facts.
 *
 * The rows of one source at a time are taken in by one intake a thread; when the next source
 * begins they are placed by partner in vectors of exact size. Called by readers of any kind. */
#include "data/builder.h"

#include "base/memory.h"
#include "data/building.h"

facts_builder *facts_builder_new(arena *memory, const request *wanted, problem_list *problems) {
    facts_builder *b = memory_allocate(sizeof *b);
    intake *intakes = memory_allocate(MOST_INTAKES * sizeof *intakes);
    facts *built = arena_allocate(memory, sizeof *built);
    facts_table *tables = arena_array(memory, wanted->count, sizeof *tables);
    if (!b || !intakes || !built || !tables) {
        memory_free(b);
        memory_free(intakes);
        return NULL;
    }
    *built = (facts){.tables = tables, .latest = DATE_FIRST - 1};
    built->texts.memory = memory;
    *b = (facts_builder){memory, wanted, problems, .built = built, .intakes = intakes};
    b->partners.memory = memory;
    b->texts.texts = &built->texts;
    if (!wanted->change_count) return b;
    b->changes = changed_rows_new(memory, wanted, problems);
    if (b->changes) return b;
    facts_builder_free(b);
    return NULL;
}

void facts_builder_free(facts_builder *b) {
    if (!b) return;
    for (size_t i = 0; i < b->intake_count; i++)
        intake_free(&b->intakes[i]);
    memory_free(b->intakes);
    dictionary_free(&b->texts);
    known_partners_free(&b->known);
    memory_free(b->errors);
    memory_free(b);
}

bool facts_builder_reads(const source_request *source, size_t column) {
    return source->columns[column].wanted || source->happened_on == (int)column;
}

static const source_request *current_source(const facts_builder *b) {
    return &b->wanted->sources[b->begun - 1];
}

static bool is_partner_source(const facts_builder *b) {
    return b->begun == 1;
}

void builder_problem(facts_builder *b, const char *hint, const char *message) {
    size_t before = b->problems->count;
    problem_add(b->problems, current_source(b)->at, hint, "%s", message ? message : "");
    if (b->problems->count > before) b->problems->items[before].in_data = true;
    b->refused = true;
}

bool facts_builder_row_of(facts_builder *b, size_t thread, const cell *id, const cell *partner,
                          const cell *cells) {
    intake *in = &b->intakes[thread];
    if (b->changes && changed_rows_hide(b->changes, b->begun - 1, id)) return true;
    return is_partner_source(b) ? intake_partner(in, id, cells)
                                : intake_row(in, id, partner, cells);
}

bool facts_builder_row(facts_builder *b, const cell *id, const cell *partner,
                       const cell *cells) {
    return facts_builder_row_of(b, 0, id, partner, cells);
}

/* The first intake gives texts the facts' own codes at once. */
static bool add_intake(facts_builder *b) {
    bool first = b->intake_count == 0;
    intake *in = &b->intakes[b->intake_count++];
    if (!intake_begin(in, current_source(b), is_partner_source(b) ? NULL : &b->known,
                      first ? &b->texts : NULL, b->memory))
        return false;
    in->partners = first ? &b->partners : &in->own_partners;
    return true;
}

bool facts_builder_knows(const facts_builder *b, text partner) {
    return known_partners_find(&b->known, partner) != MAP_ABSENT;
}

/* The rows that are written stand behind those that came. */
static bool end_source(facts_builder *b) {
    size_t source = b->begun - 1;
    rows_changed *counts = &b->built->tables[source].changed;
    if (b->changes && !changed_rows_add(b->changes, source, b, counts)) return false;
    return builder_end_source(b);
}

bool facts_builder_begin(facts_builder *b) {
    if (b->changes && changed_rows_refused(b->changes)) return false;
    if (b->begun && !end_source(b)) return false;
    const source_request *source = &b->wanted->sources[b->begun++];
    b->built->table_count = b->begun;
    facts_table *table = &b->built->tables[b->begun - 1];
    *table = (facts_table){.source = arena_string(b->memory, source->name),
                           .happened_on = source->happened_on,
                           .reference = !source->partner && !is_partner_source(b)};
    if (!table->source) return false;
    if (is_partner_source(b) && !source->id)
        builder_problem(b, NULL, "the source 'partner' has no id that tells its rows apart");
    return add_intake(b);
}

bool facts_builder_split(facts_builder *b, size_t threads) {
    while (b->intake_count < threads)
        if (!add_intake(b)) return false;
    return true;
}

bool facts_builder_expect(facts_builder *b, size_t rows) {
    for (size_t i = 0; i < b->intake_count; i++) {
        intake *in = &b->intakes[i];
        if (is_partner_source(b) && !map_reserve(in->partners, rows)) return false;
        if (!intake_expect(in, rows)) return false;
    }
    return true;
}

facts *facts_builder_finish(facts_builder *b) {
    if (b->begun && !end_source(b)) return NULL;
    if (b->changes && changed_rows_refused(b->changes)) return NULL;
    if (b->refused || b->memory->failed || !builder_end_errors(b)) return NULL;
    return dictionary_index(&b->texts) ? b->built : NULL;
}
