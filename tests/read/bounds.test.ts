import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, defaultBounds } from '../../src/model/bounds.js';
import type { Format } from '../../src/model/rules.js';
import { Allowance } from '../../src/read/allowance.js';
import { ColumnRanges, heightsOf } from '../../src/read/column-ranges.js';
import { type Area, placeCells } from '../../src/read/place-cells.js';
import { readDocument } from '../../src/read/read-document.js';
import { wordDocument, workbook } from './build-package.js';

const ascii = (text: string) => new TextEncoder().encode(text);
const cells = (count: number) =>
  `<sheetData>${Array.from({ length: count }, () => '<row><c><v>1</v></c></row>').join('')}</sheetData>`;
const inline = (text: string) => `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;

async function told(bytes: Uint8Array, format: Format, tighter: Partial<Bounds>): Promise<unknown> {
  const read = await readDocument(bytes, format, new Allowance({ ...defaultBounds, ...tighter }));
  return read.ok ? 'ok' : read.trouble?.args;
}

describe('a document that meets a bound is refused whole, and the bound is named with its value', () => {
  it.each([
    ['cells', workbook({ sheets: [cells(10)] }), 'xlsx'],
    // Ten on two sheets together are ten.
    ['cells', workbook({ sheets: [cells(4), cells(6)] }), 'xlsx'],
    ['cells', ascii('a,b\n'.repeat(5)), 'csv'],
    ['cells', ascii(`<table>${'<tr><td>1</td></tr>'.repeat(10)}</table>`), 'html'],
    ['cellCharacters', workbook({ sheets: [inline('x'.repeat(10))] }), 'xlsx'],
    ['cellCharacters', ascii(`a,${'x'.repeat(10)}\n`), 'csv'],
    [
      'merges',
      workbook({
        sheets: [
          `<mergeCells>${Array.from({ length: 10 }, (_, n) => `<mergeCell ref="A${n * 2 + 1}:A${n * 2 + 2}"/>`).join('')}</mergeCells>`,
        ],
      }),
      'xlsx',
    ],
  ] as const)('%s (%#)', async (bound, bytes, format) => {
    expect(await told(bytes, format, { [bound]: 10 })).toBe('ok');
    expect(await told(bytes, format, { [bound]: 9 })).toMatchObject({ bound, limit: 9 });
  });

  it('xmlDepth, whichever parser reads it', async () => {
    const nested = (depth: number, spoil = '') => `${spoil}${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    for (const spoil of ['', '<!-- read by the strict parser -->']) {
      // The worksheet around it is one more.
      expect(await told(workbook({ sheets: [nested(255, spoil)] }), 'xlsx', {})).toBe('ok');
      expect(await told(workbook({ sheets: [nested(256, spoil)] }), 'xlsx', {})).toEqual({
        bound: 'xmlDepth',
        limit: 256,
      });
    }
  });

  it('treeMebibytes: the text of a document, which is held as a tree', async () => {
    const long = wordDocument(`<w:p><w:r><w:t>${'长'.repeat(400_000)}</w:t></w:r></w:p>`);
    expect(await told(long, 'docx', { treeMebibytes: 2 })).toBe('ok');
    expect(await told(long, 'docx', { treeMebibytes: 1 })).toMatchObject({ bound: 'treeMebibytes' });
  });

  it('a row repeated by a count is as many cells as it stands for, and is not written out first', async () => {
    const { zip } = await import('./build-package.js');
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    expect(await told(zip({ 'content.xml': content }), 'ods', {})).toMatchObject({ bound: 'cells', limit: 300_000 });
  });
});

it('a DOCTYPE is refused, even an empty one', async () => {
  const { workbookParts, zip } = await import('./build-package.js');
  const parts = workbookParts({ sheets: [''] });
  const book = String(parts['xl/workbook.xml']).replace('?>', '?><!DOCTYPE workbook>');
  expect(await told(zip({ ...parts, 'xl/workbook.xml': book }), 'xlsx', {})).toEqual({ reason: 'doctype' });
});

it('a file only tried with less is not refused for good', () => {
  const tried = new Allowance({ ...defaultBounds, cells: 5 }, defaultBounds);
  expect(() => tried.addCells(6)).toThrow();
  expect(tried.wantsMore).toBe(true);
  const beyond = new Allowance({ ...defaultBounds, cells: 5 });
  expect(() => beyond.addCells(6)).toThrow();
  expect(beyond.wantsMore).toBe(false);
});

describe('merged areas', () => {
  const area = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(5), fc.nat(5))
    .map(([top, left, down, right]): Area => ({ top, left, bottom: top + down, right: left + right }));

  it('are as if each were compared with each', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 25 }), (merges) => {
        const kept: Area[] = [];
        const sorted = merges
          .filter(({ top, left, bottom, right }) => bottom > top || right > left)
          .sort((a, b) => a.top - b.top || a.left - b.left);
        for (const one of sorted) if (!kept.some((other) => overlap(one, other))) kept.push(one);
        const filled = Array.from({ length: 18 * 18 }, (_, n) => ({
          row: Math.floor(n / 18) + 1,
          column: (n % 18) + 1,
          value: { kind: 'number', value: n } as const,
          pictures: 0,
        }));
        const wanted = filled.flatMap(({ row, column, value }) => {
          const around = kept.find((one) => overlap(one, { top: row, left: column, bottom: row, right: column }));
          if (around === undefined) return [[row, column, 1, 1, value.value]];
          if (around.top !== row || around.left !== column) return [];
          return [[row, column, around.bottom - row + 1, around.right - column + 1, value.value]];
        });
        const got = placeCells(filled, merges, new Allowance()).map((cell) => [
          cell.row,
          cell.column,
          cell.rowSpan,
          cell.columnSpan,
          cell.value.kind === 'number' ? cell.value.value : null,
        ]);
        expect(got).toEqual(wanted);
      }),
    );
  });

  it('have heights of columns that are the same in a narrow table and in a tree', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat(50));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
        const [list, tree] = [heightsOf(60), new ColumnRanges(60)];
        for (const [a, b, height] of ranges) {
          const [left, right] = [Math.min(a, b), Math.max(a, b)];
          expect(list.highest(left, right)).toBe(tree.highest(left, right));
          expect(list.at(a)).toBe(tree.at(a));
          for (const one of [list, tree]) one.raise(left, right, height);
        }
      }),
    );
  });

  it('are asked for in steps that grow with the logarithm of the columns only', () => {
    const ranges = new ColumnRanges(16_384);
    for (let n = 0; n < 200_000; n++) ranges.raise(1 + (n % 8000), 16_384 - (n % 8000), n);
    ranges.highest(1, 16_384);
    // A path down the tree is 15 nodes long, and a range touches two of them with their neighbours.
    expect(ranges.steps / 200_001).toBeLessThan(4 * 16);
  });
});

function overlap(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

it('a date of nothing but brackets costs no more than any other header', async () => {
  const { openMail } = await import('../../src/read/open-mail.js');
  const head = `Received: x;${'('.repeat(200_000)}\r\nDate: Mon, 5 Jun 2023 10:00:00 +0800 (CST)\r\nFrom: a@example.org\r\n\r\nx`;
  const opened = await openMail(ascii(head), new Allowance());
  expect(opened).toMatchObject({ mail: { receivedAt: '2023-06-05T02:00:00.000Z' } });
});
