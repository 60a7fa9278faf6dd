import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { Truth } from './inbox/write-slice.js';
import { makeInbox } from './make-inbox.js';
import { table } from './measure/page.js';
import { type Ran, runProcess } from './measure/run-process.js';
import { median, megabytes } from './measure/statistics.js';

export interface WholeRunOptions {
  /** Inboxes are made in it, and used again where they are already there. */
  readonly folder: string;
  readonly sizes: readonly number[];
  readonly seed: string;
  readonly limitMs: number;
}

const program = fileURLToPath(new URL('../bin/campaign.js', import.meta.url));
/** A run so short that its start matters is done so often, and the median taken. */
const repeated = { upTo: 1000, times: 3 };

interface Measured {
  readonly forms: number;
  readonly cold: Ran;
  readonly again: Ran | null;
  /** Null where there is no workbook, as the run came to no end. */
  readonly agrees: boolean | null;
}

/** `campaign aggregate` from an empty ledger to the written workbook, and once more over the same inbox. */
export async function measureWholeRuns(options: WholeRunOptions): Promise<string> {
  const all: Measured[] = [];
  for (const forms of options.sizes) all.push(await measure(forms, options));
  return tableOf(all);
}

/** The working folder for so many forms. */
export async function folderOf(
  forms: number,
  { folder, seed }: Pick<WholeRunOptions, 'folder' | 'seed'>,
): Promise<string> {
  const out = join(folder, `${forms}-forms`);
  if (!existsSync(join(out, 'truth.json'))) await makeInbox({ forms, out, seed, jobs: 2 });
  return out;
}

async function measure(forms: number, options: WholeRunOptions): Promise<Measured> {
  const cwd = await folderOf(forms, options);
  const { limitMs } = options;
  const run = () => runProcess(process.execPath, [program, 'aggregate', 'inbox', '--quiet'], { cwd, limitMs });
  const colds: Ran[] = [];
  for (let time = 0; time < (forms <= repeated.upTo ? repeated.times : 1); time++) {
    for (const made of ['.campaign', 'reports']) rmSync(join(cwd, made), { recursive: true, force: true });
    colds.push(await run());
  }
  const cold = middleOf(colds);
  if (!cameToAnEnd(cold)) {
    console.error(`aggregate of ${forms} forms: ${howItEnded(cold)}`, cold.stderr.slice(-2000));
    return { forms, cold, again: null, agrees: null };
  }
  const agrees = sumsAgree(cwd);
  return { forms, cold, again: await run(), agrees };
}

function middleOf(runs: readonly Ran[]): Ran {
  const middle = median(runs.map((run) => run.ms));
  return runs.reduce((best, run) => (Math.abs(run.ms - middle) < Math.abs(best.ms - middle) ? run : best));
}

/** 1 is what a run says that found something for a person to do. */
function cameToAnEnd({ code, timedOut }: Ran): boolean {
  return !timedOut && (code === 0 || code === 1);
}

function howItEnded({ code, timedOut, ms }: Ran): string {
  return timedOut ? `no end after ${(ms / 60_000).toFixed(0)} min` : `ended with ${code ?? 'a signal'}`;
}

/** The sums on the workbook's first sheet, in the order of the form, against those the inbox was made with. */
function sumsAgree(cwd: string): boolean {
  const name = readdirSync(join(cwd, 'reports')).find((file) => file.endsWith('.xlsx')) ?? '';
  const sheet = 'xl/worksheets/sheet1.xml';
  const parts = unzipSync(readFileSync(join(cwd, 'reports', name)), { filter: (part) => part.name === sheet });
  const xml = new TextDecoder().decode(parts[sheet]);
  const written = [...xml.matchAll(/<f>SUM\([^<]*\)<\/f><v>(\d+)<\/v>/g)].map((match) => Number(match[1]));
  const { totals } = JSON.parse(readFileSync(join(cwd, 'truth.json'), 'utf8')) as Truth;
  const expected = fieldsInOrder.map((field) => totals[field] ?? 0);
  const agrees = JSON.stringify(written) === JSON.stringify(expected);
  if (!agrees) console.error(`the workbook's sums are ${written.join(' ')} instead of ${expected.join(' ')}`);
  return agrees;
}

const levels = ['county', 'township', 'village'];
const fieldsInOrder = [
  ...['publicity', 'visits', 'services'].flatMap((row) =>
    levels.flatMap((level) => [`${row}.${level}.sessions`, `${row}.${level}.people`]),
  ),
  ...['national', 'provincial', 'municipal', 'county'].flatMap((media) => [
    `media.${media}.articles`,
    `media.${media}.av`,
  ]),
];

function tableOf(all: readonly Measured[]): string {
  const [first] = all;
  const each = ({ forms, cold }: Measured) => cold.ms / forms;
  const rows = all.map((one) => {
    const { forms, cold, again, agrees } = one;
    const size = forms.toLocaleString('en').replaceAll(',', ' ');
    if (agrees === null) return [size, howItEnded(cold), '', '', '', secondsOfCpu(cold), peakOf(cold), '', '', ''];
    return [
      size,
      (cold.ms / 1000).toFixed(1),
      (forms / (cold.ms / 1000)).toFixed(0),
      each(one).toFixed(2),
      first === undefined ? '' : (each(one) / each(first)).toFixed(2),
      secondsOfCpu(cold),
      peakOf(cold),
      again === null ? '' : (again.ms / 1000).toFixed(1),
      again === null ? '' : peakOf(again),
      agrees ? 'agree' : 'DIFFER',
    ];
  });
  const header = [
    'forms',
    's',
    'forms/s',
    'ms a form',
    '× the first',
    'CPU s',
    'peak MB',
    'again, s',
    'again, peak MB',
    'sums',
  ];
  return `${table(header, rows)}\n\n\`campaign aggregate inbox --quiet\` without a ledger to the written workbook, start included; “again” is the next run over the unchanged inbox. “CPU s” and “peak MB” are of all processes together.`;
}

function secondsOfCpu({ cpuMs }: Ran): string {
  return cpuMs === null ? '–' : (cpuMs / 1000).toFixed(1);
}

function peakOf({ peak }: Ran): string {
  return peak === null ? '–' : megabytes(peak);
}
