/* output.c - writes reports, noticing every failure. Used by every command that reports. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool cannot(const char *what, const char *name, int error) {
    const char *quote = name ? "'" : "";
    fprintf(stderr, "error: cannot %s %s%s%s: %s\n", what, quote, name ? name : "the output",
            quote, strerror(error));
    return false;
}

/* A file of a new name beside `place`, with the rights that new files get. */
static bool open_beside(output *out) {
    size_t room = strlen(out->place) + 32;
    out->beside = malloc(room);
    if (!out->beside) return cannot("write", out->name, ENOMEM);
    for (int attempt = 0; attempt < 100; attempt++) {
        snprintf(out->beside, room, "%s.new-%ld-%d", out->place, (long)getpid(), attempt);
        int file = open(out->beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (file < 0 && errno == EEXIST) continue;
        out->file = file < 0 ? NULL : fdopen(file, "wb");
        if (out->file) return true;
        int error = errno;
        if (file >= 0) {
            close(file);
            unlink(out->beside);
        }
        return cannot("write", out->name, error);
    }
    return cannot("write", out->name, EEXIST);
}

bool output_open(output *out, const options *o) {
    *out = (output){.file = stdout};
    if (!o->output) return true;
    *out = (output){.name = o->output};
    struct stat there;
    bool exists = stat(o->output, &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) return cannot("write", o->output, EISDIR);
    if (exists && !S_ISREG(there.st_mode)) {
        out->file = fopen(o->output, "wb");
        return out->file || cannot("write", o->output, errno);
    }
    out->place = exists ? realpath(o->output, NULL) : strdup(o->output);
    if (out->place && open_beside(out)) return true;
    if (!out->place) cannot("write", o->output, errno);
    free(out->beside);
    free(out->place);
    *out = (output){0};
    return false;
}

bool output_write(void *context, const char *bytes, size_t length) {
    output *out = context;
    if (fwrite(bytes, 1, length, out->file) == length) return true;
    if (!out->error) out->error = errno ? errno : EIO;
    return false;
}

static bool finish(output *out) {
    if (fflush(out->file) != 0 && !out->error) out->error = errno;
    if (out->file != stdout && fclose(out->file) != 0 && !out->error) out->error = errno;
    return !out->error;
}

bool output_close(output *out, bool keep) {
    bool written = finish(out) && keep;
    if (out->place && written && rename(out->beside, out->place) != 0) {
        out->error = errno;
        written = false;
    }
    if (out->place && !written) unlink(out->beside);
    free(out->beside);
    free(out->place);
    if (out->error) return cannot("write", out->name, out->error);
    return true;
}

bool output_is_database(const options *o) {
    return o->format && strcmp(o->format, "sqlite") == 0;
}

bool output_has_color(const options *o) {
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (o->no_color || o->output || (none && *none)) return false;
    return isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

/* Columns of the terminal; 0: not a terminal. */
static size_t output_width(const options *o) {
    struct winsize size;
    if (o->output || !isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

rung_report_options output_report_options(const options *o) {
    return (rung_report_options){
        .size = sizeof(rung_report_options),
        .format = output_is_database(o) ? NULL : o->format,
        .partners = o->partners,
        .partner_count = o->partner_count,
        .limit = o->limit,
        .totals_only = o->limit == 0,
        .color = output_has_color(o),
        .fingerprint = o->fingerprint,
        .rules = o->rules,
        .rule_count = o->rule_count,
        .min_delta = o->min_delta,
        .width = output_width(o),
    };
}
