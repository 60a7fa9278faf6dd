import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Format, UnreadableReason } from '../../src/model/rules.js';
import { causeOf } from '../../src/read/sniff/cause.js';
import { sniff } from '../../src/read/sniff.js';
import { rawZip } from '../hostile/raw-zip.js';
import { workbook, zip } from './build-package.js';

/** Characters 0 to 255 as bytes. */
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string, length = 64) => {
  const bytes = new Uint8Array(length);
  for (let n = 0; n * 2 < digits.length; n++) bytes[n] = Number.parseInt(digits.slice(n * 2, n * 2 + 2), 16);
  return bytes;
};
function container(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'array' }));
}
const wide = (text: string) => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0), 0]));

const causes: readonly (readonly [UnreadableReason, string, Uint8Array])[] = [
  ['zeros', '附件2.xlsx', new Uint8Array(9000)],
  ['shortcut', '附件2.xlsx', hex('4c0000000114020000000000c000000000000046', 200)],
  ['web-shortcut', '附件2.xlsx', utf8('[InternetShortcut]\r\nURL=https://example.org/a\r\n')],
  ['web-shortcut', '附件2.txt', utf8('[Desktop Entry]\nType=Link\nURL=https://example.org\n')],
  ['web-shortcut', '附件2.webloc', utf8('<?xml version="1.0"?><plist><dict><key>URL</key></dict></plist>')],
  ['cloud-placeholder', '.附件2.xlsx.icloud', bytesOf(`bplist00${'\x01'.repeat(100)}`)],
  ['cloud-link', '附件2.gsheet', utf8('{"doc_id":"x","email":"a@example.org"}')],
  ['cloud-link', '附件2.xlsx', utf8('https://kdocs.example.org/l/abc\r\n')],
  ['half-downloaded', '附件2.xlsx.crdownload', workbook({ sheets: [''] }).subarray(0, 500)],
  ['half-downloaded', '附件2.xlsx.baiduyun.downloading', hex('00010203ff')],
  [
    'login-page',
    '附件2.xlsx',
    utf8('<!DOCTYPE html><html><body><form><input name=p type="password"></form></body></html>'),
  ],
  ['login-page', '附件2.xls', utf8('<html><head><title>用户登录</title></head><body></body></html>')],
  [
    'mailbox',
    'inbox.mbox',
    utf8(
      `From a Mon May  1 09:00:00 2023\nFrom: a@example.org\nSubject: 1\n\n${'x\n'.repeat(40_000)}\nFrom b Tue May  2 09:00:00 2023\nFrom: b@example.org\n\ny\n`,
    ),
  ],
  ['winmail-dat', 'winmail.dat', hex('789f3e22010001')],
  ['signed-mail', 'smime.p7m', hex('3082010a06092a86')],
  [
    'signed-mail',
    '邮件.eml',
    utf8(
      'From: a@example.org\r\nTo: b@example.org\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIA\r\n',
    ),
  ],
  [
    'signed-mail',
    '邮件.eml',
    utf8('From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/encrypted; boundary=a\r\n\r\n--a--\r\n'),
  ],
  ['rights', '附件2.xls', container({ '\tDRMContent': new Uint8Array(5000), Workbook: new Uint8Array(5000) })],
  ['rights', '附件2.xlsx', container({ EncryptedPackage: new Uint8Array(5000), Map: wide('DRMEncryptedDataSpace') })],
  ['outlook-mail', '转发.msg', container({ '__properties_version1.0': new Uint8Array(64) })],
  ['works', '附件2.wps', container({ MatOST: new Uint8Array(64) })],
  ['works', '附件2.wks', hex('ff00020004040554')],
  ['excel-95', '附件2.xls', hex('0908080000051000')],
  ['excel-95', '附件2.xls', hex('0904060000001000')],
  ['word-95', '附件1.doc', hex('dba52d0000000904')],
  ['split-archive', '材料.z01', hex('00ff01fe02fd')],
  ['split-archive', '材料.7z.002', hex('00ff01fe02fd')],
  ['split-archive', '材料.003', hex('00ff01fe02fd')],
  ['packed', '材料.gz', hex('1f8b080000000000')],
  [
    'packed',
    '材料.tar',
    Uint8Array.from([
      ...utf8('附件2.xlsx'),
      ...new Uint8Array(244),
      ...bytesOf('\0ustar'),
      ...new Uint8Array(250),
    ]).subarray(0, 512),
  ],
  [
    'iwork',
    '附件2.numbers',
    zip({ 'index.xml': '<a/>', 'buildVersionHistory.plist': '', 'QuickLook/Thumbnail.jpg': '' }),
  ],
  ['zero-part', '附件2.xls', Uint8Array.from([...new Uint8Array(3000), ...bytesOf('abc'.repeat(1000))])],
  ['left-by-system', '附件2.xlsx', hex('00051607000200004d6163204f532058')],
  ['left-by-system', '附件2.xlsx', hex('000000014275643100001000')],
  ['left-by-system', '附件2.xlsx', hex('0561646d696e', 165)],
  ['cloud-placeholder', '附件2.xlsx', utf8('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n')],
  ['server-answer', '附件2.xlsx', utf8('<html><head><title>404 Not Found</title></head><body>nginx</body></html>')],
  ['server-answer', '附件2.docx', utf8('<html><script>location.href="/login"</script></html>')],
  ['server-answer', '总结.docx', utf8('{"code":401,"msg":"未登录","data":null}')],
  ['server-answer', '总结.doc', utf8('java.lang.NullPointerException: null\n\tat a.B.c(B.java:1)')],
  ['server-answer', '总结.docx', utf8('文件不存在')],
  ['server-answer', '附件2.zip', utf8('<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code></Error>')],
  ['encoded-text', '附件2.xlsx', utf8(Buffer.from(workbook({ sheets: [''] })).toString('base64'))],
  ['encoded-text', '照片.jpg', utf8(`data:image/jpeg;base64,${'/9j/'.repeat(40)}`)],
  ['sent-as-text', '附件2.xls', utf8('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0')],
  ['sent-as-text', '附件2.xls', utf8('\ufffd\ufffd\u0011\u0871\u001a\ufffd\0\0')],
  [
    'old-open-office',
    '附件2.sxc',
    rawZip([{ name: 'mimetype', content: utf8('application/vnd.sun.xml.calc'), method: 0 }]),
  ],
  ['old-open-office', '附件2.sdc', container({ StarCalcDocument: new Uint8Array(64) })],
  ['uof', '附件2.uos', utf8('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>')],
  ['exchange-table', '附件2.slk', utf8('ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n')],
  ['packed', '材料.lz4', hex('04224d18')],
  ['iwork', '附件2.numbers', zip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' })],
];

describe('why a file is of no use is told by its content', () => {
  it('leaves open what no cause holds of', () => {
    for (const name of ['表.123', '文.602']) expect(causeOf(hex('00ff01fe02fd'), name, 'unknown')).toBeNull();
  });

  it.each(causes)('%s: %s', (reason, name, bytes) => {
    expect(causeOf(bytes, name, sniff(bytes, name))).toBe(reason);
  });

  it.each([
    ['附件2.xlsx.crdownload', workbook({ sheets: [''] })],
    ['附件2.lnk', workbook({ sheets: [''] })],
    ['材料.zip', zip({ 'a.txt': 'x' })],
    ['总结.txt', utf8('已完成')],
    ['总结.html', utf8('<html><title>活动总结</title><p>五月十日在村部举办了宣传活动</p></html>')],
    ['总结.txt', utf8('活动总结，详见 https://example.org/a 的报道\n')],
    [
      '邮件.eml',
      utf8('From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n'),
    ],
    ['网页.xls', utf8('<html><body><table><tr><td>1</td></tr></table></body></html>')],
  ])('none is found in %s, which is whole', (name, bytes) => {
    expect(causeOf(bytes, name, sniff(bytes, name))).toBeNull();
  });
});

const kinds: readonly (readonly [Format, string, Uint8Array])[] = [
  [
    'xml',
    '附件2.xls',
    utf8(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table/></Worksheet></Workbook>',
    ),
  ],
  [
    'xml',
    '附件1.doc',
    utf8('<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'),
  ],
  [
    'mht',
    '附件2.doc',
    utf8(
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n',
    ),
  ],
  [
    'eml',
    '邮件.eml',
    utf8(
      'MIME-Version: 1.0\r\nFrom: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n',
    ),
  ],
  ['onenote', 'a.one', hex('e4525c7b8cd8a74d')],
  ['access', 'a.mdb', hex('000100005374616e64617264204a6574204442')],
  ['psd', 'a.psd', hex('384250530001')],
  ['dwg', 'a.dwg', bytesOf('AC1032\0\0\0\0')],
  ['lotus', 'a.wk1', hex('0000020006040600')],
  ['dbf', 'a.dbf', hex('0377050a01000000')],
  ['sqlite', 'a.db', bytesOf('SQLite format 3\0\0\0\0')],
  ['audio', 'a.mp3', bytesOf('ID3\x04\0\0\0\0\0\0')],
  ['audio', 'a.amr', bytesOf('#!AMR\n\0\0')],
  ['audio', 'a.m4a', bytesOf('\0\0\0 ftypM4A \0\0\0\0')],
  ['exe', '附件2.xlsx', bytesOf(`MZ${'\0'.repeat(100)}`)],
  ['apk', 'a.apk', zip({ 'AndroidManifest.xml': 'x', 'classes.dex': 'x' })],
  ['ofd', 'a.ofd', zip({ 'OFD.xml': '<x/>' })],
  ['visio', 'a.vsdx', zip({ '[Content_Types].xml': '<x/>', 'visio/document.xml': '<x/>' })],
  ['svg', 'a.svg', utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['ps', 'a.eps', bytesOf('%!PS-Adobe-3.0\n')],
  ['vcf', 'a.vcf', utf8('BEGIN:VCARD\r\nVERSION:3.0\r\n')],
  ['ics', 'a.ics', utf8('BEGIN:VCALENDAR\r\n')],
  ['font', 'a.ttf', hex('00010000000f0080')],
];

it.each(kinds)('a file of no use to us is called what it is: %s (%s)', (format, name, bytes) => {
  expect(sniff(bytes, name)).toBe(format);
});
