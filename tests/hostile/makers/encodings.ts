import { joinBytes } from '../../../src/model/join-bytes.js';
import { maker } from '../maker.js';
import { partOf, withParts } from '../parts-of.js';
import { bytesOf } from '../raw-zip.js';

const sheetPart = 'xl/worksheets/sheet1.xml';
const sheet1 = () => partOf('form.xlsx', sheetPart);
const inBook = (content: string | Uint8Array) => withParts('form.xlsx', { [sheetPart]: content });
const bare = () => sheet1().replace(/^<\?xml[^>]*\?>\s*/, '');
const declared = (encoding: string, version = '1.0') => `<?xml version="${version}" encoding="${encoding}"?>${bare()}`;

function wide(text: string, big: boolean, marked = true): Uint8Array {
  const bytes = Buffer.from(marked ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
}

const fourBytes = (text: string) =>
  joinBytes([...text].map((sign) => new Uint8Array(new Uint32Array([sign.codePointAt(0) ?? 0]).buffer)));

export const encodings = [
  maker('xml: one writing said, another used', function* () {
    const marks = { 八: '\ufeff', 双八: '\ufeff\ufeff', 空格: ' ', 空行: '\n\n' };
    for (const [name, mark] of Object.entries(marks))
      yield { name: `头${name}统计表.xlsx`, bytes: inBook(mark + sheet1()) };
    for (const big of [true, false]) {
      yield { name: `宽${big}统计表.xlsx`, bytes: inBook(wide(declared('UTF-16'), big)) };
      yield { name: `宽无标${big}统计表.xlsx`, bytes: inBook(wide(declared('UTF-16'), big, false)) };
      yield { name: `宽说窄${big}统计表.xlsx`, bytes: inBook(wide(declared('UTF-8'), big)) };
    }
    yield { name: '四字节统计表.xlsx', bytes: inBook(fourBytes(declared('UTF-32'))) };
    for (const encoding of [
      'UTF-7',
      'UTF-16',
      'UTF-32',
      'GBK',
      'gb18030',
      'ISO-8859-1',
      'US-ASCII',
      'EBCDIC-CP-US',
      'x-user-defined',
      '',
      ' ',
    ])
      yield { name: `说${encoding.trim()}统计表.xlsx`, bytes: inBook(declared(encoding)) };
    yield { name: '七位统计表.xlsx', bytes: inBook(declared('UTF-7').replaceAll('<', '+ADw-')) };
    for (const version of ['1.1', '2.0', '', '9'])
      yield { name: `版${version}统计表.xlsx`, bytes: inBook(declared('UTF-8', version)) };
    yield {
      name: '过长码统计表.xlsx',
      bytes: inBook(
        joinBytes([
          bytesOf(sheet1().slice(0, -12)),
          Uint8Array.of(0xc0, 0xbc, 0xed, 0xa0, 0x80, 0xf5, 0xff),
          bytesOf(sheet1().slice(-12)),
        ]),
      ),
    };
    yield { name: '零字节统计表.xlsx', bytes: inBook(sheet1().replace('<v>', '<v>\u0000')) };
  }),
  maker('xml: what nobody puts into a sheet', function* () {
    const before = {
      样式指令: '<?xml-stylesheet href="http://127.0.0.1/x.xsl" type="text/xsl"?>',
      指令: `<?${'x'.repeat(50_000)} y?>`,
      注释: `<!--${' '.repeat(500_000)}-->`,
      坏注释: '<!-- -- -->',
      未完注释: '<!--',
      原文: '<![CDATA[x]]>',
      两声明: '<?xml version="1.0"?>',
      条件: '<![INCLUDE[x]]>',
    };
    for (const [name, text] of Object.entries(before))
      yield { name: `前${name}统计表.xlsx`, bytes: inBook(`<?xml version="1.0"?>${text}${bare()}`) };
    const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>';
    yield { name: '引入统计表.xlsx', bytes: inBook(sheet1().replace('<sheetData>', `<sheetData>${include}`)) };
    const inside = [
      '&lt',
      '&#;',
      '&#x;',
      '&#99999999999;',
      '&无;',
      '& ',
      ']]>',
      '<',
      '</',
      '<v',
      '<1/>',
      '<v v/>',
      "<v a='<'/>",
      '<:/>',
      '<a:b:c/>',
      '<v/ >',
      '< v/>',
      '</v></v>',
    ];
    for (const [n, text] of inside.entries())
      yield { name: `里${n}统计表.xlsx`, bytes: inBook(sheet1().replace('<v>', `<v>${text}`)) };
    yield {
      name: '空间多统计表.xlsx',
      bytes: inBook(
        sheet1().replace(
          '<sheetData>',
          `<sheetData ${Array.from({ length: 30_000 }, (_, n) => `xmlns:n${n}="u${n}"`).join(' ')}>`,
        ),
      ),
    };
    yield {
      name: '长标签统计表.xlsx',
      bytes: inBook(sheet1().replace('<sheetData>', `<${'a'.repeat(1_000_000)}/><sheetData>`)),
    };
    yield {
      name: '长属性统计表.xlsx',
      bytes: inBook(sheet1().replace('<sheetData>', `<sheetData a="${'&amp;'.repeat(300_000)}">`)),
    };
  }),
];
