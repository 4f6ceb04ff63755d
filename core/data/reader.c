/* reader.c - hands a database's rows to the builder, one pass a source.
 *
 * Nothing here depends on the order in which SQLite finds the rows. A large table is read by
 * two threads where that is known to be right (halves.h), else by the caller's. */
#include "data/halves.h"
#include "data/taking.h"
#include "data/two_threads.h"

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

/* Rows that are read before the pages they stood on are let go: some megabytes of them. */
enum { STRETCH_ROWS = 100000, MOST_STRETCHES = 1000 };

/* One thread's share of a source: all of it, or the rowids from low to high. */
typedef struct share {
    taking rows;
    sqlite3_stmt *statement;
    bool in_stretches;
    int64_t low, high;
    uint64_t stretch; /* rowids read at a time */
    int code;         /* SQLite's */
} share;

static bool data_problem(reading *r, const char *why) {
    size_t before = r->problems->count;
    problem_add(r->problems, r->source->at, NULL, "the source '%s' cannot be read: %s",
                r->source->name, why);
    if (r->problems->count > before) r->problems->items[before].in_data = true;
    return false;
}

/* Rowids may have gaps, so a stretch of them is measured by how many rows there can be. */
static void cut_share(share *s, const halves *cut, int64_t low, int64_t high) {
    uint64_t span = (uint64_t)cut->high - (uint64_t)cut->low;
    uint64_t stretches = cut->most / STRETCH_ROWS + 1;
    if (stretches > MOST_STRETCHES) stretches = MOST_STRETCHES;
    s->in_stretches = true;
    s->low = low;
    s->high = high;
    s->stretch = span / stretches + 1;
}

/* False: memory ran out, or the problem was reported. */
static bool prepare_share(reading *r, share *s, database *db, const char *rowid,
                          size_t thread) {
    if (!taking_begin(&s->rows, db, r->source)) return false;
    s->rows.builder = r->builder;
    s->rows.thread = thread;
    s->rows.all = &r->rows;
    if (thread == 0) s->rows.progress = r->progress;
    s->rows.context = r->context;
    text_buffer sql = {0};
    bool written = taking_write(&s->rows, &sql);
    if (s->in_stretches) text_print(&sql, " WHERE %s BETWEEN ?1 AND ?2", rowid);
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

static int run_stretch(share *s, int64_t low, int64_t high) {
    int code = sqlite3_bind_int64(s->statement, 1, low);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(s->statement, 2, high);
    if (code == SQLITE_OK) code = taking_run(&s->rows, s->statement);
    if (code != SQLITE_OK) return code;
    sqlite3_reset(s->statement);
    database_release_pages(s->rows.db);
    return SQLITE_OK;
}

static void run_share(void *context) {
    share *s = context;
    if (!s->in_stretches) s->code = taking_run(&s->rows, s->statement);
    if (!s->in_stretches) return;
    for (int64_t low = s->low; s->code == SQLITE_OK; low += (int64_t)s->stretch) {
        bool last = (uint64_t)s->high - (uint64_t)low < s->stretch;
        s->code = run_stretch(s, low, last ? s->high : low + (int64_t)s->stretch - 1);
        if (last) break;
    }
}

/* `cut` NULL: it is no table with rowids. */
static bool read_whole(reading *r, const halves *cut) {
    share s = {0};
    if (cut) cut_share(&s, cut, cut->low, cut->high);
    bool done = prepare_share(r, &s, r->db, cut ? cut->rowid : NULL, 0);
    if (done) run_share(&s);
    done = done && check_share(r, &s);
    end_share(&s);
    return done;
}

static bool read_halves(reading *r, const halves *cut, database *second) {
    share both[2] = {0};
    cut_share(&both[0], cut, cut->low, cut->middle);
    cut_share(&both[1], cut, cut->middle + 1, cut->high);
    bool done = facts_builder_split(r->builder, 2) &&
                facts_builder_expect(r->builder, cut->most / 2 + 1) &&
                prepare_share(r, &both[0], r->db, cut->rowid, 0) &&
                prepare_share(r, &both[1], second, cut->rowid, 1);
    if (done) in_two_threads(run_share, &both[0], &both[1]);
    done = done && check_share(r, &both[0]) && check_share(r, &both[1]);
    end_share(&both[0]);
    end_share(&both[1]);
    return done;
}

static bool read_source(reading *r) {
    halves cut;
    database *second = NULL;
    atomic_store(&r->rows, 0);
    if (!facts_builder_begin(r->builder)) return false;
    if (!halves_of(r->db, r->source->from, r->known, &cut)) return read_whole(r, NULL);
    if (r->jobs > 1 && cut.worth_it) second = halves_second(r->db);
    if (second) return read_halves(r, &cut, second);
    return facts_builder_expect(r->builder, cut.most) && read_whole(r, &cut);
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
        done = read_source(&r);
    }
    facts *built = done ? facts_builder_finish(r.builder) : NULL;
    if (built && known) built->catalog = *known;
    facts_builder_free(r.builder);
    return built;
}
