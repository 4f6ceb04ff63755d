/* edges_reports.h - the formats of `rung edges`, and what they share. Private to report/. */
#ifndef RUNG_REPORT_EDGES_REPORTS_H
#define RUNG_REPORT_EDGES_REPORTS_H

#include "report/result_table.h"

typedef struct edge_sheet {
    sheet sheet;
    const edge_list *edges;
    const edges_head *head;
    size_t shown;
} edge_sheet;

/* A number of what moves, or the distance to it. */
static inline value edge_number(const edge *e, number n) {
    return (value){
        .state = CELL_VALUE, .type = TYPE_NUMBER, .measure = e->line.measure, .number = n};
}

/* For how many partners there are any; memory that runs out is remembered in `memory`. */
size_t edges_count_partners(const edge_list *edges, arena *memory, const result *r);

/* "$412.00", "3"; points with as many decimals as tell a partner from the line. */
text edges_shown(const result *r, const edge *e, number n, char room[]);
const char *edges_level_title(const result *r, const edge *e, int level);

/* edges_html.c */
void edges_write_html(const edge_sheet *s);
/* edges_machine.c */
void edges_write_json(const edge_sheet *s);
void edges_write_jsonl(const edge_sheet *s);
void edges_write_csv(const edge_sheet *s);

#endif
