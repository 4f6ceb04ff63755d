/* words.h - the tables of words by which test cases name values. Private to expect/. */
#ifndef RUNG_EXPECT_WORDS_H
#define RUNG_EXPECT_WORDS_H

#include "expect/wanted.h"

/* One value that is asked of a result. */
typedef struct wanted_question {
    const result *of;
    uint32_t partner;
    const wanted_value *wanted;
    arena *memory; /* of lists */
} wanted_question;

typedef struct wanted_list {
    const char **items;
    size_t count, capacity;
} wanted_list;

struct wanted_word {
    const char *word;
    /* The n-th name that can follow, "" for one that can't, NULL past the last; no function:
     * nothing follows. */
    const char *(*name)(const plan *p, size_t n);
    const char *const *parts; /* that can follow the name; NULL: none */
    bool needs_part;          /* else the first is meant where none is given */
    bool has_rest;            /* any text follows the name */
    /* Finds what follows in its own way; NULL: by `name`. */
    bool (*find)(const plan *p, const char *rest, wanted_value *w);
    bool is_count; /* a total counts partners */
    value_type type;
    measure measure;
    void (*kind)(const plan *p, wanted_value *w); /* where that depends; or NULL */
    const char *(*texts)(const wanted_value *w,
                         int n);                   /* all that a TYPE_TEXT can be; or NULL */
    value (*of_partner)(const wanted_question *q); /* NULL: a list, or only of everybody */
    value (*of_all)(const wanted_question *q);     /* NULL: no total */
    bool (*list)(const wanted_question *q, wanted_list *out); /* false: memory ran out */
    bool (*list_of_all)(const wanted_question *q, wanted_list *out);
    /* All that can stand in the list; NULL: any text. */
    bool (*known)(const plan *p, const wanted_value *w, arena *memory, wanted_list *out);
};

/* The n-th of all words, or NULL. */
const wanted_word *wanted_word_at(size_t n);
/* Its tables, each ending with a row without a word. */
extern const wanted_word wanted_standing[], wanted_money[], wanted_given[];
/* Whether several texts are its value. */
bool wanted_is_list(const wanted_value *w);

/* What the functions of the tables answer with. */
bool wanted_add(arena *memory, wanted_list *out, const char *item); /* false: out of memory */
value wanted_none(void);
value wanted_count(size_t count);
value wanted_paid(bool fine, number amount); /* not fine: an error keeps it from being known */
void wanted_kind(const node *n, wanted_value *w);

/* wanted.c: whether nothing is expected, "none"; a number as rows and people write it: 2150,
 * "2,150.00", $2,150, 12.3%. */
bool wanted_says_none(const wanted_text *text);
bool wanted_read_number(arena *scratch, const wanted_value *w, const char *currency,
                        const char *said, number *out);
/* Whether any error at all is expected ("true"), or none ("false"). */
bool wanted_says_any(const wanted_value *w, const wanted_text *text, bool *any);
void wanted_print_items(const wanted_list *list, text_buffer *out);

/* missing.c */
const char *missing_name(const plan *p, size_t n);
bool missing_find(const plan *p, const char *rest, wanted_value *w);
bool missing_keys(const wanted_question *q, wanted_list *out);
bool missing_known(const plan *p, const wanted_value *w, arena *memory, wanted_list *out);

#endif
