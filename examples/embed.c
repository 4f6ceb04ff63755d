/* embed.c - Rung inside a program of yours: evaluate, read payouts, ask why.
 *
 *     cc embed.c $(pkg-config --cflags --libs rung) -o embed
 *     ./embed rules partners.db */
#include <rung.h>
#include <stdio.h>

static bool print(void *file, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, file) == length;
}

int main(int count, char **words) {
    rung_program *program = NULL;
    rung_facts *facts = NULL;
    rung_result *result = NULL;
    rung_error error = {0};
    char payout[64];
    bool fine = count == 3 && !rung_program_load(&program, words[1], NULL, &error) &&
                !rung_facts_load(&facts, program, words[2], NULL, &error) &&
                !rung_evaluate(&result, program, facts, NULL, &error);
    for (size_t i = 0; fine && i < rung_result_partner_count(result); i++) {
        const char *partner = rung_result_partner(result, i);
        fine = !rung_result_value(result, partner, "payout", payout, sizeof payout, &error);
        if (fine) printf("%s  %s\n", partner, *payout ? payout : "has errors");
    }
    const char *first = fine ? rung_result_partner(result, 0) : NULL;
    fine = fine && (!first || !rung_explain(result, first, NULL, NULL, print, stdout, &error));
    if (!fine) fprintf(stderr, "%s\n", count == 3 ? error.message : "usage: embed PROGRAM DB");
    rung_result_free(result);
    rung_facts_free(facts);
    rung_program_free(program);
    return fine ? 0 : 1;
}
