import { describe, expect, it } from 'vitest';
import { joinBytes } from '../../src/model/join-bytes.js';
import { sniff } from '../../src/read/sniff.js';
import { PNG, wordDocument, workbook, zip } from './build-package.js';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark = '\ufeff') =>
  new Uint8Array(Uint16Array.from(mark + text, (c) => c.charCodeAt(0)).buffer);
/** 甲村 in GBK. */
const GBK = '\xbc\xd7\xb4\xe5';
const box = (brand: string) => ascii(`\0\0\0\x18ftyp${brand}\0\0\0\0`);

describe('zips', () => {
  const oneSheet = workbook({ sheets: [''] });
  const openDocument = (kind: string) =>
    zip({ mimetype: kind, 'content.xml': '<a/>', 'META-INF/manifest.xml': '<a/>' });

  const atRoot = (kind: string) =>
    zip({
      '[Content_Types].xml': `<Types><Override PartName="/main.xml" ContentType="${kind}"/></Types>`,
      '_rels/.rels': '',
      'main.xml': '',
    });

  it.each([
    ['xlsx', oneSheet, '附件2.docx'],
    ['docx', wordDocument(''), '附件1.zip'],
    ['xlsx', oneSheet.subarray(0, 700), 'a.zip'],
    ['docx', wordDocument('甲'.repeat(900)).subarray(0, 900), 'a.zip'],
    ['xlsx', zip({ '[Content_Types].xml': '', 'XL\\Workbook.xml': '' }), 'a'],
    ['pptx', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), 'a'],
    ['xlsx', atRoot('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'), 'a.zip'],
    ['xlsx', atRoot('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'a'],
    ['docx', atRoot('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'), 'a.xlsx'],
    ['zip', atRoot('application/vnd.ms-package.3dmanufacturing-3dmodel+xml'), 'a.xlsx'],
    ['zip', zip({ 'a.txt': 'x' }), 'a.xlsx'],
    ['zip', joinBytes([ascii('\x01\x02\x03\x04'), zip({ 'a.txt': 'x' })]), 'a.zip'],
    ['unknown', joinBytes([ascii('\x01\x02\x03\x04'), zip({ 'a.txt': 'x' }), ascii('\0\0')]), 'a.zip'],
    ['zip', zip({ '附件/xl/workbook.xml': 'x' }), 'a.zip'],
    ['zip', zip({}), 'a.zip'],
    ['xlsx', zip({}), 'a.xlsx'],
    ['ofd', zip({ 'OFD.xml': '', 'Doc_0/Document.xml': '' }), 'a.ofd'],
    ['odt', openDocument('application/vnd.oasis.opendocument.text'), 'a.odt'],
    ['ods', zip({ 'content.xml': '', 'META-INF/manifest.xml': '' }), 'a.ods'],
    ['xlsx', ascii('PK\x03\x04 and nothing else'), 'a.xlsx'],
    ['zip', ascii('PK\x03\x04 and nothing else'), 'a'],
  ])('is %s', (format, bytes, name) => {
    expect(sniff(bytes, name)).toBe(format);
  });
});

describe('pictures, films and archives', () => {
  it.each([
    ['jpg', ascii('\xff\xd8\xff\xe0')],
    ['png', PNG],
    ['gif', ascii('GIF89a')],
    ['webp', ascii('RIFF\0\0\0\0WEBPVP8 ')],
    ['avi', ascii('RIFF\0\0\0\0AVI LIST')],
    ['tiff', ascii('II*\0')],
    ['tiff', ascii('MM\0*')],
    ['bmp', ascii(`BM${'\0'.repeat(12)}\x28\0\0\0`)],
    ['text', ascii('BM is how this text begins, and no bitmap')],
    ['heic', box('heic')],
    ['heic', box('mif1')],
    ['mp4', box('isom')],
    ['mp4', box('mp42')],
    ['mov', box('qt  ')],
    ['mov', ascii('\0\0\0\x08wide\0\0\0\0mdat')],
    ['3gp', box('3gp5')],
    ['unknown', box('avif')],
    ['wmv', ascii('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
    ['mkv', ascii('\x1a\x45\xdf\xa3')],
    ['flv', ascii('FLV\x01\x05')],
    ['mpeg', ascii('\0\0\x01\xba')],
    ['mpeg', ascii(`G${'\0'.repeat(187)}`.repeat(4))],
    ['rar', ascii('Rar!\x1a\x07\x01\0')],
    ['7z', ascii('7z\xbc\xaf\x27\x1c')],
    ['pdf', ascii('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')],
    ['pdf', ascii('\0\0junk%PDF-1.4\n')],
    ['doc', ascii('{\\rtf1\\ansi')],
    ['unknown', ascii('\x01\x02\x03\x04')],
    ['unknown', new Uint8Array()],
    ['unknown', new Uint8Array(5000)],
  ])('is %s', (format, bytes) => {
    expect(sniff(bytes, 'name.jpg')).toBe(format);
  });
});

describe('text', () => {
  const page = '<html><head><meta charset="gbk"></head><body><table><tr><td>x</td></tr></table></body></html>';
  const mail = 'Received: from a by b;\r\n\tMon, 29 May 2023\r\nFrom: a@example.com\r\nSubject: x\r\n\r\nbody';

  it.each([
    ['html', ascii(page), 'a.xls'],
    ['html', utf16(page), 'a.xls'],
    ['html', utf16(page, ''), 'a.xls'],
    ['html', ascii(`${page}${GBK}`), 'a.xls'],
    ['html', ascii(`<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html>${page}`), 'a'],
    ['html', ascii('<div><table border=1><tr><td>x'), 'a.doc'],
    ['unknown', ascii('<?xml version="1.0"?><Workbook/>'), 'a.xls'],
    ['eml', ascii(mail), 'a.txt'],
    ['eml', ascii(`From someone Mon May 29\n${mail}`), 'a'],
    ['eml', ascii('Subject: x\n\nbody'), 'a.eml'],
    ['text', ascii('Subject: x\n\nbody'), 'a.txt'],
    ['csv', utf8('村,场次\n甲,3\n'), '表.csv'],
    ['csv', ascii(`${GBK},3\n${GBK},4\n`), '表.xls'],
    ['csv', utf16('村\t场次\n甲\t3\n'), '表.xls'],
    ['text', utf8('甲,乙\n丙,丁\n'), '说明.txt'],
    ['text', utf8('没有表格。\n只有文字。'), '说明'],
    ['text', utf8('字'.repeat(40_000)), '长'],
    ['text', ascii(` ${GBK.repeat(20_000)}`), '长'],
  ])('is %s', (format, bytes, name) => {
    expect(sniff(bytes, name)).toBe(format);
  });
});
