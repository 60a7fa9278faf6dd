import process from 'node:process';
import { table } from '../../bench/measure/page.js';
import type { HostileFile, Maker } from './maker.js';
import { makers } from './makers.js';
import { Tally } from './tally.js';
import { aggregate, check, layInbox, removeInbox, type Tried } from './try-inbox.js';

/**
 * `npm run hostile [NAME]`: every hostile file alone by `aggregate`, and by `check` as text and as JSON: those of a costly
 * attack alone, those of any other one after the other in one run. At last all of them in one inbox beside the villages.
 * With a name only the attacks whose names hold it. Ends with 1 where anything is to be said against a run.
 */

const limitMs = 90_000;
const togetherMs = 1_800_000;
const [wanted = ''] = process.argv.slice(2);
const chosen = makers.filter(({ name }) => name.includes(wanted));

const rows: string[][] = [];
const complaints: string[] = [];
for (const one of chosen) {
  rows.push(await tryAlone(one));
  // A run takes long; somebody may be waiting.
  console.error(rows.at(-1)?.join(' | '));
}
rows.push(await tryTogether());
console.log(table(['attack', 'files', 'slowest s', 'most MiB', 'complaints'], rows));
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

async function tryAlone({ name, files, costly }: Maker): Promise<string[]> {
  const tally = new Tally(name, complaints);
  let count = 0;
  for (const file of files()) {
    const about = JSON.stringify(file.name);
    await inInbox([file], async (work) => tally.add(about, await aggregate(work, limitMs)));
    if (costly) await inInbox([file], async (work) => tally.add(about, ...(await checks(work, limitMs))));
    count++;
  }
  if (!costly) await inInbox(files(), async (work) => tally.add('all', ...(await checks(work, count * limitMs))));
  return tally.row(count);
}

async function tryTogether(): Promise<string[]> {
  const tally = new Tally('all beside the villages', complaints);
  let count = 0;
  await inInbox(
    (function* () {
      for (const { files } of chosen)
        for (const file of files()) {
          count++;
          yield file;
        }
    })(),
    async (work) => tally.add('all', await aggregate(work, togetherMs)),
    true,
  );
  return tally.row(count);
}

async function checks(work: string, limit: number): Promise<Tried[]> {
  return [await check(work, 'text', limit), await check(work, 'json', limit)];
}

async function inInbox(
  files: Iterable<HostileFile>,
  act: (work: string) => Promise<void>,
  villages = false,
): Promise<void> {
  const work = layInbox(files, villages);
  try {
    await act(work);
  } finally {
    removeInbox(work);
  }
}
