import fc from 'fast-check';
import Nzh from 'nzh';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/model/document.js';
import { parseCount } from '../../src/parse/parse-count.js';

const text = (value: string): CellValue => ({ kind: 'text', text: value });
const read = (value: string) => parseCount(text(value));
/** The number read and whether as an estimate; null where it is no number. */
function numberOf(value: string): [number, boolean] | null {
  const reading = read(value);
  return reading.kind === 'count' ? [reading.value, reading.estimate] : null;
}

const wide = (value: string) => value.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const count = fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(99_999));
const unit = fc.constantFrom('', '场', '次', '人', '人次', '名', '篇', '条', '户', '场次', '（人）');
const space = fc.constantFrom('', ' ', '　', '\n', '  ');
const runs = { numRuns: 600, seed: 529 };

describe('what is a number is read exactly', () => {
  it('in digits: full width, spaces around, separators, units, 共 before it', () => {
    const written = fc.tuple(
      count,
      unit,
      space,
      space,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('', '共', '合计', '共计'),
    );
    fc.assert(
      fc.property(written, ([value, suffix, before, after, isWide, grouped, lead]) => {
        const digits = grouped ? value.toLocaleString('en-US') : String(value);
        expect(numberOf(`${before}${lead}${isWide ? wide(digits) : digits}${suffix}${after}`)).toEqual([value, false]);
      }),
      runs,
    );
  });

  it('as an estimate: 约, 近, 余, 多, 左右, +', () => {
    const manner = fc.constantFrom(
      ['约', ''],
      ['近', ''],
      ['', '余'],
      ['', '多'],
      ['', '左右'],
      ['', '+'],
      ['约', '余'],
      ['大约', '多'],
    );
    fc.assert(
      fc.property(count, manner, fc.constantFrom('', '人', '人次', '场'), (value, [before, after], suffix) => {
        expect(numberOf(`${before}${value}${after}${suffix}`)).toEqual([value, true]);
      }),
      runs,
    );
  });

  it('in Chinese numerals, small and formal, as an independent encoder writes them', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), unit, (value, suffix) => {
        expect(numberOf(`${Nzh.cn.encodeS(value)}${suffix}`), Nzh.cn.encodeS(value)).toEqual([value, false]);
        expect(numberOf(Nzh.cn.encodeB(value)), Nzh.cn.encodeB(value)).toEqual([value, false]);
      }),
      runs,
    );
  });

  it('in 万, and mixed with digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (tenths) => {
        expect(numberOf(`${tenths / 10}万`)).toEqual([tenths * 1000, false]);
      }),
      runs,
    );
    expect(numberOf('2千3百')).toEqual([2300, false]);
    expect(numberOf('3万5')).toEqual([35_000, false]);
    expect(numberOf('一万二')).toEqual([12_000, false]);
    expect(numberOf('一百二')).toEqual([120, false]);
    expect(numberOf('两百零五')).toEqual([205, false]);
    expect(numberOf('近百')).toEqual([100, true]);
    expect(numberOf('百余人')).toEqual([100, true]);
    expect(numberOf('12人（其中妇女5人）')).toEqual([12, false]);
    expect(numberOf('0（无）')).toEqual([0, false]);
    expect(numberOf('5。')).toEqual([5, false]);
  });

  it('again when it is written plainly', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        expect(read(String(value))).toMatchObject({ kind: 'count', value, changed: false });
        expect(parseCount({ kind: 'number', value })).toMatchObject({ kind: 'count', value, changed: false });
      }),
      runs,
    );
  });
});

describe('what is not a number is never one, and never 0', () => {
  it.each([
    ...[
      '很多',
      '若干',
      '数百人',
      '十几',
      '几十',
      '三五人',
      '七八个',
      '一二十人',
      '五六百',
      '200-300',
      '200~300',
      '3+2',
      '5场200人',
    ],
    ...[
      '1.200',
      '1,20',
      '5月10日',
      '2023年',
      '13900000000',
      '0537-0000000',
      '0537',
      '50%',
      '同上',
      '见附件',
      '1/2',
      '200①',
      '200²',
      '½',
    ],
    ...[
      '3 200',
      '1 2',
      '3\n5',
      '√',
      '?',
      '待统计',
      '一百零二十',
      '百',
      '万',
      '约',
      '1e5',
      '0x10',
      'NaN',
      '👍',
      '12a',
      '十十',
      '2O0',
    ],
  ])('%j', (value) => {
    expect(read(value).kind).toBe('unreadable');
  });

  it('suggests what letters that look like digits may mean, and does not use it', () => {
    expect(read('2OO')).toEqual({ kind: 'unreadable', suggestion: 200 });
    expect(read('l5人')).toEqual({ kind: 'unreadable', suggestion: 15 });
  });

  it.each(['无', '无。', '没有', '暂无', '未开展', '未开展活动', '没有开展', '无（未开展）', '/', '—', '－－', '\\'])(
    '%j states nothing',
    (value) => {
      expect(read(value)).toEqual({ kind: 'none', blank: false });
    },
  );

  it.each(['', ' ', '　\n'])('%j is blank', (value) => {
    expect(read(value)).toEqual({ kind: 'none', blank: true });
  });

  it('whatever is typed: a number has its digits from the text, and nothing throws', () => {
    const signs = fc.constantFrom(
      ...'0123456789０９一二两十百千万亿零〇约余多人场次户无-—/.,，。（）() 　②½oOlI点几数',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: signs, maxLength: 8 }), fc.string({ maxLength: 8 })), (value) => {
        const reading = read(value);
        if (reading.kind !== 'count') return;
        expect(value.normalize('NFKC')).toMatch(/[0-9一二两俩三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾佰仟]/u);
        if (reading.value === 0) expect(value.normalize('NFKC')).toMatch(/[0零〇]/u);
      }),
      { numRuns: 5000, seed: 529 },
    );
  });
});

describe('other cells', () => {
  it('are what they are', () => {
    expect(parseCount({ kind: 'error', code: '#REF!' })).toEqual({ kind: 'formula-error', code: '#REF!' });
    expect(parseCount({ kind: 'formula', formula: 'A1' })).toEqual({ kind: 'formula-without-value', formula: 'A1' });
    expect(parseCount({ kind: 'date', day: '2023-05-10' }).kind).toBe('unreadable');
    expect(parseCount({ kind: 'boolean', value: true }).kind).toBe('unreadable');
    expect(read('12户')).toMatchObject({ value: 12, households: true });
    expect(parseCount({ kind: 'number', value: 2.5 })).toMatchObject({ kind: 'count', value: 2.5 });
  });
});
