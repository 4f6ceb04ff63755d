/* explain.h - how explanations are built: one file a noun.
 *
 * Nothing here computes what a partner gets. Only gaps (needed less actual) and the slices of
 * bands are worked out, exactly, from values of the result. */
#ifndef RUNG_EXPLAIN_EXPLAIN_H
#define RUNG_EXPLAIN_EXPLAIN_H

#include "explain/explanation.h"

typedef struct explaining {
    const result *of;
    uint32_t partner;
    arena *memory;
    const char *only; /* what is asked about, as it was named; NULL: everything */
    text of_noun;     /* what stands before its dot: a noun, or a ladder; length 0: nothing */
    bool payout;      /* every rule that pays is asked about */
    size_t lines;     /* of each rule, the rest is summed up */
    const routing *routed; /* whose row is at hand; NULL: none is */
    uint32_t lead;
} explaining;

enum { NO_ROW = -1 };

/* Everything there is to say, below the root; explain.c. */
void explain_partner(const explaining *x, explanation *root);

/* named.c: gold, tier.gold, ladder.tier, "Partner tier", payout */

/* Whether there is something of this name to explain. */
bool explain_knows(const plan *p, const char *name);
/* Takes `only` apart. */
explaining explain_about(const explaining *x);
bool explain_asks(const explaining *x, const declared *is);
bool explain_asks_level(const explaining *x, const ladder *l, const level *one);
/* By name: not because its ladder is. */
bool explain_names_level(const explaining *x, const ladder *l, const level *one);
/* What a requirement may ask of, by its name; NULL when there is none. */
const declared *explain_named(const plan *p, const char *name);

/* setting.c: those that take part in what is asked about; marks as in explain.c, or NULL */
void explain_settings(const explaining *x, explanation *root, const bool *marks);

/* value.c: values as people read them */

/* `places`: decimals beyond the usual, so that close values can be told apart. */
void explain_say(text_buffer *out, const plan *p, const value *v, int places);
const char *explain_shown(const explaining *x, value v);
value explain_money(number amount);
value explain_text_value(text t);
value explain_date(date d);
/* The two in one unit: a plain number takes that of the other. */
void explain_same_measure(value *a, value *b);
/* Decimals beyond the usual that are needed to tell a from b; 0 when they are equal. */
int explain_places_apart(const plan *p, const value *a, const value *b);
/* Decimals beyond the usual with which an amount stands exactly (at 9 places). */
int explain_places_of(const plan *p, const value *v);
/* Takes the text out of a buffer into the arena and frees the buffer; NULL when memory ran out.
 */
const char *explain_take(const explaining *x, text_buffer *out);
const char *explain_print(const explaining *x, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* formula.c: formulas in words and with their values */

/* "bookings × 2% = $161,200.00 × 2%": in words and with values, without the result. NULL when
 * there is nothing to work out. */
const char *explain_formula(const explaining *x, const term *t, int64_t row);
/* The same without the words: "3% × $12,400.00". */
const char *explain_worked(const explaining *x, const term *t, int64_t row);
const char *explain_words(const explaining *x, const term *t);
/* The value of a node for the partner, or for a row; state 0 when it takes a row and none is
 * given. */
value explain_value_of(const explaining *x, const node *n, int64_t row);
/* An amount in another currency that t, which became n, says, with its rate; false when it says
 * none. */
bool explain_conversion(const explaining *x, const node *n, const term *t, int64_t row,
                        bool enclosed, text_buffer *out);

/* The value of a node that is asked of the partner; none where it asks of a row at hand and
 * there is none. */
value explain_of_partner(const explaining *x, const node *n);

/* gap.c */

/* How far a requirement is from being met. */
typedef struct distance {
    size_t lines; /* not met */
    number gap;   /* the sum of their gaps, each a part of what is needed */
} distance;

distance explain_distance(const explaining *x, const requirement *r);
int explain_compare_distances(distance a, distance b);
/* What is missing of, or too much for, what is asked. */
typedef struct gap {
    value by;     /* of dates: days */
    number whole; /* the end that is missed */
    bool upward;  /* more is needed */
    bool dates;
} gap;

/* False where it is met, or cannot be measured. */
bool explain_gap(const question *a, const value *actual, gap *out);
/* "$12,400.00 more", "3.20 points short", "12 days too late" */
const char *explain_gap_words(const explaining *x, const gap *missing, int places);

/* question.c */

/* What a line asks of its actual, whose value is given; the value takes the unit of what it is
 * held against. False when it asks something else. */
bool explain_question(const explaining *x, const requirement *line, value *actual,
                      question *out);
/* "at least $5.00", "must be between 60% and 90%", or that what is needed has no value. */
const char *explain_question_words(const explaining *x, const question *a, int places);
/* Decimals beyond the usual that tell the actual from everything that is asked. */
int explain_question_places(const plan *p, const question *a, const value *actual);

/* The same for a value that requirements of the program ask of: shown elsewhere, it looks as it
 * does there. */
int explain_places_asked(const explaining *x, const node *subject);

/* line.c: one requirement: what there is, what is needed, how far it is */
void explain_requirement(const explaining *x, explanation *parent, const requirement *line);

/* across.c: a child for every value of the formula that depends on all partners */
void explain_across(const explaining *x, explanation *parent, const term *t);

/* requirement.c */

explanation_state explain_met(const explaining *x, const node *met);
/* One child for each entry; ways of an unmet any_of come nearest first. */
void explain_requirements(const explaining *x, explanation *parent, const requirement *group);
/* How many of a table's entries are met, of how many. */
size_t explain_met_count(const explaining *x, const requirement *group);

/* What people call the partner: its column `name`, where rules declare one and it was read;
 * else of length 0. */
text explain_partner_name(const result *r, uint32_t partner);

/* one file a noun */

/* A child of a declaration: its title, name, why and place. */
explanation *explain_declared(const explaining *x, explanation *parent, const declared *is);
/* Whether a rule is in error for the partner; then that is said, and what it requires (NULL:
 * rules of its noun require nothing). */
bool explain_is_wrong(const explaining *x, explanation *e, uint8_t state,
                      const requirement *requires);
void explain_gives(const explaining *x, explanation *parent, const declared *by,
                   const benefit *gives, size_t count, bool given);
void explain_ladder(const explaining *x, explanation *root, const ladder *l, size_t index);
/* score.c */
void explain_score(const explaining *x, explanation *root, const score *s);
/* Its parts, as children of what asks for it. */
void explain_parts(const explaining *x, explanation *parent, const score *s);
/* "at least 60, every part above 5" */
const char *explain_what_passes(const explaining *x, const score *s);
/* Whether a scenario gives the partner this metric or score: how it came about is not told. */
bool explain_given(const explaining *x, explanation *e, const char *name);
/* The score that a requirement's key names, or NULL. */
const score *explain_score_named(const explaining *x, const char *name);

void explain_holding(const explaining *x, explanation *root, const holding *h);
/* The groups of a NODE_GROUPS, below what shows its value. */
void explain_groups(const explaining *x, explanation *e, const node *n);
void explain_metric(const explaining *x, explanation *parent, const metric *m);
/* account.c */

/* A child for an amount of money and how it comes about; NULL where there is none. */
explanation *explain_amount(const explaining *x, explanation *parent, const char *label,
                            value amount, const term *t);
/* "… 12 more lines" and their sum: what is not shown one by one. */
explanation *explain_rest(const explaining *x, explanation *parent, const char *noun,
                          size_t count, number sum);

void explain_incentive(const explaining *x, explanation *root, size_t index);
void explain_fund(const explaining *x, explanation *root, size_t index);
void explain_routing(const explaining *x, explanation *root, size_t index);
/* "row" limits and the like: cap partner $4,000.00. */
void explain_caps(const explaining *x, explanation *parent, const cap *caps, size_t count);
/* The row's id, and the day on which it happened (state 0: not known). */
const char *explain_row_id(const explaining *x, int source, uint32_t row);
value explain_row_date(const explaining *x, int source, uint32_t row, const node *order);

#endif
