/* foreign_words.c - see foreign_words.h: one row for each meaning. */
#include "syntax/foreign_words.h"

#include <stddef.h>
#include <string.h>

typedef struct meaning {
    const char *names; /* between blanks */
    const char *hint;
} meaning;

static const meaning words[] = {
    {" missing empty blank none null is_null is_empty is_missing ", "write absent"},
    {" not_empty not_null not_missing is_present ", "write present"},
    {" more_than greater_than larger_than over exceeds exceeding gt ", "write above(v)"},
    {" less_than smaller_than under lower_than lt ", "write below(v)"},
    {" minimum min_of gte not_below no_less_than at_minimum ",
     "write at_least(v), or lowest(x) for the lowest of many rows"},
    {" maximum max_of lte up_to no_more_than not_above at_maximum ",
     "write at_most(v), or highest(x) for the highest of many rows"},
    {" equals equal equal_to eq exactly ", "write is(v), or field = v in a table"},
    {" not_equal not_equals differs isnt ne ", "write is_not(v)"},
    {" is_in in_list among either any_in ", "write one_of { v, .. }"},
    {" not_in ", "write none_of { x:one_of { v, .. } }"},
    {" contains starts_with ends_with matches ", "write like \"SEC-*\""},
    {" avg mean ", "write average(x)"},
    {" sumif sumifs sum_if sum_where ", "write sum(x, { column = v })"},
    {" countif countifs count_if count_where ", "write count(source, { column = v })"},
    {" unique distinct count_unique unique_count ", "write count_distinct(x)"},
    {" iff ifelse if_else if_ case switch choose ",
     "write when(condition, x, y), or by(x, { .. })"},
    {" coalesce ifnull if_null nvl default_to ", "write or_else(x, y)"},
    {" today now current_date evaluation_date ", "write as_of"},
    {" ytd year_to_date ", "write this \"year\""},
    {" qtd quarter_to_date ", "write this \"quarter\""},
    {" ttm ltm rolling ", "write trailing(12, \"months\")"},
    {" previous prior ", "write last \"quarter\", or ago(x, 12, \"months\")"},
    {" years year quarters quarter half halves month week day ",
     "a period stands in quotes, as in this \"quarter\"; lengths are days(n) and months(n)"},
    {" datetime timestamp ", "a column of days is of type date"},
    {" integer int float double numeric real bigint ", "a column of numbers is of type number"},
    {" bool flag ", "a column of yes and no is of type boolean"},
    {" varchar str char ", "a column of texts is of type text"},
    {" always never ", "it stands in quotes: \"always\", \"never\""},
    {" daily weekly monthly quarterly annually yearly half_yearly ",
     "write at_end_of \"quarter\", or the days: on { \"01-15\", \"07-15\" }"},
    {" pct ", "write percent(n)"},
    {" floor ", "write round_down(x, places)"},
    {" ceil ceiling ", "write round_up(x, places)"},
    {" stepped tiered incremental graduated ", "write marginal(x, { { from, rate }, .. })"},
    {" yes passed held met kept ", "write true"},
    {" no ", "write false"},
};

/* Where nothing stands behind them these are rather texts without their quotes: kind = rebate.
 */
static const meaning called_words[] = {
    {" any ", "write any_of { .. }"},
    {" all ", "write all_of { .. }"},
    {" tier tiers ", "the tiers stand in a ladder: ladder \"tier\" { level \"gold\" { .. } }"},
    {" rebate bonus commission reward ",
     "what partners are paid is an incentive \"name\" { .. }"},
    {" kpi measure ", "what is measured is a metric \"name\" { .. }"},
    {" parameter constant variable ", "a number with a name is a setting \"name\" { .. }"},
    {" competency specialization specialisation designation badge ",
     "what a partner holds is a certification \"name\" { .. }"},
    {" scorecard points ", "points are added up in a score \"name\" { .. }"},
    {" requirement condition ", "what is asked stands in requires = { .. }"},
    {" benefit benefits ", "what a level brings stands in gives = { .. }"},
};

static const meaning folds[] = {
    {" min minimum least smallest ", "the lowest of the groups is :lowest()"},
    {" max maximum most largest ", "the highest of the groups is :highest()"},
    {" total add all ", "the groups are added up by :sum()"},
    {" avg mean ", "the average of the groups is :average()"},
    {" number how_many ", "the groups are counted by :count()"},
};

static const char *find_meaning(const meaning *list, size_t count, const char *name) {
    size_t length = strlen(name);
    if (strchr(name, ' ')) return NULL; /* it stands between words */
    for (size_t i = 0; length && i < count; i++)
        for (const char *at = list[i].names; (at = strstr(at, name)); at++)
            if (at[-1] == ' ' && at[length] == ' ') return list[i].hint;
    return NULL;
}

const char *foreign_word_hint(const char *name, bool called) {
    const char *hint = find_meaning(words, sizeof words / sizeof *words, name);
    if (hint || !called) return hint;
    return find_meaning(called_words, sizeof called_words / sizeof *called_words, name);
}

const char *foreign_fold_hint(const char *name) {
    const char *hint = find_meaning(folds, sizeof folds / sizeof *folds, name);
    return hint ? hint
                : "groups are folded by :highest(), :lowest(), :sum(), :average() or :count()";
}
