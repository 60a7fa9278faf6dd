import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite } from '../../src/ledger/sqlite.js';

const bin = resolve('bin/campaign.js');
const base = mkdtempSync(join(tmpdir(), 'campaign-ledger-faults-'));
const argv = [
  bin,
  'aggregate',
  'inbox',
  '--campaign',
  'wanzhang-2023',
  '--as-of',
  '2023-06-12T09:00:00+08:00',
  '--quiet',
];
const before = join(base, 'before');

const run = (cwd: string, command = process.execPath, args: readonly string[] = argv) =>
  spawnSync(command, args, { cwd, encoding: 'utf8' });
const ledger = (folder: string) => join(folder, '.campaign/ledger.db');
const reports = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(folder, 'reports')).map((name) => [name, readFileSync(join(folder, 'reports', name), 'base64')]),
  );

beforeAll(() => {
  mkdirSync(before);
  cpSync('fixtures/wanzhang-2023/inbox', join(before, 'inbox'), { recursive: true, preserveTimestamps: true });
  expect(run(before).status).toBe(1);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The same folder with something more in the inbox. */
function copy(name: string): string {
  const folder = join(base, name);
  cpSync(before, folder, { recursive: true, preserveTimestamps: true });
  writeFileSync(join(folder, 'inbox', '新来.txt'), name);
  return folder;
}

function expectTold({ status, stderr }: { status: number | null; stderr: string }): void {
  // Where the ledger was taken away, that is said before.
  const lines = stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('以前汇总过'));
  expect([status, lines.length], stderr).toEqual([2, 2]);
  expect(stderr).toMatch(/台账/u);
  expect(stderr).not.toMatch(/\n\s+at |程序自身出错/u);
}

it('a ledger that another program has locked is told in a line and a hint, and the next run is as ever', () => {
  const folder = copy('locked');
  const other = openSqlite(ledger(folder));
  other.exec('BEGIN EXCLUSIVE');
  const locked = run(folder);
  other.exec('ROLLBACK');
  other.close();
  expectTold(locked);
  expect(reports(folder)).toEqual(reports(before));
  expect(run(folder).status).toBe(1);
  expect(reports(folder)).not.toEqual(reports(before));
});

it.skipIf(process.platform !== 'linux')('a disk that gives out while the ledger is written', () => {
  for (const blocks of [8, 64, 150, 200]) {
    const folder = copy(`full${blocks}`);
    rmSync(join(folder, '.campaign'), { recursive: true });
    // No file may grow beyond so many blocks; the reports are smaller than the ledger's log.
    const full = run(folder, 'bash', [
      '-c',
      `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`,
      process.execPath,
      ...argv,
    ]);
    expectTold(full);
    for (const [name, bytes] of Object.entries(reports(folder))) expect(bytes, name).toBe(reports(before)[name]);
    expect(run(folder).status).toBe(1);
  }
});

it('a folder in the ledger’s place', () => {
  const folder = copy('folder');
  for (const ending of ['', '-wal', '-shm']) rmSync(ledger(folder) + ending, { force: true });
  mkdirSync(ledger(folder));
  expectTold(run(folder));
  expect(reports(folder)).toEqual(reports(before));
});

it('damaged pages: the ledger is set aside and begun anew, and that is said', () => {
  for (const at of [0, 4096, 8192, 40_960]) {
    const folder = copy(`damaged${at}`);
    const bytes = readFileSync(ledger(folder));
    bytes.fill(0x5a, at, at + 600);
    writeFileSync(ledger(folder), bytes);
    for (const ending of ['-wal', '-shm']) rmSync(ledger(folder) + ending, { force: true });
    const { status, stderr } = run(folder);
    expect([status, stderr.includes('台账损坏')], stderr).toEqual([1, true]);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(readdirSync(join(folder, '.campaign')).some((name) => name.includes('damaged'))).toBe(true);
    expect(existsSync(ledger(folder))).toBe(true);
  }
});
