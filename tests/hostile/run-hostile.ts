import process from 'node:process';
import { table } from '../../bench/measure/page.js';
import type { HostileFile, Maker } from './maker.js';
import { makers } from './makers.js';
import { aggregate, check, layInbox, removeInbox, type Tried } from './try-inbox.js';

/**
 * `npm run hostile [NAME]`: every hostile file alone, by `aggregate` and twice by `check`, each in processes of its own.
 * With a name only the attacks whose names hold it. Ends with 1 where anything is to be said against a run.
 */

const limitMs = 90_000;
const mostMebibytes = 512;
const [wanted = ''] = process.argv.slice(2);

const rows: string[][] = [];
const complaints: string[] = [];
for (const one of makers.filter(({ name }) => name.includes(wanted))) rows.push(await tryOut(one));
console.log(table(['attack', 'files', 'slowest s', 'most MiB', 'complaints'], rows));
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

async function tryOut({ name, files }: Maker): Promise<string[]> {
  let [count, slowest, most, said] = [0, 0, 0, 0];
  for (const file of files()) {
    for (const ran of await runsOver(file)) {
      const against = objections(ran);
      complaints.push(...against.map((one) => `${name}: ${JSON.stringify(file.name)}: ${one}`));
      [slowest, most, said] = [Math.max(slowest, ran.ms), Math.max(most, ran.peak ?? 0), said + against.length];
    }
    count++;
  }
  return [name, String(count), (slowest / 1000).toFixed(1), (most / 2 ** 20).toFixed(0), String(said)];
}

async function runsOver(file: HostileFile): Promise<Tried[]> {
  const work = layInbox([file], false);
  try {
    return [await aggregate(work, limitMs), await check(work, 'text', limitMs), await check(work, 'json', limitMs)];
  } finally {
    removeInbox(work);
  }
}

function objections({ complaints, peak }: Tried): string[] {
  const mebibytes = (peak ?? 0) / 2 ** 20;
  return [...complaints, ...(mebibytes > mostMebibytes ? [`${mebibytes.toFixed(0)} MiB`] : [])];
}
