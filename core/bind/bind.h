/* bind.h - gives declarations their meaning. */
#ifndef RUNG_BIND_BIND_H
#define RUNG_BIND_BIND_H

#include "bind/plan.h"

/* The program's sources as a request in which nothing is wanted yet; `known` NULL: names are
 * not checked against a database. False when there are problems. Sources whose `from` is a
 * SELECT must have been described in the catalog before. */
bool bind_sources(arena *memory, const declarations *rules, const catalog *known, request *out,
                  problem_list *problems);

/* Binds everything as of a day. NULL when there are problems (all are in the list) or memory
 * ran out. */
plan *bind_plan(arena *memory, const declarations *rules, const catalog *known, date as_of,
                problem_list *problems);
/* The same with metrics that a scenario sets for single partners; overrides may be NULL. */
plan *bind_plan_with(arena *memory, const declarations *rules, const catalog *known, date as_of,
                     const metric_overrides *overrides, problem_list *problems);

#endif
