import { shownOf } from '/work/main/src/locate/grid.js';
import { locateStatistics } from '/work/main/src/locate/locate-statistics.js';
import { harmful, harmless } from '/work/main/tests/locate/distortions.js';
import { Chance, draw, sheetTable, shipped, truthOf, wordTable } from '/work/main/tests/locate/form-sheet.js';

const mode = process.argv[2] ?? 'harmless';
const n = Number(process.argv[3] ?? 3000);
const maxLen = Number(process.argv[4] ?? 3);
const show = process.argv[5];
const campaigns = ['wanzhang-2023', 'binjiang-2021'].map(shipped);
const kinds: any = mode === 'harmless' ? harmless : { ...harmless, ...harmful };
const names = Object.keys(kinds);
function speaksOf(f: any, field: any) {
  const labels = f.args.labels ?? (f.args.label !== undefined ? [f.args.label] : []);
  const path = field.label.split(' / ');
  return labels.some((l: string) =>
    l.split(' / ').every((p) => path.includes(p) || p.split('、').some((o) => path.includes(o))),
  );
}
function run(ci: number, seed: number, steps: string[], word: boolean) {
  const campaign = campaigns[ci]!;
  const form = campaign.forms.statistics;
  const chance = new Chance(seed);
  const sheet = steps.reduce((s: any, k) => kinds[k](s, chance, form), draw(campaign, chance));
  const table = word ? wordTable(sheet) : sheetTable(sheet);
  const [r, ...more] = locateStatistics(table, form);
  const truth = truthOf(sheet);
  const bad: string[] = [];
  for (const f of form.fields) {
    const c = r?.cells.get(f.id);
    const got = c ? shownOf(c) : '';
    const want = truth.get(f.id) ?? '';
    if (got === want) continue;
    if (got === '') {
      if (
        mode === 'harmless' ||
        !(r?.findings ?? []).some(
          (x) => speaksOf(x, f) || (f.optional && JSON.stringify(x.args).includes(f.label.split(' / ')[0]!)),
        )
      )
        bad.push(`lost ${f.id} (${want})`);
    } else bad.push(`WRONG ${f.id}: ${got} not ${want}`);
  }
  if (mode === 'harmless') {
    for (const f of r?.findings ?? []) bad.push(`said ${f.rule} ${JSON.stringify(f.args)} ${JSON.stringify(f.place)}`);
    if (more.length) bad.push('copies ' + more.length);
  }
  return { bad, r, table };
}
if (show) {
  const { ci, seed, steps, word } = JSON.parse(show);
  const { bad, r, table } = run(ci, seed, steps, word);
  const rows = new Map<number, string[]>();
  for (const c of table.cells) {
    if (c.value.kind === 'empty' && c.rowSpan * c.columnSpan === 1) continue;
    const t = `${c.column}${c.columnSpan > 1 || c.rowSpan > 1 ? `[${c.rowSpan}x${c.columnSpan}]` : ''}:${shownOf(c as any)}`;
    rows.set(c.row, [...(rows.get(c.row) ?? []), t]);
  }
  for (const [k, v] of [...rows].sort((a, b) => a[0] - b[0])) console.log(k, v.join(' | '));
  console.log(bad);
  console.log(r?.findings);
  process.exit();
}
const fails = new Map<string, any[]>();
const ch = new Chance(Number(process.argv[6] ?? 7));
let total = 0;
for (let i = 0; i < n; i++) {
  const ci = ch.next(2),
    seed = ch.next(1e6),
    word = ch.next(2) === 0;
  const steps = ch.shuffled(names).slice(0, ch.next(maxLen + 1));
  let res;
  try {
    res = run(ci, seed, steps, word);
  } catch (e) {
    console.log('THROW', steps, e);
    break;
  }
  if (res.bad.length) {
    total++;
    const key = [...new Set(steps)].sort().join(' + ');
    (fails.get(key) ?? fails.set(key, []).get(key)!).push({ ci, seed, steps, word, bad: res.bad });
  }
}
console.log('failed', total, 'of', n);
for (const [k, v] of [...fails]
  .sort((a, b) => a[0].split(' + ').length - b[0].split(' + ').length || b[1].length - a[1].length)
  .slice(0, 14)) {
  const one = v[0];
  console.log(`\n## ${k} ×${v.length}`);
  console.log(JSON.stringify({ ci: one.ci, seed: one.seed, steps: one.steps, word: one.word }));
  console.log(one.bad.slice(0, 5).join('\n'));
}
