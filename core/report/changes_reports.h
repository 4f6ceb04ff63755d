/* changes_reports.h - the formats of `rung what-if`, and what they share. Private to report/.
 */
#ifndef RUNG_REPORT_CHANGES_REPORTS_H
#define RUNG_REPORT_CHANGES_REPORTS_H

#include "report/json.h"

/* A partner that is shown, with the sum of those of its deltas that are. */
typedef struct shown_change {
    const partner_change *of;
    number delta;
} shown_change;

/* Changes as the options ask for them. */
typedef struct changes_view {
    const changes *of;
    const report_options *options;
    const changes_head *head;
    arena *memory;
    bool *rules, *ladders, *things; /* whether each is shown */
    shown_change *shown;            /* the largest deltas first, then ids */
    size_t count;                   /* of them, within the limit */
    size_t all;                     /* without it */
} changes_view;

/* changes.c: picks who and what is shown; limit negative: at most `otherwise` partners. False
 * when memory ran out. */
bool changes_view_begin(changes_view *v, size_t otherwise);
/* The same partners in byte order of their ids. */
void changes_view_by_id(changes_view *v);
bool changes_has_shown_move(const changes_view *v, const level_move *move);
/* Totals are those of all rules, shown or not: whether to say so. */
bool changes_hides_rules(const changes_view *v);
/* What people call the partner; of length 0: not known. */
text changes_partner_name(const changes *c, const partner_change *of);

/* changes_words.c: what people read in several formats. Not yet safe for a terminal or a page.
 */

/* "12 partners move down, 3 up; payout falls by $18,300.00 (-2.1%) to $852,000.00" */
void changes_say_verdict(const changes *c, const changes_head *head, text_buffer *out);
/* How many partners some rule pays another amount. */
size_t changes_paid_otherwise(const changes *c);
/* "tier: 1 partner now qualifies for less, but its level does not move yet", or nothing where
 * the ladder's timing keeps nobody where it is. */
void changes_say_held(const changed_ladder *l, text_buffer *out);
/* Why a partner is paid differently: "gold -> silver", "rate of volume_rebate"; arrows as a
 * real arrow. */
void changes_say_cause(const changes_view *v, const partner_change *of, text_buffer *out);
/* "-$620.00", "+$1,200.00", "$0.00" */
text changes_delta(number delta, const plan *p, char room[]);
/* "-2.1%", with as many decimals as it takes not to be zero; length 0 where there is no base.
 */
text changes_percent(number delta, number base, const plan *p, char room[]);
/* "+12", "-3", "0" */
text changes_count(size_t before, size_t after, char room[]);
/* " (new)", " (removed)" or "" */
const char *changes_rule_mark(const changed_rule *rule);
const char *changes_level_title(const changed_ladder *l, int level);
/* What only one side has: "level diamond of tier, incentive x". */
void changes_say_only(const changes *c, bool added, text_buffer *out);

/* changes_others.c: what else is different. */
bool changes_has_shown_other(const changes_view *v, const other_change *other);
/* "certification.security", "fund.mdf.accrued" */
void changes_other_name(const other_thing *t, text_buffer *out);
/* "security lost", "discount: 8.00% -> 9.00%" */
void changes_say_other(const changes *c, const other_change *other, text_buffer *out);
void changes_json_other(const changes *c, text partner, const other_change *other, json *j);
/* "certifications", "scores", ..: for how many each is different. */
void changes_json_other_totals(const changes *c, json *j);
/* Arrays of what only one program has. */
void changes_json_only(const changes *c, bool added, json *j);
/* Whether people see how many partners gain or lose it; accruals stand in a table of their own.
 */
bool changes_thing_is_listed(const changes_view *v, size_t thing);
/* "certification", "passes score" */
const char *changes_thing_kind(const other_thing *t);

/* changes_errors.c: which partners' errors, on which side. */
void changes_json_errors(const changes_view *v, json *j);
void changes_jsonl_errors(const changes_view *v, writer *out);
void changes_html_errors(const changes_view *v, writer *out);

void changes_write_json(changes_view *v, writer *out);
void changes_write_jsonl(changes_view *v, writer *out);
void changes_write_csv(changes_view *v, writer *out);
void changes_write_table(changes_view *v, writer *out);
void changes_write_html(changes_view *v, writer *out);

#endif
