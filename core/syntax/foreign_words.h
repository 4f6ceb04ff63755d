/* foreign_words.h - words that people bring along from spreadsheets, databases and program
 * guides, and what they are called here.
 *
 * Offered only for a word that means nothing where it stands. */
#ifndef RUNG_SYNTAX_FOREIGN_WORDS_H
#define RUNG_SYNTAX_FOREIGN_WORDS_H

#include <stdbool.h>

/* What to write instead, or NULL; `called`: something stands behind the word, as in kpi "x". */
const char *foreign_word_hint(const char *name, bool called);

/* The same for a word that stands behind :per(..), where groups are folded; never NULL. */
const char *foreign_fold_hint(const char *name);

#endif
