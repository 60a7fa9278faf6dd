import { deflateRawSync } from 'node:zlib';
import { joinBytes } from '../../../src/model/join-bytes.js';
import { wordDocument, zip } from '../../read/build-package.js';
import { honest } from '../honest.js';
import { paragraph, wordForm } from '../honest-form.js';
import { type HostileFile, maker } from '../maker.js';
import { packageParts, partOf, stranger, withParts } from '../parts-of.js';
import { bytesOf, type RawMember, rawZip, u16, u32 } from '../raw-zip.js';
import { biff, compound, record } from './compound.js';

const form = (name = '信息统计表.xlsx'): RawMember => ({ name, content: stranger('form.xlsx') });
const noise = (length: number, seed = 7) => Uint8Array.from({ length }, (_, n) => (n * 7919 + seed * 104_729) % 251);
const field = (id: number, content: Uint8Array) => joinBytes([u16(id), u16(content.length), content]);

/** Members under a password, by each way of locking there is; all of them, or one beside open ones. */
function* locked(): Generator<HostileFile> {
  const aes = (strength: number, version = 2, method = 8) =>
    field(0x9901, joinBytes([u16(version), bytesOf('AE'), Uint8Array.of(strength), u16(method)]));
  const ways: Readonly<Record<string, Partial<RawMember>>> = {
    老: { flags: 0x801, packed: noise(3000) },
    老后记: { flags: 0x809, packed: noise(3000), crc: 0 },
    高级一: { flags: 0x801, method: 99, packed: noise(3000), extra: aes(1), crc: 0 },
    高级三: { flags: 0x801, method: 99, packed: noise(3000), extra: aes(3) },
    高级无字段: { flags: 0x801, method: 99, packed: noise(3000) },
    高级没标: { method: 99, packed: noise(3000), extra: aes(3) },
    强: { flags: 0x841, packed: noise(3000), extra: field(0x0017, joinBytes([u16(2), u16(0x660e), u16(256), u16(1)])) },
    遮目录: { flags: 0x2841, packed: noise(3000), name: '1' },
    空密: { flags: 0x801, packed: new Uint8Array(12), content: new Uint8Array() },
    标而未密: { flags: 0x801 },
  };
  for (const [name, way] of Object.entries(ways)) {
    yield { name: `密${name}.zip`, bytes: rawZip([{ ...form(), ...way }]) };
    yield { name: `半密${name}.zip`, bytes: rawZip([{ ...form(), ...way }, form('开着的统计表.xlsx')]) };
    yield { name: `密${name}统计表.xlsx`, bytes: rawZip(members().map((one) => ({ ...one, ...way, name: one.name }))) };
  }
}

function members(): RawMember[] {
  return Object.entries(packageParts('form.xlsx')).map(([name, content]) => ({ name, content }));
}

/** Every method the format has a number for, by what it states and by what lies there. */
function* methods(): Generator<HostileFile> {
  const streams: Readonly<Record<number, Uint8Array>> = {
    9: new Uint8Array(deflateRawSync(stranger('form.xlsx'))),
    12: joinBytes([bytesOf('BZh91AY&SY'), noise(500)]),
    14: joinBytes([Uint8Array.of(9, 4, 5, 0, 0x5d, 0, 0, 0, 1), noise(500)]),
    93: joinBytes([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), noise(500)]),
    95: joinBytes([Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), noise(500)]),
  };
  for (const method of [
    1, 2, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 18, 19, 20, 92, 93, 94, 95, 96, 97, 98, 255, 65_535,
  ]) {
    const packed = streams[method] ?? noise(800);
    yield { name: `方法${method}.zip`, bytes: rawZip([{ ...form(), method, packed }, form('开着的统计表.xlsx')]) };
    if (method in streams)
      yield { name: `方法${method}统计表.xlsx`, bytes: rawZip(members().map((one) => ({ ...one, method, packed }))) };
  }
}

/** One name as two: composed and not, capital and small, wide and narrow, seen alike, with signs that are not seen. */
function* twins(): Generator<HostileFile> {
  const pairs: readonly (readonly [string, string])[] = [
    ['Café统计表.xlsx'.normalize('NFC'), 'Café统计表.xlsx'.normalize('NFD')],
    ['が村统计表.xlsx'.normalize('NFC'), 'が村统计表.xlsx'.normalize('NFD')],
    ['각统计表.xlsx'.normalize('NFC'), '각统计表.xlsx'.normalize('NFD')],
    ['A统计表.xlsx', 'a统计表.XLSX'],
    ['İ统计表.xlsx', 'i̇统计表.xlsx'],
    ['ß统计表.xlsx', 'SS统计表.xlsx'],
    ['１统计表.xlsx', '1统计表.xlsx'],
    ['⼀统计表.xlsx', '一统计表.xlsx'],
    ['尾统计表.xlsx', '尾统计表.xlsx '],
    ['尾点统计表.xlsx', '尾点统计表.xlsx.'],
    ['零宽统计表.xlsx', '零\u200b宽统计表.xlsx'],
    ['选统计表.xlsx', '选\ufe0f统计表.xlsx'],
    ['倒统计表.xlsx', '\u202e倒统计表.xlsx'],
    ['家👨‍👩‍👧统计表.xlsx', '家👨👩👧统计表.xlsx'],
    ['а统计表.xlsx', 'a统计表.xlsx'],
    ['夹/统计表.xlsx', '夹\\统计表.xlsx'],
    ['夹/统计表.xlsx', '夹//统计表.xlsx'],
    ['夹/统计表.xlsx', './夹/统计表.xlsx'],
  ];
  const other = () => withParts('form.xlsx', { 'docProps/other.xml': '<x/>' });
  for (const [n, [one, two]] of pairs.entries()) {
    yield { name: `孪生${n}.zip`, bytes: rawZip([form(one), { name: two, content: other() }]) };
    if (!/[/\\]/.test(one + two)) {
      yield { name: `孪${n}${one}`, bytes: stranger('form.xlsx') };
      yield { name: `孪${n}${two}`, bytes: other() };
    }
  }
  const names = [
    'con.xlsx',
    'NUL',
    'aux.txt',
    'com1.zip',
    'lpt9.xlsx',
    'CONIN$',
    'a:b.xlsx',
    'a<b>.xlsx',
    'a|b?.xlsx',
    'a*.xlsx',
    '-rf',
    '--help',
    '~',
    '~root',
    '$HOME',
    '%TEMP%.xlsx',
    '`id`.xlsx',
    '$(id).xlsx',
    ';id;.xlsx',
    '#.xlsx',
    '&.xlsx',
    '\u2066统计表\u2069.xlsx',
    '统计表\u061c.xlsx',
    '\ufeff统计表.xlsx',
    '统计表\u3000.xlsx',
    '👨‍👩‍👧‍👦'.repeat(20),
  ];
  for (const name of names) yield { name, bytes: stranger('form.xlsx') };
  yield { name: '怪名集.zip', bytes: rawZip(names.map((name) => form(name))) };
  const raw = (...bytes: number[]) => Uint8Array.from(bytes);
  const writings: Readonly<Record<string, Partial<RawMember>>> = {
    国标: { name: raw(0xcd, 0xb3, 0xbc, 0xc6, 0xb1, 0xed, 0x2e, 0x78, 0x6c, 0x73, 0x78), flags: 0 },
    国标说八: { name: raw(0xcd, 0xb3, 0xbc, 0xc6, 0xb1, 0xed, 0x2e, 0x78, 0x6c, 0x73, 0x78) },
    大五: { name: raw(0xb2, 0xce, 0xad, 0x70, 0xaa, 0xed, 0x2e, 0x78, 0x6c, 0x73, 0x78), flags: 0 },
    日文: { name: raw(0x93, 0x9d, 0x8c, 0x76, 0x95, 0x5c, 0x2e, 0x78, 0x6c, 0x73, 0x78), flags: 0 },
    八没说: { name: bytesOf('统计表.xlsx'), flags: 0 },
    断在半字: { name: raw(0xe7, 0xbb, 0x9f, 0xe8, 0xae, 0x2e, 0x78, 0x6c, 0x73, 0x78) },
  };
  for (const [name, writing] of Object.entries(writings))
    yield { name: `名写${name}.zip`, bytes: rawZip([{ ...form(), ...writing }]) };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const related = (part: string, kind: string, target: string, external = true) =>
  partOf('form.xlsx', part).replace(
    '</Relationships>',
    `<Relationship Id="rIdX" Type="${OFFICE}/relationships/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/></Relationships>`,
  );
const bookRels = 'xl/_rels/workbook.xml.rels';

/** What a workbook may carry beside its sheets, or say of who may change it; none of it is a figure. */
function* carrying(): Generator<HostileFile> {
  const book = partOf('form.xlsx', 'xl/workbook.xml');
  const inBook = (xml: string) => ({ 'xl/workbook.xml': book.replace('<sheets>', `${xml}<sheets>`) });
  const with_ = (part: string, kind: string, content: string) =>
    withParts('form.xlsx', { [bookRels]: related(bookRels, kind, part, false), [`xl/${part}`]: content });
  const link = (inside: string) =>
    `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">${inside}</externalLink>`;
  yield {
    name: '外链统计表.xlsx',
    bytes: with_(
      'externalLinks/externalLink1.xml',
      'externalLink',
      link(
        '<externalBook r:id="rId1"><sheetNames><sheetName val="1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>9</v></cell></row></sheetData></sheetDataSet></externalBook>',
      ),
    ),
  };
  yield {
    name: '动态交换统计表.xlsx',
    bytes: with_(
      'externalLinks/externalLink1.xml',
      'externalLink',
      link(
        '<ddeLink ddeService="cmd" ddeTopic="/c calc"><ddeItems><ddeItem name="A0" advise="1"/></ddeItems></ddeLink>',
      ),
    ),
  };
  yield {
    name: '对象链接统计表.xlsx',
    bytes: with_('externalLinks/externalLink1.xml', 'externalLink', link('<oleLink r:id="rId1" progId="Package"/>')),
  };
  yield {
    name: '连接统计表.xlsx',
    bytes: with_(
      'connections.xml',
      'connections',
      '<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" type="5" refreshOnLoad="1"><dbPr connection="Provider=x;Data Source=192.0.2.1" command="DROP TABLE t"/></connection></connections>',
    ),
  };
  yield {
    name: '透视统计表.xlsx',
    bytes: with_(
      'pivotCache/pivotCacheDefinition1.xml',
      'pivotCacheDefinition',
      '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" refreshOnLoad="1"/>',
    ),
  };
  yield {
    name: '宏统计表.xlsx',
    bytes: with_('vbaProject.bin', '../../../microsoft.com/office/2006/relationships/vbaProject', 'x'),
  };
  yield {
    name: '自定义功能区统计表.xlsx',
    bytes: withParts('form.xlsx', {
      'customUI/customUI.xml': '<customUI onLoad="x"/>',
      '_rels/.rels': related('_rels/.rels', 'ui/extensibility', 'customUI/customUI.xml', false),
    }),
  };
  yield {
    name: '数字签名统计表.xlsx',
    bytes: withParts('form.xlsx', {
      '_xmlsignatures/origin.sigs': new Uint8Array(),
      '_xmlsignatures/sig1.xml': '<Signature/>',
    }),
  };
  yield {
    name: '只读建议统计表.xlsx',
    bytes: withParts('form.xlsx', inBook('<fileSharing readOnlyRecommended="1" userName="甲"/>')),
  };
  yield {
    name: '修改密码统计表.xlsx',
    bytes: withParts('form.xlsx', inBook('<fileSharing userName="甲" reservationPassword="CC3D"/>')),
  };
  yield {
    name: '修改密码新统计表.xlsx',
    bytes: withParts(
      'form.xlsx',
      inBook(
        '<fileSharing readOnlyRecommended="1" userName="甲" algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000"/>',
      ),
    ),
  };
  yield {
    name: '结构保护统计表.xlsx',
    bytes: withParts('form.xlsx', inBook('<workbookProtection workbookPassword="CC3D" lockStructure="1"/>')),
  };
  yield {
    name: '定稿统计表.xlsx',
    bytes: withParts('form.xlsx', {
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="_MarkAsFinal"><x>true</x></property></Properties>',
    }),
  };
  yield {
    name: '共享修订统计表.xlsx',
    bytes: with_(
      'revisions/revisionHeaders.xml',
      'revisionHeaders',
      '<headers xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" guid="{0}"/>',
    ),
  };
  yield {
    name: '网址目标统计表.xlsx',
    bytes: withParts('form.xlsx', {
      [bookRels]: partOf('form.xlsx', bookRels).replace(
        'Target="worksheets/sheet1.xml"',
        'Target="http://192.0.2.1/sheet1.xml" TargetMode="External"',
      ),
    }),
  };
  yield {
    name: '网盘目标统计表.xlsx',
    bytes: withParts('form.xlsx', {
      [bookRels]: partOf('form.xlsx', bookRels).replace(
        'Target="worksheets/sheet1.xml"',
        'Target="file:////192.0.2.1/share/sheet1.xml"',
      ),
    }),
  };
}

/** The form is there to be seen, but as a picture, a workbook within or something to be fetched. */
function* embedded(): Generator<HostileFile> {
  const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>';
  const object = (target: string, more: string) =>
    `<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="${target}" ProgID="Excel.Sheet.12" ${more} r:id="rId2"/></w:object></w:r></w:p>`;
  const rels = (target: string, external: boolean) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/image" Target="media/image1.jpg"/><Relationship Id="rId2" Type="${OFFICE}/relationships/package" Target="${target}"${external ? ' TargetMode="External"' : ''}/></Relationships>`;
  const file = (body: string, target: string, content: Uint8Array | null) =>
    wordDocument(
      body,
      {},
      {
        'word/media/image1.jpg': honest('photo.jpg'),
        'word/_rels/document.xml.rels': rels(target, content === null),
        ...(content === null ? {} : { [`word/${target}`]: content }),
      },
    );
  const title = paragraph('2023年“5.29会员活动月”信息统计表');
  yield { name: '表是图统计表.docx', bytes: file(title + picture, 'embeddings/a.bin', new Uint8Array()) };
  yield {
    name: '嵌新表统计表.docx',
    bytes: file(title + object('Embed', ''), 'embeddings/Microsoft_Excel____.xlsx', stranger('form.xlsx')),
  };
  yield {
    name: '嵌旧表统计表.docx',
    bytes: file(title + object('Embed', ''), 'embeddings/Microsoft_Excel_97-2003____.xls', stranger('form.xls')),
  };
  yield {
    name: '嵌盒统计表.docx',
    bytes: file(title + object('Embed', ''), 'embeddings/oleObject1.bin', compound({ Package: stranger('form.xlsx') })),
  };
  yield {
    name: '链表统计表.docx',
    bytes: file(title + object('Link', 'UpdateMode="Always"'), 'file:///C:/A/统计表.xlsx', null),
  };
  yield {
    name: '嵌程序总结.docx',
    bytes: file(
      paragraph('总结如下，活动开展情况良好') + object('Embed', ''),
      'embeddings/oleObject1.bin',
      compound({ '\u0001Ole10Native': bytesOf('calc.exe') }),
    ),
  };
  yield {
    name: '嵌表里有表统计表.docx',
    bytes: file(wordForm({}) + object('Embed', ''), 'embeddings/a.xlsx', stranger('form.xlsx')),
  };
  yield {
    name: '远模板写实表.docx',
    bytes: withParts('progress.docx', {
      'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/attachedTemplate" Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>`,
    }),
  };
  const word = (settings: string) =>
    withParts('progress.docx', {
      'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${settings}</w:settings>`,
    });
  yield { name: '限制编辑写实表.docx', bytes: word('<w:documentProtection w:edit="forms" w:enforcement="1"/>') };
  yield { name: '只读写实表.docx', bytes: word('<w:writeProtection w:recommended="1"/>') };
  yield {
    name: '修改密码写实表.docx',
    bytes: word('<w:writeProtection w:algorithmName="SHA-512" w:hashValue="x" w:saltValue="y" w:spinCount="100000"/>'),
  };
  const strict = Object.entries(packageParts('progress.docx')).map(
    ([name, bytes]) =>
      [
        name,
        /\.(?:xml|rels)$/.test(name)
          ? bytesOf(
              new TextDecoder()
                .decode(bytes)
                .replaceAll(
                  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
                  'http://purl.oclc.org/ooxml/wordprocessingml/main',
                )
                .replaceAll(`${OFFICE}/relationships`, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
            )
          : bytes,
      ] as const,
  );
  yield { name: '严格写实表.docx', bytes: zip(Object.fromEntries(strict)) };
}

/** Under a password, as Office 2007, Office 2010 and WPS keep it, and marked as to be changed by some only. */
function* passwords(): Generator<HostileFile> {
  const packaged = noise(6000);
  const info = (major: number, minor: number, rest: Uint8Array) => joinBytes([u16(major), u16(minor), rest]);
  const agile = bytesOf(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16"/></encryption>',
  );
  const infos = {
    标准: info(3, 2, joinBytes([u32(0x24), noise(200)])),
    标准四: info(4, 2, joinBytes([u32(0x24), noise(200)])),
    可扩展: info(4, 3, noise(200)),
    敏捷: info(4, 4, joinBytes([u32(0x40), agile])),
    空: new Uint8Array(),
    怪: info(9, 9, noise(50)),
  };
  for (const [name, content] of Object.entries(infos))
    for (const ending of ['统计表.xlsx', '总结.docx', '统计表.et', '统计表.xls'])
      yield {
        name: `密码${name}${ending}`,
        bytes: compound({ EncryptionInfo: content, EncryptedPackage: packaged, '\u0006DataSpaces/Version': noise(76) }),
      };
  yield { name: '密码无信息统计表.xlsx', bytes: compound({ EncryptedPackage: packaged }) };
  yield { name: '密码无内容统计表.xlsx', bytes: compound({ EncryptionInfo: infos.敏捷 }) };
  const xls = (...globals: Uint8Array[]) =>
    compound({ Workbook: biff([record(0x0203, u16(0), u16(0), u16(0), new Uint8Array(8))], globals) });
  yield { name: '异或统计表.xls', bytes: xls(record(0x002f, u16(0), u16(0x1234), u16(0x5678))) };
  yield { name: '四零统计表.xls', bytes: xls(record(0x002f, u16(1), u16(1), u16(1), noise(48))) };
  yield { name: '强加密统计表.xls', bytes: xls(record(0x002f, u16(1), u16(2), u16(2), noise(200))) };
  yield {
    name: '修改密码统计表.xls',
    bytes: xls(record(0x0086), record(0x005b, u16(1), u16(0x1234), u16(1), Uint8Array.of(0, 65))),
  };
  yield {
    name: '结构保护统计表.xls',
    bytes: xls(record(0x0012, u16(1)), record(0x0013, u16(0x1234)), record(0x0019, u16(0))),
  };
  yield {
    name: '权限统计表.xlsx',
    bytes: compound({ EncryptedPackage: packaged, '\u0006DataSpaces/DataSpaceInfo/DRMEncryptedDataSpace': noise(64) }),
  };
}

export const sealed = [
  maker('zip: members under a password', locked),
  maker('zip: methods of every number', methods),
  maker('names that are twins, and names of systems', twins),
  maker('xlsx: links, queries, macros, signatures, protection', carrying),
  maker('docx: the form as a picture, an object, a link', embedded),
  maker('ole: under a password, by each program', passwords),
];
