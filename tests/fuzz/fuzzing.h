/* fuzzing.h - what the fuzz targets share: bytes as a file, and a program to try them on. */
#ifndef FUZZING_H
#define FUZZING_H

#include <rung.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Writes a file of this process's own and gives its path, which stays the same. */
static inline const char *fuzz_file(const char *suffix, const uint8_t *bytes, size_t length) {
    static char path[200];
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/rung-fuzz-%ld%s", folder ? folder : "/tmp", (long)getpid(),
             suffix);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, length, file) != length || fclose(file)) abort();
    return path;
}

/* The program of the folder that FUZZ_PROGRAM names. */
static inline const rung_program *fuzz_program(void) {
    static rung_program *program;
    rung_error error;
    const char *folder = getenv("FUZZ_PROGRAM");
    if (!program && rung_program_load(&program, folder ? folder : "rules/northwind", NULL,
                                      &error) != RUNG_OK)
        abort();
    return program;
}

/* A problem without a message helps nobody. */
static inline void fuzz_problem(void *context, const rung_error *error) {
    (void)context;
    if (!error->message[0]) abort();
}

#endif
