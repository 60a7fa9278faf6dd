import { type WorkbookOptions, workbook } from '../../read/build-package.js';
import { maker } from '../maker.js';
import { partOf, withParts } from '../parts-of.js';

const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const rows = (cells: readonly string[]) => cells.map((one) => `<row>${one}</row>`).join('');
const book = (cells: readonly string[], more: Partial<WorkbookOptions> = {}, behind = '') =>
  workbook({ sheets: [`<sheetData>${rows(cells)}</sheetData>${behind}`], ...more });
const sheetPart = 'xl/worksheets/sheet1.xml';
const sheet1 = () => partOf('form.xlsx', sheetPart);
/** The honest form with the values of its number cells written otherwise. */
const valued = (write: (value: string) => string) =>
  withParts('form.xlsx', { [sheetPart]: sheet1().replace(/<v>(\d+)<\/v>/g, (_, value: string) => write(value)) });

export const cellValues = [
  maker('xlsx: figures no clerk writes', function* () {
    const figures = [
      '1e309',
      '1E+400',
      '-1e309',
      '0x10',
      'INF',
      '-INF',
      '-0',
      '１２',
      '1,000',
      '1 000',
      '+5',
      '.5',
      '5.',
      '1e',
      '٣',
      '②',
      '1_0',
      '0b1',
      '1n',
      'true',
      '9007199254740993',
      '0.1e-400',
      '999999999999999999999999',
    ];
    for (const [n, figure] of figures.entries())
      yield { name: `数${n}统计表.xlsx`, bytes: valued(() => `<v>${figure}</v>`) };
    yield { name: '数前后空统计表.xlsx', bytes: valued((value) => `<v xml:space="preserve"> \n${value}\t</v>`) };
    yield { name: '数两个统计表.xlsx', bytes: valued((value) => `<v>${value}</v><v>9${value}</v>`) };
    yield { name: '数里注释统计表.xlsx', bytes: valued((value) => `<v>${value}<!-- 9 -->${value}</v>`) };
    yield { name: '数里原文统计表.xlsx', bytes: valued((value) => `<v><![CDATA[${value}]]></v>`) };
    yield { name: '数里指令统计表.xlsx', bytes: valued((value) => `<v>${value}<?x 9?></v>`) };
    yield { name: '数里标签统计表.xlsx', bytes: valued((value) => `<v>${value}<b>9</b></v>`) };
    yield { name: '数字实体统计表.xlsx', bytes: valued((value) => `<v>&#x3${value[0]};${value.slice(1)}</v>`) };
    yield { name: '十万位统计表.xlsx', bytes: valued(() => `<v>${'9'.repeat(100_000)}</v>`) };
    yield { name: '小数位多统计表.xlsx', bytes: valued((value) => `<v>${value}.${'0'.repeat(50_000)}1</v>`) };
  }),
  maker('xlsx: texts with pieces', function* () {
    const inline = (inside: string) => book([`<c t="inlineStr"><is>${inside}</is></c>`]);
    yield { name: '注音统计表.xlsx', bytes: inline('<t>村</t><rPh sb="0" eb="1"><t>cun</t></rPh><phoneticPr/>') };
    yield {
      name: '注音多统计表.xlsx',
      bytes: inline(`<t>村</t>${times(50_000, () => '<rPh sb="0" eb="99999999"><t>x</t></rPh>')}`),
    };
    yield { name: '段多统计表.xlsx', bytes: inline(times(60_000, () => '<r><rPr><b/></rPr><t>字</t></r>')) };
    yield { name: '空段统计表.xlsx', bytes: inline('<r/><r><t/></r><t/>') };
    yield {
      name: '无值统计表.xlsx',
      bytes: book([
        '<c t="inlineStr"/>',
        '<c t="s"/>',
        '<c t="str"/>',
        '<c t="b"/>',
        '<c t="e"/>',
        '<c t="d"/>',
        '<c/>',
      ]),
    };
    yield { name: '转义统计表.xlsx', bytes: inline('<t>_x0041__x005F_x0042__xD800__xFFFF__x000_</t>') };
    yield { name: '半个字统计表.xlsx', bytes: inline('<t>&#xD800;&#xDFFF;&#xFFFF;</t>') };
    const strings = ['<si><t>一</t></si>', '<si><r><t>二</t></r></si>', '<si/>', '<x/>', '<si><si><t>套</t></si></si>'];
    yield {
      name: '文字怪统计表.xlsx',
      bytes: book(
        strings.map((_, n) => `<c t="s"><v>${n}</v></c>`),
        { strings },
      ),
    };
    for (const index of ['4294967296', '1.5', ' 1', '+1', '1e0', '一', '-0', '00'])
      yield { name: `号${index.trim()}统计表.xlsx`, bytes: book([`<c t="s"><v>${index}</v></c>`], { strings }) };
    yield {
      name: '全指末尾统计表.xlsx',
      bytes: withParts('form.xlsx', { [sheetPart]: sheet1().replace(/t="s"([^>]*)><v>\d+/g, 't="s"$1><v>99999') }),
    };
  }),
  maker('xlsx: formulas', function* () {
    const formula = (text: string, value = '', type = '') => `<c${type}><f>${text}</f>${value}</c>`;
    const many = [
      formula('1+1'),
      formula('1+1', '<v/>'),
      formula('1/0', '<v>#DIV/0!</v>', ' t="e"'),
      formula('A1', '<v>#谎!</v>', ' t="e"'),
      formula(`"${'x'.repeat(100_000)}"`, '<v>1</v>'),
      formula('('.repeat(20_000), '<v>1</v>'),
      formula("cmd|' /C calc'!A0", '<v>1</v>'),
      formula('WEBSERVICE("http://127.0.0.1/")', '<v>x</v>', ' t="str"'),
      '<c><f t="shared" si="0" ref="A1:XFD1048576">1</f><v>1</v></c><c><f t="shared" si="0"/></c><c><f t="shared" si="99999"/></c>',
      '<c><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>',
      '<c><f t="dataTable" ref="A1:Z99" r1="A1" del1="1"/></c>',
      '<c cm="99" vm="99"><f>_xlfn.x</f></c>',
    ];
    yield { name: '公式统计表.xlsx', bytes: book(many) };
    for (const [n, one] of many.entries()) yield { name: `公式${n}统计表.xlsx`, bytes: book([one]) };
    yield { name: '全是公式统计表.xlsx', bytes: valued((value) => `<f>${value}+0</f>`) };
    yield {
      name: '公式出错统计表.xlsx',
      bytes: withParts('form.xlsx', { [sheetPart]: sheet1().replace(/<v>(\d+)<\/v>/g, '<f>1/0</f><v>#DIV/0!</v>') }),
    };
  }),
  maker('xlsx: cells out of place', function* () {
    const addressed = (addresses: readonly string[]) =>
      book([addresses.map((at, n) => `<c r="${at}"><v>${n}</v></c>`).join('')]);
    for (const [n, addresses] of [
      ['C1', 'B1', 'A1'],
      ['A1', 'A1', 'A1'],
      ['a1', '$B$1', 'C１'],
      ['AAAA1', 'ZZZZZZZZ1', 'A99999999999'],
      ['A-1', 'A1:B2', 'A 1', ' A1'],
      ['1A', 'R1C1', '表!A1', '#REF!'],
      ['XFD1', 'XFE1', 'A1048576', 'A1048577'],
    ].entries())
      yield { name: `址${n}统计表.xlsx`, bytes: addressed(addresses) };
    yield {
      name: '行倒统计表.xlsx',
      bytes: withParts('form.xlsx', {
        [sheetPart]: sheet1().replace(
          /<sheetData>(.*)<\/sheetData>/s,
          (_, all: string) =>
            `<sheetData>${all
              .split(/(?=<row)/)
              .reverse()
              .join('')}</sheetData>`,
        ),
      }),
    };
    yield {
      name: '行重统计表.xlsx',
      bytes: withParts('form.xlsx', {
        [sheetPart]: sheet1().replace(/<sheetData>(.*)<\/sheetData>/s, '<sheetData>$1$1</sheetData>'),
      }),
    };
    yield {
      name: '行重异统计表.xlsx',
      bytes: withParts('form.xlsx', {
        [sheetPart]: sheet1().replace(
          /<sheetData>(.*)<\/sheetData>/s,
          (_, all: string) => `<sheetData>${all}${all.replace(/<c ([^>]*)><v>(\d+)</g, '<c $1><v>1<')}</sheetData>`,
        ),
      }),
    };
    yield {
      name: '行号同统计表.xlsx',
      bytes: withParts('form.xlsx', { [sheetPart]: sheet1().replace(/<row r="\d+"/g, '<row r="1"') }),
    };
    yield {
      name: '样式号统计表.xlsx',
      bytes: withParts('form.xlsx', { [sheetPart]: sheet1().replace(/ s="\d+"/g, ' s="4294967295"') }),
    };
    for (const [n, areas] of [
      ['A1:C3', 'B2:D4'],
      ['C3:A1'],
      ['A1:XFD1048576'],
      ['A1:A1', 'A1'],
      ['A0:B1', 'XFE1:XFF2', '1:1', 'A:A'],
      ['B5:B5', '', ':', 'A1:B2:C3'],
    ].entries())
      yield {
        name: `并${n}统计表.xlsx`,
        bytes: withParts('form.xlsx', {
          [sheetPart]: sheet1().replace(
            /<mergeCells[^>]*>/,
            (head) => `${head}${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}`,
          ),
        }),
      };
  }),
  maker('xlsx: days at the edge of the calendar', function* () {
    const serials = [
      '0',
      '1',
      '59',
      '60',
      '61',
      '-1',
      '2958465',
      '2958466',
      '1e10',
      '0.5',
      '45000.999999999',
      '-0.0001',
      '1e309',
    ];
    const formats = [
      14,
      22,
      'yyyy"年"m"月"d"日"',
      '[$-F800]dddd',
      'h:mm',
      '[h]:mm',
      'yyyyyyyyyy',
      'y'.repeat(5000),
      '"',
      '[',
      '\\',
      '@',
      'General',
      '[红]0',
      ';;;',
    ];
    for (const date1904 of ['0', '1', 'x'])
      yield {
        name: `历${date1904}统计表.xlsx`,
        bytes: book(
          serials.map((serial) => times(formats.length, (n) => `<c s="${n + 1}"><v>${serial}</v></c>`)),
          {
            formats: formats.map((one) => (typeof one === 'number' ? one : one)),
            properties: `<workbookPr date1904="${date1904}"/>`,
          },
        ),
      };
    const stated = [
      '2023-05-29',
      '2023-02-30',
      '0000-00-00',
      '99999-01-01',
      '2023-05-29T25:61:61Z',
      '-2023-05-29',
      'x',
    ];
    yield {
      name: '日期型统计表.xlsx',
      bytes: book(
        stated.map((day) => `<c t="d" s="1"><v>${day}</v></c>`),
        { formats: [14] },
      ),
    };
  }),
];
