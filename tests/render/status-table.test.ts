import { describe, expect, it } from 'vitest';
import { ratedStatuses } from '../../src/findings/terms.js';
import { columnsOf } from '../../src/findings/text.js';
import type { Report } from '../../src/model/report.js';
import { inLines } from '../../src/render/lines.js';
import { renderStatusTable } from '../../src/render/status-table.js';
import { percent } from '../../src/render/words.js';
import { nothingSent, wanzhang } from './story.js';

const plain = { locale: 'zh', colour: false } as const;
const report = wanzhang();

describe('renderStatusTable', () => {
  const outputs = { workbook: 'reports/汇总表.xlsx', summary: 'reports/通报.txt', page: 'reports/汇总.html' };
  const text = renderStatusTable(report, { ...plain, width: 100, outputs });

  it('reads well', () => expect(text).toMatchSnapshot());
  it('reads well in English', () => {
    expect(renderStatusTable(report, { locale: 'en', colour: false, width: 100 })).toMatchSnapshot();
  });

  it('shows a word for each unit at each deadline', () => {
    const row = (name: string) => text.split('\n').find((line) => line.includes(name)) ?? '';
    expect(row('梁海村委会').match(/按时/g)).toHaveLength(4);
    expect(row('梁海村委会')).toContain('迟报3天');
    expect(row('薛庄村委会').match(/未报/g)).toHaveLength(5);
    expect(row('周庄村委会')).toContain('缺项：照片、');
    expect(row('办事处')).toBe('');
  });

  it('lists what to deal with and what was written', () => {
    expect(text).toContain('需要处理（3个）');
    expect(text).toContain('退回 宋王村委会/信息统计表.xlsx');
    expect(text).toContain('未识别 待核/附件2.xlsx');
    expect(text).toContain('reports/汇总表.xlsx');
    expect(renderStatusTable(report, plain)).not.toContain('工作簿');
  });

  it('cuts a long list', () => {
    const [stray] = report.files.filter(({ outcome }) => outcome === 'unmatched');
    const files = Array.from({ length: 23 }, (_, n) => ({ ...stray, path: `来件${n}.xlsx` })) as Report['files'];
    const long = renderStatusTable({ ...report, files }, plain);
    expect(long).toContain('需要处理（23个）');
    expect(long).toContain('…另有3个');
    expect(long).not.toContain('来件20.xlsx');
  });

  it.each([80, 100, 140])('aligns its borders at %i columns', (width) => {
    for (const locale of ['zh', 'en'] as const) {
      const lines = renderStatusTable(report, { locale, colour: false, width }).split('\n');
      const widths = lines.filter((line) => /^[│┌├└]/.test(line)).map(columnsOf);
      expect(new Set(widths).size).toBe(1);
      expect(widths[0]).toBeLessThanOrEqual(Math.max(width, 84));
    }
  });

  it('paints only where colour is on', () => {
    const esc = String.fromCharCode(27);
    expect(text).not.toContain(esc);
    const painted = renderStatusTable(report, { ...plain, width: 100, colour: true, outputs });
    expect(painted).toContain(`${esc}[32m`);
    expect(painted.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(text);
  });

  it('lets no name of a file reach the terminal as an order', () => {
    const [stray] = report.files.filter(({ outcome }) => outcome === 'unmatched');
    const files = [{ ...stray, path: '\u001b[2J\u202egnp.\n假的一行' }] as Report['files'];
    const shown = renderStatusTable({ ...report, files }, plain);
    expect(shown).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    expect(shown).not.toMatch(/^假的一行/m);
  });

  it('holds no debris', () => {
    for (const locale of ['zh', 'en'] as const) {
      for (const one of [report, nothingSent('binjiang-2021', '2021-06-01T00:00:00+08:00')]) {
        expect(renderStatusTable(one, { locale, colour: false })).not.toMatch(/undefined|NaN|\[object|null/);
      }
    }
  });
});

describe('rates', () => {
  it('add up to 100 % at each deadline and together', () => {
    for (const { rates } of [...report.standings.map(({ tally }) => tally), report.together]) {
      expect(ratedStatuses.reduce((sum, status) => sum + (rates?.[status] ?? 0), 0)).toBe(1000);
    }
  });

  it('count no unit that need not report', () => {
    expect(report.standings.map(({ tally }) => tally.expected)).toEqual([22, 22, 22, 22, 22]);
  });

  it('are told to a tenth', () => {
    expect([0, 1, 955, 1000].map(percent)).toEqual(['0.0%', '0.1%', '95.5%', '100.0%']);
  });
});

describe('columns', () => {
  it('counts Chinese signs twice', () => {
    expect(['', 'abc', '汉字', '（周六）', '“引”', '３'].map(columnsOf)).toEqual([0, 3, 4, 8, 4, 2]);
  });

  it('breaks only between items', () => {
    expect(inLines(['照片', '视频', '一个很长的名字'], '、', 8)).toEqual(['照片、', '视频、', '一个很长的名字']);
    expect(inLines([], '、', 8)).toEqual([]);
  });
});
