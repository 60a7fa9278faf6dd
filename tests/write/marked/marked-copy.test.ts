import { type Comments, read as sheetjs, type WorkBook } from '@e965/xlsx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/model/finding.js';
import type { Marks } from '../../../src/model/marks.js';
import { markedCopy } from '../../../src/pipeline/marked-copy.js';
import { zip } from '../../read/build-package.js';
import { read, show } from '../../read/show.js';
import { parts, styles, textsOf, withNotes } from './form.js';

function marks(
  ...cells: readonly (readonly [sheet: string, address: string, severity: Severity, text: string])[]
): Marks {
  return {
    author: '某镇办公室',
    noteHeads: ['【需更正】', '【需核实】'],
    cells: cells.map(([sheet, address, severity, text]) => ({ sheet, address, severity, text })),
    list: {
      ...{ name: '修改说明', title: '修改说明（可以留着）', caption: '某表' },
      headers: ['序号', '级别', '位置', '原来填的', '问题', '怎么改'],
      rows: cells.map(([sheet, address, severity, text], n) => ({
        ...{ severity, at: { sheet, address } },
        cells: [String(n + 1), '需更正', `${sheet}!${address}`, '=1+1', text, '@SUM(A1)'],
      })),
    },
  };
}

/** The copy, looked at by SheetJS, which shares nothing with what made it. */
async function marked(bytes: Uint8Array, wanted: Marks, name = '表.xlsx') {
  const copy = await markedCopy(bytes, name, wanted);
  if (copy === null) throw new Error('no copy');
  const book = sheetjs(copy.bytes, { cellStyles: true, sheetStubs: true });
  return { ...copy, book, texts: textsOf(copy.bytes), document: await read(copy.bytes, 'xlsx') };
}

const noteOf = (book: WorkBook, sheet: string, address: string) => {
  const notes: Comments | undefined = book.Sheets[sheet]?.[address]?.c;
  return notes?.map(({ t }) => t).join('|') ?? null;
};
const fillOf = (book: WorkBook, sheet: string, address: string): string | undefined =>
  book.Sheets[sheet]?.[address]?.s?.fgColor?.rgb;

async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return book;
}

const colours = { error: 'FFC0C4', warning: 'FFEB91' };
const simple = '<sheetData><row r="1"><c r="A1" s="1"><v>7</v></c><c r="C1" s="2"><v>8</v></c></row></sheetData>';

describe('a copy of a workbook with marks in it', () => {
  it('colours the cells, keeps what else they wear, and hangs the notes', async () => {
    const { bytes, book, made, texts } = await marked(
      zip(parts([simple])),
      marks(['表1', 'A1', 'error', '【需更正】甲'], ['表1', 'C1', 'warning', '【需核实】乙']),
    );
    expect(made).toBe('own');
    expect(noteOf(book, '表1', 'A1')).toBe('【需更正】甲');
    expect(noteOf(book, '表1', 'C1')).toBe('【需核实】乙');
    const red = fillOf(book, '表1', 'A1');
    const yellow = fillOf(book, '表1', 'C1');
    expect([red, yellow]).toEqual([colours.error, colours.warning]);
    const cell = (await opened(bytes)).getWorksheet('表1')?.getCell('A1');
    expect([cell?.alignment?.horizontal, cell?.border?.left?.style]).toEqual(['center', 'thin']);
    for (const [name, text] of Object.entries(texts)) {
      if (/\.(?:xml|rels|vml)$/u.test(name)) expect(() => new SaxesParser().write(text).close(), name).not.toThrow();
    }
  });

  it('leaves every other byte of the file as it is', async () => {
    const given = parts([simple, '<sheetData><row><c><v>1</v></c></row></sheetData>'], {
      'xl/cellimages.xml': '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
      'xl/media/image1.png': 'PNG',
    });
    const { texts } = await marked(zip(given), marks(['表1', 'A1', 'error', '甲']));
    const before = textsOf(zip(given));
    for (const name of [
      'xl/cellimages.xml',
      'xl/media/image1.png',
      'xl/worksheets/sheet2.xml',
      'xl/sharedStrings.xml',
    ]) {
      expect(texts[name]).toBe(before[name]);
    }
    const sheet = texts['xl/worksheets/sheet1.xml'] ?? '';
    const plain = sheet.replace(/<legacyDrawing[^>]*>/u, '').replace(/(<c r="A1" s=")\d+"/u, '$11"');
    expect(plain).toBe(before['xl/worksheets/sheet1.xml']);
  });

  it('puts in cells and rows that are not there, with the style their row or column gives them', async () => {
    const content =
      '<cols><col min="2" max="2" width="9" style="1"/></cols><sheetData><row r="2" s="2" customFormat="1"><c r="B2"><v>1</v></c></row><row r="3"/><row r="6"><c r="D6"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="F6:H6"/></mergeCells>';
    const spots = ['B1', 'A2', 'C2', 'B3', 'B5', 'C6', 'F6', 'B9'] as const;
    const { bytes, book, document, made } = await marked(
      zip(parts([content])),
      marks(...spots.map((spot) => ['表1', spot, 'error', `注${spot}`] as const)),
    );
    expect(made).toBe('own');
    for (const spot of spots) expect(noteOf(book, '表1', spot)).toBe(`注${spot}`);
    for (const spot of spots) expect(fillOf(book, '表1', spot)).toBe(colours.error);
    expect((await opened(bytes)).getWorksheet('表1')?.getCell('B9').border?.left?.style).toBe('thin');
    expect(show(document.tables[0])).toEqual(['B2 = 1', 'D6 = 2', 'F6:H6 = empty']);
  });

  it('tells several things of one cell in one note, the gravest in its colour', async () => {
    const both = marks(['表1', 'A1', 'warning', '【需核实】一'], ['表1', 'A1', 'error', '【需更正】二']);
    const { book } = await marked(zip(parts([simple])), both);
    expect(noteOf(book, '表1', 'A1')).toMatch(/一[\s\S]*二/u);
    expect(fillOf(book, '表1', 'A1')).toBe(colours.error);
  });

  it('lists what is to be changed on a last sheet, as text that is never a formula', async () => {
    const { bytes, book, texts } = await marked(
      zip(parts([simple])),
      marks(['表1', 'A1', 'error', '=HYPERLINK("x")\u202e']),
    );
    expect(book.SheetNames).toEqual(['表1', '修改说明']);
    const sheet = (await opened(bytes)).getWorksheet('修改说明');
    expect([sheet?.getCell('D4').value, sheet?.getCell('D4').numFmt]).toEqual(['=1+1', '@']);
    expect(sheet?.getCell('E4').value).toBe('=HYPERLINK("x")');
    expect(Object.values(texts).some((text) => /<f[ >]/u.test(text) || text.includes('\u202e'))).toBe(false);
  });

  it('keeps notes that are there, and writes below one that hangs on the same cell', async () => {
    const given = parts([`${simple}<legacyDrawing r:id="rId2"/>`], withNotes);
    const spots = [
      ['表1', 'B1', 'error', '【需更正】一'],
      ['表1', 'C1', 'error', '【需更正】二'],
      ['表1', 'D1', 'error', '【需更正】三'],
    ] as const;
    const { book, texts } = await marked(zip(given), marks(...spots));
    expect(noteOf(book, '表1', 'B1')).toBe('村里自己的批注\n【需更正】一');
    expect(noteOf(book, '表1', 'C1')).toBe('另一条\n【需更正】二');
    expect(noteOf(book, '表1', 'D1')).toBe('【需更正】三');
    const shapes = texts['xl/drawings/vmlDrawing1.vml'] ?? '';
    const ids = [...shapes.matchAll(/ id="(_x0000_s\d+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBe(3);
    expect(new Set(ids).size).toBe(3);
    expect(Object.keys(texts).filter((name) => /comments|vmlDrawing/u.test(name)).length).toBe(2);
  });

  it('puts its drawing where the order of a sheet wants it', async () => {
    const tail = '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>';
    const end = '<tableParts count="0"/><extLst><ext uri="x"><tableParts/></ext></extLst>';
    const { texts } = await marked(zip(parts([`${simple}${tail}${end}`])), marks(['表1', 'A1', 'error', '甲']));
    expect(texts['xl/worksheets/sheet1.xml']).toMatch(/<pageMargins[^>]*><legacyDrawing[^>]*><tableParts count/u);
  });

  it('writes the prefix the file writes', async () => {
    const given = parts([simple]);
    const prefixed = (xml: string) =>
      xml
        .replace(/<(\/?)(?![?!])/gu, '<$1x:')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
        );
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'])
      given[name] = prefixed(String(given[name]));
    const wanted = marks(['表1', 'A1', 'error', '甲'], ['表1', 'B1', 'error', '乙']);
    const copy = await markedCopy(zip(given), '表.xlsx', wanted);
    const texts = textsOf(copy?.bytes ?? new Uint8Array());
    expect(copy?.made).toBe('own');
    expect(texts['xl/worksheets/sheet1.xml']).toMatch(/<x:c r="B1" s="\d+"\/>[\s\S]*<x:legacyDrawing /u);
    expect(texts['xl/workbook.xml']).toMatch(/<x:sheet [^>]*name="修改说明"/u);
    expect(texts['xl/styles.xml']).toContain('<x:fgColor rgb="FFFFC0C4"/>');
  });

  it('gives the same bytes for the same file', async () => {
    const once = await marked(zip(parts([simple])), marks(['表1', 'A1', 'error', '甲']));
    const again = await marked(zip(parts([simple])), marks(['表1', 'A1', 'error', '甲']));
    expect(again.bytes).toEqual(once.bytes);
  });
});

describe('a marked copy that comes back mended', () => {
  it('loses the marks of before and gets those of now', async () => {
    const first = await marked(
      zip(parts([simple])),
      marks(['表1', 'A1', 'error', '【需更正】旧'], ['表1', 'C1', 'error', '【需更正】还在']),
    );
    const second = await marked(first.bytes, marks(['表1', 'C1', 'warning', '【需核实】新']));
    expect(second.made).toBe('own');
    expect(noteOf(second.book, '表1', 'A1')).toBeNull();
    expect(fillOf(second.book, '表1', 'A1')).toBeUndefined();
    expect(noteOf(second.book, '表1', 'C1')).toBe('【需核实】新');
    expect(second.book.SheetNames).toEqual(['表1', '修改说明']);
    expect(second.document.tables[1]?.cells.at(-1)?.row).toBe(4);
    expect((second.texts['xl/drawings/vmlDrawing1.vml'] ?? '').match(/<v:shape /gu)?.length).toBe(1);
  });

  it('keeps a sheet that only happens to have our name', async () => {
    const given = parts([simple, '<sheetData><row><c t="inlineStr"><is><t>村里的说明</t></is></c></row></sheetData>']);
    given['xl/workbook.xml'] = String(given['xl/workbook.xml']).replace('表2', '修改说明');
    const { book, document } = await marked(zip(given), marks(['表1', 'A1', 'error', '甲']));
    expect(book.SheetNames).toEqual(['表1', '修改说明', '修改说明2']);
    expect(show(document.tables[1])).toEqual(['A1 = "村里的说明"']);
  });
});

function withoutStyles(given: Record<string, string | Uint8Array>): void {
  delete given['xl/styles.xml'];
  const related = 'xl/_rels/workbook.xml.rels';
  given[related] = String(given[related]).replace(/<Relationship [^>]*styles\.xml"\/>/, '');
}

describe('a file that cannot be copied as it is', () => {
  it('is drawn anew from what was read: each value in its cell, with the marks', async () => {
    const csv = new TextEncoder().encode('单位,甲村\n活动场次,=1+1\n宣传人数,007\n');
    const name = (await read(csv, 'csv')).tables[0]?.name ?? '';
    const { made, book, document } = await marked(csv, marks([name, 'B3', 'error', '【需更正】甲']), '表.csv');
    expect(made).toBe('drawn');
    expect(show(document.tables[0])).toEqual(show((await read(csv, 'csv')).tables[0]));
    expect(noteOf(book, book.SheetNames[0] ?? '', 'B3')).toBe('【需更正】甲');
    expect(book.Sheets[book.SheetNames[0] ?? '']?.B2?.f).toBeUndefined();
  });

  it('is drawn where a workbook has no styles to add to, and shows what only was a formula as text', async () => {
    const given = parts(['<sheetData><row><c r="A1"><f>B1*2</f></c><c r="B1"><v>3</v></c></row></sheetData>']);
    withoutStyles(given);
    const { made, book, document } = await marked(zip(given), marks(['表1', 'A1', 'error', '甲']));
    expect(made).toBe('drawn');
    expect(show(document.tables[0])).toEqual(['A1 = "=B1*2"', 'B1 = 3']);
    expect(noteOf(book, '表1', 'A1')).toBe('甲');
  });

  it('is drawn where a sheet’s name is one no program takes', async () => {
    const given = parts([simple]);
    given['xl/workbook.xml'] = String(given['xl/workbook.xml']).replace('表1', '统计[1]/2:表'.repeat(4));
    withoutStyles(given);
    const { book } = await marked(zip(given), marks(['统计[1]/2:表'.repeat(4), 'C1', 'error', '甲']));
    const [sheet = ''] = book.SheetNames;
    expect(sheet).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
    expect(noteOf(book, sheet, 'C1')).toBe('甲');
  });

  it('is drawn where the workbook holds macros, which no program opens under the name of a common one', async () => {
    const given = parts([simple], { 'xl/vbaProject.bin': 'macro' });
    given['[Content_Types].xml'] = String(given['[Content_Types].xml']).replace(
      /[\w./-]+sheet\.main\+xml/u,
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const { made, texts } = await marked(zip(given), marks(['表1', 'A1', 'error', '甲']));
    expect(made).toBe('drawn');
    expect(Object.keys(texts)).not.toContain('xl/vbaProject.bin');
  });

  it('is none where nothing can be read', async () => {
    const nothing = marks(['表1', 'A1', 'error', '甲']);
    expect(await markedCopy(new Uint8Array([1, 2, 3]), '表.xlsx', nothing)).toBeNull();
    expect(await markedCopy(zip(parts([simple])).slice(0, 300), '表.xlsx', nothing)).toBeNull();
  });
});

describe('any sheet and any cells', () => {
  const cell = fc.record({
    gap: fc.integer({ min: 0, max: 3 }),
    style: fc.constantFrom('', ' s="1"', ' s="2"', ' s="99"'),
    told: fc.boolean(),
    body: fc.constantFrom('<v>5</v>', '<f>1+1</f><v>2</v>', '<f t="shared" ref="A1:B2" si="0">A9</f><v>1</v>', ''),
  });
  const row = fc.record({
    gap: fc.integer({ min: 0, max: 2 }),
    told: fc.boolean(),
    cells: fc.array(cell, { maxLength: 5 }),
  });
  const spots = fc.uniqueArray(
    fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 12 }) }),
    { minLength: 1, maxLength: 6, selector: ({ row, column }) => `${row} ${column}` },
  );

  it('reads the same, and every mark is where it was wanted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), spots, async (rows, wanted) => {
        const bytes = zip(parts([sheetOf(rows)]));
        const addresses = wanted.map((spot) => `${String.fromCharCode(64 + spot.column)}${spot.row}`);
        const { made, book, document } = await marked(
          bytes,
          marks(...addresses.map((address) => ['表1', address, 'error', `注${address}`] as const)),
        );
        expect(made).toBe('own');
        expect(document.tables[0]).toEqual((await read(bytes, 'xlsx')).tables[0]);
        for (const address of addresses) {
          expect(noteOf(book, '表1', address)).toBe(`注${address}`);
          expect(fillOf(book, '表1', address)).toBe(colours.error);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  function sheetOf(
    rows: readonly {
      gap: number;
      told: boolean;
      cells: readonly { gap: number; style: string; told: boolean; body: string }[];
    }[],
  ): string {
    let at = 0;
    const written = rows.map(({ gap, told, cells }) => {
      at += told ? 1 + gap : 1;
      let column = 0;
      const inner = cells.map((one) => {
        column += one.told ? 1 + one.gap : 1;
        const address = one.told ? ` r="${String.fromCharCode(64 + column)}${at}"` : '';
        return one.body === '' ? `<c${address}${one.style}/>` : `<c${address}${one.style}>${one.body}</c>`;
      });
      const number = told ? ` r="${at}"` : '';
      return inner.length === 0 ? `<row${number}/>` : `<row${number}>${inner.join('')}</row>`;
    });
    return written.length === 0 ? '<sheetData/>' : `<sheetData>${written.join('')}</sheetData>`;
  }
});

it('the styles of these tests are such as can be added to', () => expect(styles).toContain('<cellXfs'));
