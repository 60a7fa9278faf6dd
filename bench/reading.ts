import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { blankForms } from './inbox/blank-forms.js';
import { villages } from './inbox/country.js';
import { chosenForm, plainCounts, sentBy } from './inbox/sender.js';
import { builtContestant } from './measure/built-contestant.js';
import { table } from './measure/page.js';
import { runProcess } from './measure/run-process.js';
import { median, megabytes, range } from './measure/statistics.js';

/** Somebody who adds up the same forms. */
interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Where it only makes sense on fewer forms, as a form takes it long. */
  readonly most?: number;
  /** The floor reads and inflates, and adds up nothing. */
  readonly addsUp: boolean;
}

interface Round {
  readonly msPerForm: number;
  readonly cpuMsPerForm: number;
  /** From the start of the process to its end, by all forms read. */
  readonly coldMsPerForm: number;
  readonly maxRss: number;
  readonly agrees: boolean;
}

export interface ReadingOptions {
  /** A folder of `makeInbox`. */
  readonly folder: string;
  readonly forms: number;
  readonly rounds: number;
  readonly seed: string;
}

const warmUp = 50;
const here = (name: string) => fileURLToPath(new URL(`contestants/${name}`, import.meta.url));

/** One form after the other on one core, against those one would use instead; rounds interleaved, each its own process. */
export async function measureReading(options: ReadingOptions): Promise<string> {
  const contestants = [...(await inNode()), ...(await inPython())];
  const present = contestants.filter((one) => one.command !== '');
  const rounds = new Map<Contestant, Round[]>(present.map((one) => [one, []]));
  const pairs = new Map<Contestant, number[]>(present.slice(0, 2).map((one) => [one, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (const one of present) rounds.get(one)?.push(await run(one, options));
    for (const [one, times] of pairs) times.push(await besideItself(one, options));
  }
  return `${tableOf(contestants, rounds, options)}\n\n${together(pairs)}`;
}

/** How much longer each of two takes that run at once than one that runs alone. */
async function besideItself(one: Contestant, options: ReadingOptions): Promise<number> {
  const alone = await run(one, options);
  const both = await Promise.all([run(one, options), run(one, options)]);
  return (both[0].msPerForm + both[1].msPerForm) / 2 / alone.msPerForm;
}

function together(pairs: ReadonlyMap<Contestant, readonly number[]>): string {
  const each = [...pairs].map(([{ name }, times]) => `${median(times).toFixed(2)} (${range(times, 2)}) for ${name}`);
  return `Two processes at once, times as long for each as for one alone: ${each.join('; ')}.`;
}

async function inNode(): Promise<Contestant[]> {
  const node = (name: string, script: string, addsUp = true) => ({
    name,
    command: process.execPath,
    args: [script],
    addsUp,
  });
  return [
    node('floor: read, hash, inflate', here('floor.js'), false),
    node('**campaign**, examine', await builtContestant()),
    node('SheetJS, dense and lean', here('sheetjs.js')),
    node('exceljs, load', here('exceljs.js')),
  ];
}

/** Python is asked only where it has the packages; else the table says so. */
async function inPython(): Promise<Contestant[]> {
  const python = async (name: string, script: string, module: string, ...more: string[]) => {
    const command = (await interpreterWith(module)) ?? '';
    return { name, command, args: [here(script), ...more], most: 100, addsUp: true };
  };
  return [
    await python('openpyxl, read-only', 'with_openpyxl.py', 'openpyxl', 'read-only'),
    await python('openpyxl', 'with_openpyxl.py', 'openpyxl'),
    await python('pandas', 'with_pandas.py', 'pandas'),
  ];
}

async function interpreterWith(module: string): Promise<string | null> {
  for (const command of [process.env.PYTHON ?? 'python3', '/usr/bin/python3']) {
    const { code } = await runProcess(command, ['-c', `import ${module}`]).catch(() => ({ code: null }));
    if (code === 0) return command;
  }
  return null;
}

async function run(one: Contestant, { folder, forms, seed }: ReadingOptions): Promise<Round> {
  const count = Math.min(forms, one.most ?? forms);
  const { file, sums, unreadable } = taskFile(folder, count, seed);
  const [script = '', ...more] = one.args;
  const { code, ms, stdout, stderr } = await runProcess(one.command, [script, file, ...more]);
  if (code !== 0) throw new Error(`${one.name} ended with ${code}: ${stderr}`);
  const said = JSON.parse(stdout) as Said;
  const agrees = said.unreadable === unreadable && Object.entries(sums).every(([id, sum]) => said.sums[id] === sum);
  if (one.addsUp && !agrees) {
    console.error(`${one.name} adds up differently: ${JSON.stringify(said)} instead of ${JSON.stringify(sums)}`);
  }
  return {
    msPerForm: said.ms / count,
    cpuMsPerForm: said.cpuMs / count,
    coldMsPerForm: ms / (count + Math.min(warmUp, count)),
    maxRss: said.maxRss,
    agrees,
  };
}

/** What a contestant prints. */
interface Said {
  readonly ms: number;
  readonly cpuMs: number;
  readonly sums: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly maxRss: number;
}

/** The first villages' forms, where their figures stand, and what a contestant must make of them. */
export function taskFile(folder: string, count: number, seed: string) {
  const forms = blankForms();
  const sums: Record<string, number> = {};
  const files: { path: string; producer: string }[] = [];
  let unreadable = 0;
  for (const village of villages(count, seed)) {
    const sent = sentBy(village, seed);
    files.push({ path: join(folder, 'inbox', sent.path), producer: chosenForm(sent, forms).producer });
    if (sent.fault === 'cut-off') unreadable++;
    for (const [field, value] of plainCounts(sent)) sums[field] = (sums[field] ?? 0) + value;
  }
  const addresses = Object.fromEntries(forms.map((form) => [form.producer, countsOnly(form.addresses)]));
  const file = join(folder, `task-${count}.json`);
  writeFileSync(file, JSON.stringify({ files, addresses, warmUp, campaign: join(folder, 'campaign.yaml') }));
  return { file, sums, unreadable };
}

function countsOnly(addresses: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(addresses).filter(([key]) => key !== 'unit' && !key.startsWith('online.')));
}

function tableOf(
  contestants: readonly Contestant[],
  rounds: ReadonlyMap<Contestant, Round[]>,
  options: ReadingOptions,
) {
  const middle = (one: Contestant) => median((rounds.get(one) ?? []).map((round) => round.msPerForm));
  const own = middle(contestants.find((one) => one.name.includes('campaign')) as Contestant);
  const rows = contestants.map((one) => {
    const all = rounds.get(one) ?? [];
    if (all.length === 0) return [one.name, 'not there', '', '', '', '', '', ''];
    const each = all.map((round) => round.msPerForm);
    return [
      one.name,
      median(each).toFixed(3),
      range(each, 3),
      (median(each) / own).toFixed(2),
      median(all.map((round) => round.cpuMsPerForm)).toFixed(3),
      median(all.map((round) => round.coldMsPerForm)).toFixed(3),
      megabytes(Math.max(...all.map((round) => round.maxRss))),
      one.addsUp ? (all.every((round) => round.agrees) ? 'agree' : 'DIFFER') : '–',
    ];
  });
  const header = ['', 'ms a form', 'range', '× campaign', 'CPU ms', 'whole process, ms', 'peak MB', 'sums'];
  const note =
    `${options.forms} forms (Python: ${Math.min(100, options.forms)}), one core, ${options.rounds} rounds one after the other in turn, ` +
    `medians. “ms a form” is after ${warmUp} forms to warm up, without starting; “CPU ms” is the same in time of the processor; ` +
    `“whole process” is from its start to its end by all forms it read.`;
  return `${table(header, rows)}\n\n${note}`;
}
