import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { unzipSync } from 'fflate';
import { type Ran, runProcess } from '../../bench/measure/run-process.js';
import { restoreTimes } from '../../scripts/restore-times.js';
import { stateOf } from '../stories/command.js';
import { fixtures, project } from '../stories/fixture.js';
import type { HostileFile } from './maker.js';

/** A run over an inbox, by a process of its own as people start it, and all that can be said against it. */
export interface Tried extends Ran {
  readonly json: unknown;
  readonly complaints: readonly string[];
}

const arrived = new Date('2023-06-11T10:00:00+08:00');
const asOf = '2023-06-12T09:00:00+08:00';

/** A folder of its own for an inbox; the villages' files are in it where they are asked for. */
export function layInbox(files: Iterable<HostileFile>, villages: boolean): string {
  const work = mkdtempSync(join(tmpdir(), 'campaign-hostile-'));
  const inbox = join(work, 'inbox');
  restoreTimes(fixtures);
  if (villages) cpSync(join(fixtures, 'wanzhang-2023/inbox'), inbox, { recursive: true, preserveTimestamps: true });
  mkdirSync(join(inbox, '来路不明'), { recursive: true });
  for (const { name, bytes, savedAt } of files) {
    const path = unused(join(inbox, '来路不明'), onDisk(name));
    writeFileSync(path, bytes);
    utimesSync(path, arrived, savedAt === undefined ? arrived : new Date(savedAt));
  }
  return work;
}

/** A file system takes any name but these. */
function onDisk(name: string): string {
  return Buffer.from(name.replace(/[\0/]/g, '_')).subarray(0, 240).toString();
}

/** Two attacks may name their files alike. */
function unused(folder: string, name: string): string {
  let path = join(folder, name);
  for (let n = 2; existsSync(path); n++) path = join(folder, `${n}_${name}`);
  return path;
}

export function removeInbox(work: string): void {
  rmSync(work, { recursive: true, force: true });
}

export async function aggregate(work: string, limitMs: number): Promise<Tried> {
  const options = ['--campaign', 'wanzhang-2023', '--as-of', asOf, '--out', join(work, 'reports'), '--json'];
  return tried(work, ['aggregate', join(work, 'inbox'), ...options], limitMs, () => outputsIn(join(work, 'reports')));
}

export async function check(work: string, format: 'text' | 'json', limitMs: number): Promise<Tried> {
  const folder = join(work, 'inbox/来路不明');
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return tried(work, ['check', '--campaign', 'wanzhang-2023', '--format', format, ...paths], limitMs, () => []);
}

async function tried(work: string, args: string[], limitMs: number, outputs: () => readonly string[]): Promise<Tried> {
  const before = stateOf(join(work, 'inbox'));
  const ran = await runProcess(process.execPath, [join(project, 'bin/campaign.js'), ...args], { cwd: work, limitMs });
  const json = parsed(ran.stdout);
  const complaints = [
    ...(ran.code === 0 || ran.code === 1 ? [] : [`exit ${ran.code}`]),
    ...(ran.timedOut ? [`not done in ${limitMs} ms`] : []),
    ...(json === null && (args.includes('--json') || args.includes('json')) ? ['no JSON'] : []),
    ...untold(json, args.includes('check') ? args.filter((path) => path.includes('来路不明')) : listed(work)),
    ...[ran.stdout, ran.stderr, ...outputs()].flatMap((text) => unfit(text, listed(work))),
    ...unfitJson(json),
    ...(JSON.stringify(stateOf(join(work, 'inbox'))) === JSON.stringify(before) ? [] : ['the inbox was touched']),
  ];
  return { ...ran, json, complaints: [...new Set(complaints)] };
}

interface ToldFile {
  readonly path: string;
  readonly outcome?: string;
  readonly findings: readonly { readonly severity: string; readonly message: string; readonly remedy: string }[];
}

/** What lies in the inbox, as reports name it. */
function listed(work: string): string[] {
  return readdirSync(join(work, 'inbox/来路不明')).map((name) => `来路不明/${name}`);
}

/** Files that JSON gives no outcome, or an error without a word on what to do. */
function untold(json: unknown, paths: readonly string[]): string[] {
  const { files } = (json ?? { files: null }) as { files: readonly ToldFile[] | null };
  if (files === null) return [];
  const known = new Set(files.flatMap(({ path }) => [path, path.split('!')[0] ?? '']));
  const isSilent = ({ outcome, findings }: ToldFile) =>
    outcome === undefined ||
    (['rejected', 'unmatched'].includes(outcome) && findings.length === 0) ||
    findings.some(({ severity, message, remedy }) => message === '' || (severity === 'error' && remedy === ''));
  return [
    ...paths.filter((path) => !known.has(path)).map((path) => `not listed: ${JSON.stringify(path)}`),
    ...files.filter(isSilent).map(({ path }) => `no outcome or remedy: ${JSON.stringify(path)}`),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All text of the reports; a workbook's is that of its parts. A run that could not be has none. */
function outputsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const parts = name.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
    return parts.map((part) => new TextDecoder().decode(part));
  });
}

const STACK = /\n\s+at \S+ \(|node:internal|file:\/\/\/\S+\.js:\d+/;
const WORDS = /\bundefined\b|\bNaN\b|\[object|\bENOENT\b|Unexpected token/;
const CONTROL = /[^\P{Cc}\n\r\t]/u;
/** In the name of a file that itself says words of the machine: those it is quoted by are not ours. */
const SAYS_SO = /毒|非数/;

/** What is said of each file is judged by its name; of a text about several, all by all their names. */
function unfit(text: string, names: readonly string[]): string[] {
  const isQuoting = names.some((name) => SAYS_SO.test(name));
  return [...told(text, CONTROL), ...told(text, STACK), ...told(isQuoting ? unquoted(text) : text, WORDS)];
}

function unfitJson(json: unknown): string[] {
  const { files = [] } = (json ?? {}) as { files?: readonly ToldFile[] };
  return files.flatMap((file) => told(SAYS_SO.test(file.path) ? '' : JSON.stringify(file), WORDS));
}

function unquoted(text: string): string {
  return text.replace(/“[^”]*”/g, '').replace(/"[^"\n]*(?:毒|非数)[^"\n]*"|"(?:found|text)": *"[^"\n]*"/g, '');
}

function told(text: string, pattern: RegExp): string[] {
  const match = pattern.exec(text);
  return match === null ? [] : [`says ${JSON.stringify(text.slice(Math.max(0, match.index - 60), match.index + 60))}`];
}
