import process from 'node:process';
import { table } from '../../bench/measure/page.js';
import { Coverage } from './coverage.js';
import { entries } from './entries.js';
import { fuzz } from './fuzz.js';

/** `npm run fuzz [SECONDS] [SEED]`: so long for each entry, guided by what code is reached. Ends with 1 where something does not hold. */

const [seconds = '60', seed = '1'] = process.argv.slice(2);
const rows: string[][] = [];
for (const entry of entries) {
  const coverage = await Coverage.begin();
  const end = performance.now() + Number(seconds) * 1000;
  const done = await fuzz(entry, { seed: Number(seed), goesOn: () => performance.now() < end, coverage });
  rows.push([entry.name, ...[done.cases, done.corpus, coverage.pieces].map(String), done.slowestMs.toFixed(0)]);
  if (done.failure === null) continue;
  process.exitCode = 1;
  console.log(`${entry.name}: ${done.failure.message}\n${done.failure.base64}`);
}
console.log(table(['entry', 'cases', 'corpus', 'pieces of code', 'slowest ms'], rows));
