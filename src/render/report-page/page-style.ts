/** How the page looks: on a desk, on a telephone, on A4. Light and dark of each status contrast by at least 4.5. */
export const pageStyle = `
:root {
  --ink: #1c2733; --soft: #566373; --line: #e2e7ed; --ground: #f5f7f9; --paper: #fff; --link: #1f5aa6;
  --ok: #1b7352; --ok-tint: #e8f4ee; --ok-bar: #4aa883;
  --late: #815a00; --late-tint: #fcf3d6; --late-bar: #e0ae2e;
  --part: #9a4710; --part-tint: #fcebdd; --part-bar: #e08a4b;
  --miss: #a3222b; --miss-tint: #fbe6e6; --miss-bar: #cf5257;
  --wait: #5d6876; --wait-tint: #f0f2f5; --wait-bar: #d7dde4;
  --ask: #1f5aa6; --ask-tint: #e8f0fa;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scrollbar-gutter: stable; scroll-behavior: smooth; scroll-padding-top: 12px; -webkit-text-size-adjust: 100%; }
html.covered { overflow: hidden; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--ink); font-size: 15px; line-height: 1.6;
  font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
body:lang(en) { font-family: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, input:focus-visible, select:focus-visible, .scroll:focus-visible, .sheet:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; font-weight: normal; }
ul, ol { list-style: none; }
small { color: var(--soft); font-size: 12px; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
.sheet-of-icons { position: absolute; }
.i { width: 15px; height: 15px; flex: none; vertical-align: -2px; margin-right: 4px; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
symbol .f { fill: currentColor; stroke: none; }

.page { max-width: 1160px; margin: 0 auto; padding: 36px 28px 64px; }
.top .office { color: var(--soft); }
.top h1 { font-size: 30px; line-height: 1.3; font-weight: 600; letter-spacing: .01em; }
.top .as-of { color: var(--soft); margin-top: 4px; }
.top nav { display: flex; flex-wrap: wrap; margin: 16px -10px 0; }
.top nav a { padding: 3px 10px; border-radius: 14px; color: var(--soft); }
.top nav a:hover { background: var(--paper); color: var(--ink); text-decoration: none; }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); grid-gap: 12px; margin: 20px 0 0; }
.card { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px 12px; color: inherit; border-top: 3px solid var(--wait-bar); }
a.card:hover { text-decoration: none; border-color: #c5ced8; }
.card.good { border-top-color: var(--ok-bar); }
.card.bad { border-top-color: var(--miss-bar); }
.card.ask { border-top-color: var(--late-bar); }
.card .name, .card .note { display: block; font-size: 13px; color: var(--soft); line-height: 1.45; word-break: keep-all; overflow-wrap: anywhere; }
.card .figure { display: block; font-size: 27px; line-height: 1.35; font-weight: 600; }
.card .figure small { font-size: 14px; font-weight: normal; margin-left: 2px; }

section[id] { margin-top: 40px; }
h2 { font-size: 20px; font-weight: 600; margin-bottom: 12px; }
h3 { font-size: 15px; font-weight: 600; }
.deadlines, .scroll.on-wide, .findings, .todo, #notes .meanings { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }

.deadline { display: grid; grid-template-columns: 170px minmax(0, 1fr) 240px; grid-gap: 24px; align-items: center; padding: 12px 18px; }
.deadline + .deadline { border-top: 1px solid var(--line); }
.deadline h3 small { display: block; font-weight: normal; font-size: 13px; }
.heads { color: var(--soft); font-size: 12.5px; padding-top: 8px; padding-bottom: 6px; }
.bar { display: block; width: 100%; height: 16px; border-radius: 4px; overflow: hidden; background: var(--wait-tint); }
.b-on-time { fill: var(--ok-bar); } .b-late { fill: var(--late-bar); } .b-incomplete { fill: var(--part-bar); }
.b-missing { fill: var(--miss-bar); } .b-pending { fill: var(--wait-bar); }
.counts { margin-top: 6px; font-size: 13px; display: flex; flex-wrap: wrap; }
.counts > span { margin-right: 14px; white-space: nowrap; }
.counts .rate { color: var(--soft); }
.arrivals { display: block; width: 100%; height: 58px; overflow: visible; }
.arrivals path { vector-effect: non-scaling-stroke; fill: none; }
.arrivals .ground { stroke: var(--line); }
.arrivals .fill { fill: var(--ok-tint); }
.arrivals .edge { stroke: var(--ok-bar); stroke-width: 1.8; }
.arrivals .due { stroke: var(--soft); stroke-dasharray: 3 3; }
.arrivals text { font-size: 11px; fill: var(--soft); }

.s-on-time { color: var(--ok); } .s-late { color: var(--late); } .s-incomplete { color: var(--part); }
.s-missing { color: var(--miss); } .s-pending, .s-exempt { color: var(--wait); } .s-uncertain { color: var(--ask); }

.tools { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; margin: 18px 2px 8px; }
.legend { display: flex; flex-wrap: wrap; font-size: 13px; }
.legend li { margin-right: 14px; white-space: nowrap; }
.only { font-size: 14px; white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 0; width: 100%; }
th { font-weight: normal; text-align: left; }
.matrix { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; font-size: 14px; }
.matrix th, .matrix td { padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; line-height: 1.45; }
.matrix tbody tr:last-child > * { border-bottom: 0; }
.matrix thead th:first-child { width: 19%; }
.matrix thead th { font-weight: 600; vertical-align: bottom; }
.matrix small { display: block; }
.matrix thead .free small { color: var(--part); }
.matrix tbody th { position: sticky; left: 0; background: var(--paper); min-width: 118px; }
.matrix td { border-left: 1px solid #fff; }
.matrix td small { color: inherit; opacity: .85; padding-left: 19px; }
.matrix td.s-on-time { background: var(--ok-tint); } .matrix td.s-late { background: var(--late-tint); }
.matrix td.s-incomplete { background: var(--part-tint); } .matrix td.s-missing { background: var(--miss-tint); }
.matrix td.s-uncertain { background: var(--ask-tint); } .matrix td.s-pending { background: var(--wait-tint); }
.rest, .hint, .none { color: var(--soft); margin-top: 10px; font-size: 14px; }

.coverage b { font-weight: 600; }
.hint { margin: 2px 0 12px; }
.form { border-radius: 10px; text-align: center; font-size: 13px; table-layout: fixed; }
.form th, .form td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 6px 3px; text-align: center; }
.form tr:last-child > * { border-bottom: 0; }
.form th { background: #fafbfc; color: var(--soft); }
.form th.unit { text-align: left; padding-left: 14px; color: var(--ink); }
.form .first { width: 86px; }
.form th.block { color: var(--ink); font-weight: 600; }
.form td { font-size: 16px; font-weight: 600; }
.form td a { display: block; padding: 4px 0; border-radius: 6px; }
.form td a:hover { background: var(--ask-tint); text-decoration: none; }
.form .nobody { color: #6b7885; font-weight: normal; }
.on-narrow { display: none; }
.remarks { margin-top: 10px; font-size: 13px; color: var(--soft); }
.remarks li { padding-left: 1em; text-indent: -1em; }
.remarks li::before { content: "· "; }

.badge { display: inline-block; white-space: nowrap; font-size: 13px; padding: 0 7px 0 5px; border-radius: 4px; background: var(--wait-tint); color: var(--wait); margin-right: 6px; }
.v-error { color: var(--miss); } .badge.v-error, .badge.o-rejected { background: var(--miss-tint); color: var(--miss); }
.v-warning { color: var(--late); } .badge.v-warning, .badge.o-unmatched { background: var(--late-tint); color: var(--late); }
.v-info { color: var(--ask); } .badge.v-info { background: var(--ask-tint); color: var(--ask); }
.todo li, .findings > li { padding: 12px 18px; }
.todo li + li, .findings > li { border-top: 1px solid var(--line); }
.findings > li:first-child { border-top: 0; }
.todo small { margin-left: 6px; }
.path { font-family: ui-monospace, Consolas, "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace; font-size: 13.5px; }
.remedy { color: var(--soft); font-size: 14px; }
.findings > li { display: grid; grid-template-columns: 190px minmax(0, 1fr) 230px; grid-gap: 18px; }
.findings .who .badge { display: table; margin-bottom: 4px; }
.findings .who i { font-style: normal; color: var(--soft); }
.findings .where { font-size: 13.5px; color: var(--soft); }
.findings .where > * { display: block; }
.findings q { color: var(--ink); }
.filter { display: flex; flex-wrap: wrap; align-items: center; margin: 0 -5px 10px; font-size: 14px; }
.filter > * { margin: 0 5px 6px; }
.filter input[type=search], .filter select { font: inherit; color: inherit; padding: 5px 10px; border: 1px solid #c9d1da; border-radius: 8px; background: var(--paper); min-width: 0; }
.filter input[type=search] { width: 230px; }
.filter select { max-width: 230px; }
.filter fieldset { border: 0; padding: 0; display: flex; flex-wrap: wrap; }
.filter fieldset label { margin-right: 12px; white-space: nowrap; }
.filter fieldset .badge { margin: 0 4px; }
.filter output { color: var(--soft); margin-left: auto; }

#notes .meanings { display: grid; grid-template-columns: 110px minmax(0, 1fr) 110px minmax(0, 1fr); padding: 10px 18px; font-size: 14px; }
#notes .meanings > * { padding: 3px 0; }
.made { margin-top: 10px; color: var(--soft); font-size: 13px; }

.panel { display: none; }
.panel:target { display: flex; justify-content: flex-end; position: fixed; top: 0; right: 0; bottom: 0; left: 0; z-index: 10; }
.scrim { position: absolute; top: 0; right: 0; bottom: 0; left: 0; background: rgba(22, 33, 46, .38); cursor: default; }
.sheet { position: relative; width: 720px; max-width: 100%; background: var(--paper); overflow-y: auto; padding: 28px 32px 48px; box-shadow: -8px 0 32px rgba(22, 33, 46, .18); overscroll-behavior: contain; }
.sheet:focus { outline: 0; }
.sheet h2 { margin: 0 48px 6px 0; }
.sheet h3 { margin: 22px 0 6px; }
.close { position: absolute; top: 22px; right: 24px; width: 36px; height: 36px; line-height: 34px; text-align: center; font-size: 24px; border-radius: 18px; color: var(--soft); }
.close:hover { background: var(--ground); text-decoration: none; }
.contact, .from { color: var(--soft); }
.from { font-size: 13.5px; margin-bottom: 6px; }
.standing { margin-top: 12px; border-top: 1px solid var(--line); }
.standing li { padding: 5px 0; border-bottom: 1px solid var(--line); }
.standing b { color: var(--ink); font-weight: 600; margin-right: 6px; }
.standing small { margin-left: 10px; }
.sum { margin-bottom: 12px; color: var(--soft); }
.sum b { font-size: 24px; color: var(--ink); font-weight: 600; margin-right: 6px; }
.trace { font-size: 13.5px; }
.trace thead th { color: var(--soft); font-size: 12.5px; white-space: nowrap; }
.trace th, .trace td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.trace .n { white-space: nowrap; font-weight: 600; }
.trace .n b { display: inline-block; min-width: 2.6em; text-align: right; }
.trace em { font-style: normal; font-weight: normal; font-size: 12px; color: var(--late); }
.trace .off td, .trace .off th { color: var(--soft); }
.mini { margin-left: 8px; vertical-align: 1px; fill: var(--ok-bar); }
.plain > li { padding: 6px 0; border-bottom: 1px solid var(--line); font-size: 14px; }
.plain > li > small { display: block; }
.plain ul { padding-left: 1em; color: var(--soft); font-size: 13.5px; }

@media (max-width: 900px) {
  .deadline { grid-template-columns: 130px minmax(0, 1fr); }
  .deadline .arrivals, .heads { display: none; }
  .findings > li { grid-template-columns: minmax(0, 1fr); grid-gap: 6px; }
  .findings .who .badge { display: inline-block; margin-bottom: 0; }
  .findings .where > * { display: inline; margin-right: 6px; }
  #notes .meanings { grid-template-columns: 100px minmax(0, 1fr); }
}
@media (max-width: 640px) {
  .page { padding: 22px 14px 48px; }
  .top h1 { font-size: 23px; }
  .cards { grid-template-columns: 1fr 1fr; grid-gap: 8px; }
  .card { padding: 10px 12px; }
  .card .figure { font-size: 22px; }
  .deadline { grid-template-columns: minmax(0, 1fr); grid-gap: 8px; padding: 12px 14px; }
  .deadline h3 small { display: inline; margin-left: 8px; }
  .deadline .arrivals { display: block; }
  .heads { display: none; }
  .matrix { font-size: 13px; }
  .matrix th, .matrix td { padding: 6px 4px; }
  .matrix tbody th { min-width: 92px; padding-left: 8px; }
  .matrix thead th { font-size: 12px; vertical-align: top; }
  .matrix thead th:first-child { padding-left: 8px; }
  .matrix td { text-align: center; min-width: 46px; }
  .matrix td .i { margin: 0; display: block; margin: 2px auto 0; }
  .matrix td span { display: block; font-size: 11px; line-height: 1.3; }
  .matrix td small { display: none; }
  .on-wide { display: none; }
  .on-narrow { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 4px 14px 12px; }
  .on-narrow h3 { margin: 12px 0 2px; }
  .on-narrow dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; }
  .on-narrow dt, .on-narrow dd { padding: 5px 0; border-bottom: 1px solid var(--line); }
  .on-narrow dt { color: var(--soft); font-size: 14px; }
  .on-narrow dd { text-align: right; font-weight: 600; padding-left: 12px; }
  .todo li, .findings > li { padding: 12px 14px; }
  .filter input[type=search], .filter select { width: calc(100% - 10px); max-width: none; }
  .filter output { margin-left: 5px; }
  .sheet { padding: 20px 16px 40px; }
  .close { top: 12px; right: 10px; }
}
@page { size: A4; margin: 13mm 12mm 14mm; }
@media print {
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  html, body { background: #fff; font-size: 10.5pt; overflow: visible !important; }
  .page { max-width: none; padding: 0; }
  .top nav, .hint, .filter input, .filter select, .filter fieldset, .only, .panel, .panel:target { display: none !important; }
  .top h1 { font-size: 19pt; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(88px, 1fr)); grid-gap: 6px; margin-top: 10px; }
  .card { padding: 6px 8px; }
  .card .figure { font-size: 15pt; }
  .card .name, .card .note { font-size: 8.5pt; }
  section[id] { margin-top: 18px; }
  h2 { font-size: 13.5pt; margin-bottom: 6px; break-after: avoid; }
  .deadline { grid-template-columns: 110px minmax(0, 1fr) 170px; grid-gap: 14px; padding: 5px 10px; break-inside: avoid; }
  .deadline .arrivals { display: block; } .heads { display: grid; padding: 3px 10px; }
  .scroll { overflow: visible; }
  .matrix { font-size: 9.5pt; border-radius: 0; }
  .matrix th, .matrix td { padding: 1px 6px; line-height: 1.35; }
  .matrix small { font-size: 8pt; }
  .matrix thead { display: table-header-group; }
  .matrix tr, .todo li, .findings > li, .card, .meanings > * { break-inside: avoid; }
  .matrix tbody th { position: static; }
  .on-wide { display: block; } .on-narrow { display: none; }
  .form { font-size: 8.5pt; } .form td { font-size: 10.5pt; }
  .form th, .form td { padding: 3px 1px; }
  .todo li, .findings > li { padding: 5px 10px; font-size: 9.5pt; }
  .findings > li { grid-template-columns: 120px minmax(0, 1fr) 150px; grid-gap: 10px; }
  .findings .who .badge { display: table; margin-bottom: 2px; }
  .findings .where > * { display: block; }
  #notes .meanings { grid-template-columns: 70px minmax(0, 1fr) 70px minmax(0, 1fr); padding: 4px 10px; font-size: 9pt; }
  .form { break-inside: avoid; }
  .remedy, .findings .where { font-size: 9pt; }
  .whole, #notes .meanings { break-inside: avoid; }
  a { color: inherit; }
}
`;
