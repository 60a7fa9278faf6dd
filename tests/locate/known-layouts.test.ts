import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallLayout } from '../../src/locate/known-layouts.js';
import { locateAnew, locateStatistics } from '../../src/locate/locate-statistics.js';
import type { LocatedForm } from '../../src/locate/located-form.js';
import { harmful, harmless } from './distortions.js';
import { Chance, draw, type Item, type Sheet, sheetTable, shipped, wordTable } from './form-sheet.js';

const campaigns = [shipped('wanzhang-2023'), shipped('binjiang-2021')];
const all = { ...harmless, ...harmful };

/** What clerks write into cells, and what stands in others. */
const contents: readonly (string | number | null)[] = [
  null,
  0,
  3,
  88,
  20230510,
  ' ',
  '3场',
  '约200人',
  '无',
  '—',
  '（人）',
  '合计',
  '小 计',
  '注：以上为五月数字',
  '填报人：某某',
  '2023年6月5日',
  '12. 这里写的是很长很长很长很长的说明',
  '幸福村',
  '幸福家园网',
  'https://example.org/a',
  '单位：幸福村民委员会',
  '信息统计表',
  '“5.29会员活动”信息统计表',
  '宣传活动',
  '村居社区计生协',
  '活动场次',
  '宣传人数 人',
  '服务',
  '一、',
];

/** Another form from the same blank: other figures and names, and here and there anything at all. */
function rewritten(sheet: Sheet, chance: Chance, isOpen: (item: Item) => boolean): Sheet {
  const some = chance.next(6);
  const blanks = chance.next(2) * chance.next(12);
  return sheet.map((item) => {
    if (!isOpen(item)) return item;
    if (chance.next(60) < some) return { ...item, content: chance.of(contents) };
    if (item.role === 'unit') return { ...item, content: `单位：第${chance.next(99)}村` };
    if (item.role === 'value' && chance.next(12) < blanks)
      return { ...item, content: chance.of([null, 7, '约40人', 150]) };
    return item.role === 'value' && item.content !== null ? { ...item, content: chance.next(900) } : item;
  });
}

const openings: readonly ((chance: Chance) => (item: Item) => boolean)[] = [
  () => (item) => item.role === 'value',
  () => (item) => item.role === 'value' || item.role === 'unit',
  () => (item) => item.role !== 'leaf' && item.role !== 'group',
  (chance) => () => chance.next(12) === 0,
];

const runs = Number(process.env.RUNS ?? 200);

/** Without what only helps the search. */
function plain(forms: readonly LocatedForm[]) {
  const bare = ({ row, column, value }: { row: number; column: number; value: unknown }) => ({ row, column, value });
  return forms.map(({ cells, above, below, table: _, slots: __, ...rest }) => ({
    ...rest,
    cells: [...cells].map(([id, cell]) => [id, cell && bare(cell)]),
    above: above.map(bare),
    below: below.map(bare),
  }));
}

describe('a layout known from another form', () => {
  it('says the same as looking for every label anew', () => {
    let recalled = 0;
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.uniqueArray(fc.constantFrom(...Object.keys(all)), { maxLength: 2 }),
        fc.constantFrom(...campaigns),
        fc.constantFrom(...openings),
        fc.boolean(),
        (seed, steps, campaign, opening, word) => {
          const chance = new Chance(seed);
          const form = campaign.forms.statistics;
          const tableOf = word ? wordTable : sheetTable;
          const first = steps.reduce(
            (sheet, step) => all[step]?.(sheet, chance, form) ?? sheet,
            draw(campaign, chance, 40) as Sheet,
          );
          locateStatistics(tableOf(first), form);
          const isOpen = opening(chance);
          for (let again = 0; again < 4; again++) {
            const table = tableOf(rewritten(first, chance, isOpen));
            if (recallLayout(table, form) !== null) recalled++;
            expect(plain(locateStatistics(table, form))).toEqual(plain(locateAnew(table, form)));
          }
        },
      ),
      { numRuns: runs, seed: 31 },
    );
    // Else this has shown nothing.
    expect(recalled).toBeGreaterThan(runs);
  });

  it('serves forms that differ in which figures are filled in', () => {
    const [campaign] = campaigns;
    const form = (campaign as (typeof campaigns)[number]).forms.statistics;
    const blank = draw(campaign as (typeof campaigns)[number], new Chance(1), 1000);
    const filled = (isFilled: (n: number) => boolean) => {
      let n = 0;
      return blank.map((item) => (item.role === 'value' ? { ...item, content: isFilled(n++) ? 40 + n : null } : item));
    };
    locateStatistics(sheetTable(filled(() => true)), form);
    const some = sheetTable(filled((n) => n % 3 !== 1));
    const found = recallLayout(some, form);
    expect(found?.table).toBe(some);
    expect(
      [...(found?.cells.values() ?? [])].filter((cell) => cell === null || cell.value.kind === 'empty').length,
    ).toBeGreaterThan(5);
    // With no figure in a row nothing tells that its values stand there.
    expect(recallLayout(sheetTable(filled(() => false)), form)).toBeNull();
  });

  it('serves forms that differ in their figures and in the name of their unit', () => {
    const [campaign] = campaigns;
    const form = (campaign as (typeof campaigns)[number]).forms.statistics;
    const blank = draw(campaign as (typeof campaigns)[number], new Chance(1), 1000);
    const filled = (n: number) =>
      blank.map((item) => {
        if (item.role === 'unit') return { ...item, content: `单位：第${n}村` };
        return item.role === 'value' && item.field?.includes('people') ? { ...item, content: 40 + n } : item;
      });
    locateStatistics(sheetTable(filled(1)), form);
    const table = sheetTable(filled(2));
    expect(recallLayout(table, form)?.table).toBe(table);
  });
});
