import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { villages, whole } from './inbox/country.js';
import { type Slice, sumOfTruths, type Truth, writeSlice } from './inbox/write-slice.js';

export interface InboxOptions {
  readonly forms: number;
  /** Gets `campaign.yaml`, `roster.csv`, `truth.json` and the folder `inbox`. */
  readonly out: string;
  readonly seed?: string;
  /** Processes to write with. */
  readonly jobs?: number;
}

/**
 * A working folder with the statistics forms of so many villages in its inbox: in folders from the province down to the
 * township, saved by four programs, figures typed as clerks type them, one in fifty with a fault. The same seed gives
 * the same files, and a smaller inbox is the beginning of a larger one.
 */
export async function makeInbox({ forms, out, seed = '2023', jobs = 1 }: InboxOptions): Promise<Truth> {
  if (!Number.isInteger(forms) || forms < 1 || forms > whole.villages) {
    throw new Error(`the country has 1 to ${whole.villages} villages`);
  }
  const inbox = join(out, 'inbox');
  mkdirSync(inbox, { recursive: true });
  const slices = Array.from({ length: jobs }, (_, n): Slice => {
    const upTo = (part: number) => Math.floor((part * forms) / jobs);
    return { inbox, seed, from: upTo(n), to: upTo(n + 1) };
  });
  const written = slices.map((slice) => (jobs === 1 ? writeSlice(slice) : writeApart(slice)));
  writeFileSync(join(out, 'campaign.yaml'), campaignFile());
  writeFileSync(join(out, 'roster.csv'), rosterFile(forms, seed));
  const truth = sumOfTruths(await Promise.all(written));
  writeFileSync(join(out, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

function writeApart(slice: Slice): Promise<Truth> {
  const child = fork(new URL('inbox/slice-process.ts', import.meta.url));
  return new Promise((done, fail) => {
    child.once('message', (truth) => done(truth as Truth));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`writing ${slice.from} to ${slice.to} ended with ${code}`)));
    child.send(slice);
  });
}

const shipped = new URL('../templates/wanzhang-2023/campaign.yaml', import.meta.url);

/** The shipped campaign as the office of the whole country would set it up that asks for the table alone. */
function campaignFile(): string {
  const campaign = parse(readFileSync(shipped, 'utf8'));
  const { progress: _, ...forms } = campaign.forms;
  return stringify({
    ...campaign,
    id: 'country-2023',
    office: '全国计划生育协会',
    materials: campaign.materials.filter((one: { id: string }) => one.id === 'statistics'),
    deadlines: [{ id: 'final', name: '信息统计表', due: '2023-06-10', materials: ['statistics'] }],
    forms,
  });
}

function rosterFile(forms: number, seed: string): string {
  const lines = ['id,name,level'];
  for (const { id, name } of villages(forms, seed)) lines.push(`${id},${name},village`);
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      forms: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '2023' },
      jobs: { type: 'string', default: '1' },
    },
  });
  if (values.forms === undefined || values.out === undefined) {
    console.error('usage: tsx bench/make-inbox.ts --forms N --out DIR [--seed S] [--jobs N]');
    process.exitCode = 2;
  } else {
    const begin = performance.now();
    const options = {
      forms: Number(values.forms),
      out: resolve(values.out),
      seed: values.seed,
      jobs: Number(values.jobs),
    };
    const truth = await makeInbox(options);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${truth.forms} forms in ${options.out} in ${seconds} s, ${truth.faultless} without a fault`);
  }
}
