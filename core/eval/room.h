/* room.h - where the figures of partners are written: arrays of the evaluation's own, or its
 * stretch of those of the whole result that it is a part of. Private to eval/. */
#ifndef RUNG_EVAL_ROOM_H
#define RUNG_EVAL_ROOM_H

#include "eval/evaluation.h"

/* All false only when memory ran out. Lines and claims, whose number is not known before, are
 * the evaluation's own. */
bool incentive_room(evaluation *e, int index);
bool fund_room(evaluation *e, int index);
bool ladder_room(evaluation *e, int index);
/* Whether partners have errors, and their payouts. */
bool partner_room(evaluation *e);

/* A result of `partners` partners with room for all of this. NULL when memory ran out. */
result *room_for_whole(arena *memory, const plan *p, const facts *f);

#endif
