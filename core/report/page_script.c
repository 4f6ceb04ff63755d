/* page_script.c - search and sort, for lists and tables marked with data-list.
 *
 * A list's rows are <details class=row> or the rows of a table's body; what is sorted by is a
 * cell's data-v, or else its text. Nothing is fetched, nothing kept. */
#include "report/page.h"

static const char *const script[] = {
    "'use strict';\n"
    "for (const list of document.querySelectorAll('[data-list]')) {\n"
    "  const table = list.querySelector(':scope > table');\n"
    "  const home = table ? table.tBodies[0] : list;\n"
    "  const rows = [...home.children].filter(row => table || row.classList.contains('row'));\n"
    "  const cells = row => (table ? row : row.firstElementChild).children;\n"
    "  const search = list.parentElement.querySelector('input');\n"
    "  const none = list.parentElement.querySelector('.none');\n"
    "  const count = list.parentElement.querySelector('.found');\n"
    "  if (search) {\n"
    "    search.hidden = false;\n"
    "    const words = rows.map(row => (table ? row : "
    "row.firstElementChild).textContent.toLowerCase());\n"
    "    search.addEventListener('input', () => {\n"
    "      const wanted = search.value.trim().toLowerCase();\n"
    "      let found = 0;\n"
    "      rows.forEach((row, i) => { row.hidden = !words[i].includes(wanted); found += "
    "!row.hidden; });\n"
    "      if (none) none.hidden = found > 0;\n"
    "      if (count) count.textContent = wanted ? found + ' of ' + rows.length : '';\n"
    "    });\n"
    "  }\n",
    "  const heads = [...list.querySelectorAll('[data-col]')];\n"
    "  for (const head of heads) head.querySelector('button').addEventListener('click', () => "
    "{\n"
    "    const at = Number(head.dataset.col), number = head.dataset.sort === 'number';\n"
    "    const up = head.getAttribute('aria-sort') === (number ? 'descending' : 'none');\n"
    "    for (const other of heads) other.setAttribute('aria-sort', 'none');\n"
    "    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');\n"
    "    const key = row => { const cell = cells(row)[at];\n"
    "      return number ? Number(cell.dataset.v) : cell.dataset.v || cell.textContent; };\n"
    "    const order = (a, b) => number ? a - b : a < b ? -1 : a > b ? 1 : 0;\n"
    "    rows.map((row, i) => [key(row), i, row])\n"
    "      .sort((a, b) => (up ? order(a[0], b[0]) : order(b[0], a[0])) || a[1] - b[1])\n"
    "      .forEach(item => home.append(item[2]));\n"
    "  });\n"
    "}\n",
};

void page_script(writer *out) {
    for (size_t i = 0; i < sizeof script / sizeof *script; i++)
        writer_string(out, script[i]);
}
