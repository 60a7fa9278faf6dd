import { joinBytes } from '../../../src/model/join-bytes.js';
import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';

const big16 = (value: number) => u16(value).reverse();
const big32 = (value: number) => u32(value).reverse();
const box = (type: string, content: Uint8Array, size = content.length + 8) =>
  joinBytes([big32(size), bytesOf(type), content]);
const segment = (marker: number, content: Uint8Array) =>
  joinBytes([Uint8Array.of(0xff, marker), big16(content.length + 2), content]);
const tail = () => honest('photo.jpg').subarray(2);

/** One field of a TIFF header, its value or where that lies. */
const field = (tag: number, kind: number, count: number, value: number) =>
  joinBytes([u16(tag), u16(kind), u32(count), u32(value)]);
const directory = (fields: readonly Uint8Array[], next: number, count = fields.length) =>
  joinBytes([u16(count), ...fields, u32(next)]);
/** The honest photo with this for its EXIF. */
const photo = (tiff: Uint8Array, order = 'II*\u0000') =>
  joinBytes([Uint8Array.of(0xff, 0xd8), segment(0xe1, joinBytes([bytesOf(`Exif\u0000\u0000${order}`), tiff])), tail()]);

export const moreMedia = [
  maker('pictures whose EXIF lies', function* () {
    const exif = 0x8769;
    const day = 0x9003;
    const heads = {
      首远: u32(0x7fffffff),
      首负: u32(0x80000000),
      首零: u32(0),
      自环: joinBytes([u32(8), directory([], 8)]),
      互环: joinBytes([u32(8), directory([field(exif, 4, 1, 26)], 26), directory([field(exif, 4, 1, 8)], 8)]),
      格多: joinBytes([u32(8), directory([field(day, 2, 20, 8)], 0, 0xffff)]),
      数多: joinBytes([u32(8), directory([field(exif, 4, 0xffffffff, 8)], 0)]),
      型怪: joinBytes([u32(8), directory([field(exif, 99, 1, 8), field(exif, 0, 1, 8)], 0)]),
      日远: joinBytes([u32(8), directory([field(exif, 4, 1, 26)], 0), directory([field(day, 2, 20, 0x7fffffff)], 0)]),
      日长: joinBytes([u32(8), directory([field(exif, 4, 1, 26)], 0), directory([field(day, 2, 0x7fffffff, 8)], 0)]),
      日怪: joinBytes([
        u32(8),
        directory([field(exif, 4, 1, 26)], 0),
        directory([field(day, 2, 20, 44)], 0),
        bytesOf('9999:99:99 99:99:99\u0000'),
      ]),
      预览: joinBytes([u32(8), directory([field(0x201, 4, 1, 0), field(0x202, 4, 1, 0x7fffffff)], 0)]),
      多链: joinBytes([u32(8), ...Array.from({ length: 4000 }, (_, n) => directory([], 8 + (n + 1) * 6))]),
    };
    for (const [name, tiff] of Object.entries(heads)) {
      yield { name: `${name}照片.jpg`, bytes: photo(tiff) };
      yield { name: `${name}大端照片.jpg`, bytes: photo(tiff, 'MM\u0000*') };
    }
    yield {
      name: '两段照片.jpg',
      bytes: joinBytes([
        photo(u32(8)).subarray(0, -tail().length),
        segment(0xe1, bytesOf('Exif\u0000\u0000MM\u0000*')),
        tail(),
      ]),
    };
    yield {
      name: '千段照片.jpg',
      bytes: joinBytes([
        Uint8Array.of(0xff, 0xd8),
        ...Array.from({ length: 1000 }, () => segment(0xe1, bytesOf('Exif\u0000\u0000II*\u0000'))),
        tail(),
      ]),
    };
    yield {
      name: '说明照片.jpg',
      bytes: joinBytes([
        Uint8Array.of(0xff, 0xd8),
        segment(
          0xe1,
          bytesOf(`http://ns.adobe.com/xap/1.0/\u0000<!DOCTYPE x [<!ENTITY a "1">]>${'<x>'.repeat(15_000)}`),
        ),
        tail(),
      ]),
    };
  }),
  maker('pictures that break off or go on', function* () {
    const heads = {
      gif: 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000',
      webp: 'RIFF\u00ff\u00ff\u00ff\u00ffWEBPVP8 ',
      bmp: 'BM\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0036\u0000\u0000\u0000\u0028\u0000\u0000\u0000',
      tif: 'II*\u0000\u0008\u0000\u0000\u0000\u00ff\u00ff',
      psd: '8BPS\u0000\u0001',
      ico: '\u0000\u0000\u0001\u0000\u00ff\u00ff',
      jp2: '\u0000\u0000\u0000\u000cjP  \r\n\u0087\n',
      emf: '\u0001\u0000\u0000\u0000',
      png: '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0000IEND',
      jpg: '\u00ff\u00d8\u00ff\u00d9',
    };
    for (const [ending, head] of Object.entries(heads)) {
      const bytes = Uint8Array.from(head, (sign) => sign.charCodeAt(0));
      yield { name: `头照片.${ending}`, bytes };
      yield { name: `头后全一照片.${ending}`, bytes: joinBytes([bytes, new Uint8Array(30_000).fill(255)]) };
      yield { name: `头后全零照片.${ending}`, bytes: joinBytes([bytes, new Uint8Array(30_000)]) };
    }
    yield { name: '后带包照片.jpg', bytes: joinBytes([honest('photo.jpg'), honest('all.zip')]) };
    yield { name: '后带全零照片.jpg', bytes: joinBytes([honest('photo.jpg'), new Uint8Array(100_000)]) };
    yield { name: '两张照片.jpg', bytes: joinBytes([honest('photo.jpg'), honest('photo.jpg')]) };
  }),
  costly('boxes of pictures and films that lie', function* () {
    const brands = { heic: 'heic', avif: 'avif', mov: 'qt  ', '3gp': '3gp5', mp4: 'isom', m4v: 'M4V ', m4a: 'M4A ' };
    for (const [ending, brand] of Object.entries(brands)) {
      const ftyp = box('ftyp', bytesOf(`${brand}\u0000\u0000\u0000\u0000${brand}`));
      const after = {
        无: new Uint8Array(),
        零: box('meta', new Uint8Array(), 0),
        零多: joinBytes(Array.from({ length: 3000 }, () => box('free', new Uint8Array(), 0))),
        一: joinBytes([big32(1), bytesOf('mdat'), big32(0xffffffff), big32(0xffffffff)]),
        一零: joinBytes([big32(1), bytesOf('mdat'), big32(0), big32(0)]),
        小: box('moov', new Uint8Array(50), 3),
        远: box('moov', new Uint8Array(50), 0x7fffffff),
        表多: box('moov', box('trak', box('stts', joinBytes([u32(0), big32(0xffffffff), new Uint8Array(64)])))),
        套: Array.from({ length: 3000 }).reduce<Uint8Array>((inside) => box('meta', inside), new Uint8Array()),
        类怪: box('\u0000\u0001\u0002\u0003', new Uint8Array(9)),
      };
      for (const [name, bytes] of Object.entries(after))
        yield { name: `${name}盒.${ending}`, bytes: joinBytes([ftyp, bytes]) };
    }
    const long = joinBytes([Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x01), new Uint8Array(7).fill(255)]);
    yield { name: '长视频.mkv', bytes: long };
    yield { name: '视频.flv', bytes: bytesOf('FLV\u0001\u0005\u0000\u0000\u0000\u0009') };
    yield {
      name: '视频.wmv',
      bytes: joinBytes([Uint8Array.of(0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11), new Uint8Array(40).fill(255)]),
    };
    yield { name: '视频.mpg', bytes: joinBytes([Uint8Array.of(0, 0, 1, 0xba), new Uint8Array(4000).fill(255)]) };
    yield { name: '视频.ts', bytes: new Uint8Array(188 * 100).fill(0x47) };
    yield { name: '录音.amr', bytes: bytesOf('#!AMR\n') };
  }),
  maker('two kinds in one', function* () {
    const pdf = bytesOf('%PDF-1.7\n1 0 obj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj\n');
    const both = (one: Uint8Array, other: Uint8Array) => joinBytes([one, other]);
    yield { name: '文档加表统计表.pdf', bytes: both(pdf, stranger('form.xlsx')) };
    yield { name: '文档加表统计表.xlsx', bytes: both(pdf, stranger('form.xlsx')) };
    yield {
      name: '程序加表统计表.xlsx',
      bytes: both(bytesOf(`MZ${'\u0000'.repeat(62)}PE\u0000\u0000`), stranger('form.xlsx')),
    };
    yield { name: '动图加表统计表.gif', bytes: both(bytesOf('GIF89a/*'), stranger('form.xlsx')) };
    yield {
      name: '网页加老表统计表.xls',
      bytes: both(bytesOf('<html><table><tr><td>1</table></html>'), stranger('form.xls')),
    };
    yield { name: '老表加包统计表.xls', bytes: both(stranger('form.xls'), honest('all.zip')) };
    yield {
      name: '信加网页.eml',
      bytes: both(
        bytesOf('From: a@example.org\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<table>'),
        stranger('form.xlsx'),
      ),
    };
    yield {
      name: '表加信统计表.csv',
      bytes: both(bytesOf('From,To\r\nFrom: a@example.org\r\nTo: b\r\n\r\n'), honest('plan.eml')),
    };
    yield { name: '富文本加表写实表.doc', bytes: both(bytesOf('{\\rtf1 x}'), honest('word.doc')) };
    yield { name: '文档带脚本.pdf', bytes: both(pdf, bytesOf('<script>alert(1)</script>%%EOF')) };
    yield { name: '万层.pdf', bytes: both(pdf, bytesOf('[<<'.repeat(100_000))) };
    yield { name: '加密.pdf', bytes: both(pdf, bytesOf('trailer<</Encrypt 1 0 R>>%%EOF')) };
  }),
];
