import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PNG, relationships, workbook, workbookParts, zip } from './build-package.js';
import { problem, read, show } from './show.js';

const rows = (...cells: string[]) => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;

async function cells(content: string, options: Partial<Parameters<typeof workbook>[0]> = {}): Promise<string[]> {
  return show((await read(workbook({ sheets: [content], ...options }), 'xlsx')).tables[0]);
}

describe('values', () => {
  it('reads each kind of cell', async () => {
    const content = rows(
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1"><v>3.5</v></c>',
      '<c r="C1" t="b"><v>1</v></c>',
      '<c r="D1" t="e"><v>#REF!</v></c>',
      '<c r="E1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c>',
      '<c r="F1" t="inlineStr"><is><t>内联</t></is></c>',
      '<c r="G1" t="inlineStr"><is/></c>',
      '<c r="H1" t="d"><v>2023-05-29T00:00:00</v></c>',
      '<c r="I1"><v>-1.2E3</v></c>',
      '<c r="J1" t="str"><v/></c>',
    );
    expect(await cells(content, { strings: ['<si><t>村</t></si>'] })).toEqual([
      'A1 = "村"',
      'B1 = 3.5',
      'C1 = true',
      'D1 = error #REF!',
      'E1 = "甲x"',
      'F1 = "内联"',
      'H1 = day 2023-05-29',
      'I1 = -1200',
    ]);
  });

  it('keeps text exactly, joins rich text and leaves phonetic guides out', async () => {
    const strings = [
      '<si><t xml:space="preserve">  前后 </t></si>',
      '<si><r><t>宣传</t></r><r><rPr><b/></rPr><t>活动</t></r><rPh sb="0" eb="1"><t>xuan</t></rPh></si>',
      '<si><t>上_x000D_\n下_x005F_x000D_</t></si>',
      '<si><t xml:space="preserve">   </t></si>',
      '<si><t/></si>',
      '<si><t>&lt;&amp;&#20108;<![CDATA[<三>]]></t></si>',
    ];
    const content = rows(...strings.map((_, i) => `<c t="s"><v>${i}</v></c>`));
    expect(await cells(content, { strings })).toEqual([
      'A1 = "  前后 "',
      'B1 = "宣传活动"',
      'C1 = "上\\r\\n下_x000D_"',
      'D1 = "   "',
      'F1 = "<&二<三>"',
    ]);
  });

  it('tells a formula without a stored value from one that gave an empty text', async () => {
    const content = rows(
      '<c r="A1"><f>SUM(B1:C1)</f></c>',
      '<c r="B1"><f>SUM(B2:C2)</f><v></v></c>',
      '<c r="C1"><f>1+1</f><v>2</v></c>',
      '<c r="D1" t="str"><f>""</f><v></v></c>',
      '<c r="E1"><f t="shared" ref="E1:F1" si="0">A1*2</f></c>',
      '<c r="F1"><f t="shared" si="0"/></c>',
      '<c r="G1"><f t="shared" si="0"/><v>8</v></c>',
      '<c r="H1" t="str"><f>A1</f></c>',
    );
    expect(await cells(content)).toEqual([
      'A1 = formula SUM(B1:C1)',
      'B1 = formula SUM(B2:C2)',
      'C1 = 2',
      'E1 = formula A1*2',
      'F1 = formula A1*2',
      'G1 = 8',
      'H1 = formula A1',
    ]);
  });

  it.each(['0x1', '1e0', '-0', '+1'])('takes %s for no index of a shared string', async (index) => {
    const content = rows(`<c r="A1" t="s"><v>${index}</v></c>`);
    expect(await problem(workbook({ sheets: [content], strings: ['甲', '乙'] }), 'xlsx')).not.toBe('ok');
  });

  it('takes a shared string without an index for nothing, not for the first', async () => {
    expect(await cells(rows('<c r="A1" t="s"><v></v></c>'), { strings: ['甲'] })).toEqual([]);
  });

  it('does not lose a text whose shared string is gone', async () => {
    expect(await problem(workbook({ sheets: [rows('<c t="s"><v>7</v></c>')] }), 'xlsx')).toBe('damaged');
  });
});

describe('dates', () => {
  const DATES = [
    14,
    22,
    31,
    57,
    'yyyy"年"m"月"d"日"',
    'm"月"d"日";@',
    '[$-804]aaaa',
    'e"年"m"月"',
    'mmm',
    'd/m',
    '[$-F800]dddd\\, mmmm dd',
  ];
  const NUMBERS = [
    0,
    1,
    4,
    9,
    10,
    11,
    20,
    46,
    49,
    '0"月"',
    '[Red]0.00',
    'h:mm:ss',
    '[h]:mm',
    'General"日"',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ',
    '0.00E+00',
    '#\\d',
    '@',
    'mm:ss',
  ];

  it.each(DATES)('takes a number in format %s for a day', async (format) => {
    expect(await cells(rows('<c s="1"><v>45075</v></c>'), { formats: [format] })).toEqual(['A1 = day 2023-05-29']);
  });

  it.each(NUMBERS)('leaves a number in format %s a number', async (format) => {
    expect(await cells(rows('<c s="1"><v>45075</v></c>'), { formats: [format] })).toEqual(['A1 = 45075']);
  });

  it('counts days as Excel does, from either beginning', async () => {
    const serials = ['0', '0.5', '1', '59', '60', '61', '36585', '45075.99', '2958465', '2958466', '-3'];
    const content = rows(...serials.map((serial) => `<c s="1"><v>${serial}</v></c>`));
    expect((await cells(content, { formats: [14] })).map((line) => line.replace(/.* = /, ''))).toEqual([
      '0',
      '0.5',
      'day 1900-01-01',
      'day 1900-02-28',
      'day 1900-02-29',
      'day 1900-03-01',
      'day 2000-02-29',
      'day 2023-05-29',
      'day 9999-12-31',
      '2958466',
      '-3',
    ]);
    const properties = '<workbookPr date1904="1"/>';
    const mac = rows('<c s="1"><v>0</v></c>', '<c s="1"><v>43613</v></c>');
    expect(await cells(mac, { formats: [14], properties })).toEqual(['A1 = day 1904-01-01', 'B1 = day 2023-05-29']);
  });
});

describe('places', () => {
  it('counts where cells and rows do not say where they are', async () => {
    const content =
      '<dimension ref="A1"/><sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>';
    expect(await cells(content)).toEqual(['A1 = 1', 'D1 = 2', 'E1 = 3', 'A7 = 4', 'A8 = 5']);
  });

  it('makes one cell of a merged area', async () => {
    const content = `<sheetData>
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c><c r="C1" s="1"/></row>
      <row r="2"><c r="A2"><v>9</v></c><c r="D2"><v>4</v></c></row>
      <row r="4"><c r="B4"><v>7</v></c></row>
      <row r="6"><c r="A6"><v>7</v></c><c r="B6"><v>8</v></c></row>
    </sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="A4:C4"/><mergeCell ref="A5:B6"/><mergeCell ref="E1:E1"/></mergeCells>`;
    expect(await cells(content)).toEqual(['A1:B2 = 1', 'C1:D1 = empty', 'D2 = 4', 'A4:C4 = 7', 'A5:B6 = empty']);
  });

  it('drops a merge that overlaps another', async () => {
    const content =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="B1:C2"/><mergeCell ref="A1:B1"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>';
    expect(await cells(content)).toEqual(['A1:B1 = 1', 'C1 = 3']);
  });

  it('skips a great many empty styled cells', async () => {
    const row = (r: number) => `<row r="${r}">${'<c s="1"/>'.repeat(100)}</row>`;
    const many = Array.from({ length: 2000 }, (_, i) => row(i + 1)).join('');
    expect(await cells(`<sheetData>${many}<row r="2001"><c><v>1</v></c></row></sheetData>`)).toEqual(['A2001 = 1']);
  });
});

describe('cells read from their bytes', () => {
  /** A comment is not plain, so that the strict parser reads the sheet. */
  const strictly = (content: string) => cells(`<!-- -->${content}`, shared);
  const shared = { strings: ['甲', '乙'], formats: [14] };
  const written = fc.constantFrom(
    ...[
      '<v>5</v>',
      '<v>0012</v>',
      '<v>45046</v>',
      '<v>12345678</v>',
      '<v>-3</v>',
      '<v>2.50</v>',
      '<v>1e3</v>',
      '<v> 1 </v>',
    ],
    ...[
      '<v></v>',
      '<v/>',
      '',
      '<f>A1</f><v>3</v>',
      '<is><t>内</t></is>',
      '<v>1</v><v>2</v>',
      '<v>9</v>',
      '<v>1<x/></v>',
    ],
  );
  const cell = fc.tuple(
    fc.constantFrom('A1', 'B1', 'C7', 'AA2', '$D$4', 'XFD1', 'XFE1', 'A1048576', 'A1048577', 'A0', 'a3', ''),
    fc.constantFrom('', ' s="0"', ' s="1"', ' s="99"', ' s="x"'),
    fc.constantFrom('', ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="inlineStr"'),
    written,
  );
  const area = fc.constantFrom(
    'A1:B2',
    'B2:A1',
    'C3',
    'AA1:AB9',
    'A1:XFE1',
    'A0:B1',
    'A1:A1048577',
    '$A$1:$B$2',
    'A1:B2:C3',
    '',
  );

  it('are those the strict parser reads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 6 }), fc.array(area, { maxLength: 3 }), async (some, areas) => {
        const drawn = some.map(([at, style, type, content]) => `<c r="${at}"${style}${type}>${content}</c>`).join('');
        const merges = areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
        const content = `<sheetData><row r="1">${drawn}</row></sheetData><mergeCells>${merges}</mergeCells>`;
        expect(await outcome(cells(content, shared))).toEqual(await outcome(strictly(content)));
      }),
      { numRuns: 600, seed: 26 },
    );
  });

  /** Sheets of one form, one after the other, so that the rows of the first are known to the others. */
  const inline = ['<is><t>内</t></is>', '<is><t xml:space="preserve"> &#20869;&lt; </t></is>', '<is><t>a]]>b</t></is>'];
  const filled = fc.array(
    fc.tuple(
      fc.constantFrom('', ' s="1"', ' s="2"'),
      fc.oneof(
        fc.constantFrom('/>', '></c>', '><v>5</v></c>', '><v>77</v></c>', ' t="s"><v>0</v></c>', ' t="s"><v>1</v></c>'),
        fc.constantFrom(...inline, '<is><t>&bad;</t></is>').map((text) => ` t="inlineStr">${text}</c>`),
        fc.constantFrom('><f>A1</f><v>3</v></c>', '><f t="shared" si="0">B1+1</f></c>', '><f t="shared" si="0"/></c>'),
        fc.constantFrom(' t="s"><v>9</v></c>', '><v>1</c>', '><v>45046</v></c>'),
      ),
    ),
    { minLength: 6, maxLength: 6 },
  );
  /** A sign in the way, or a piece of the sheet once more, or nothing. */
  const spoilt = fc.tuple(fc.nat(), fc.constantFrom('', '', '', '<', '9', '"', '<sheetData>', '</c>')).map(
    ([at, sign]) =>
      (text: string) =>
        sign === ''
          ? text
          : text.slice(0, at % text.length) + sign + text.slice((at % text.length) + (sign === '9' ? 1 : 0)),
  );
  const between = fc.constantFrom('</row><row r="2" ht="20">', '</row>\n<row r="2">', '</row><row>');

  it('are those the strict parser reads, whichever sheets were read before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(filled, { minLength: 2, maxLength: 4 }),
        between,
        spoilt,
        async (sheets, next, spoil) => {
          const [first = []] = sheets;
          for (const [n, sheet] of sheets.entries()) {
            // Every other sheet is the first one with one cell changed.
            const some = n % 2 === 0 ? sheet : first.map((one, at) => (at === n + 1 ? (sheet[at] ?? one) : one));
            const drawn = some.map(([style, rest], at) => `<c r="${'ABC'[at % 3]}${at < 3 ? 1 : 2}"${style}${rest}`);
            const rows = `<sheetData><row r="1">${drawn.slice(0, 3).join('')}${next}${drawn.slice(3).join('')}</row></sheetData>`;
            const whole = `${n < 2 ? '' : '<cols/>'}${rows}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
            const content = n === 0 ? whole : spoil(whole);
            expect(await outcome(cells(content, shared))).toEqual(await outcome(strictly(content)));
          }
        },
      ),
      { numRuns: 500, seed: 27 },
    );
  });

  it('do not lie in what a sheet says beside its cells, the first time and again', async () => {
    const beside = '<dataValidations count="1"><row r="9"><c r="A9"><v>9</v></c></row></dataValidations>';
    const content = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${beside}`;
    for (let again = 0; again < 3; again++) expect(await cells(content)).toEqual(['A1 = 1']);
    expect(await strictly(content)).toEqual(['A1 = 1']);
  });

  it('are refused where what a sheet says beside them is spoilt, whatever was read before', async () => {
    const content = (text: string) => `<sheetData/><dataValidations count="1"><x>${text}</x></dataValidations>`;
    expect(await cells(content('one'))).toEqual([]);
    expect(await problem(workbook({ sheets: [content('o&e')] }), 'xlsx')).toBe('broken-xml');
  });

  it('show the shared texts the strict parser reads, whichever were read before', async () => {
    const text = fc.constantFrom(
      ...['甲', '乙', '丙丁', '&lt;&#20869;', ' x ', '', '_x000D_', ']]>', '<b/>', '&', '\t', '😀'],
    );
    const item = fc.oneof(
      { weight: 8, arbitrary: text.map((one) => `<si><t>${one}</t></si>`) },
      text.map((one) => `<si><t xml:space="preserve">${one}</t></si>`),
      text.map((one) => `<si><r><t>a</t></r><r><t>${one}</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si>`),
      fc.constantFrom('<si/>', '<si><t/></si>', '<si><t>一</t><phoneticPr fontId="1"/></si>', '<x/>', '<si><t>'),
    );
    const change = fc.tuple(fc.nat(20), fc.nat(2), fc.array(item, { maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 4, maxLength: 12 }),
        fc.array(change, { maxLength: 3 }),
        async (one, changes) => {
          let list = one;
          for (const [at, out, more] of [[0, 0, []] as const, ...changes]) {
            list = [...list.slice(0, at % list.length), ...more, ...list.slice((at % list.length) + out)];
            const shows = list.map((_, n) => `<c r="A${n + 1}" t="s"><v>${n}</v></c>`);
            const content = `<sheetData>${shows.map((cell, n) => `<row r="${n + 1}">${cell}</row>`).join('')}</sheetData>`;
            const strict = { strings: ['<!-- -->', ...list] };
            expect(await outcome(cells(content, { strings: list }))).toEqual(await outcome(cells(content, strict)));
            if (list.length === 0) return;
          }
        },
      ),
      { numRuns: 400, seed: 28 },
    );
  });

  async function outcome(reading: Promise<string[]>): Promise<string[] | string> {
    return reading.catch((error: Error) => error.message.split('\n')[0] ?? '');
  }
});

describe('sheets', () => {
  it('lists hidden sheets last', async () => {
    const sheets = ['', rows('<c><v>2</v></c>'), '', rows('<c><v>4</v></c>')];
    const states = ['state="hidden"', '', 'state="veryHidden"', 'state="visible"'];
    const { tables } = await read(workbook({ sheets, states }), 'xlsx');
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表2', false],
      ['表4', false],
      ['表1', true],
      ['表3', true],
    ]);
  });

  it('skips chart sheets', async () => {
    const parts = workbookParts({ sheets: [rows('<c><v>1</v></c>'), ''] });
    parts['xl/_rels/workbook.xml.rels'] = relationships(
      ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
    );
    expect((await read(zip(parts), 'xlsx')).tables.map(({ name }) => name)).toEqual(['表1']);
  });

  it('finds parts whatever their slashes, case and prefixes', async () => {
    const parts = workbookParts({
      sheets: [
        '<x:sheetData xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:row><x:c t="inlineStr"><x:is><x:t>严</x:t></x:is></x:c></x:row></x:sheetData>',
      ],
    });
    const renamed = Object.entries(parts).map(([name, part]) => [
      name.replaceAll('/', '\\').replace('sheet1', 'Sheet1'),
      part,
    ]);
    expect(show((await read(zip(Object.fromEntries(renamed)), 'xlsx')).tables[0])).toEqual(['A1 = "严"']);
  });

  it('finds the workbook where the package says it is', async () => {
    const {
      'xl/workbook.xml': book = '',
      'xl/_rels/workbook.xml.rels': related = '',
      ...parts
    } = workbookParts({ sheets: [''] });
    const moved = { ...parts, 'xl/book2.xml': book, 'xl/_rels/book2.xml.rels': related };
    const named = { ...moved, '_rels/.rels': relationships(['rId1', 'officeDocument', '/xl/book2.xml']) };
    expect(await problem(zip(named), 'xlsx')).toBe('ok');
    expect(await problem(zip(moved), 'xlsx')).toBe('part-missing');
  });

  it('is of no use where no sheet can be seen, or none is a worksheet', async () => {
    const hidden = workbook({ sheets: [''], states: ['state="hidden"'] });
    expect(await problem(hidden, 'xlsx')).toBe('only-hidden');
    const parts = workbookParts({ sheets: [''] });
    const related = 'xl/_rels/workbook.xml.rels';
    const chart = { ...parts, [related]: String(parts[related]).replace('/worksheet"', '/chartsheet"') };
    expect(await problem(zip(chart), 'xlsx')).toBe('only-charts');
  });

  it.each([
    ['<row r="1048577"><c><v>1</v></c></row>'],
    ['<row r="0"><c><v>1</v></c></row>'],
    ['<row r="x"><c><v>1</v></c></row>'],
    ['<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>1</v></c></row>'],
    ['<row r="1"><c r="A1048577"><v>1</v></c></row>'],
    ['<row r="1"><c r="1A"><v>1</v></c></row>'],
  ])('refuses %s, whose figure would else land at another place', async (row) => {
    expect(await problem(workbook({ sheets: [`<sheetData>${row}</sheetData>`] }), 'xlsx')).toBe('damaged');
  });

  it('passes over a sheet that leads to no part, as Excel lists its oldest modules', async () => {
    const parts = workbookParts({ sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData>'] });
    const named = (id: string) =>
      zip({
        ...parts,
        'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
          '<sheets>',
          `<sheets><sheet name="模块1" sheetId="9" r:id="${id}"/>`,
        ),
      });
    expect((await read(named(''), 'xlsx')).tables.map(({ name }) => name)).toEqual(['表1']);
    expect(await problem(named('rId99'), 'xlsx')).toBe('part-missing');
  });

  it.each([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ])('is damaged without %s', async (part) => {
    const { [part]: _, ...rest } = workbookParts({ sheets: [rows('<c><v>1</v></c>')] });
    expect(await problem(zip(rest), 'xlsx')).toBe('part-missing');
  });

  it.each([
    ['broken XML', 'broken-xml', '<sheetData><row>'],
    ['an unknown entity', 'broken-xml', '<sheetData><row><c><v>&bomb;</v></c></row></sheetData>'],
    ['endless nesting', 'xmlDepth', '<a>'.repeat(5000)],
  ])('is refused for %s', async (_, why, content) => {
    expect(await problem(workbook({ sheets: [content] }), 'xlsx')).toBe(why);
  });
});

describe('pictures', () => {
  const drawing = (content: string) =>
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</xdr:wsDr>`;
  const anchor = (kind: string, column: number, row: number, what = '<xdr:pic/>') =>
    `<xdr:${kind}><xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${what}</xdr:${kind}>`;

  it('finds floating pictures, on merged cells too', async () => {
    const content = `${rows('<c><v>1</v></c>')}<mergeCells><mergeCell ref="B2:C3"/></mergeCells><drawing r:id="rId1"/>`;
    const anchors = [
      anchor('oneCellAnchor', 0, 0),
      anchor('twoCellAnchor', 2, 2, '<xdr:grpSp><xdr:pic/><xdr:pic/></xdr:grpSp>'),
      anchor('twoCellAnchor', 4, 4, '<xdr:graphicFrame/>'),
      `<mc:AlternateContent><mc:Choice>${anchor('twoCellAnchor', 5, 5)}</mc:Choice><mc:Fallback>${anchor('twoCellAnchor', 5, 5)}</mc:Fallback></mc:AlternateContent>`,
      '<xdr:absoluteAnchor><xdr:pic/></xdr:absoluteAnchor>',
    ];
    const extra = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'drawing', '../drawings/drawing1.xml']),
      'xl/drawings/drawing1.xml': drawing(anchors.join('')),
      'xl/media/image1.png': PNG,
    };
    const document = await read(workbook({ sheets: [content], extra }), 'xlsx');
    expect(show(document.tables[0])).toEqual([
      'A1 = 1 +1 pictures',
      'B2:C3 = empty +2 pictures',
      'F6 = empty +1 pictures',
    ]);
    expect(document.pictures).toBe(5);
  });

  it('takes pictures placed in cells for pictures, not for text', async () => {
    const content = rows(
      '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
      '<c r="B1" t="e"><f>DISPIMG("ID_1",1)</f><v>#NAME?</v></c>',
      '<c r="C1" t="str"><v>=DISPIMG("ID_1",1)</v></c>',
      '<c r="D1" t="e" vm="1"><v>#VALUE!</v></c>',
      '<c r="E1" t="e"><v>#VALUE!</v></c>',
      '<c r="F1" t="s"><v>0</v></c>',
    );
    expect(await cells(content, { strings: ['<si><t>=DISPIMG("ID_1",1)</t></si>'] })).toEqual([
      'A1 = empty +1 pictures',
      'B1 = empty +1 pictures',
      'C1 = empty +1 pictures',
      'D1 = empty +1 pictures',
      'E1 = error #VALUE!',
      'F1 = empty +1 pictures',
    ]);
  });
});
