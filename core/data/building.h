/* building.h - what a facts_builder is made of: shared by builder.c, which takes rows in, and
 * ending.c, which turns a finished source into a table of the facts. Nobody else
 * looks inside. */
#ifndef RUNG_DATA_BUILDING_H
#define RUNG_DATA_BUILDING_H

#include "data/builder.h"
#include "data/changed_rows.h"
#include "data/intake.h"

struct facts_builder {
    arena *memory;
    const request *wanted;
    problem_list *problems;
    facts *built;
    size_t begun;    /* sources begun; the current one is begun - 1 */
    intake *intakes; /* of the current source, a thread each; room for MOST_INTAKES */
    size_t intake_count;
    dictionary texts;     /* of built->texts */
    map partners;         /* ids in the order in which they came, then ascending */
    known_partners known; /* once the first source has ended */
    waiting_error *errors;
    size_t error_count;
    changed_rows *changes; /* NULL: none */
    bool refused;          /* a problem was reported: no facts */
};

/* Turns the rows of the current source into its table of the facts. False when memory ran out.
 */
bool builder_end_source(facts_builder *b);
/* Reports what makes the data as a whole unusable, at the current source. */
void builder_problem(facts_builder *b, const char *hint, const char *message);
/* Puts the errors into their order. */
bool builder_end_errors(facts_builder *b);

#endif
