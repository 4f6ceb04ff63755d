/* arguments.h - where the arguments of a call stand in its text. */
#ifndef RUNG_SYNTAX_ARGUMENTS_H
#define RUNG_SYNTAX_ARGUMENTS_H

#include "base/problem.h"

/* Where the n-th argument (from 0) of the word at this place begins; line 0 when the text does
 * not tell. Of noun "name" { .. } the name is argument 0. */
place argument_place(place word, int n);

#endif
