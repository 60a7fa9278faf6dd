import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/aggregate/figures.js';
import type { FileReport, Report, UnitReport } from '../../src/model/report.js';
import { renderStatusTable } from '../../src/render/status-table.js';
import { renderSummary } from '../../src/render/summary.js';
import { allInTime, wanzhang } from './story.js';

/** The report of so many townships in one. */
function manyTimes(report: Report, times: number): Report {
  const numbers = Array.from({ length: times }, (_, n) => n);
  const units = numbers.flatMap((n) => report.units.map((unit) => unitOf(unit, n)));
  const files = numbers.flatMap((n) => report.files.map((file) => fileOf(file, n)));
  return { ...report, units, files, ...figuresOf(report.campaign, report.asOf, units, files) };
}

function unitOf(one: UnitReport, n: number): UnitReport {
  const { unit } = one;
  return { ...one, unit: { ...unit, id: `${n}-${unit.id}`, name: `${n}镇${unit.name}` } };
}

function fileOf(one: FileReport, n: number): FileReport {
  const { unit, path } = one;
  return { ...one, path: `${n}/${path}`, unit: unit && { ...unit, id: `${n}-${unit.id}`, name: `${n}镇${unit.name}` } };
}

const plain = { colour: false, width: 100 } as const;
const small = wanzhang();
const large = manyTimes(small, 60);

describe('of a whole city', () => {
  it.each(['zh', 'en'] as const)('the bulletin has every count and stays short (%s)', (locale) => {
    const text = renderSummary(large, locale);
    for (const { tally } of large.standings) expect(text).toContain(String(tally.counts.missing));
    expect(text).toContain(String(large.coverage.absent.length));
    expect(text.length).toBeLessThan(40 * renderSummary(small, locale).length);
    expect(text.split('\n').reduce((most, line) => Math.max(most, line.length), 0)).toBeLessThan(8_000);
  });

  it('names the first and says how many there are', () => {
    const missing = large.standings.at(-1)?.members.missing.length ?? 0;
    expect(missing).toBeGreaterThan(50);
    expect(renderSummary(large, 'zh')).toMatch(new RegExp(`未报（${missing}个）：.*等${missing}个单位。`));
    expect(renderSummary(small, 'zh')).not.toContain('个单位见工作簿');
  });

  it('tells the problems of those first who have something to mend', () => {
    const [, problems = ''] = renderSummary(large, 'zh').split('三、');
    const heads = problems.split('\n').filter((line) => /^　　\d+．/.test(line));
    expect(heads.length).toBe(100);
    const firstWithout = heads.findIndex((line) => !line.includes('需更正'));
    expect(heads.slice(firstWithout === -1 ? heads.length : firstWithout).join('')).not.toContain('需更正');
    expect(problems).toMatch(/另有\d+个单位的问题，见工作簿“问题清单”/);
  });

  it.each(['zh', 'en'] as const)(
    'the table has those with whom something is amiss, and how many more (%s)',
    (locale) => {
      const text = renderStatusTable(large, { ...plain, locale });
      const rows = text.split('\n').filter((line) => /^│ \d+镇/.test(line));
      expect(rows.length).toBe(100);
      const isMissing = rows.map((row) => /未报|missing/.test(row));
      expect(isMissing.indexOf(false) === -1 || !isMissing.slice(isMissing.indexOf(false)).includes(true)).toBe(true);
      expect(text).toContain(String(large.units.length));
    },
  );

  it('where all is well there is no table to read', () => {
    const text = renderStatusTable(manyTimes(allInTime('wanzhang-2023', small.asOf), 20), { ...plain, locale: 'zh' });
    expect(text).not.toContain('│');
    expect(text).toContain('没有迟报、缺项、未报的');
  });
});
