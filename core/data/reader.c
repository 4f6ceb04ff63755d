/* reader.c - hands a database's rows to the builder, one pass a source.
 *
 * Nothing here depends on the order in which SQLite finds the rows. A large table is read by
 * two threads where that is known to be right (halves.h), else by the caller's. */
#include "data/halves.h"
#include "data/taking.h"

#include <pthread.h>

typedef struct reading {
    database *db;
    const source_request *source;
    const catalog *known;
    facts_builder *builder;
    int jobs;
    atomic_size_t rows; /* of the source, so far */
    database_progress *progress;
    void *context;
    problem_list *problems;
} reading;

/* One thread's share of a source. */
typedef struct share {
    taking rows;
    sqlite3_stmt *statement;
    int code; /* SQLite's */
} share;

static bool data_problem(reading *r, const char *why) {
    size_t before = r->problems->count;
    problem_add(r->problems, r->source->at, NULL, "the source '%s' cannot be read: %s",
                r->source->name, why);
    if (r->problems->count > before) r->problems->items[before].in_data = true;
    return false;
}

/* False: memory ran out, or the problem was reported. `cut`, unless NULL, says where and which
 * half is meant. */
static bool prepare_share(reading *r, share *s, database *db, const halves *cut, size_t half) {
    if (!taking_begin(&s->rows, db, r->source)) return false;
    s->rows.builder = r->builder;
    s->rows.thread = half;
    s->rows.all = &r->rows;
    if (half == 0) s->rows.progress = r->progress;
    s->rows.context = r->context;
    text_buffer sql = {0};
    bool written = taking_write(&s->rows, &sql);
    if (cut)
        text_print(&sql, " WHERE %s %s %lld", cut->rowid,
                   half ? ">" : "<=", (long long)cut->middle);
    bool out_of_memory = sql.failed;
    s->statement = written && !sql.failed ? taking_prepare(&s->rows, sql.bytes) : NULL;
    text_free(&sql);
    return s->statement || (!out_of_memory && data_problem(r, statement_failure(db)));
}

static void end_share(share *s) {
    sqlite3_finalize(s->statement);
    taking_end(&s->rows);
}

/* False: memory ran out, or the problem was reported. */
static bool check_share(reading *r, const share *s) {
    if (s->code == SQLITE_OK) return true;
    if (s->rows.too_many) return data_problem(r, "it gives more than 100 million rows");
    if (s->rows.out_of_memory || (s->code & 0xff) == SQLITE_NOMEM) return false;
    return data_problem(r, statement_failure(s->rows.db));
}

static bool read_whole(reading *r) {
    share s = {0};
    bool done = prepare_share(r, &s, r->db, NULL, 0);
    if (done) s.code = taking_run(&s.rows, s.statement);
    done = done && check_share(r, &s);
    end_share(&s);
    return done;
}

static void *run_share(void *context) {
    share *s = context;
    s->code = taking_run(&s->rows, s->statement);
    return NULL;
}

/* The second half in a thread of its own; in this one if there can't be another. */
static void run_both(share *both) {
    pthread_t other;
    bool started = pthread_create(&other, NULL, run_share, &both[1]) == 0;
    run_share(&both[0]);
    if (started)
        pthread_join(other, NULL);
    else
        run_share(&both[1]);
}

static bool read_halves(reading *r, const halves *cut, database *second) {
    share both[2] = {0};
    bool done = facts_builder_split(r->builder, 2) &&
                facts_builder_expect(r->builder, cut->most / 2 + 1) &&
                prepare_share(r, &both[0], r->db, cut, 0) &&
                prepare_share(r, &both[1], second, cut, 1);
    if (done) run_both(both);
    done = done && check_share(r, &both[0]) && check_share(r, &both[1]);
    end_share(&both[0]);
    end_share(&both[1]);
    return done;
}

static bool read_source(reading *r, bool is_partner) {
    halves cut;
    database *second = NULL;
    atomic_store(&r->rows, 0);
    if (!facts_builder_begin(r->builder)) return false;
    if (!halves_of(r->db, r->source->from, r->known, &cut)) return read_whole(r);
    if (r->jobs > 1 && !is_partner && cut.worth_it) second = halves_second(r->db);
    if (second) return read_halves(r, &cut, second);
    return facts_builder_expect(r->builder, cut.most) && read_whole(r);
}

facts *database_read(database *db, arena *memory, const request *wanted, const catalog *known,
                     int jobs, database_progress *progress, void *context,
                     problem_list *problems) {
    reading r = {.db = db,
                 .known = known,
                 .builder = facts_builder_new(memory, wanted, problems),
                 .jobs = jobs,
                 .progress = progress,
                 .context = context,
                 .problems = problems};
    bool done = r.builder != NULL;
    for (size_t i = 0; done && i < wanted->count; i++) {
        r.source = &wanted->sources[i];
        done = read_source(&r, i == 0);
    }
    facts *built = done ? facts_builder_finish(r.builder) : NULL;
    if (built && known) built->catalog = *known;
    facts_builder_free(r.builder);
    return built;
}
