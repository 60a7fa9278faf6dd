import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtContestant } from './measure/built-contestant.js';
import { readProfiles, type Share, type WhereTimeGoes } from './measure/cpu-profile.js';
import { machineFacts } from './measure/machine.js';
import { table, writeSection } from './measure/page.js';
import { runProcess } from './measure/run-process.js';
import { taskFile } from './reading.js';
import { folderOf } from './whole-runs.js';

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '1000' },
    dir: { type: 'string' },
    seed: { type: 'string', default: '2023' },
    functions: { type: 'string', default: '25' },
    write: { type: 'boolean', default: false },
  },
});
/** What takes less than this share of the time is added up in one line. */
const least = 0.01;
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const work = mkdtempSync(join(tmpdir(), 'campaign-profile-'));
try {
  await profile(work);
} finally {
  rmSync(work, { recursive: true });
}

/** Where the time goes: in examining forms one after the other, and in a whole run. */
async function profile(folder: string): Promise<void> {
  const forms = Number(values.forms);
  const inbox = await folderOf(forms, {
    folder: values.dir === undefined ? folder : resolve(values.dir),
    seed: values.seed,
  });
  const task = taskFile(inbox, forms, values.seed);
  const examining = await profiled(join(folder, 'examine'), [await builtContestant(), task.file], inbox);
  const run = [
    file('../bin/campaign.js'),
    'aggregate',
    'inbox',
    '--quiet',
    '--no-ledger',
    '--out',
    join(folder, 'reports'),
  ];
  const running = await profiled(join(folder, 'aggregate'), run, inbox);
  const text = [
    tableOf(`examining ${forms} forms`, examining),
    tableOf(`\`campaign aggregate\` over ${forms} forms`, running),
    `Self time by the sampling profiler of Node (\`--cpu-prof\`), what is built into the engine counted for its caller. ${machineFacts()}`,
  ].join('\n\n');
  console.log(`${text}\n`);
  for (const one of [examining, running]) console.log(`${functionsOf(one)}\n`);
  if (values.write) writeSection('profile', text);
}

async function profiled(folder: string, args: readonly string[], cwd: string): Promise<WhereTimeGoes> {
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
  const { code, stderr } = await runProcess(process.execPath, [...flags, ...args], { cwd });
  if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return readProfiles(folder);
}

function tableOf(title: string, { groups, totalMs }: WhereTimeGoes): string {
  const shown = groups.filter((one) => one.ms >= least * totalMs);
  const rest = groups.filter((one) => one.ms < least * totalMs).reduce((sum, one) => sum + one.ms, 0);
  const rows = [...shown, { name: 'all else', ms: rest }].map((one) => rowOf(one, totalMs));
  return table([title, 'ms', '%'], [...rows, rowOf({ name: '**together**', ms: totalMs }, totalMs)]);
}

function rowOf({ name, ms }: Share, totalMs: number): string[] {
  return [name, ms.toFixed(0), ((100 * ms) / totalMs).toFixed(1)];
}

function functionsOf({ functions, totalMs }: WhereTimeGoes): string {
  const rows = functions.slice(0, Number(values.functions)).map((one) => rowOf(one, totalMs));
  return table(['function', 'ms', '%'], rows);
}
