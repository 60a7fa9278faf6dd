import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import type { HostileFile } from '../../tests/hostile/maker.js';
import { aggregate, check, layInbox, removeInbox, type Tried } from '../../tests/hostile/try-inbox.js';

/**
 * `npm run foreign:try FOLDER WORK [BATCH] [ONE-IN]`: the files below FOLDER, or one in so many, through `aggregate` and twice through `check`,
 * BATCH at a time. What became of each is kept in WORK/outcomes.jsonl. A batch that something is to be said against is tried file by file.
 */

const [folder = '.', work = 'tried', size = '200', oneIn = '1'] = process.argv.slice(2);
const limitMs = 600_000;
const aloneMs = 60_000;
const mostMebibytes = 512;

interface Outcome {
  readonly path: string;
  readonly outcome?: string;
  readonly findings?: readonly { readonly remedy: string }[];
}

mkdirSync(work, { recursive: true });
writeFileSync(outcomesPath(), '');
const paths = filesBelow(folder).filter((_, n) => n % Number(oneIn) === 0);
const complaints: string[] = [];
for (let n = 0; n < paths.length; n += Number(size)) await tryBatch(paths.slice(n, n + Number(size)), n);
for (const one of complaints) console.log(one);
console.log(`${paths.length} files, ${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function outcomesPath(): string {
  return join(work, 'outcomes.jsonl');
}

/** In the order of their digests, so that each batch has some of all kinds. */
function filesBelow(at: string): string[] {
  const found = readdirSync(at, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const digest = (path: string) => createHash('sha1').update(path).digest('hex');
  return found
    .map((one) => join(one.parentPath, one.name))
    .map((path) => [digest(path), path] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}

async function tryBatch(batch: readonly string[], first: number): Promise<void> {
  const { runs, said } = await tryFiles(batch, limitMs);
  const [slowest, most] = [Math.max(...runs.map(({ ms }) => ms)), Math.max(...runs.map(({ peak }) => peak ?? 0))];
  const figures = `${(slowest / 1000).toFixed(1)} s, ${(most / 2 ** 20).toFixed(0)} MiB`;
  console.log(
    `${first}: ${batch.length} files, exit ${runs.map(({ code }) => code)}, ${figures}, ${said.length} complaints`,
  );
  complaints.push(...said.map((one) => `${first}: ${one}`));
  for (const one of said) console.log(`  ${one}`);
  if (said.length === 0 || batch.length === 1) return;
  for (const path of batch) {
    const alone = await tryFiles([path], aloneMs);
    complaints.push(...alone.said.map((one) => `  ${path}: ${one}`));
  }
}

async function tryFiles(files: readonly string[], limit: number): Promise<{ runs: Tried[]; said: string[] }> {
  const inbox = layInbox(laid(files), false);
  try {
    const whole = await aggregate(inbox, limit);
    const runs = [whole, await check(inbox, 'text', limit), await check(inbox, 'json', limit)];
    const told = (whole.json as { files?: Outcome[] } | null)?.files ?? [];
    if (files.length > 1) appendFileSync(outcomesPath(), told.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const checked = (runs[2]?.json as { files?: Outcome[] } | null)?.files ?? [];
    return { runs, said: [...runs.flatMap(objections), ...unlisted(told, files), ...unlisted(checked, files)] };
  } finally {
    removeInbox(inbox);
  }
}

/** By number and digest, as names that say NaN or hold an @ are tried elsewhere. */
function* laid(files: readonly string[]): Generator<HostileFile> {
  for (const path of files) {
    yield { name: laidName(path), bytes: readFileSync(path) };
  }
}

function laidName(path: string): string {
  return `${createHash('sha1').update(path).digest('hex').slice(0, 10)}${extname(path)}`;
}

function objections({ complaints, peak }: Tried): string[] {
  const mebibytes = (peak ?? 0) / 2 ** 20;
  return [...complaints, ...(mebibytes > mostMebibytes ? [`${mebibytes.toFixed(0)} MiB`] : [])];
}

/** Every file once, with an outcome and, where something is wrong, what to do. */
function unlisted(told: readonly Outcome[], files: readonly string[]): string[] {
  const paths = new Set(told.map(({ path }) => path));
  // `check` tells of a container by its members alone.
  const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf('来路不明/') + 5).split('!', 1)[0]));
  return [
    ...files.filter((path) => !names.has(laidName(path))).map((path) => `not listed: ${path}`),
    ...(paths.size === told.length ? [] : [`${told.length - paths.size} listed twice`]),
    ...told.filter(({ outcome }) => outcome === undefined).map(({ path }) => `no outcome: ${path}`),
    ...told.flatMap(({ path, findings = [] }) =>
      findings.filter(({ remedy }) => remedy.trim() === '').map(() => `no remedy: ${path}`),
    ),
  ];
}
