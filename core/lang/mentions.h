/* mentions.h - what only the end of reading can tell. Used by load.c. */
#ifndef RUNG_LANG_MENTIONS_H
#define RUNG_LANG_MENTIONS_H

#include "lang/declare.h"

/* Reports names that are neither words nor sources. When a file is missing, only those that
 * were called. */
void mentions_check(reading *r);
/* Afterwards: makes poison of every use of such a name, so that nobody reports it again. */
void mentions_spoil(reading *r);
/* Reports declarations without a table and levels outside of ladders. */
void openings_check(reading *r);

#endif
