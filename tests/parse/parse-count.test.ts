import fc from 'fast-check';
import Nzh from 'nzh';
import { describe, expect, it } from 'vitest';
import type { CountReading } from '../../src/model/reading.js';
import { parseCount } from '../../src/parse/parse-count.js';

const seed = 20230529;
const read = (text: string): CountReading => parseCount({ kind: 'text', text });
const asCount = (text: string) => {
  const reading = read(text);
  return reading.kind === 'count' ? reading : null;
};
const countIn = (text: string) => asCount(text)?.value ?? null;

const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (sign: string) => (text: string) => text.replace(/\B(?=(?:\d{3})+$)/g, sign);

/** What a village counts, mostly small; no day written as a number. */
const counts = fc
  .oneof(fc.nat(50), fc.nat(5_000), fc.nat(99_999_999))
  .filter((value) => !/^(?:19|20)\d{6}$/.test(String(value)));

const manners = fc.constantFrom<(digits: string) => string>(
  (digits) => digits,
  wide,
  grouped(','),
  grouped('，'),
  (digits) => wide(grouped(',')(digits)),
  grouped(' '),
  (digits) => `  ${digits}\n`,
  (digits) => `　${digits}　`,
  (digits) => `\ufeff${digits}\u200b`,
);
const units = [
  '',
  '场',
  '次',
  '场次',
  '人',
  '人次',
  '人员',
  '名',
  '位',
  '个',
  '篇',
  '条',
  '件',
  '份',
  '期',
  '人（次）',
  '（人）',
  '人/次',
  ' 人',
];
const heads = ['', '共', '共计', '总计', '合计', '累计', '有', '共有'];
const roughHeads = ['约', '大约', '大概', '近', '将近', '接近', '超过', '超', '不少于', '至少', '≥', '>', '～', '约 '];
const roughTails = ['余', '多', '左右', '上下', '以上', '许', '+', '＋', '余 '];

describe('what is a number', () => {
  it('is read exactly, however it is written', () => {
    fc.assert(
      fc.property(
        counts,
        manners,
        fc.constantFrom(...heads),
        fc.constantFrom(...units),
        fc.constantFrom('', '。', '；'),
        (value, write, head, unit, end) => {
          const text = `${head}${write(String(value))}${unit}${end}`;
          expect(read(text), JSON.stringify(text)).toEqual({
            kind: 'count',
            value,
            estimate: false,
            households: false,
            changed: text.trim() !== String(value),
          });
        },
      ),
      { seed, numRuns: 5_000 },
    );
  });

  it('is an estimate where its writer says so', () => {
    const rough = fc.oneof(
      fc.record({ head: fc.constantFrom(...roughHeads), tail: fc.constantFrom('', ...roughTails) }),
      fc.record({ head: fc.constantFrom('', '共'), tail: fc.constantFrom(...roughTails) }),
    );
    fc.assert(
      fc.property(
        counts,
        manners,
        rough,
        fc.constantFrom(...units),
        fc.boolean(),
        (value, write, rough, unit, behind) => {
          const tail = behind ? unit + rough.tail : rough.tail + unit;
          const text = `${rough.head}${write(String(value)).trim()}${tail}`;
          expect(asCount(text), JSON.stringify(text)).toMatchObject({ value, estimate: true });
        },
      ),
      { seed, numRuns: 3_000 },
    );
  });

  it('may stand in Chinese numerals, as another program writes them', () => {
    const { cn, hk } = Nzh;
    const writers = fc.constantFrom<(value: number) => string>(
      (value) => cn.encodeS(value),
      (value) => cn.encodeS(value, { tenMin: false }),
      (value) => cn.encodeB(value),
      (value) => hk.encodeB(value),
      (value) => cn.encodeS(value).replaceAll('零', '〇'),
      (value) => cn.encodeS(value).replace(/二(?=[百千万])/g, '两'),
    );
    fc.assert(
      fc.property(counts, writers, fc.constantFrom(...units), fc.boolean(), (value, write, unit, rough) => {
        const text = `${rough ? '约' : ''}${write(value)}${unit}`;
        expect(asCount(text), text).toMatchObject({ value, estimate: rough });
      }),
      { seed, numRuns: 5_000 },
    );
    for (let value = 0; value <= 20_000; value++) {
      if (countIn(cn.encodeS(value)) !== value) expect(cn.encodeS(value)).toBe(value);
    }
  });

  it.each([
    ['1.5万', 15_000],
    ['０．５万', 5_000],
    ['2万余', 20_000],
    ['1.2千', 1_200],
    ['2千3百', 2_300],
    ['2千3', 2_300],
    ['3万5千人', 35_000],
    ['1万2', 12_000],
    ['1万200', 10_200],
    ['一万二', 12_000],
    ['两百五', 250],
    ['一百零八', 108],
    ['二百〇五人', 205],
    ['一〇五', 105],
    ['三百二', 320],
    ['廿三', 23],
    ['5处', 5],
    ['40（具）', 40],
    ['近百', 100],
    ['百余人', 100],
    ['上千人次', 1_000],
    ['十余人', 10],
    ['五十多名', 50],
    ['０', 0],
    ['零', 0],
    ['0（无）', 0],
    ['0（未开展）', 0],
    ['+5', 5],
    ['1.0', 1],
  ])('%s', (text, value) => expect(countIn(text)).toBe(value));

  it('says households where households were counted', () => {
    for (const text of ['30户', '30家', '约30余户', '三十户', '30 户次', '30（户）']) {
      expect(asCount(text), text).toMatchObject({ value: 30, households: true });
    }
    expect(asCount('30人')).toMatchObject({ households: false });
  });

  it('reads itself again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = countIn(text);
        if (value !== null) expect(read(String(value))).toMatchObject({ kind: 'count', value, changed: false });
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('is for the schema to judge: a fraction and a negative stay what they are', () => {
    expect(countIn('0.5')).toBe(0.5);
    expect(countIn('５．５')).toBe(5.5);
    expect(countIn('-200')).toBe(-200);
    expect(countIn('－200')).toBe(-200);
    expect(countIn('−200')).toBe(-200);
    expect(countIn('1.23456万')).toBe(12345.6);
  });
});

describe('what is no number', () => {
  const notNumbers = [
    ...[
      '很多',
      '若干',
      '多',
      '余',
      '约',
      '多场',
      '数百人',
      '数十',
      '几十',
      '十几',
      '二十几',
      '三五人',
      '七八个',
      '两三百',
      '百十人',
      '上百万',
      '人',
      '场',
    ],
    ...[
      '200-300',
      '200～300',
      '2至3',
      '3+2',
      '2×3',
      '5场200人',
      '3场/200人',
      '30户60人',
      '1/2',
      '½',
      '2/3场',
      '第3场',
      '3场5',
      '3 5',
      '1 20',
    ],
    ...[
      '1.200',
      '1,20',
      '12,34',
      '1,2000',
      '1，20',
      '1.2.3',
      '1,200.',
      '1e3',
      '0x10',
      '12k',
      '1,200,30',
      '１．２００',
    ].filter((one) => one !== '1,200.'),
    ...[
      '5月10日',
      '2023-05-10',
      '2023/5/10',
      '2023年',
      '20230510',
      '二〇二三',
      '二〇二三年',
      '5-10',
      '5.10日',
      '10:30',
    ],
    ...['13900000000', '0537-0000000', '05370000000', '1234567890', '0508', '020', '110101200001010000', '3701234567'],
    ...[
      '50%',
      '５０％',
      '五成',
      '全部',
      '全村',
      '同上',
      '见附件',
      '详见附表',
      '是',
      '√',
      '×',
      '待定',
      '不详',
      '？',
      '?',
      '…',
      '*',
      '@',
    ],
    ...[
      '①',
      '①200',
      '⑳',
      '5²',
      '10³',
      'Ⅲ',
      '㈢',
      '⒊',
      '3️⃣',
      '👍',
      '２００㎡',
      '٣',
      '𝟑',
      '๓',
      '三.五',
      '负三',
      '三十五十',
      '一二三',
      '十五六',
    ],
    ...[
      '200人（含线上50人）',
      '200（全镇）',
      '约200-300',
      '前200',
      '200几',
      'A200',
      '200A',
      '200元',
      '#3',
      '=3',
      '3=',
      '(3',
      'true',
      'null3',
    ],
  ];
  it.each(notNumbers)('%s', (text) => expect(read(text).kind).toBe('unreadable'));

  it('is met with a suggestion where letters stand for digits', () => {
    expect(read('2OO')).toEqual({ kind: 'unreadable', suggestion: 200 });
    expect(read('l5人')).toEqual({ kind: 'unreadable', suggestion: 15 });
    expect(read('Ｏ')).toEqual({ kind: 'unreadable', suggestion: 0 });
    expect(read('Oil')).toEqual({ kind: 'unreadable' });
    expect(read('OOOO')).toEqual({ kind: 'unreadable' });
  });

  it('states nothing where it says so', () => {
    const nothing = [
      '无',
      '无。',
      ' 无 ',
      '没有',
      '暂无',
      '未开展',
      '未开展活动',
      '没有开展',
      '没开展',
      '尚未开展',
      '暂未开展',
      '未组织活动',
      '未举办',
    ];
    const more = [
      '无（未开展）',
      '无（0）',
      '没有此项',
      '无此项',
      '无此类活动',
      '不涉及',
      '-',
      '—',
      '－－',
      '——',
      '/',
      '／',
      '~',
      'N/A',
      'n/a',
    ];
    for (const text of [...nothing, ...more]) expect(read(text), text).toEqual({ kind: 'none', blank: false });
    for (const text of ['', ' ', '　', '\n\t', '\u200b', '\ufeff'])
      expect(read(text)).toEqual({ kind: 'none', blank: true });
    for (const text of ['无（3场）', '没有3场', '无3', '未', '没', '未知', '无法统计', '无锡', '未报', '不清楚']) {
      expect(read(text).kind, text).toBe('unreadable');
    }
  });

  it('is never made of signs that are none of it', () => {
    const sign = fc.constantFrom(
      ...'0123456789０５①²⅔.,，．-－+约余多万千百十零一二三两户人场次共()（）%/~ 　第月日无oOl\u200b',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: sign, maxLength: 8 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = read(text);
        if (reading.kind !== 'count') return;
        expect(digitsAllow(text, reading.value), JSON.stringify(text)).toBe(true);
      }),
      { seed, numRuns: 30_000 },
    );
  });
});

describe('cells that hold no text', () => {
  it('keep what they are', () => {
    expect(parseCount({ kind: 'empty' })).toEqual({ kind: 'none', blank: true });
    expect(parseCount({ kind: 'number', value: 12 })).toMatchObject({ kind: 'count', value: 12, changed: false });
    expect(parseCount({ kind: 'number', value: -0 })).toMatchObject({ value: 0 });
    expect(Object.is((parseCount({ kind: 'number', value: -0 }) as { value: number }).value, 0)).toBe(true);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 13_900_000_000, 20_230_510, 1e300]) {
      expect(parseCount({ kind: 'number', value })).toEqual({ kind: 'unreadable' });
    }
    expect(parseCount({ kind: 'date', day: '2023-05-10' })).toEqual({ kind: 'unreadable' });
    expect(parseCount({ kind: 'boolean', value: true })).toEqual({ kind: 'unreadable' });
    expect(parseCount({ kind: 'error', code: '#REF!' })).toEqual({ kind: 'formula-error', code: '#REF!' });
    expect(parseCount({ kind: 'formula', formula: 'B5+B6' })).toEqual({
      kind: 'formula-without-value',
      formula: 'B5+B6',
    });
  });
});

/** Told apart from the program: the digits of the text are those of the value, or a numeral scales them. */
function digitsAllow(text: string, value: number): boolean {
  const half = text.replace(/[０-９．，－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (/[零〇○一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟無萬億兩貳參叄陸]/u.test(half.normalize('NFKC')))
    return true;
  const digits = half.replace(/[^\d.-]/gu, '').replace(/\.+$/, '');
  const number = Number(digits.replace(/^-*(?=-\d)|-+$/g, ''));
  return /\d/.test(half) && Math.abs(number) === Math.abs(value);
}

describe('money', () => {
  const below = (label: string, text: string) => parseCount({ kind: 'text', text }, label);

  it.each([
    ['1500元', 1500],
    ['0.2万元', 2000],
    ['1,200元整', 1200],
    ['一千元', 1000],
  ])('%s below 慰问金', (text, value) => {
    expect(below('慰问金（元）', text)).toMatchObject({ kind: 'count', value, changed: true, estimate: false });
    expect(below('慰问人数', text)).toEqual({ kind: 'unreadable' });
  });

  it('may be an estimate, and is no sum of two', () => {
    expect(below('慰问金额', '2000余元')).toMatchObject({ kind: 'count', value: 2000, estimate: true });
    expect(below('慰问金额', '1000元左右')).toMatchObject({ kind: 'count', value: 1000, estimate: true });
    expect(below('慰问金额', '500元和米面油')).toEqual({ kind: 'unreadable' });
    expect(below('慰问金额', '元')).toEqual({ kind: 'unreadable' });
  });
});
