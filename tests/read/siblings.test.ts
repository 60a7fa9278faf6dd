import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.js';
import type { Format } from '../../src/model/rules.js';
import { sniff } from '../../src/read/sniff.js';
import { zip } from './build-package.js';
import { problem, read, show } from './show.js';

/** The same content saved in several formats by LibreOffice; see `files/README.md`. */
const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));

async function open(name: string, format: Format): Promise<Document> {
  const bytes = file(name);
  expect(sniff(bytes, name)).toBe(format);
  return read(bytes, format);
}

describe('a workbook in three formats', () => {
  it('reads as .xlsx', async () => {
    const { tables, pictures } = await open('book.xlsx', 'xlsx');
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['信息统计表', false],
      ['末', false],
      ['藏', true],
    ]);
    expect(pictures).toBe(1);
    expect(show(tables[0])).toMatchInlineSnapshot(`
      [
        "A1:F1 = "标题  双空格"",
        "A2:A4 = "多\\n行"",
        "B2 = 3",
        "C2 = 3.5",
        "D2 = 0.25",
        "E2 = true",
        "F2 = "   "",
        "B3 = day 2023-05-29",
        "C3 = day 2023-05-29",
        "D3 = day 2023-05-29",
        "E3 = day 2023-05-29",
        "F3 = 0",
        "B4 = 0.5",
        "C4 = 6.5",
        "D4 = error #DIV/0!",
        "E4 = error #NAME?",
        "F4 = "文本"",
        "A5 = -12.75",
        "B5 = 1234567.89",
        "C5 = 12",
        "D5 = true",
        "E5 = " 前后 "",
        "F5 = "１２３"",
        "B6 = 1e+21",
        "C6 = 0.1",
        "D6 = day 2023-05-29",
        "B8:C9 = empty +1 pictures",
      ]
    `);
  });

  it('reads the same as .xls', async () => {
    const [xls, xlsx] = [await open('book.xls', 'xls'), await open('book.xlsx', 'xlsx')];
    expect(xls).toEqual(xlsx);
    expect(sniff(file('book.xls'), '附件2.et')).toBe('et');
  });

  it('reads the same as .ods, but for what that format says in other words', async () => {
    const [ods, xlsx] = [await open('book.ods', 'ods'), await open('book.xlsx', 'xlsx')];
    const others = show(ods.tables[0]).filter((line) => !show(xlsx.tables[0]).includes(line));
    expect(others).toMatchInlineSnapshot(`
      [
        "E2 = 1",
        "B4 = "12:00"",
        "D5 = 1",
      ]
    `);
    expect(ods.tables.slice(1)).toEqual(xlsx.tables.slice(1));
    expect(ods.pictures).toBe(xlsx.pictures);
  });
});

describe('a Word document in two formats', () => {
  it('gives the same tables, with the text of its boxes at another place', async () => {
    const [doc, docx] = [await open('word.doc', 'doc'), await open('word.docx', 'docx')];
    expect(doc.tables.slice(1)).toEqual(docx.tables.slice(1));
    expect(show(docx.tables[0])).toEqual(['A1 = "甲" +2 pictures', 'B1 = "乙\\n框中文字"']);
    expect(show(doc.tables[0])).toEqual(['A1 = "甲" +2 pictures', 'B1 = "乙"']);
    expect(docx.paragraphs).toEqual(['开头', '框中文字', '链接', '留插入', 'Western only — “quoted”', '说明']);
    expect(doc.paragraphs).toEqual([...docx.paragraphs.filter((text) => text !== '框中文字'), '框中文字', '框中文字']);
    expect([doc.pictures, docx.pictures]).toEqual([3, 3]);
  });

  it('keeps the merged blocks of a form whose columns do not line up', async () => {
    const { tables } = await open('word.doc', 'doc');
    expect(tables.map((table) => table.heading)).toEqual([
      ['开头', '链接', '留插入'],
      ['Western only — “quoted”'],
      ['外'],
    ]);
    expect(show(tables[1])).toMatchInlineSnapshot(`
      [
        "A1:A3 = "宣传活动"",
        "B1:C1 = "县级"",
        "D1:E1 = "乡镇"",
        "F1:I1 = "村居"",
        "B2 = "场次"",
        "C2 = "人数"",
        "D2 = "场次"",
        "E2 = "人数"",
        "F2:G2 = "场次"",
        "H2:I2 = "人数"",
        "B3 = empty",
        "C3 = empty",
        "D3 = empty",
        "E3 = empty",
        "F3:G3 = "3"",
        "H3:I3 = "约200人"",
        "A4:A5 = "媒体\\n（篇数）"",
        "B4:D4 = "国家级"",
        "E4:G4 = "省级"",
        "H4:I4 = "  空格"",
        "B5:D5 = "0"",
        "E5:G5 = "—"",
        "H5:I5 = "１"",
        "A6:C7 = "大块"",
        "D6:F7 = "中块"",
        "G6:I6 = "外\\n后"",
        "G7:H7 = "x"",
        "I7 = "y"",
      ]
    `);
    expect(show(tables[2])).toEqual(['A1 = "里1"', 'B1 = "里2"']);
  });
});

it('a .doc whose stretches of text leave a gap is refused, and not read without it', async () => {
  const container = CFB.read(file('word.doc'), { type: 'array' });
  const stream = (name: string) => Uint8Array.from(CFB.find(container, `/${name}`)?.content ?? []);
  const main = stream('WordDocument');
  const table = (main[11] ?? 0) & 2 ? '1Table' : '0Table';
  const spoilt = stream(table);
  // Behind the mark of the list of stretches and its length stands the first character's number, 0.
  const at = new DataView(main.buffer).getUint32(0x9a + 33 * 8, true) + 5;
  expect([spoilt[at - 5], spoilt[at]]).toEqual([2, 0]);
  spoilt[at] = 1;
  CFB.utils.cfb_add(container, `/${table}`, spoilt);
  expect(await problem(new Uint8Array(CFB.write(container, { type: 'array' })), 'doc')).toBe('damaged');
});

it('what is written on shapes and charts of an .ods is not the cell’s', async () => {
  const names = ['office', 'table', 'text', 'drawing'].map(
    (name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const words = '<text:p>图</text:p>';
  const drawn = [
    `<draw:frame><draw:text-box>${words}</draw:text-box></draw:frame>`,
    `<draw:custom-shape>${words}</draw:custom-shape>`,
    `<draw:frame><draw:object>${words}</draw:object><draw:image>${words}</draw:image></draw:frame>`,
    `<draw:line>${words}</draw:line><draw:g><draw:rect>${words}</draw:rect></draw:g>`,
    `<office:annotation>${words}</office:annotation>`,
  ];
  const cells = drawn.map((one) => `<table:table-cell>${one}<text:p>格</text:p></table:table-cell>`);
  const content = `<office:document-content ${names.join(' ')}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>${cells.join('')}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  const { tables } = await read(zip({ 'content.xml': content }), 'ods');
  expect(show(tables[0])).toEqual(['A1', 'B1', 'C1', 'D1', 'E1'].map((at) => `${at} = "格"`));
});
