import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
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
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/ledger/database.js';
import { progressReport, wordText } from '../pipeline/documents.js';

const bin = resolve('bin/campaign.js');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A working folder with a few dozen files, all received in time. */
function workingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-cron-'));
  folders.push(folder);
  const names = Array.from({ length: 12 }, (_, n) => `${'甲乙丙丁戊己庚辛壬癸子丑'[n]}庄村委会`);
  const put = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    const time = new Date('2023-05-04T10:00:00+08:00');
    utimesSync(join(folder, path), time, time);
  };
  put('campaign.yaml', readFileSync('templates/wanzhang-2023/campaign.yaml'));
  put('roster.csv', `id,name,level\n${names.map((name, n) => `${n + 1},${name},village`).join('\n')}\n`);
  for (const name of names) {
    put(`inbox/${name}/实施方案.docx`, wordText(`${name}活动实施方案`));
    put(`inbox/${name}/5月10日写实表.docx`, progressReport(name, ['5月3日在村广场开展宣传，群众30人参加，讲解政策。']));
  }
  return folder;
}

const argv = ['aggregate', '--as-of', '2023-05-11T09:00:00+08:00', '--json'];

function start(folder: string, extra: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [bin, ...argv, ...extra], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | null>((done) => child.on('close', (status) => done(status)));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

function outputsOf(folder: string): string[] {
  return existsSync(join(folder, 'reports')) ? readdirSync(join(folder, 'reports')).sort() : [];
}

describe('unattended', () => {
  // KILLS=200 for the long run.
  const kills = Number(process.env.KILLS ?? 25);

  it(`${kills} runs killed at random instants leave no half file, a sound ledger and the same report`, async () => {
    const disturbed = workingFolder();
    const calm = workingFolder();
    let seed = 529;
    for (let n = 0; n < kills; n++) {
      const child = start(disturbed);
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const timer = setTimeout(() => child.kill('SIGKILL'), 40 + (seed % 900));
      await ended(child);
      clearTimeout(timer);
      for (const name of outputsOf(disturbed).filter((one) => /^[^.].*\.(?:xlsx|txt|html)$/.test(one))) {
        const bytes = readFileSync(join(disturbed, 'reports', name));
        if (name.endsWith('.xlsx')) expect(bytes.subarray(-22, -18).toString('latin1')).toBe('PK\x05\x06');
        else expect(bytes.length).toBeGreaterThan(100);
      }
    }
    const after = await ended(start(disturbed));
    const undisturbed = await ended(start(calm));
    const strip = (text: string) => JSON.stringify({ ...JSON.parse(text), outputs: null });
    expect(after.code).toBe(undisturbed.code);
    expect(strip(after.out)).toBe(strip(undisturbed.out));
    expect(outputsOf(disturbed)).toEqual(outputsOf(calm));
    const { database, setAside } = openDatabase(join(disturbed, '.campaign', 'ledger.db'), new Date());
    expect(setAside).toBeNull();
    expect(database.get('PRAGMA integrity_check')).toMatchObject({ integrity_check: 'ok' });
    database.close();
  }, 600_000);

  it('of two runs at once one works and the other says who does', async () => {
    const folder = workingFolder();
    mkdirSync(join(folder, '.campaign'), { recursive: true });
    const { hostname } = await import('node:os');
    const held = JSON.stringify({ pid: process.pid, host: hostname(), since: '2023-05-11T00:00:00Z' });
    writeFileSync(join(folder, '.campaign', 'lock'), held);
    const second = await ended(start(folder));
    expect(second.code).toBe(2);
    expect(second.err).toContain(String(process.pid));
    expect(second.err).not.toContain('    at ');
    expect(outputsOf(folder)).toEqual([]);
    rmSync(join(folder, '.campaign', 'lock'));
    const both = await Promise.all([ended(start(folder)), ended(start(folder))]);
    expect(both.filter((one) => one.code === 0).length).toBeGreaterThan(0);
    for (const one of both) expect([0, 2]).toContain(one.code);
    expect(existsSync(join(folder, '.campaign', 'lock'))).toBe(false);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();
  it.skipIf(!canMount && process.env.CI === undefined)(
    'a full disk is told in one line, and the old report stays',
    async () => {
      const folder = workingFolder();
      const out = join(folder, 'small');
      mkdirSync(out);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', out]);
      try {
        const first = await ended(start(folder, ['--out', out]));
        expect(first.code).toBe(0);
        const before = readdirSync(out).map((name) => [name, readFileSync(join(out, name)).toString('base64')]);
        expect(before).toHaveLength(3);
        const free =
          160 * 1024 - before.reduce((sum, [, text = '']) => sum + Math.ceil((text.length * 0.75) / 4096) * 4096, 0);
        writeFileSync(join(out, 'filler'), Buffer.alloc(Math.max(0, free - 8192)));
        writeFileSync(join(folder, 'inbox', '甲庄村委会', '补充.txt'), '补充说明');
        const second = await ended(start(folder, ['--out', out]));
        expect(second.code).toBe(2);
        expect(second.err).not.toContain('    at ');
        const after = readdirSync(out)
          .filter((name) => name !== 'filler')
          .map((name) => [name, readFileSync(join(out, name)).toString('base64')]);
        expect(after).toEqual(before);
      } finally {
        execFileSync('umount', [out]);
      }
    },
  );
});

/** Whether this machine lets us make a small file system. */
function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
