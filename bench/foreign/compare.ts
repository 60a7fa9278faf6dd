import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { useNode } from '../../src/pipeline/native.js';
import { readDocument } from '../../src/read/read-document.js';
import { sniff } from '../../src/read/sniff.js';
import { agreement, type Difference } from './agreement.js';
import { readFlatDocument } from './flat-document.js';

/**
 * `npx tsx bench/foreign/compare.ts FOLDER WORK`: every workbook below FOLDER, as we read it and as LibreOffice does.
 * LibreOffice's copies are kept in WORK, so that a second run only compares.
 */

const [folder = '.', work = 'compared'] = process.argv.slice(2);
const BATCH = 20;
/** Some small files come to gigabytes. */
const MOST_BYTES = 400_000_000;

const found = workbooksBelow(folder);
convert([...found.keys()]);
await compare();

/** Content's hash, with the ending LibreOffice goes by → path. */
function workbooksBelow(at: string): Map<string, string> {
  const paths = readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(xlsx|xlsm|xltx|xls|et|ods)$/i.test(one.name))
    .map((one) => join(one.parentPath, one.name));
  return new Map(paths.map((path) => [hashedName(path), path]));
}

function hashedName(path: string): string {
  const hash = createHash('sha1').update(readFileSync(path)).digest('hex').slice(0, 12);
  return hash + path.slice(path.lastIndexOf('.')).toLowerCase();
}

function flat(name: string): string {
  return join(work, 'out', `${name.slice(0, 12)}.fods`);
}

function convert(names: readonly string[]): void {
  for (const part of ['in', 'out']) mkdirSync(join(work, part), { recursive: true });
  const waiting = names.filter((name) => !existsSync(flat(name)));
  for (const name of waiting) {
    const path = join(work, 'in', name);
    if (!existsSync(path)) linkSync(found.get(name) ?? '', path);
  }
  for (let n = 0; n < waiting.length; n += BATCH) soffice(waiting.slice(n, n + BATCH));
}

/**
 * What ends LibreOffice takes its batch along; the rest of that batch is then tried one by one. `timeout` ends the programs
 * that `soffice` starts as well, which would keep all others waiting.
 */
function soffice(names: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(process.cwd(), work, 'profile')}`;
  const files = names.map((name) => join(work, 'in', name));
  const args = ['--headless', '--norestore', profile, '--convert-to', 'fods', '--outdir', join(work, 'out'), ...files];
  const ended = ['--signal=KILL', String(60 + 10 * names.length), 'prlimit', `--fsize=${MOST_BYTES}`, 'soffice'];
  spawnSync('timeout', [...ended, ...args], { stdio: 'ignore' });
  if (names.length === 1) return;
  for (const name of names) if (!existsSync(flat(name))) soffice([name]);
}

async function compare(): Promise<void> {
  useNode();
  let cells = 0;
  let books = 0;
  const classes = new Map<string, Class>();
  const all: (Difference & { readonly path: string })[] = [];
  const alone = { ours: [] as string[], theirs: [] as string[], nobody: 0 };
  for (const [name, path] of found) {
    const bytes = new Uint8Array(readFileSync(path));
    const read = await readDocument(bytes, sniff(bytes, name));
    const theirs = existsSync(flat(name));
    if (!read.ok || !theirs) {
      if (read.ok) alone.ours.push(path);
      else if (theirs) alone.theirs.push(`${read.trouble?.rule ?? 'kind'} ${path}`);
      else alone.nobody++;
      continue;
    }
    const result = agreement(read.document, readFlatDocument(readFileSync(flat(name), 'utf8')), bytes);
    books++;
    cells += result.cells;
    note(classes, result.differences, path);
    for (const difference of result.differences) all.push({ ...difference, path });
  }
  writeFileSync(join(work, 'differences.jsonl'), all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const unexplained = all.filter(({ reason }) => reason === null).length;
  console.log(`${books} workbooks, ${cells} cells: ${all.length} differ, ${unexplained} of them unexplained`);
  for (const [kind, one] of [...classes].sort(([, a], [, b]) => b.cells - a.cells)) {
    console.log(`\n${kind}: ${one.cells} cells of ${one.books} workbooks`);
    for (const example of one.examples.slice(0, 6)) console.log(`  ${example}`);
  }
  console.log(
    `\nread by LibreOffice alone: ${alone.theirs.length}; by us alone: ${alone.ours.length}; by nobody: ${alone.nobody}`,
  );
  for (const one of alone.theirs) console.log(`  ${one}`);
  for (const one of alone.ours) console.log(`  ours: ${one}`);
}

interface Class {
  cells: number;
  books: number;
  readonly examples: string[];
}

function note(classes: Map<string, Class>, differences: readonly Difference[], path: string): void {
  const seen = new Set<string>();
  for (const { kind: how, reason, sheet, at, ours, theirs } of differences) {
    const kind = reason ?? `unexplained: ${how}`;
    const one = classes.get(kind) ?? { cells: 0, books: 0, examples: [] };
    classes.set(kind, one);
    one.cells++;
    if (seen.has(kind)) continue;
    seen.add(kind);
    one.books++;
    one.examples.push(`${path.slice(-90)} ${sheet}!${at}  ours ${ours?.slice(0, 90)}  theirs ${theirs?.slice(0, 90)}`);
  }
}
