#include "report/sweep_formats.h"
void sweep_table_end(sweep_report *s) {
    (void)s;
}
void sweep_html_end(sweep_report *s) {
    (void)s;
}
