/* overrides.h - metrics, scores and numbers of their rows that a scenario sets for single
 * partners: "what if Acme certifies two more engineers". */
#ifndef RUNG_BIND_OVERRIDES_H
#define RUNG_BIND_OVERRIDES_H

#include "base/problem.h"

typedef struct metric_override {
    const char *partner;
    place partner_at;
    const char *metric; /* or score, or column of partner */
    place metric_at;
    const char *value; /* as people write it: 5, $200,000, 8%, 2026-01-01; "": none */
    place at;
} metric_override;

typedef struct metric_overrides {
    metric_override *items;
    size_t count;
} metric_overrides;

#endif
