import { Writable } from 'node:stream';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { listStyles } from '../../src/write/styles.js';
import { type Content, heightOf } from '../../src/write/workbook/cells.js';
import { Page } from '../../src/write/workbook/page.js';

const looks = [listStyles.text, listStyles.centre, listStyles.link].map((style) => ({
  width: 20,
  style,
  numbers: listStyles.number,
}));

/** The parts of a workbook with one sheet of these rows, whose texts stand in the cells. */
async function partsOf(
  rows: readonly (readonly Content[])[],
  isLarge: boolean,
  room = { links: 5, notes: 4 },
): Promise<Record<string, Uint8Array>> {
  const chunks: Uint8Array[] = [];
  const stream = new Writable({
    write: (chunk: Uint8Array, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('表');
  const limits = { rows: 1000, ...room, held: 0 };
  const page = new Page(sheet, { limits, isLarge, broken: new Promise(() => undefined) });
  sheet.getColumn(1).width = 20;
  sheet.getCell(1, 1).value = '表头';
  sheet.mergeCells(1, 1, 1, 3);
  for (const [n, contents] of rows.entries()) await page.row(2 + n, contents, looks);
  sheet.getCell(2 + rows.length, 1).value = '合计';
  sheet.getRow(2 + rows.length).height = heightOf(2);
  page.commit();
  await workbook.commit();
  return unzipSync(new Uint8Array(Buffer.concat(chunks)));
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('甲', '村', '=', '-', '<', '&', '"', "'", '\n', '\t', '\u007f', '\u0000', '_x0041_', '😀'),
  }),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const content: fc.Arbitrary<Content> = fc.oneof(
  text,
  number,
  fc.constant(null),
  fc.record({ value: fc.oneof(text, number), style: fc.constantFrom(listStyles.header, listStyles.caption) }),
  fc.record({
    value: text,
    link: fc.constantFrom(
      () => '../a%20b/表&.xlsx',
      () => null,
    ),
  }),
  fc.record({ value: text, note: text }),
);
const rows = fc.array(fc.tuple(content, content, content), { maxLength: 12 });

test('rows written as text are byte for byte those that exceljs writes, with their styles, links and notes', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      expectSame(await partsOf(drawn, true), await partsOf(drawn, false));
    }),
    { numRuns: 60 },
  );
});

test('and so are those of which there are too many for one piece', async () => {
  const many = Array.from({ length: 900 }, (_, n): Content[] => [
    { value: `表${n}`, link: () => `../${'a%20b/'.repeat(20)}表${n}.xlsx` },
    { value: n, note: `约${'“数”'.repeat(20)}${n}` },
    '村'.repeat(100),
  ]);
  const room = { links: 800, notes: 700 };
  expectSame(await partsOf(many, true, room), await partsOf(many, false, room));
});

function expectSame(ours: Record<string, Uint8Array>, theirs: Record<string, Uint8Array>): void {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  for (const [name, bytes] of Object.entries(theirs)) {
    if (name === 'docProps/core.xml') continue;
    expect(Buffer.from(ours[name] ?? []).toString(), name).toBe(Buffer.from(bytes).toString());
  }
}
