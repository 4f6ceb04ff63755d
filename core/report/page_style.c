/* page_style.c - how pages look: calm, and the same in light, dark, on a phone and on paper. */
#include "report/page.h"

static const char *const style[] = {
    /* Colours: one for what is, one for up, one for down. */
    ":root{--paper:#f7f6f2;--card:#fff;--ink:#23272d;--dim:#62686f;--line:#e4e1d9;--soft:#"
    "f1efe9;"
    "--main:#3b6584;--pale:#b9c6cf;--up:#2c7a58;--down:#b04e38}\n",
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#14171a;--card:#1b1f24;"
    "--ink:#e4e5e3;--dim:#98a1aa;--line:#2d333a;--soft:#242a30;--main:#7faecf;--pale:#46535f;"
    "--up:#67bd94;--down:#e28a70}}\n",
    "@media print{:root{--paper:#fff}}\n",
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
    "-webkit-text-size-adjust:100%}\n"
    "main{max-width:66rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}\n"
    "code{font:.86em/1.4 "
    "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}\n"
    "svg{display:block;width:100%;height:auto}\nsvg text{fill:var(--ink);font-size:11px}\n"
    "svg .dim{fill:var(--dim)}\n.cards>section>svg{max-width:34rem;margin:0 auto}\n",
    ".kind{margin:0 0 "
    ".6rem;color:var(--main);font-size:.8rem;font-weight:600;letter-spacing:.08em;"
    "text-transform:uppercase}\n"
    ".kind "
    "span{margin-left:.8em;color:var(--dim);font-weight:400;letter-spacing:0;text-transform:"
    "none}\n"
    "h1{margin:0;font-size:1.75rem;font-weight:600;line-height:1.3;letter-spacing:-.01em;"
    "text-wrap:balance;overflow-wrap:anywhere}\n"
    "h1::first-letter{text-transform:uppercase}\n"
    "h2{margin:0 0 .9rem;font-size:1.05rem;font-weight:600}\n"
    ".base,.note{color:var(--dim);font-size:.86rem}\n.base{margin:1.6rem 0 "
    "0}\n.note{margin:.7rem 0 0}\n",
    ".set{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.1rem 0 0;padding:0;list-style:none}\n"
    ".set li,.moves li{padding:.25rem .75rem;border:1px solid var(--line);border-radius:2rem;"
    "background:var(--card);font-size:.9rem}\n.set b{font-weight:600}\n"
    ".tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.4rem,1fr));gap:1px;"
    "margin:1.75rem 0 0;overflow:hidden;border:1px solid var(--line);border-radius:.75rem;"
    "background:var(--card)}\n"
    ".tile{padding:.85rem .95rem;box-shadow:0 0 0 1px var(--line)}\n"
    ".tile "
    "b{display:block;font-size:1.3rem;font-weight:600;font-variant-numeric:tabular-nums}\n"
    ".tile span{color:var(--dim);font-size:.84rem}\n"
    ".up b,.up.num{color:var(--up)}\n.down b,.down.num{color:var(--down)}\n",
    ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(27rem,100%),1fr));"
    "gap:1.25rem;margin:1.25rem 0 0}\n"
    "section{margin:1.25rem 0 0;padding:1.35rem 1.5rem 1.5rem;border:1px solid var(--line);"
    "border-radius:.75rem;background:var(--card);min-width:0}.cards>section{margin:0}\n"
    ".moves{display:flex;flex-wrap:wrap;gap:.4rem;margin:1rem 0 0;padding:0;list-style:none}\n"
    ".moves li{background:none;font-size:.85rem}\n.moves .up b,.moves .down "
    "b{margin-right:.35em}\n",
    ".stay{fill:var(--main);opacity:.15}\n.rise{fill:var(--up);opacity:.55}\n"
    ".fall{fill:var(--down);opacity:.55}\n.node{fill:var(--main)}\n"
    ".bar{fill:var(--main)}\n.was{fill:var(--pale)}\n.axis{stroke:var(--dim);stroke-width:1}\n"
    ".bars{width:34%}\n.bars svg{height:1.35rem}\n"
    ".key{margin-left:.8rem;color:var(--dim);font-size:.82rem;font-weight:400}\n"
    ".key::before{content:'';display:inline-block;width:.7em;height:.7em;margin-right:.4em;"
    "border-radius:2px;background:var(--main)}\n.key.old::before{background:var(--pale)}\n",
    "table{width:100%;border-collapse:collapse;font-size:.92rem}\n"
    "th{padding:.35rem .6rem;color:var(--dim);font-size:.82rem;font-weight:500;text-align:left;"
    "vertical-align:bottom}\n"
    "td{padding:.45rem .6rem;border-top:1px solid var(--line);vertical-align:middle}\n"
    "th:first-child,td:first-child{padding-left:0}\nth:last-child,td:last-child{padding-right:"
    "0}\n"
    ".num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    "tr.sum td{border-top:2px solid var(--line);font-weight:600}\n"
    ".sub{display:block;color:var(--dim);font-size:.82rem}\n.wide{overflow-x:auto}\n",
    ".tools{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;margin:0 0 .6rem}\n"
    ".rules td:first-child,.inner td:first-child{overflow-wrap:anywhere}.tools "
    "h2{flex:1;margin:0}\n.found{color:var(--dim);font-size:.86rem}\n"
    "input{width:17rem;max-width:100%;padding:.45rem .8rem;border:1px solid var(--line);"
    "border-radius:2rem;background:var(--paper);color:var(--ink);font:inherit;font-size:.92rem}"
    "\n"
    "button{padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer}\n"
    "button:hover{color:var(--ink)}\n:focus-visible{outline:2px solid "
    "var(--main);outline-offset:2px}\n"
    "[aria-sort=ascending] button::after{content:' \\2191'}\n"
    "[aria-sort=descending] button::after{content:' \\2193'}\n",
    /* Rows that unfold. */
    ".cols,.row>summary{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1.3fr) "
    "7.5rem 7.5rem "
    "7.5rem;column-gap:1rem;align-items:baseline;padding:.5rem .25rem .5rem 1.4rem}\n"
    ".cols{color:var(--dim);font-size:.82rem}\n"
    ".row{border-top:1px solid var(--line);font-size:.92rem}\n"
    ".row>summary{position:relative;cursor:pointer;list-style:none}\n"
    ".row>summary::-webkit-details-marker{display:none}\n"
    ".row>summary::before{content:'';position:absolute;left:.35rem;top:.95rem;width:.38rem;"
    "height:.38rem;"
    "border:solid var(--dim);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}\n"
    ".row[open]>summary::before{transform:rotate(45deg)}\n"
    ".row>summary:hover{background:var(--soft)}\n"
    ".row>div{padding:.25rem .25rem 1.25rem 1.4rem}\n.row b{font-weight:600}\n"
    ".who,.cause{overflow-wrap:anywhere}\n.cause{color:var(--dim)}\n"
    ".inner{width:auto;min-width:min(30rem,100%);margin:0 0 .9rem;font-size:.86rem}\n",
    ".why,.why ul{margin:0;padding:0;list-style:none}\n.why{font-size:.86rem}\n"
    ".why ul{padding-left:1.3rem}\n.why li{margin:.2rem 0}\n"
    ".why>li{margin:.6rem 0 0}\n.why>li>.label{font-weight:600}\n"
    ".why li>.label::before{display:inline-block;width:1.3em;color:var(--dim)}\n"
    ".why .plain>.label::before{content:'\\2022'}\n"
    ".why .met>.label::before{content:'\\2713';color:var(--up)}\n"
    ".why .unmet>.label::before{content:'\\2717';color:var(--down)}\n"
    ".why .wrong>.label::before{content:'!';color:var(--down)}\n"
    ".why .shown{margin-left:.5em;font-variant-numeric:tabular-nums}\n"
    ".why .note{margin:0 0 0 .5em;color:inherit}\n.why .formula,.why "
    ".place{margin-left:.5em;color:var(--dim)}\n"
    ".why .place{font-size:.92em}\n",
    "[hidden]{display:none!important}\n",
    "@media screen and (max-width:44rem){svg "
    "text{font-size:14px}.rules{font-size:.84rem}body{font-size:15px}main{padding:1.4rem .8rem "
    "3rem}h1{font-size:1.35rem}"
    "section{padding:1.1rem 1rem 1.2rem}.tiles{grid-template-columns:1fr "
    "1fr}.tile:last-child:nth-child(odd){grid-column:1/-1}"
    ".tile{padding:.7rem .85rem}.tile b{font-size:1.05rem}"
    ".bars:not(.keep),.key,.rules .old{display:none}input{width:100%}"
    ".cols,.row>summary{grid-template-columns:minmax(0,1fr) auto;row-gap:.1rem}"
    ".cols>:nth-child(n+2):nth-child(-n+4),.row>summary>:nth-child(3),.row>summary>:nth-child("
    "4){display:none}"
    ".row>summary>.cause{grid-row:2;grid-column:1/-1}th,td{padding:.4rem "
    ".3rem}.row>div{padding-left:.25rem}"
    ".inner{font-size:.82rem}}\n",
    "@media print{html{font-size:10.5px}.cards{grid-template-columns:1fr "
    "1fr}main{max-width:none;padding:0}"
    ".tools input{display:none}section,.tiles{border-color:#ccc}section{padding:12px "
    "14px;margin-top:12px}"
    "section,.row,tr{break-inside:avoid}.long{break-inside:auto}.row>summary{padding-top:3px;"
    "padding-bottom:3px}"
    ".row>summary::before{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:"
    "exact}}\n",
};

void page_style(writer *out) {
    for (size_t i = 0; i < sizeof style / sizeof *style; i++)
        writer_string(out, style[i]);
}
