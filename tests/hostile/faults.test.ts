import { spawn } from 'node:child_process';
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
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/ledger/database.js';
import { progressReport, wordText } from '../pipeline/documents.js';

const bin = resolve('bin/campaign.js');
const preload = pathToFileURL(resolve('tests/hostile/fail-at.mjs')).href;
const base = mkdtempSync(join(tmpdir(), 'campaign-faults-'));
const argv = ['aggregate', '--as-of', '2023-05-11T09:00:00+08:00', '--json', '--roster', 'roster.csv'];

afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** How many calls there were, and those that were made to fail. */
  readonly calls: number;
  readonly failed: readonly string[];
}

async function run(folder: string, fault: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const tell = join(folder, 'told.json');
  const env = { ...process.env, ...fault, FAIL_TELL: tell };
  const child = spawn(process.execPath, ['--import', preload, bin, ...argv], { cwd: folder, env });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const told = JSON.parse(readFileSync(tell, 'utf8')) as Pick<Ended, 'calls' | 'failed'>;
  rmSync(tell);
  return { code, ...said, ...told };
}

/** FAULTS=all for each single call, FAULTS=200 for each from the 200th on; else every third of those at the beginning and the end, and few of the many between. */
function tried(calls: number): readonly number[] {
  const all = Array.from({ length: calls }, (_, n) => n + 1);
  const { FAULTS = '' } = process.env;
  if (FAULTS !== '') return all.slice(FAULTS === 'all' ? 0 : Number(FAULTS) - 1);
  return all.filter((n) => (n % 3 === 1 && (n < 12 || n > calls - 30)) || n % 100 === 0);
}

/** What lies in a folder by its bytes; the ledger changes with every run. */
function contents(folder: string): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

describe('the n-th call fails', () => {
  const before = join(base, 'before');
  let old: Record<string, string> = {};
  let renewed: Record<string, string> = {};
  let told = '';

  const put = (folder: string, path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    utimesSync(join(folder, path), new Date('2023-05-04T02:00:00Z'), new Date('2023-05-04T02:00:00Z'));
  };

  /** A run was made, then something more came. */
  beforeAll(async () => {
    put(before, 'campaign.yaml', readFileSync('templates/wanzhang-2023/campaign.yaml'));
    put(before, 'roster.csv', 'id,name,level\n1,甲庄村委会,village\n2,乙庄村委会,village\n');
    put(before, 'decisions.csv', 'action,file,sha256,unit,material,deadline,value,reason,who,date\n');
    put(before, 'inbox/甲庄/实施方案.docx', wordText('甲庄村委会活动实施方案'));
    expect((await run(before)).code).toBe(1);
    old = contents(join(before, 'reports'));
    put(
      before,
      'inbox/乙庄/写实表5月10日.docx',
      progressReport('乙庄村委会', ['5月3日在村广场开展宣传，群众30人参加。']),
    );
    const calm = copy('calm');
    const { code, out } = await run(calm);
    expect(code).toBe(1);
    told = withoutPaths(out);
    renewed = contents(join(calm, 'reports'));
    expect(Object.keys(old)).toHaveLength(3);
    expect(renewed).not.toEqual(old);
  });

  const copy = (name: string) => {
    cpSync(before, join(base, name), { recursive: true, preserveTimestamps: true });
    return join(base, name);
  };
  const withoutPaths = (out: string) => JSON.stringify({ ...(JSON.parse(out) as object), outputs: null });

  const places = [
    { name: 'reading the inbox', where: '/inbox(?:/|$)', codes: ['EIO', 'EACCES', 'EMFILE', 'EBUSY'] },
    {
      name: 'reading campaign, roster and decisions',
      where: '/(?:campaign\\.yaml|roster\\.csv|decisions\\.csv)$',
      codes: ['EACCES', 'EIO', 'EMFILE'],
    },
    { name: 'writing the reports', where: '/reports(?:/|$)', codes: ['ENOSPC', 'EIO', 'EACCES', 'EBUSY'] },
    { name: 'taking the lock, opening the ledger', where: '/\\.campaign(?:/|$)', codes: ['ENOSPC', 'EIO', 'EACCES'] },
  ];

  it.each(places)(
    'while $name',
    async ({ where, codes }) => {
      const whole = copy('whole');
      const { calls } = await run(whole, { FAIL_FROM: '100000', FAIL_WHERE: where });
      rmSync(whole, { recursive: true });
      expect(calls).toBeGreaterThan(5);
      for (const [n, from] of tried(calls).entries()) {
        const folder = copy(`n${from}`);
        const code = codes[n % codes.length] ?? 'EIO';
        // What is tried again, fails again: a disk does not mend within a second.
        const faulty = await run(folder, {
          FAIL_FROM: String(from),
          FAIL_TIMES: '8',
          FAIL_WHERE: where,
          FAIL_CODE: code,
        });
        const about = `${code} at ${from}: ${faulty.failed[0]}\n${faulty.err}`;
        expect([0, 1, 2], about).toContain(faulty.code);
        expect(faulty.err, about).not.toMatch(/\n {4}at |a bug in|程序自身出错/u);
        const wrong = faulty.err
          .trimEnd()
          .split('\n')
          .filter((line) => !line.includes('新检查'));
        if (faulty.code === 2) expect(wrong.length, about).toBeLessThanOrEqual(2);
        for (const [name, bytes] of Object.entries(contents(join(folder, 'reports')))) {
          if (name.endsWith('.tmp')) continue;
          if (faulty.code === 2) expect([old[name], renewed[name]], about).toContain(bytes);
          else expect(name, about).toMatch(/\.(?:xlsx|html|txt)$/u);
        }
        const next = await run(folder);
        expect(next.out, `${about}\nthe next run: ${next.code} ${next.err}`).not.toBe('');
        expect([next.code, withoutPaths(next.out)], about).toEqual([1, told]);
        expect(contents(join(folder, 'reports')), about).toEqual(renewed);
        expect(
          readdirSync(join(folder, '.campaign')).filter((name) => !/^ledger\.db(?:-wal|-shm)?$/u.test(name)),
          about,
        ).toEqual([]);
        const { database, setAside } = openDatabase(join(folder, '.campaign', 'ledger.db'), new Date());
        expect([setAside, database.get('PRAGMA integrity_check')], about).toMatchObject([
          null,
          { integrity_check: 'ok' },
        ]);
        database.close();
        rmSync(folder, { recursive: true });
        expect(faulty.failed, about).not.toEqual([]);
      }
    },
    3_600_000,
  );
});
