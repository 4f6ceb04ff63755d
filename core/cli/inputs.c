/* inputs.c - refuses rules that are none, and to write over what is being read. Called by
 * session.c before anything is evaluated. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "cli/inputs.h"

#include "cli/problem_printer.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_ROOM = 4096 };

static const char *last_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The folder in which a file stands or would stand: "." for a bare name. */
static void put_folder(char out[PATH_ROOM], const char *path) {
    size_t length = (size_t)(last_name(path) - path);
    snprintf(out, PATH_ROOM, "%.*s", (int)(length ? length : 1), length ? path : ".");
}

static bool is_same(const char *a, const char *b) {
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* The same file, or the same name in the same folder where there is none yet. */
static bool is_same_place(const char *a, const char *b) {
    char one[PATH_ROOM], other[PATH_ROOM];
    if (is_same(a, b)) return true;
    put_folder(one, a);
    put_folder(other, b);
    return strcmp(last_name(a), last_name(b)) == 0 && is_same(one, other);
}

static bool refuse(const options *o, const char *what) {
    problem_say("rung: --output '", o->output, "' would overwrite the ");
    fprintf(stderr, "%s; give it another name\n", what);
    return false;
}

/* The database, and the files that SQLite keeps beside where it really is. */
static bool spare_database(const options *o, const char *database) {
    static const char *const beside[] = {"-wal", "-shm", "-journal"};
    char path[PATH_ROOM];
    if (is_same(o->output, database)) return refuse(o, "database that is read");
    char *real = realpath(database, NULL);
    bool spared = true;
    for (size_t i = 0; real && spared && i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", real, beside[i]);
        if (is_same_place(o->output, path)) spared = refuse(o, "database's own files");
    }
    free(real);
    return spared;
}

bool inputs_spare_data(const options *o) {
    if (!o->output) return true;
    if (o->scenario && is_same(o->output, o->scenario))
        return refuse(o, "scenario that is read");
    return !o->words[1] || spare_database(o, o->words[1]);
}

static bool join(char out[PATH_ROOM], const char *folder, const char *name) {
    int length = snprintf(out, PATH_ROOM, "%s/%s", folder, name);
    return length > 0 && length < PATH_ROOM; /* no longer path can be opened */
}

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name), room = strlen(ending);
    return length >= room && strcmp(name + length - room, ending) == 0;
}

static bool holds_cases(const char *name) {
    return ends_in(name, ".test.yaml") || ends_in(name, ".test.yml");
}

static void tell_cases(const char *path, const char *folder) {
    problem_say("rung: '", path, "' holds test cases; PROGRAM is the rules: rung test ");
    problem_say("", folder, " --filter ");
    problem_say("", last_name(path), "\n");
}

static bool is_database(const char *path) {
    char begins[16] = "";
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    bool is = fread(begins, 1, sizeof begins, file) == sizeof begins &&
              memcmp(begins, "SQLite format 3", sizeof begins) == 0;
    fclose(file);
    return is;
}

bool inputs_are_rules(const char *path) {
    char folder[PATH_ROOM];
    struct stat there;
    if (stat(path, &there) != 0 || !S_ISREG(there.st_mode)) return true;
    if (is_database(path)) {
        problem_say(
            "rung: '", path,
            "' is a SQLite database; PROGRAM, a rule file or a folder, comes before it\n");
        return false;
    }
    if (!ends_in(path, ".yaml") && !ends_in(path, ".yml")) return true;
    put_folder(folder, path);
    if (holds_cases(path))
        tell_cases(path, folder);
    else
        problem_say("rung: '", path,
                    "' is a YAML file; PROGRAM is a rule file or a folder, a scenario goes "
                    "behind --scenario\n");
    return false;
}

static bool spare_cases(const options *o, const char *folder) {
    char path[PATH_ROOM];
    bool spared = true;
    DIR *open = opendir(folder);
    struct dirent *entry;
    while (spared && open && (entry = readdir(open))) {
        if (!holds_cases(entry->d_name)) continue;
        if (!join(path, folder, entry->d_name)) continue;
        if (is_same(o->output, path)) spared = refuse(o, "test cases beside the rules");
    }
    if (open) closedir(open);
    return spared;
}

static bool spare_files(const options *o, const char *folder, const rung_program *program) {
    char path[PATH_ROOM];
    const char *name;
    for (size_t i = 0; (name = rung_program_file(program, i)); i++) {
        if (join(path, folder, name) && is_same(o->output, path))
            return refuse(o, "rules that are read");
    }
    return spare_cases(o, folder);
}

bool inputs_spare_rules(const options *o, const char *path, const rung_program *program) {
    struct stat there;
    char *folder = o->output ? realpath(path, NULL) : NULL;
    if (!folder) return true;
    if (stat(folder, &there) == 0 && !S_ISDIR(there.st_mode)) *strrchr(folder, '/') = '\0';
    bool spared = spare_files(o, folder, program);
    free(folder);
    return spared;
}
