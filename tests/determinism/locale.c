/* locale.c - makes a program run under the locale of its environment, whatever it does itself.
 *
 * Loaded before rung (LD_PRELOAD) by tests/determinism/run: stands for a host that called
 * setlocale. Ends the program when the locale is not there or writes no comma: the test would
 * prove nothing. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void take_locale(void) {
    if (setlocale(LC_ALL, "") == NULL || strcmp(localeconv()->decimal_point, ",") != 0) {
        fputs("the locale could not be set\n", stderr);
        _Exit(97);
    }
}
