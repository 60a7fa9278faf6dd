import * as files from 'node:fs';
import { readdirSync, readFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cannotWrite, diskFailure, isDiskError } from '../../src/cli/disk-error.js';
import { wordText } from '../pipeline/documents.js';
import { WorkingFolder } from './working.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof disk>();
  return { ...real, open: vi.fn(real.open), readFile: vi.fn(real.readFile) };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof files>();
  return { ...real, openSync: vi.fn(real.openSync) };
});

const work = new WorkingFolder();
afterAll(() => work.remove('.'));
const answer = (code: string, syscall: string, path: string, dest?: string) =>
  Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path, dest });

describe('what the disk answers', () => {
  it('is told apart from mistakes of ours', () => {
    expect(isDiskError(answer('EBUSY', 'open', 'x'))).toBe(true);
    for (const other of [new Error('x'), new TypeError('x'), null, 'EBUSY', { code: 'EBUSY', syscall: 'open' }]) {
      expect(isDiskError(other)).toBe(false);
    }
    expect(isDiskError(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }))).toBe(false);
  });

  it('names the file that was to be replaced, and not the temporary one', () => {
    const rename = answer('EPERM', 'rename', 'D:\\报告\\.x.tmp', 'D:\\报告\\汇总.xlsx');
    expect(cannotWrite('D:\\报告', rename).words.zh).toContain('D:\\报告\\汇总.xlsx');
    expect(cannotWrite('D:\\报告', answer('ENOSPC', 'write', 'D:\\报告\\.x.tmp')).words.zh).not.toContain('.tmp');
    expect(diskFailure(answer('EBUSY', 'open', 'roster.csv')).hint?.zh).toContain('WPS');
  });
});

describe('a run on Windows while files are open elsewhere', () => {
  it('says which report is open, keeps it, and remembers nothing', async () => {
    work.put('campaign.yaml', readFileSync('templates/wanzhang-2023/campaign.yaml'));
    work.put('roster.csv', 'id,name,level\n1,甲庄村委会,village\n');
    work.put('inbox/甲庄村/实施方案.docx', wordText('甲庄村活动实施方案'));
    const argv = ['aggregate', '--as-of', '2023-05-11T09:00:00+08:00'];
    expect((await work.run(...argv)).code).not.toBe(2);
    const reports = join(work.path, 'reports');
    const before = readdirSync(reports).map((name) => readFileSync(join(reports, name)).toString('base64'));
    const real = vi.mocked(disk.open).getMockImplementation()!;
    vi.mocked(disk.open).mockImplementation((path, flags, ...more) => {
      if (String(path).endsWith('.xlsx') && flags === 'r+') throw answer('EBUSY', 'open', String(path));
      return real(path, flags, ...more);
    });
    work.put('inbox/甲庄村/写实表.docx', wordText('甲庄村写实'));
    const { code, out, err } = await work.run(...argv);
    vi.mocked(disk.open).mockImplementation(real);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/汇总_.*\.xlsx/);
    expect(err).not.toContain('    at ');
    const after = readdirSync(reports).map((name) => readFileSync(join(reports, name)).toString('base64'));
    expect(after).toEqual(before);
  });

  it('a file that cannot be looked into for the campaign’s name does not end the run', async () => {
    const own = new WorkingFolder();
    own.put('inbox/锁住.xlsx', 'x');
    own.put('inbox/楚庄村/统计表.xlsx', readFileSync('templates/wanzhang-2023/statistics.xlsx'));
    const real = vi.mocked(disk.readFile).getMockImplementation()!;
    vi.mocked(disk.readFile).mockImplementation((path, ...more) =>
      String(path).endsWith('锁住.xlsx') ? Promise.reject(answer('EBUSY', 'read', String(path))) : real(path, ...more),
    );
    const realOpen = vi.mocked(files.openSync).getMockImplementation()!;
    vi.mocked(files.openSync).mockImplementation((path, ...more) => {
      if (String(path).endsWith('锁住.xlsx')) throw answer('EBUSY', 'open', String(path));
      return realOpen(path, ...more);
    });
    const { code, out } = await own.run('status', '--no-ledger', '--json');
    vi.mocked(files.openSync).mockImplementation(realOpen);
    vi.mocked(disk.readFile).mockImplementation(real);
    own.remove('.');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { files: { path: string; findings: { rule: string }[] }[] };
    expect(report.files.find((file) => file.path === '锁住.xlsx')?.findings.map((one) => one.rule)).toContain(
      'file/unreadable',
    );
  });

  it('a folder to be checked is told to be one', async () => {
    const { code, err } = await work.run('check', 'inbox');
    expect(code).toBe(2);
    expect(err).toContain('aggregate');
  });
});
