import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.js';
import { wordDocument, zip } from './build-package.js';
import { problem, read, show } from './show.js';

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const RESTART = '<w:vMerge w:val="restart"/>';
const CONTINUE = '<w:vMerge/>';
const PICTURE = '<w:drawing><a:graphic><a:blip r:embed="rId9"/></a:graphic></w:drawing>';

const readBody = (body: string): Promise<Document> => read(wordDocument(body), 'docx');

describe('tables', () => {
  it('follows spans and vertical merges over the grid', async () => {
    const { tables } = await readBody(
      tbl(
        tr(tc(p('标题'), span(3))),
        tr(tc(p('甲'), RESTART), tc(p('乙')), tc(p('丙'))),
        tr(tc(p('不见'), CONTINUE), tc(p('丁'), span(2) + RESTART)),
        tr(tc(p(''), CONTINUE), tc(p(''), `${span(2)}<w:vMerge w:val="continue"/>`)),
      ),
    );
    expect(show(tables[0])).toEqual(['A1:C1 = "标题"', 'A2:A4 = "甲"', 'B2 = "乙"', 'C2 = "丙"', 'B3:C4 = "丁"']);
    expect(tables[0]?.cells.map(({ ordinal }) => ordinal)).toEqual([1, 1, 2, 3, 2]);
  });

  it('knows rows that begin or end inside the grid, and old horizontal merges', async () => {
    const { tables } = await readBody(
      tbl(
        `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc(p('甲'))}</w:tr>`,
        tr(tc(p('乙'), '<w:hMerge w:val="restart"/>'), tc(p(''), '<w:hMerge/>'), tc(p('丙'))),
        tr(tc(p('丁'), CONTINUE)),
      ),
    );
    expect(show(tables[0])).toEqual(['C1 = "甲"', 'A2:B2 = "乙"', 'C2 = "丙"', 'A3 = "丁"']);
    expect(tables[0]?.cells.map(({ ordinal }) => ordinal)).toEqual([1, 1, 2, 1]);
  });

  it('lists empty cells and those wrapped in controls or tracked changes', async () => {
    const wrapped = `<w:sdt><w:sdtPr/><w:sdtContent>${tc(p('控'))}</w:sdtContent></w:sdt>`;
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${tc(p('删'))}</w:tr>`;
    const { tables } = await readBody(
      tbl(tr(tc('<w:p/>'), wrapped), deleted, `<w:sdt><w:sdtContent>${tr(tc(p('行')))}</w:sdtContent></w:sdt>`),
    );
    expect(show(tables[0])).toEqual(['A1 = empty', 'B1 = "控"', 'A2 = "行"']);
  });

  it('lists a nested table after the one around it, with its text in no other place', async () => {
    const inner = tbl(tr(tc(p('里')), tc(p('面'))));
    const { tables, paragraphs } = await readBody(
      p('上') + tbl(tr(tc(p('单位：甲村') + inner + p('尾')), tc(p('旁')))) + p('中') + tbl(tr(tc(p('后')))) + p('下'),
    );
    expect(tables.map((table) => [table.name, ...table.heading])).toEqual([
      ['1', '上'],
      ['2', '单位：甲村'],
      ['3', '中'],
    ]);
    expect(tables.map(show)).toEqual([
      ['A1 = "单位：甲村\\n尾"', 'B1 = "旁"'],
      ['A1 = "里"', 'B1 = "面"'],
      ['A1 = "后"'],
    ]);
    expect(paragraphs).toEqual(['上', '中', '下']);
  });

  it('takes a nested table of one cell for a frame around the text of the cell', async () => {
    const frame = (content: string) => tbl(tr(tc(content)));
    const { tables } = await readBody(tbl(tr(tc(p('人数') + frame(frame(p('12')))), tc(p('旁')))));
    expect(tables.map(show)).toEqual([['A1 = "人数\\n12"', 'B1 = "旁"']]);
  });

  it('counts pictures in the cell they lie in', async () => {
    const old = '<w:pict><v:shape><v:imagedata r:id="rId8"/></v:shape></w:pict>';
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${PICTURE}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    const run = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;
    const document = await readBody(
      run(PICTURE) + tbl(tr(tc(run(PICTURE + old)), tc(run(both)), tc(run('<w:pict/>')))),
    );
    expect(show(document.tables[0])).toEqual(['A1 = empty +2 pictures', 'B1 = empty +1 pictures', 'C1 = empty']);
    expect(document.pictures).toBe(4);
  });
});

describe('text', () => {
  const first = async (content: string) => (await readBody(`<w:p>${content}</w:p>`)).paragraphs;

  it('knows tabs, breaks, fields, links and tracked changes', async () => {
    const content = `<w:r><w:t xml:space="preserve">一 </w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r>
      <w:hyperlink><w:r><w:t>四</w:t></w:r></w:hyperlink>
      <w:r><w:instrText> PAGE </w:instrText></w:r><w:fldSimple><w:r><w:t>五</w:t></w:r></w:fldSimple>
      <w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
      <w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo>`;
    expect(await first(content)).toEqual(['一 \t二\n三四五新来']);
  });

  it('reads text boxes once, and what content controls hold', async () => {
    const box = `<w:txbxContent>${p('框')}</w:txbxContent>`;
    const content = `<w:r><w:t>文</w:t><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { paragraphs } = await readBody(
      `<w:p>${content}</w:p>${p(' ')}<w:sdt><w:sdtContent>${p('控')}</w:sdtContent></w:sdt>`,
    );
    expect(paragraphs).toEqual(['文', '框', '控']);
  });

  it('joins the paragraphs of a cell', async () => {
    const { tables } = await readBody(tbl(tr(tc(p('') + p('一') + p('') + p('二') + p('')))));
    expect(show(tables[0])).toEqual(['A1 = "一\\n\\n二"']);
  });
});

describe('broken documents', () => {
  it.each([
    ['no document part', zip({ '[Content_Types].xml': '<Types/>' })],
    ['broken XML', wordDocument('<w:p>')],
    ['a cut', wordDocument(p('甲'.repeat(50))).subarray(0, 300)],
  ])('is damaged by %s', async (_, bytes) => {
    expect(await problem(bytes, 'docx')).not.toBe('ok');
  });
});
