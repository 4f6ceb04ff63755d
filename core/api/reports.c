/* reports.c - the reports of the public interface. */
#include "api/failure.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "base/fingerprint.h"
#include "base/nearest.h"
#include "data/starter.h"
#include "explain/explain.h"
#include "syntax/foreign_words.h"
#include "syntax/words.h"

#include <stdio.h>
#include <string.h>

rung_status rung_report(const rung_result *result, const rung_report_options *options,
                        rung_write *write, void *context, rung_error *error) {
    arena scratch = {0};
    rung_report_options asked;
    report_options plain;
    report_target to = {.write = write, .context = context};
    char hash[FINGERPRINT_TEXT];
    const facts *f = result->facts->read;
    const struct result *whole = whole_result(result);
    if (!whole) return out_of_memory(error);
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK) status = find_report_partners(f, &asked, &scratch, &plain, error);
    changes_head changed = changed_head(result);
    if (result->scenario) plain.changed = &changed;
    if (status == RUNG_OK && asked.fingerprint) {
        facts_fingerprint(f, hash);
        plain.data_fingerprint = hash;
    }
    if (status == RUNG_OK)
        status = report_written(report_result(whole, &plain, report_write, &to), &to, error);
    arena_free(&scratch);
    return status;
}

rung_status rung_export(const rung_result *result, const rung_report_options *options,
                        const char *path, rung_error *error) {
    arena scratch = {0};
    problem_list problems = {.memory = &scratch};
    rung_report_options asked;
    report_options plain;
    const struct result *whole = whole_result(result);
    if (!whole) return out_of_memory(error);
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK)
        status = find_report_partners(whole->facts, &asked, &scratch, &plain, error);
    if (status == RUNG_OK) {
        pthread_mutex_t *lock = (pthread_mutex_t *)&result->lock;
        pthread_mutex_lock(lock);
        bool fine = export_result(whole, &plain, path, &problems);
        pthread_mutex_unlock(lock);
        status = report_exported(fine, &problems, error);
    }
    arena_free(&scratch);
    return status;
}

static rung_status refuse_rule(const plan *p, const char *name, rung_error *error) {
    const char *dot = strrchr(name, '.');
    nearest guess = nearest_to(dot ? dot + 1 : name);
    for (size_t i = 0; i < p->rules->count; i++) {
        const char *known = p->rules->items[i]->member;
        if (known && explain_knows(p, known)) nearest_offer(&guess, known);
    }
    fail(error, RUNG_BAD_ARGUMENT, "the program has no rule '%s'", name);
    if (error && guess.best)
        snprintf(error->hint, sizeof error->hint, "did you mean '%s'?", guess.best);
    return RUNG_BAD_ARGUMENT;
}

rung_status rung_explain(const rung_result *result, const char *partner, const char *name,
                         const rung_report_options *options, rung_write *write, void *context,
                         rung_error *error) {
    rung_report_options asked;
    report_options plain;
    text_buffer said = {0};
    report_target to = {.write = write, .context = context};
    rung_status status =
        read_report_options(options, EXPLANATION_FORMATS, &asked, &plain, error);
    if (status != RUNG_OK) return status;
    int64_t found = facts_partner_find(result->facts->read, text_of(partner));
    if (found < 0)
        return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'", partner);
    const struct result *whole = whole_result(result);
    if (!whole) return out_of_memory(error);
    if (name && !explain_knows(whole->plan, name)) return refuse_rule(whole->plan, name, error);
    pthread_mutex_t *lock = (pthread_mutex_t *)&result->lock;
    pthread_mutex_lock(lock);
    bool fine = report_explanation(whole, (uint32_t)found, name, &plain, gather_text, &said);
    pthread_mutex_unlock(lock);
    return report_gathered(fine, &said, &to, error);
}

rung_status rung_settings(const rung_program *program, const rung_report_options *options,
                          rung_write *write, void *context, rung_error *error) {
    rung_report_options asked;
    report_options plain;
    report_target to = {.write = write, .context = context};
    rung_status status = read_report_options(options, LISTS, &asked, &plain, error);
    return status == RUNG_OK
               ? report_written(report_settings(program->unbound, &plain, report_write, &to),
                                &to, error)
               : status;
}

/* The word in small letters, the one that it is called elsewhere, or the nearest. */
static void hint_word(const char *word, char *hint, size_t room) {
    char small[32];
    size_t length = strlen(word);
    if (length >= sizeof small) return;
    for (size_t i = 0; i <= length; i++)
        small[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + ('a' - 'A') : word[i]);
    const char *instead = foreign_word_hint(small, true);
    nearest guess = nearest_to(small);
    words_offer(&guess);
    if (noun_find(small) || word_find(small) || code_word_find(small))
        snprintf(hint, room, "did you mean '%s'?", small);
    else if (instead)
        snprintf(hint, room, "%s", instead);
    else if (guess.best)
        snprintf(hint, room, "did you mean '%s'?", guess.best);
}

static rung_status refuse_word(const char *word, rung_error *error) {
    fail(error, RUNG_BAD_ARGUMENT, "the language has no word '%s'", word);
    if (error) hint_word(word, error->hint, sizeof error->hint);
    return RUNG_BAD_ARGUMENT;
}

rung_status rung_words(const char *word, const rung_report_options *options, rung_write *write,
                       void *context, rung_error *error) {
    bool known = true;
    rung_report_options asked;
    report_options plain;
    report_target to = {.write = write, .context = context};
    rung_status status = read_report_options(options, WORDS_FORMATS, &asked, &plain, error);
    if (status != RUNG_OK) return status;
    bool fine = report_words(word, &plain, &known, report_write, &to);
    if (!known) return refuse_word(word, error);
    return report_written(fine, &to, error);
}

rung_status rung_init(const char *folder, rung_error *error) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    text_buffer annotations = {0};
    report_options how = {.format = REPORT_LUA, .limit = -1};
    bool known = true;
    bool fine =
        report_words(NULL, &how, &known, gather_text, &annotations) && !annotations.failed;
    if (fine)
        fine = starter_write(folder, (text){annotations.bytes, annotations.length}, &problems);
    text_free(&annotations);
    rung_status status = fine ? RUNG_OK : tell_problems(&problems, NULL, NULL, error);
    if (!fine && status == RUNG_OK) status = out_of_memory(error);
    if (!fine && status == RUNG_BAD_RULES) status = RUNG_BAD_ARGUMENT;
    if (!fine && error) error->status = status;
    arena_free(&memory);
    return status;
}
