import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mendCounts } from '../../src/mend/mend-counts.js';
import { workbookParts, zip } from '../read/build-package.js';
import { read, show } from '../read/show.js';
import { book, inline, normalised, row, sessions } from './sheets.js';

const sheetPart = 'xl/worksheets/sheet1.xml';
const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)[sheetPart] ?? new Uint8Array());

async function cellsAfter(bytes: Uint8Array, ...findings: Parameters<typeof mendCounts>[1]): Promise<string[]> {
  const mended = mendCounts(bytes, findings);
  return mended === null ? [] : show((await read(mended.bytes, 'xlsx')).tables[0]);
}

describe('a cell whose number is written otherwise', () => {
  test('becomes a number, whether its text is shared, inline or a string of its own', async () => {
    const shared = book(row('<c r="A1" s="0" t="s"><v>1</v></c>'), { strings: ['甲', '３场'] });
    const own = book(row(`<c t='str' r="A1"><v>３场</v></c>`));
    const rich = book(row('<c r="A1" t="inlineStr"><is><r><t>３</t></r><r><t>场</t></r></is></c>'));
    for (const bytes of [shared, own, rich, book(row(inline('A1', '３场')))]) {
      expect(await cellsAfter(bytes, normalised('A1', '３场', 3, sessions))).toEqual(['A1 = 3']);
    }
  });

  test('leaves every other byte of the sheet and every other part as they are', () => {
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      inline('B1', '1,200人', 's="2" x="1"'),
      '<c r="C1"/>',
      '<c  r="D1" ><v>7</v></c>',
    ];
    const bytes = book(row(...cells), { strings: ['a &amp; b'], formats: [0, '0_ '] });
    const mended = mendCounts(bytes, [normalised('B1', '1,200人', 1200)]);
    expect(sheetOf(mended?.bytes ?? bytes)).toBe(
      sheetOf(bytes).replace(inline('B1', '1,200人', 's="2" x="1"'), '<c r="B1" s="2" x="1"><v>1200</v></c>'),
    );
    const others = (one: Uint8Array) => Object.entries(unzipSync(one)).filter(([name]) => name !== sheetPart);
    expect(others(mended?.bytes ?? bytes)).toEqual(others(bytes));
    expect(mended?.changed).toEqual([{ sheet: '表1', cell: 'B1', from: '1,200人', to: 1200 }]);
  });

  test('does not touch the bytes it was given, nor those of a window onto a larger buffer', () => {
    const bytes = Buffer.from(book(row(inline('A1', '3 '))));
    const before = Buffer.from(bytes).toString('hex');
    expect(mendCounts(bytes, [normalised('A1', '3 ', 3)])).not.toBeNull();
    expect(bytes.toString('hex')).toBe(before);
  });

  test('is found in a workbook that spells its tags with a prefix, and its parts in other letters', async () => {
    const parts = workbookParts({ sheets: [''] });
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    parts[sheetPart] =
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>3场</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = zip(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replace('sheet1', 'Sheet1'), part])),
    );
    expect(await cellsAfter(bytes, normalised('A1', '3场', 3, sessions))).toEqual(['A1 = 3']);
  });

  test('many cells and sheets at once, in whatever order they are told', async () => {
    const one = book(row(inline('A1', '１'), inline('B1', '２'), inline('C1', '３')), {
      more: [row(inline('A1', '４'))],
    });
    const findings = [normalised('C1', '３', 3), normalised('A1', '１', 1), normalised('B1', '２', 2)];
    const other = { ...normalised('A1', '４', 4), place: { kind: 'sheet', sheet: '表2', address: 'A1' } } as const;
    const mended = mendCounts(one, [...findings, other]);
    const { tables } = await read(mended?.bytes ?? one, 'xlsx');
    expect(tables.map(show)).toEqual([['A1 = 1', 'B1 = 2', 'C1 = 3'], ['A1 = 4']]);
  });
});

describe('a cell is let be', () => {
  const alone = (cell: string, options = {}) =>
    mendCounts(book(row(cell), options), [normalised('A1', '3场', 3, sessions)]);

  test.each([
    ['where it holds something else than was found', inline('A1', '4场')],
    ['where it holds a number', '<c r="A1"><v>3</v></c>'],
    ['where a formula made the text', '<c r="A1" t="str"><f>B1&amp;"场"</f><v>3场</v></c>'],
    ['where it has a rich value', inline('A1', '3场', 'vm="1"')],
    ['where it stands there twice', inline('A1', '3场') + inline('A1', '3场')],
    ['where the sheet does not say which cell it is', '<c t="inlineStr"><is><t>3场</t></is></c>'],
  ])('%s', (_, cell) => expect(alone(cell)).toBeNull());

  test.each([
    ['a date', 14],
    ['a date of its own', 'yyyy"年"m"月"'],
    ['a percentage', '0%'],
    ['ten thousands', '0"万"'],
    ['Chinese numerals', '[DBNum1]General'],
  ])('where its style would show the number as %s', (_, format) => {
    expect(alone(inline('A1', '3场', 's="1"'), { formats: [format] })).toBeNull();
  });

  test.each([0, 1, 3, 49, '0_ ', '#,##0_);[Red]\\(#,##0\\)', 'General"场"'])('but not for its style %s', (format) => {
    expect(alone(inline('A1', '3场', 's="1"'), { formats: [format] })).not.toBeNull();
  });

  test.each([
    ['30户', 30, sessions],
    ['3人', 3, sessions],
    ['3场', 3, undefined],
    ['200次', 200, undefined],
    ['3篇', 3, undefined],
  ])('where the unit of %s is not that of its label', (found, value, label) => {
    expect(mendCounts(book(row(inline('A1', found))), [normalised('A1', found, value, label)])).toBeNull();
  });

  test.each(['SUM(A1:A3)', 'SUM($A:$A)', 'B1+A1', 'SUM(1:2)', 'total+1', 'INDIRECT("B1")', "'其他 表'!A1"])(
    'where the formula =%s may look at it: a sum passes over a text, and counts a number',
    (formula) => {
      const more = [`<row r="1"><c r="B9"><f>${formula}</f><v>5</v></c></row>`];
      expect(alone(inline('A1', '3场'), { more })).toBeNull();
    },
  );

  test.each(['SUM(B1:C3)', 'LOG10(C1)*1.5E+3', 'IF(B1="A1",TRUE,0)', '_xlfn.DISPIMG("ID_A1",1)'])(
    'but not for =%s',
    (formula) => {
      const more = [`<row r="1"><c r="B9"><f>${formula.replaceAll('"', '&quot;')}</f><v>5</v></c></row>`];
      expect(alone(inline('A1', '3场'), { more })).not.toBeNull();
    },
  );

  test('where formulas are filled down', () => {
    const more = ['<row r="1"><c r="B9"><f t="shared" si="0" ref="B9:B10">C9</f><v>5</v></c></row>'];
    expect(alone(inline('A1', '3场'), { more })).toBeNull();
  });
});

describe('nothing to mend', () => {
  const one = normalised('A1', '3场', 3, sessions);
  const parts = workbookParts({ sheets: [`<sheetData>${row(inline('A1', '3场'))}</sheetData>`] });

  test('without findings, or with others', () => {
    expect(mendCounts(zip(parts), [])).toBeNull();
    expect(mendCounts(zip(parts), [{ ...one, rule: 'count/estimate' } as never])).toBeNull();
    expect(
      mendCounts(zip(parts), [{ ...one, place: { kind: 'word', table: 1, row: 1, column: 1 } } as never]),
    ).toBeNull();
    expect(
      mendCounts(zip(parts), [{ ...one, place: { kind: 'sheet', sheet: '表2', address: 'A1' } } as never]),
    ).toBeNull();
  });

  test('in a workbook that is signed', () => {
    expect(mendCounts(zip(parts), [one])).not.toBeNull();
    expect(mendCounts(zip({ ...parts, '_xmlsignatures/sig1.xml': '<a/>' }), [one])).toBeNull();
  });

  test('in bytes that are no workbook, however broken', () => {
    const bytes = zip(parts);
    expect(mendCounts(new Uint8Array(), [one])).toBeNull();
    expect(mendCounts(new TextEncoder().encode('名称,数\n甲,3场'), [one])).toBeNull();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(40), (at, change, cut) => {
        const broken = bytes.slice(0, bytes.length - cut);
        if (at < broken.length) broken[at] = (broken[at] ?? 0) ^ change;
        mendCounts(broken, [one]);
      }),
      { numRuns: 3000 },
    );
  });
});
