/* flow.c - a ladder before and after, with who goes where between: see changes_html.h.
 *
 * Each level is a bar on either side, as tall as what passes through it; a ribbon that would be
 * too thin to see is drawn thicker, and the bars with it. The highest level stands at the top.
 */
#include "report/changes_html.h"

#include "explain/amount.h"
#include "report/character.h"

enum {
    TALL = 190,      /* of everybody together */
    GAP = 10,        /* between levels */
    LOWEST = 14,     /* room that a level's label takes */
    LEFT_NODE = 134, /* x of the bars */
    RIGHT_NODE = 290,
    NODE = 8,
    LABEL = 16, /* columns */
    THINNEST_STAY = 2,
    THINNEST_MOVE = 3
};

typedef struct flow {
    const changed_ladder *ladder;
    size_t rows;       /* levels from the highest down, then none where it counts */
    size_t *counts;    /* from row x to row */
    int *heights;      /* of the ribbons */
    int *left, *right; /* by row: y of the bar */
    int *left_tall, *right_tall;
} flow;

static size_t row_of(const flow *f, int level) {
    return level < 0 ? f->ladder->level_count : f->ladder->level_count - 1 - (size_t)level;
}

static int level_at(const flow *f, size_t row) {
    return (int)f->ladder->level_count - 1 - (int)row;
}

static size_t stood_at(const flow *f, size_t row) {
    int level = level_at(f, row);
    return level < 0 ? f->ladder->none_before : f->ladder->levels[level].stood;
}

static size_t stand_at(const flow *f, size_t row) {
    int level = level_at(f, row);
    return level < 0 ? f->ladder->none_after : f->ladder->levels[level].stand;
}

/* Those who stay: as many as both sides have once the moves are taken off. */
static void count_stays(flow *f) {
    for (size_t i = 0; i < f->rows; i++) {
        size_t out = 0, in = 0;
        for (size_t k = 0; k < f->rows; k++) {
            out += f->counts[i * f->rows + k];
            in += f->counts[k * f->rows + i];
        }
        size_t left = stood_at(f, i) > out ? stood_at(f, i) - out : 0;
        size_t right = stand_at(f, i) > in ? stand_at(f, i) - in : 0;
        f->counts[i * f->rows + i] = left < right ? left : right;
    }
}

static void count_moves(flow *f, const changes *c, size_t ladder) {
    for (size_t i = 0; i < c->move_count; i++) {
        const level_move *m = &c->moves[i];
        if ((size_t)m->ladder == ladder)
            f->counts[row_of(f, m->from) * f->rows + row_of(f, m->to)]++;
    }
}

static void size_ribbons(flow *f) {
    size_t all = 0, cells = f->rows * f->rows;
    for (size_t k = 0; k < cells; k++)
        all += f->counts[k];
    for (size_t k = 0; k < cells; k++) {
        int thinnest = k / f->rows == k % f->rows ? THINNEST_STAY : THINNEST_MOVE;
        int tall = (int)(f->counts[k] * TALL / (all ? all : 1));
        f->heights[k] = !f->counts[k] ? 0 : tall < thinnest ? thinnest : tall;
        f->left_tall[k / f->rows] += f->heights[k];
        f->right_tall[k % f->rows] += f->heights[k];
    }
}

/* Where bars begin; both sides of a level begin at one height. Returns the height of it all. */
static int place_bars(flow *f) {
    int y = GAP;
    for (size_t i = 0; i < f->rows; i++) {
        int tall = f->left_tall[i] > f->right_tall[i] ? f->left_tall[i] : f->right_tall[i];
        f->left[i] = f->right[i] = y;
        y += (tall > LOWEST ? tall : LOWEST) + GAP;
    }
    return y;
}

static bool open_flow(flow *f, const changes *c, size_t ladder, arena *memory) {
    const changed_ladder *l = &c->ladders[ladder];
    f->ladder = l;
    f->rows = l->level_count + (l->none_before || l->none_after);
    f->counts = arena_array(memory, f->rows * f->rows, sizeof *f->counts);
    f->heights = arena_array(memory, f->rows * f->rows, sizeof *f->heights);
    int **columns[] = {&f->left, &f->right, &f->left_tall, &f->right_tall};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        *columns[i] = arena_array(memory, f->rows, sizeof **columns[i]);
    return !memory->failed;
}

static void draw_ribbon(const flow *f, size_t from, size_t to, int y, int z, writer *out) {
    enum { X = LEFT_NODE + NODE, MIDDLE = (LEFT_NODE + NODE + RIGHT_NODE) / 2 };
    char room[AMOUNT_TEXT];
    size_t count = f->counts[from * f->rows + to];
    int tall = f->heights[from * f->rows + to];
    const char *class = from == to ? "stay" : from < to ? "fall" : "rise";
    page_write(out, "<path class=\"$s\" d=\"M$d $dC$d $d $d $d $d $d", class, X, y, MIDDLE, y,
               MIDDLE, z, RIGHT_NODE, z);
    page_write(out, "V$dC$d $d $d $d $d $dZ\">", z + tall, MIDDLE, z + tall, MIDDLE, y + tall,
               X, y + tall);
    page_write(out, "<title>$t: $s → $s</title></path>\n", amount_count(count, room),
               changes_level_title(f->ladder, level_at(f, from)),
               changes_level_title(f->ladder, level_at(f, to)));
}

static void draw_ribbons(const flow *f, bool moves, arena *memory, writer *out) {
    int *taken = arena_array(memory, f->rows, sizeof *taken);
    if (!taken) return;
    for (size_t from = 0; from < f->rows; from++) {
        int y = f->left[from];
        for (size_t to = 0; to < f->rows; to++) {
            int tall = f->heights[from * f->rows + to];
            if (tall && (from != to) == moves)
                draw_ribbon(f, from, to, y, f->right[to] + taken[to], out);
            y += tall;
            taken[to] += tall;
        }
    }
}

static text label_of(const flow *f, size_t row, char room[], size_t size) {
    const char *title = changes_level_title(f->ladder, level_at(f, row));
    text whole = text_of(title);
    if (character_width(whole) <= LABEL) return whole;
    size_t keep = character_fit(whole, LABEL - 1);
    text_buffer cut = {0};
    text_print(&cut, "%.*s…", (int)keep, title);
    size_t length = cut.length < size ? cut.length : 0;
    for (size_t i = 0; i < length; i++)
        room[i] = cut.bytes[i];
    text_free(&cut);
    return (text){room, length};
}

static void draw_level(const flow *f, size_t row, writer *out) {
    char title[128], count[AMOUNT_TEXT], more[AMOUNT_TEXT + 1];
    size_t stood = stood_at(f, row), stand = stand_at(f, row);
    text label = label_of(f, row, title, sizeof title);
    int y = f->left[row] + 11;
    page_write(out,
               "<rect class=\"node\" x=\"$d\" y=\"$d\" width=\"$d\" height=\"$d\" rx=\"1\"/>",
               LEFT_NODE, f->left[row], NODE, f->left_tall[row]);
    page_write(out,
               "<rect class=\"node\" x=\"$d\" y=\"$d\" width=\"$d\" height=\"$d\" rx=\"1\"/>\n",
               RIGHT_NODE, f->right[row], NODE, f->right_tall[row]);
    page_write(out,
               "<text x=\"$d\" y=\"$d\" text-anchor=\"end\">$t <tspan "
               "class=\"dim\">$t</tspan></text>\n",
               LEFT_NODE - 8, y, label, amount_count(stood, count));
    page_write(out, "<text x=\"$d\" y=\"$d\">$t <tspan class=\"dim\">$t", RIGHT_NODE + NODE + 8,
               y, label, amount_count(stand, count));
    if (stood != stand) page_write(out, " ($t)", changes_count(stood, stand, more));
    writer_string(out, "</tspan></text>\n");
}

void flow_draw(const changes *c, size_t ladder, arena *memory, writer *out) {
    flow f = {0};
    if (!open_flow(&f, c, ladder, memory)) return;
    count_moves(&f, c, ladder);
    count_stays(&f);
    size_ribbons(&f);
    int tall = place_bars(&f);
    page_write(
        out,
        "<svg viewBox=\"0 0 460 $d\" role=\"img\" aria-label=\"Levels before and after\">\n",
        tall);
    draw_ribbons(&f, false, memory, out);
    draw_ribbons(&f, true, memory, out);
    for (size_t i = 0; i < f.rows; i++)
        draw_level(&f, i, out);
    writer_string(out, "</svg>\n");
}
