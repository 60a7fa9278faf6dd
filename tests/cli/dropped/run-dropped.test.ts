import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { desktop } from '../../../src/cli/dropped/desktop.js';
import { type Desktop, runDropped } from '../../../src/cli/dropped/run-dropped.js';
import type { Io } from '../../../src/cli/io.js';
import { wordText } from '../../pipeline/documents.js';
import { WorkingFolder } from '../working.js';

const work = new WorkingFolder();
afterAll(() => work.remove('.'));

/** The real disk, and a desktop that writes down what it was asked to open. */
async function drop(paths: readonly string[], more: Partial<Desktop> = {}) {
  const said = { out: '', err: '', opened: [] as string[] };
  const io: Io = {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    cwd: '/',
    now: () => new Date('2023-06-20T09:00:00+08:00'),
    env: {},
    terminal: { isTerminal: false, columns: 100 },
  };
  const world: Desktop = {
    ...desktop,
    open: async (path) => {
      said.opened.push(path);
      return true;
    },
    ...more,
  };
  return {
    code: await runDropped(
      paths.map((path) => join(work.path, path)),
      io,
      world,
    ),
    ...said,
  };
}

describe('runDropped', () => {
  it('aggregates a folder, writes beside it and opens the workbook', async () => {
    work.put('来件 & (1)/楚庄村/实施方案.docx', wordText('2023年5.29会员活动月实施方案 楚庄村'));
    work.put('campaign.yaml', readFileSync('templates/wanzhang-2023/campaign.yaml'));
    work.put('roster.csv', 'id,name,level\n1,楚庄村委会,village\n');
    const { code, err, opened } = await drop(['来件 & (1)']);
    expect([code, err]).toEqual([1, '']);
    const written = readdirSync(join(work.path, '报告')).sort();
    expect(written.map((name) => name.slice(0, 2))).toEqual(['汇总', '汇总', '通报']);
    const workbook = written.find((name) => name.endsWith('.xlsx')) ?? '';
    expect(opened).toEqual([join(work.path, '报告', workbook)]);
    expect(readdirSync(join(work.path, '来件 & (1)'))).toEqual(['楚庄村']);
    expect(existsSync(join(work.path, '.campaign', 'ledger.db'))).toBe(true);
  });

  it('where there can be no ledger it keeps none and says so', async () => {
    work.remove('.campaign');
    const kept = (await drop(['来件 & (1)'])).out;
    expect(existsSync(join(work.path, '.campaign'))).toBe(true);
    work.remove('.campaign');
    const { code, out } = await drop(['来件 & (1)'], { canKeepLedger: false });
    expect([code, existsSync(join(work.path, '.campaign'))]).toEqual([1, false]);
    expect(out).toContain('台账');
    expect(kept).not.toContain('台账');
  });

  it('checks files and opens nothing', async () => {
    work.put('表.xlsx', readFileSync('templates/wanzhang-2023/statistics.xlsx'));
    const { code, out, opened } = await drop(['表.xlsx']);
    expect([code, opened]).toEqual([0, []]);
    expect(out).toContain('表.xlsx');
  });

  it('what cannot be done says so, with no trace of our insides', async () => {
    work.put('empty/x.txt', '');
    for (const paths of [[], ['gone.xlsx'], ['来件 & (1)', 'empty']]) {
      const { code, out, err } = await drop(paths);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
      expect(err).not.toContain('    at ');
    }
  });
});
