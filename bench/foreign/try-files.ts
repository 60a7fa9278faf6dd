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
  return found
    .map((one) => join(one.parentPath, one.name))
    .map((path) => [digestOf(path), path] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}

function digestOf(path: string): string {
  return createHash('sha1').update(path).digest('hex');
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
    return { runs, said: [...runs.flatMap(objections), ...listedTwice(told), ...listedTwice(checked)] };
  } finally {
    removeInbox(inbox);
  }
}

/** Under names of their own, as strange ones are tried elsewhere and a folder holds each name once. */
function* laid(files: readonly string[]): Generator<HostileFile> {
  for (const path of files) {
    yield { name: `${digestOf(path).slice(0, 10)}${extname(path)}`, bytes: readFileSync(path) };
  }
}

function objections({ complaints, peak }: Tried): string[] {
  const mebibytes = (peak ?? 0) / 2 ** 20;
  return [...complaints, ...(mebibytes > mostMebibytes ? [`${mebibytes.toFixed(0)} MiB`] : [])];
}

function listedTwice(told: readonly Outcome[]): string[] {
  const twice = told.length - new Set(told.map(({ path }) => path)).size;
  return twice === 0 ? [] : [`${twice} listed twice`];
}
