import { zip } from '../../read/build-package.js';
import { costly, maker } from '../maker.js';
import { packageParts, partOf, stranger, withParts } from '../parts-of.js';
import { bytesOf } from '../raw-zip.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const changed = (parts: Record<string, string | Uint8Array | null>) => withParts('form.xlsx', parts);
const sheetPart = 'xl/worksheets/sheet1.xml';
const sheet1 = () => partOf('form.xlsx', sheetPart);
const inSheet = (from: string | RegExp, to: string) => changed({ [sheetPart]: sheet1().replace(from, to) });
const types = () => partOf('form.xlsx', '[Content_Types].xml');
const relations = () => partOf('form.xlsx', 'xl/_rels/workbook.xml.rels');
const book = () => partOf('form.xlsx', 'xl/workbook.xml');
const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const related = (kind: string, target: string, id = 'rIdX', more = '') =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/></Relationships>`;

export const workbookPartAttacks = [
  maker('xlsx: content types that lie', function* () {
    yield { name: '无类型统计表.xlsx', bytes: changed({ '[Content_Types].xml': null }) };
    yield { name: '空类型统计表.xlsx', bytes: changed({ '[Content_Types].xml': '' }) };
    yield { name: '坏类型统计表.xlsx', bytes: changed({ '[Content_Types].xml': '<Types><Override' }) };
    for (const [n, kind] of [
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
      'application/x-msdownload',
      'undefined/毒',
    ].entries())
      yield {
        name: `类型${n}毒统计表.xlsx`,
        bytes: changed({
          '[Content_Types].xml': types().replace(/ContentType="[^"]*main\+xml"/, `ContentType="${kind}"`),
        }),
      };
    yield {
      name: '类型多统计表.xlsx',
      bytes: changed({
        '[Content_Types].xml': types().replace(
          '</Types>',
          `${times(60_000, (n) => `<Override PartName="/x${n}.xml" ContentType="a/b"/>`)}</Types>`,
        ),
      }),
    };
  }),
  maker('xlsx: relationships that loop', function* () {
    const more = (extra: string) =>
      changed({ 'xl/_rels/workbook.xml.rels': relations().replace('</Relationships>', extra) });
    yield {
      name: '表即自身统计表.xlsx',
      bytes: changed({
        'xl/_rels/workbook.xml.rels': relations().replace(/Target="[^"]*sheet1\.xml"/, 'Target="/xl/workbook.xml"'),
      }),
    };
    yield { name: '文字即表统计表.xlsx', bytes: more(related('sharedStrings', 'worksheets/sheet1.xml')) };
    yield { name: '样式即表统计表.xlsx', bytes: more(related('styles', 'worksheets/sheet1.xml')) };
    yield { name: '同号关系统计表.xlsx', bytes: more(related('worksheet', 'nowhere.xml', 'rId1')) };
    yield { name: '两份文字统计表.xlsx', bytes: more(related('sharedStrings', 'sharedStrings2.xml')) };
    yield {
      name: '外部关系统计表.xlsx',
      bytes: more(related('externalLink', 'file:///etc/passwd', 'rIdX', ' TargetMode="External"')),
    };
    yield {
      name: '关系多统计表.xlsx',
      bytes: more(times(50_000, (n) => `<Relationship Id="x${n}" Type="t" Target="y"/>`) + related('x', 'x')),
    };
    const rels = (target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related('drawing', target, 'rId1')}`;
    const drawn = sheet1().replace('</worksheet>', `<drawing xmlns:r="${OFFICE}" r:id="rId1"/></worksheet>`);
    for (const [n, target] of ['../worksheets/sheet1.xml', '../drawings/none.xml', '/', '../../../../x.xml'].entries())
      yield {
        name: `画环${n}统计表.xlsx`,
        bytes: changed({ [sheetPart]: drawn, 'xl/worksheets/_rels/sheet1.xml.rels': rels(target) }),
      };
    yield {
      name: '画套画统计表.xlsx',
      bytes: changed({
        [sheetPart]: drawn,
        'xl/worksheets/_rels/sheet1.xml.rels': rels('../drawings/d.xml'),
        'xl/drawings/d.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${times(3000, () => '<xdr:twoCellAnchor><xdr:from><xdr:col>99999999999</xdr:col><xdr:row>-1</xdr:row></xdr:from><xdr:pic/></xdr:twoCellAnchor>')}</xdr:wsDr>`,
        'xl/drawings/_rels/d.xml.rels': rels('d.xml'),
      }),
    };
  }),
  maker('xlsx: sheets that are none', function* () {
    const listed = (text: string) =>
      changed({ 'xl/workbook.xml': book().replace(/<sheets>.*<\/sheets>/s, `<sheets>${text}</sheets>`) });
    const one = (attributes: string) => `<sheet xmlns:r="${OFFICE}" ${attributes}/>`;
    yield { name: '无表统计表.xlsx', bytes: listed('') };
    yield { name: '无名表统计表.xlsx', bytes: listed(one('name="" sheetId="1" r:id="rId1"')) };
    yield { name: '同名表统计表.xlsx', bytes: listed(times(3, () => one('name="表" sheetId="1" r:id="rId1"'))) };
    yield { name: '长名表统计表.xlsx', bytes: listed(one(`name="${'表'.repeat(30_000)}" sheetId="1" r:id="rId1"`)) };
    yield {
      name: '怪名表统计表.xlsx',
      bytes: listed(one('name="&#x202E;a&#x9;=1&lt;script&gt;&#xD;\u0085" sheetId="1" r:id="rId1"')),
    };
    yield { name: '无此号统计表.xlsx', bytes: listed(one('name="表" sheetId="1" r:id="rId999"')) };
    yield { name: '深藏统计表.xlsx', bytes: listed(one('name="表" sheetId="1" state="veryHidden" r:id="rId1"')) };
    const kinds = { 图表: 'chartsheet', 宏表: 'macrosheet', 对话: 'dialogsheet' };
    for (const [name, kind] of Object.entries(kinds))
      yield {
        name: `${name}统计表.xlsx`,
        bytes: changed({ 'xl/_rels/workbook.xml.rels': relations().replace('/worksheet"', `/${kind}"`) }),
      };
    yield {
      name: '千次同表统计表.xlsx',
      bytes: listed(times(1000, (n) => one(`name="表${n}" sheetId="${n}" r:id="rId1"`))),
    };
  }),
  maker('xlsx: another dialect', function* () {
    const strict = (text: string) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const all = Object.entries(packageParts('form.xlsx')).map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      return [name, /\.(?:xml|rels)$/.test(name) ? strict(text) : bytes] as const;
    });
    yield { name: '严格统计表.xlsx', bytes: zip(Object.fromEntries(all)) };
    yield {
      name: '前缀统计表.xlsx',
      bytes: changed({
        [sheetPart]: sheet1()
          .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1w:')
          .replace('xmlns="', 'xmlns:w="'),
      }),
    };
    yield {
      name: '换前缀统计表.xlsx',
      bytes: inSheet(
        '<sheetData',
        `<x:sheetData xmlns:x="urn:other"><x:row><x:c><x:v>999</x:v></x:c></x:row></x:sheetData><sheetData`,
      ),
    };
    yield { name: '无空间统计表.xlsx', bytes: inSheet(` xmlns="${MAIN}"`, '') };
    yield { name: '别空间统计表.xlsx', bytes: inSheet(`xmlns="${MAIN}"`, 'xmlns="urn:other"') };
    const choice = (inside: string) =>
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14">${inside}</mc:Choice><mc:Fallback>${inside}</mc:Fallback></mc:AlternateContent>`;
    const data = /<sheetData>.*<\/sheetData>/s.exec(sheet1())?.[0] ?? '';
    yield { name: '两可统计表.xlsx', bytes: changed({ [sheetPart]: sheet1().replace(data, choice(data)) }) };
    yield { name: '两份数据统计表.xlsx', bytes: changed({ [sheetPart]: sheet1().replace(data, data + data) }) };
    yield { name: '宏统计表.xlsm', bytes: changed({ 'xl/vbaProject.bin': new Uint8Array(5000).fill(0xd0) }) };
    yield {
      name: '二进制统计表.xlsb',
      bytes: zip({
        '[Content_Types].xml': types().replaceAll('main+xml', 'main'),
        'xl/workbook.bin': Uint8Array.of(0x83, 1, 0),
        '_rels/.rels': partOf('form.xlsx', '_rels/.rels').replace('workbook.xml', 'workbook.bin'),
      }),
    };
  }),
  maker('xlsx: things beside the sheets', function* () {
    const link = `<externalLink xmlns="${MAIN}"><externalBook r:id="rId1" xmlns:r="${OFFICE}"><sheetNames><sheetName val="x"/></sheetNames></externalBook></externalLink>`;
    yield {
      name: '外链统计表.xlsx',
      bytes: changed({
        'xl/externalLinks/externalLink1.xml': link,
        'xl/connections.xml': '<connections><connection command="cmd.exe"/></connections>',
      }),
    };
    yield {
      name: '查询统计表.xlsx',
      bytes: changed({
        'xl/queryTables/q.xml': '<queryTable url="http://127.0.0.1/"/>',
        'customXml/item1.xml': '<!DOCTYPE a><a/>',
      }),
    };
    yield {
      name: '嵌件统计表.xlsx',
      bytes: changed({ 'xl/embeddings/oleObject1.bin': stranger('form.xls'), 'xl/embeddings/x.exe': bytesOf('MZ') }),
    };
    yield {
      name: '批注多统计表.xlsx',
      bytes: changed({
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><commentList>${times(20_000, () => '<comment ref="A1"><text><t>=cmd|x</t></text></comment>')}</commentList></comments>`,
      }),
    };
    yield {
      name: '保护统计表.xlsx',
      bytes: inSheet('</sheetData>', '</sheetData><sheetProtection sheet="1" password="CC1A"/>'),
    };
    yield {
      name: '条件多统计表.xlsx',
      bytes: inSheet(
        '</sheetData>',
        `</sheetData>${times(20_000, (n) => `<conditionalFormatting sqref="A${n + 1}"><cfRule type="expression" priority="${n}"><formula>1</formula></cfRule></conditionalFormatting>`)}`,
      ),
    };
    yield {
      name: '样式多统计表.xlsx',
      bytes: changed({
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${times(60_000, (n) => `<numFmt numFmtId="${n}" formatCode="yyyy${'[h]'.repeat(50)}"/>`)}</numFmts><cellXfs>${times(60_000, (n) => `<xf numFmtId="${n}"/>`)}</cellXfs></styleSheet>`,
      }),
    };
    yield {
      name: '样式自指统计表.xlsx',
      bytes: changed({
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="-1" xfId="0"/><xf numFmtId="x"/><xf/></cellXfs><cellStyleXfs><xf xfId="0"/></cellStyleXfs></styleSheet>`,
      }),
    };
  }),
  costly('xlsx: very wide and very long', function* () {
    const wide = (count: number) => `<row r="1">${times(count, () => '<c><v>1</v></c>')}</row>`;
    const sized = (data: string) =>
      changed({ [sheetPart]: `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>` });
    yield { name: '一万六千列统计表.xlsx', bytes: sized(wide(16_384)) };
    yield { name: '二十万列统计表.xlsx', bytes: sized(wide(200_000)) };
    yield { name: '末格统计表.xlsx', bytes: sized('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') };
    yield { name: '空行多统计表.xlsx', bytes: sized(times(1_000_000, () => '<row/>')) };
    yield {
      name: '稀统计表.xlsx',
      bytes: sized(times(60_000, (n) => `<row r="${n * 17 + 1}"><c r="XFD${n * 17 + 1}"><v>${n}</v></c></row>`)),
    };
    yield {
      name: '三十万格统计表.xlsx',
      bytes: sized(times(3000, () => `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`)),
    };
    yield {
      name: '文字格多统计表.xlsx',
      bytes: sized(
        times(2000, (n) => `<row>${times(100, (c) => `<c t="inlineStr"><is><t>甲${n},${c}</t></is></c>`)}</row>`),
      ),
    };
  }),
];
