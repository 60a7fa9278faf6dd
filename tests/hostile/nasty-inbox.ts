import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { crc32 } from '../../src/read/crc32.js';
import { mail, progressReport } from '../pipeline/documents.js';

const received = new Date('2023-05-04T10:00:00+08:00');
const form = readFileSync(resolve('fixtures/rules/count-estimate/inbox/东岭村统计表.xlsx'));

/** What must never stand anywhere as it came: control, direction and invisible signs. */
export const raw = /[^\P{Cc}\n\t\r]|[\p{Cf}\p{Zl}\p{Zp}]|\r(?!\n)/u;

/** Texts that mean something to a terminal, a file system, a spreadsheet, a page, Word, CSV or a build server. */
export const nastyTexts: readonly string[] = [
  ...['\u001b[31m红\u001b]0;title\u0007', '\u009b31m\u0085', '\u202egnp.\u202c', '\u2066a\u2069\u200e\u200f\u061c'],
  ...[
    'zw\u200b\u200c\u200d\ufeff\u2060\u00ad',
    'ls\u2028ps\u2029',
    'del\u007f',
    'cr\rcr',
    'tab\ttab',
    'nl\n::error::x',
  ],
  ...['=1+1', '=cmd|calc!A0', '+1+1', '-1+1', '@SUM(1)', '＝1+1', '＋1', '－1', '＠SUM(1)', '\t=1', '\r=1', "'=1"],
  ...[
    '=HYPERLINK("http://evil.example/","x")',
    '\\\\evil.example\\share',
    'http://evil.example/',
    'javascript:alert(1)',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&amp;',
    ']]>',
    '<!--',
    '{{x}}',
    '](http://evil.example)',
  ],
  ...['%0A::error::x', '::error file=a::b', '_x0041_', '_x001B_', '_xD800_', '../../etc/passwd', 'a!b!c', '--help'],
];

/** The form of a unit, with texts in its last row: website, WeChat, Weibo. */
function formWith(unit: string, ...texts: readonly string[]): Uint8Array {
  const parts = unzipSync(form);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const items = texts.map((text) => `<si><t xml:space="preserve">${asXlsx(text)}</t></si>`).join('');
  const strings = part('xl/sharedStrings.xml')
    .replace('东岭村委会', () => asXlsx(unit))
    .replace('约200人', '200')
    .replace('</sst>', () => `${items}</sst>`);
  const sheet = texts.reduce((xml, _, n) => {
    const cell = `<c r="${['B16', 'J16', 'R16'][n]}" t="s"><v>`;
    return xml.replace(`${cell}25</v>`, `${cell}${26 + n}</v>`);
  }, part('xl/worksheets/sheet1.xml'));
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings), 'xl/worksheets/sheet1.xml': strToU8(sheet) });
}

/** What XML cannot hold is written as spreadsheets write it. */
function asXlsx(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\n\t\u0080-\u009f]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}

/** A zip of plain members under any names at all, in the order given. */
function zipOf(members: readonly (readonly [name: string | Uint8Array, bytes: Uint8Array])[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of members) {
    const rawName = typeof name === 'string' ? strToU8(name) : name;
    const told = Buffer.alloc(26);
    told.writeUInt16LE(20, 0);
    told.writeUInt16LE(0x800, 2);
    told.writeUInt32LE(crc32(bytes), 10);
    told.writeUInt32LE(bytes.length, 14);
    told.writeUInt32LE(bytes.length, 18);
    told.writeUInt16LE(rawName.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), told, rawName, bytes]);
    locals.push(local);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), told, place, rawName]));
    at += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const namesInArchives: readonly (string | Uint8Array)[] = [
  ...['../../etc/passwd', '/abs/x.xlsx', 'C:\\x.xlsx', 'CON', 'aux.xlsx', 'a\0b.xlsx', 'x!y.xlsx', 'new\nline.xlsx'],
  ...['\u001b[2Jesc.xlsx', 'bidi\u202excod.xlsx', `${'L'.repeat(400)}.xlsx`, `${'D/'.repeat(200)}deep.xlsx`],
  ...['', '..', '.', 'folder/', '\\\\host\\share\\a.xlsx', '=1+1.xlsx', '::error::x.xlsx'],
  Uint8Array.of(0xff, 0xff, 0x2e),
];

/**
 * An inbox of everything that a name or a text may do, each file another content: names on the disk, in an archive and in
 * a mail, texts in cells, subjects, senders and paragraphs; pipes, links and folders where the system has them.
 */
export function putNastyInbox(folder: string): void {
  const inbox = Buffer.from(`${join(folder, 'inbox')}/`);
  let count = 0;
  const another = () => formWith('西岭村委会', `第${++count}份`);
  const put = (name: string | Uint8Array, bytes: Uint8Array) => {
    const path = Buffer.concat([inbox, Buffer.from(name)]);
    mkdirSync(path.subarray(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, bytes);
    utimesSync(path, received, received);
  };
  for (const text of nastyTexts) put(`${text.replaceAll('/', '∕')}.xlsx`, another());
  for (const name of [
    [0xff, 0xfe],
    [0xbc, 0xd7, 0xb4, 0xe5],
    [0xed, 0xa0, 0x80],
  ]) {
    put(Buffer.from([...name, ...Buffer.from('.xlsx')]), another());
  }
  put(Buffer.from([0x64, 0xff, 0x2f, ...Buffer.from('in.xlsx')]), another());
  put('包\u001b[31m.zip', zipOf(namesInArchives.map((name) => [name, another()])));
  put('重名.zip', zipOf([1, 2].map(() => ['same.xlsx', another()])));
  const attachments = [
    '../../etc/x.xlsx',
    '\u001b]0;x\u0007.xlsx',
    'a\0b.xlsx',
    'CON.xlsx',
    'x\r\nBcc: y.xlsx',
    'same.xlsx',
  ];
  put('邮件.eml', mail(headers, Object.fromEntries(attachments.map((name) => [name, another()]))));
  for (let n = 0; n < nastyTexts.length; n += 3) {
    put(`石桥村/统计表${n}.xlsx`, formWith('石桥村委会', ...nastyTexts.slice(n, n + 3)));
  }
  const said = nastyTexts.filter((text) => !/[^\P{Cc}\n\t\r\u007f-\u009f]/u.test(text)).map(asXml);
  put(
    '东岭村/写实表5月10日.docx',
    progressReport(
      '东岭村委会',
      said.map((text) => `5月3日在村广场宣传，群众30人参加。${text}`),
    ),
  );
  put('folder.xlsx/inner.xlsx', another());
  for (const [target, name] of [
    ['/etc/passwd', 'link.xlsx'],
    ['.', 'loop'],
    ['b', 'a'],
    ['a', 'b'],
    ['/etc', 'etc'],
    ['/none', 'no.xlsx'],
  ]) {
    symlinkSync(target ?? '', join(folder, 'inbox', name ?? ''));
  }
  execFileSync('mkfifo', [join(folder, 'inbox', 'pipe.xlsx')]);
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const headers = [
  'Received: from a by b; Thu, 4 May 2023 10:00:00 +0800',
  `From: ${encoded('=HYPERLINK("http://evil.example/")\u001b[2J')} <a@evil.example>`,
  `Subject: ${encoded('\u001b[31m西岭村\n::error::x\u202e=cmd|calc')}`,
];

function asXml(text: string): string {
  return text.replace(/[&<>"\r\u007f-\u009f]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
