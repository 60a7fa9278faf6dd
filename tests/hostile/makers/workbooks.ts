import { type Parts, type WorkbookOptions, workbook, workbookParts, zip } from '../../read/build-package.js';
import { calm, costly, maker } from '../maker.js';
import { packageParts, partOf, withParts } from '../parts-of.js';
import { packedAround, packedMebibytes, rawZip } from '../raw-zip.js';

type Cells = string;
const sheet = (rows: Cells, behind = '', before = '') => `${before}<sheetData>${rows}</sheetData>${behind}`;
const cell = (address: string, value: string | number, attributes = '') =>
  `<c r="${address}"${attributes}><v>${value}</v></c>`;
const thirty = Array.from({ length: 30 }, (_, n) => `<row r="${n + 1}">${cell(`A${n + 1}`, n)}</row>`).join('');
const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const book = (content: string, more: Partial<WorkbookOptions> = {}) => workbook({ sheets: [content], ...more });

const changed = (parts: Record<string, string | Uint8Array | null>) => withParts('form.xlsx', parts);
const part = (name: string) => partOf('form.xlsx', name);
const parts = () => Object.keys(packageParts('form.xlsx'));

function raw(all: Parts, extra: readonly [string, string | Uint8Array][]): Uint8Array {
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return rawZip([...Object.entries(all), ...extra].map(([name, content]) => ({ name, content: bytes(content) })));
}

export const workbooks = [
  costly('xlsx: sizes that lie', function* () {
    yield { name: '范围统计表.xlsx', bytes: book(sheet(thirty, '', '<dimension ref="A1:XFD1048576"/>')) };
    yield {
      name: '空格式统计表.xlsx',
      bytes: book(
        sheet(
          times(10_000, (n) => `<row r="${n + 1}">${times(100, (c) => `<c r="${column(c)}${n + 1}" s="1"/>`)}</row>`),
        ),
        { formats: [0] },
      ),
    };
    yield {
      name: '整列统计表.xlsx',
      bytes: book(sheet(thirty, '', '<cols><col min="1" max="16384" width="9"/></cols>')),
    };
  }),
  costly('xlsx: very many cells', function* () {
    yield {
      name: '二百万格统计表.xlsx',
      bytes: book(sheet(times(21_000, (n) => `<row r="${n + 1}">${times(100, () => '<c><v>1</v></c>')}</row>`))),
    };
    yield {
      name: '长文字统计表.xlsx',
      bytes: book(sheet(`<row><c t="inlineStr"><is><t>${'字'.repeat(400_000)}</t></is></c></row>`)),
    };
  }),
  costly('xlsx: merged areas', function* () {
    const merged = (count: number, write: (n: number) => string) =>
      `<mergeCells count="${count}">${times(count, (n) => `<mergeCell ref="${write(n)}"/>`)}</mergeCells>`;
    yield {
      name: '二十万合并统计表.xlsx',
      bytes: book(
        sheet(
          thirty,
          merged(200_000, (n) => `A${n + 1}:B${n + 1}`),
        ),
      ),
    };
    yield {
      name: '重叠合并统计表.xlsx',
      bytes: book(
        sheet(
          thirty,
          merged(100_000, () => 'A1:XFD1048576'),
        ),
      ),
    };
    yield {
      name: '错开合并统计表.xlsx',
      bytes: book(
        sheet(
          thirty,
          merged(60_000, (n) => `A${n + 1}:A${n + 500_000}`),
        ),
      ),
    };
    yield {
      name: '怪合并统计表.xlsx',
      bytes: book(
        sheet(
          thirty,
          merged(6, (n) => ['A1', 'B2:A1', 'A0:B0', 'XFE1:XFF9', ':', '#REF!'][n] ?? ''),
        ),
      ),
    };
  }),
  costly('xlsx: names and texts without end', function* () {
    yield {
      name: '五万名称统计表.xlsx',
      bytes: book(sheet(thirty), {
        properties: `<definedNames>${times(50_000, (n) => `<definedName name="n${n}">表1!$A$${n + 1}</definedName>`)}</definedNames>`,
      }),
    };
    yield {
      name: '十万文字统计表.xlsx',
      bytes: book(sheet(`<row>${cell('A1', 77, ' t="s"')}</row>`), {
        strings: Array.from({ length: 100_000 }, (_, n) => `<si><t>文字${n}</t></si>`),
      }),
    };
    yield {
      name: '越界文字统计表.xlsx',
      bytes: book(sheet(`<row>${cell('A1', 5, ' t="s"')}</row>`), { strings: ['<si><t>一</t></si>'] }),
    };
    for (const index of ['-1', '1e3', '', 'NaN', '0x1', '99999999999999999999'])
      yield {
        name: `文字号${calm(index)}统计表.xlsx`,
        bytes: book(sheet(`<row>${cell('A1', index, ' t="s"')}</row>`), { strings: ['<si><t>一</t></si>'] }),
      };
    yield {
      name: '碎文字统计表.xlsx',
      bytes: book(sheet(`<row>${cell('A1', 0, ' t="s"')}</row>`), {
        strings: [`<si>${times(100_000, () => '<r><t>字</t></r>')}</si>`],
      }),
    };
    yield { name: '五千表统计表.xlsx', bytes: workbook({ sheets: Array.from({ length: 5000 }, () => sheet('')) }) };
  }),
  maker('xlsx: parts missing or twice', function* () {
    for (const [n, name] of parts().entries())
      yield { name: `缺部件${n}统计表.xlsx`, bytes: changed({ [name]: null }) };
    const all = workbookParts({ sheets: [sheet(thirty)] });
    yield { name: '双部件统计表.xlsx', bytes: raw(all, [['xl/worksheets/sheet1.xml', '<worksheet/>']]) };
    yield { name: '双工作簿统计表.xlsx', bytes: raw(all, [['XL/Workbook.xml', '<workbook/>']]) };
    yield { name: '反斜杠统计表.xlsx', bytes: raw(all, [['xl\\worksheets\\sheet1.xml', '<worksheet/>']]) };
    yield { name: '空部件统计表.xlsx', bytes: changed({ 'xl/workbook.xml': '' }) };
    yield { name: '只剩空壳统计表.xlsx', bytes: zip({ '[Content_Types].xml': '<Types/>', 'xl/a.xml': '' }) };
  }),
  maker('xlsx: relationships astray', function* () {
    const relations = (target: string, more = '') =>
      part('xl/_rels/workbook.xml.rels').replace(/Target="[^"]*sheet1\.xml"/, `Target="${target}"${more}`);
    for (const [n, target] of [
      'workbook.xml',
      '../../../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'http://127.0.0.1/x',
      '',
      '../',
      'worksheets/%2e%2e/%2e%2e/x',
      '#',
    ].entries())
      yield { name: `关系${n}统计表.xlsx`, bytes: changed({ 'xl/_rels/workbook.xml.rels': relations(target) }) };
    yield {
      name: '关系在外统计表.xlsx',
      bytes: changed({ 'xl/_rels/workbook.xml.rels': relations('http://127.0.0.1/a.xml', ' TargetMode="External"') }),
    };
    yield {
      name: '关系成环统计表.xlsx',
      bytes: changed({
        '_rels/.rels': part('_rels/.rels').replace(/Target="[^"]*workbook.xml"/, 'Target="_rels/.rels"'),
      }),
    };
    yield {
      name: '类型说谎统计表.xlsx',
      bytes: changed({
        '[Content_Types].xml': part('[Content_Types].xml').replaceAll('spreadsheetml', 'wordprocessingml'),
      }),
    };
  }),
  maker('xlsx: XML that bites', function* () {
    const sheet1 = part('xl/worksheets/sheet1.xml');
    const inBook = (xml: string) => changed({ 'xl/worksheets/sheet1.xml': xml });
    const root = sheet1.replace(/^<\?xml[^>]*\?>/, '');
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈">${times(30, (n) => `<!ENTITY a${n} "&a${n ? n - 1 : ''};&a${n ? n - 1 : ''};">`)}]>`;
    const doctypes = [
      laughs,
      '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>',
      '<!DOCTYPE x>',
      `<!DOCTYPE x [<!ENTITY q "${'长'.repeat(50_000)}">]>`,
    ];
    for (const [n, doctype] of doctypes.entries())
      yield { name: `实体${n}统计表.xlsx`, bytes: inBook(`<?xml version="1.0"?>${doctype}${root}`) };
    yield { name: '用实体统计表.xlsx', bytes: inBook(`${laughs}${root.replace('<v>', '<v>&a29;')}`) };
    yield { name: '未完统计表.xlsx', bytes: inBook(sheet1.slice(0, sheet1.length * 0.7)) };
    yield { name: '尾巴统计表.xlsx', bytes: inBook(`${sheet1}<extra/>`) };
    yield {
      name: '深统计表.xlsx',
      bytes: inBook(`<worksheet>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</worksheet>`),
    };
    yield { name: '错根统计表.xlsx', bytes: inBook('<html><body>1</body></html>') };
    yield { name: '非法字统计表.xlsx', bytes: inBook(sheet1.replace('<v>', '<v>\u0001\u0008&#0;')) };
    yield {
      name: '属性多统计表.xlsx',
      bytes: inBook(root.replace('<sheetData', `<x ${times(50_000, (n) => `a${n}="1" `)}/><sheetData`)),
    };
    yield { name: '属性重统计表.xlsx', bytes: inBook(root.replace('<sheetData', '<sheetData a="1" a="2"')) };
    yield { name: '编码谎统计表.xlsx', bytes: inBook(sheet1.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')) };
    yield { name: '无此编码统计表.xlsx', bytes: inBook(sheet1.replace(/encoding="[^"]*"/, 'encoding="x-none"')) };
    yield { name: '乱前缀统计表.xlsx', bytes: inBook('<a:worksheet><a:sheetData/></a:worksheet>') };
  }),
  maker('xlsx: cells that lie', function* () {
    const rows = [
      cell('XFE1', 1),
      cell('A1048577', 1),
      cell('A0', 1),
      cell('一1', 1),
      cell('', 1),
      cell('A1', '1e999'),
      cell('B1', 'NaN'),
      cell('C1', '-0'),
      cell('D1', '0x10'),
      cell('E1', '１２'),
      cell('F1', ''),
      cell('G1', '1 2'),
    ];
    yield { name: '怪址非数统计表.xlsx', bytes: book(sheet(rows.map((one) => `<row>${one}</row>`).join(''))) };
    for (const [n, one] of rows.entries())
      yield {
        name: `怪格${n}${one.includes('NaN') ? '非数' : ''}统计表.xlsx`,
        bytes: book(sheet(`<row>${one}</row>`)),
      };
    for (const row of ['-1', '1e9', '99999999', 'x', '0'])
      yield {
        name: `怪行${row}统计表.xlsx`,
        bytes: book(sheet(`<row r="${row}">${cell('A5', 1)}</row><row><c><v>2</v></c></row>`)),
      };
    const types = ['n', 's', 'b', 'e', 'd', 'str', 'inlineStr', 'zzz', ''];
    yield {
      name: '怪类型统计表.xlsx',
      bytes: book(sheet(`<row>${times(types.length, (n) => `<c t="${types[n]}"><v>99</v></c>`)}</row>`), {
        strings: Array.from({ length: 100 }, () => '<si/>'),
      }),
    };
    const serials = ['-1', '0', '60', '2958465', '2958466', '1e15', '1e308', '-1e308', '0.99999999'];
    for (const date1904 of ['0', '1'])
      yield {
        name: `日期${date1904}统计表.xlsx`,
        bytes: book(sheet(`<row>${times(serials.length, (n) => `<c s="1"><v>${serials[n]}</v></c>`)}</row>`), {
          formats: [14],
          properties: `<workbookPr date1904="${date1904}"/>`,
        }),
      };
    const texts = [
      "=cmd|' /C calc'!A0",
      '@SUM(1)',
      '+1',
      '-1',
      '\t=1',
      '＝1',
      '_x0000__x001B_[31m',
      '\u202E倒',
      '<script>alert(1)</script>',
      'undefined',
      'NaN',
      '[object Object]',
      'ENOENT',
      '%s%n',
      '#{7*7}',
      '{{7*7}}',
    ];
    yield {
      name: '毒文字统计表.xlsx',
      bytes: changed({ 'xl/sharedStrings.xml': null, 'xl/worksheets/sheet1.xml': poisoned(texts) }),
    };
    yield {
      name: '乱序统计表.xlsx',
      bytes: book(
        sheet(`<row r="9">${cell('C9', 1)}${cell('A9', 2)}${cell('A9', 3)}</row><row r="2">${cell('A2', 4)}</row>`),
      ),
    };
  }),
  costly('xlsx: bombs inside', function* () {
    const all = Object.entries(workbookParts({ sheets: [sheet(thirty)] })).filter(
      ([name]) => !name.endsWith('sheet1.xml'),
    );
    const others = all.map(([name, content]) => ({
      name,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }));
    const inSheet = (packed: Uint8Array, mebibytes: number) =>
      rawZip([...others, { name: 'xl/worksheets/sheet1.xml', packed, size: mebibytes << 20, crc: 0 }]);
    yield { name: '炸弹统计表.xlsx', bytes: inSheet(packedMebibytes(400, 0x20), 400) };
    yield { name: '谎报炸弹统计表.xlsx', bytes: inSheet(packedAround('<worksheet>', 400, 0x20, '</worksheet>'), 1) };
    yield { name: '刚好炸弹统计表.xlsx', bytes: inSheet(packedMebibytes(120, 0x20), 120) };
    yield {
      name: '旁边炸弹统计表.xlsx',
      bytes: rawZip([
        ...others,
        ...Array.from({ length: 60 }, (_, n) => ({
          name: `xl/media/${n}.png`,
          packed: packedMebibytes(60),
          size: 60 << 20,
          crc: 0,
        })),
      ]),
    };
  }),
];

function poisoned(texts: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rows = texts.map((text) => `<row>${`<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`.repeat(3)}</row>`);
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function column(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? column(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
