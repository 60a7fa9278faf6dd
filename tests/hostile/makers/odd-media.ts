import { joinBytes } from '../../../src/model/join-bytes.js';
import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';

const big16 = (value: number) => u16(value).reverse();
const big32 = (value: number) => u32(value).reverse();
const begin = Uint8Array.of(0xff, 0xd8);
const tail = () => honest('photo.jpg').subarray(2);
const segment = (marker: number, content: Uint8Array) =>
  joinBytes([Uint8Array.of(0xff, marker), big16(content.length + 2), content]);
const field = (tag: number, kind: number, count: number, value: number) =>
  joinBytes([u16(tag), u16(kind), u32(count), u32(value)]);
const directory = (fields: readonly Uint8Array[]) => joinBytes([u16(fields.length), ...fields, u32(0)]);
const times = (count: number, write: (n: number) => Uint8Array) => Array.from({ length: count }, (_, n) => write(n));
const noted = (tiff: Uint8Array) => segment(0xe1, joinBytes([bytesOf('Exif\u0000\u0000II*\u0000'), tiff]));
const filled = (bytes: readonly number[], count: number) =>
  new Uint8Array(bytes.length * count).map((_, n) => bytes[n % bytes.length] ?? 0);

/** Of the size up to which photos are looked at in the program itself. */
const notes = {
  空段: () => filled([0xff, 0xe1, 0, 2], 1_900_000),
  零长段: () => filled([0xff, 0xe1, 0, 0], 1_900_000),
  填充: () => filled([0xff], 7_900_000),
  空记录: () => joinBytes(times(500_000, () => noted(new Uint8Array()))),
  满记录: () =>
    joinBytes(times(120, () => noted(joinBytes([u32(8), directory(times(5400, () => field(0x9003, 2, 60_000, 8)))])))),
  同一指针: () => noted(joinBytes([u32(8), directory(times(5400, () => field(0x8769, 4, 1, 8)))])),
  日期满: () =>
    noted(
      joinBytes([
        u32(8),
        directory([field(0x8769, 4, 1, 26)]),
        directory(times(5000, () => field(0x9003, 1, 60_000, 0))),
      ]),
    ),
  方向满: () => noted(joinBytes([u32(8), directory(times(5300, () => field(0x112, 3, 30_000, 8)))])),
};

const heads: Readonly<Record<string, string>> = {
  'II*\u0000\u0008\u0000\u0000\u0000': '扫描照片.tif',
  'II*\u0000\u0010\u0000\u0000\u0000CR\u0002\u0000': '相机照片.cr2',
  '8BPS\u0000\u0001': '图层照片.psd',
  '\u0000\u0000\u0001\u0000\u0001\u0000': '图标照片.ico',
  '\u0000\u0000\u0000\u000cjP  \r\n\u0087\n': '新式照片.jp2',
  '\u00ff\u000a': '新式照片.jxl',
  '\u00d7\u00cd\u00c6\u009a': '矢量照片.wmf',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>': '矢量照片.png',
  '%!PS-Adobe-3.0 EPSF-3.0\n': '矢量照片.jpg',
  'P6\n99999 99999\n255\n': '原始照片.ppm',
  'qoif\u00ff\u00ff\u00ff\u00ff': '小众照片.qoi',
};

export const oddMedia = [
  costly('pictures whose notes go on without end', function* () {
    for (const [name, make] of Object.entries(notes))
      yield { name: `${name}照片.jpg`, bytes: joinBytes([begin, make(), tail()]) };
  }),
  maker('pictures of other programs', function* () {
    for (const [head, name] of Object.entries(heads)) {
      const bytes = joinBytes([Uint8Array.from(head, (sign) => sign.charCodeAt(0)), new Uint8Array(400)]);
      yield { name, bytes };
      yield { name: `改名${name.replace(/\.\w+$/, '.jpg')}`, bytes };
    }
    for (const frame of [0xc3, 0xc5, 0xc9, 0xcb, 0xcf]) {
      const bytes = honest('photo.jpg').slice();
      const at = bytes.findIndex((byte, n) => byte === 0xff && (bytes[n + 1] === 0xc0 || bytes[n + 1] === 0xc2));
      bytes[at + 1] = frame;
      yield { name: `编法${frame}照片.jpg`, bytes };
    }
    const screen = joinBytes([bytesOf('GIF89a'), u16(1), u16(65_535), new Uint8Array(3)]);
    yield { name: '细长照片.gif', bytes: joinBytes([screen, bytesOf(';')]) };
    const png = joinBytes([Uint8Array.of(0x89), bytesOf('PNG\r\n\u001a\n')]);
    yield {
      name: '苹果照片.png',
      bytes: joinBytes([png, big32(4), bytesOf('CgBI'), new Uint8Array(8), new Uint8Array(60)]),
    };
    yield { name: '只有头照片.png', bytes: png };
    const riff = (kind: string, rest: Uint8Array) =>
      joinBytes([bytesOf('RIFF'), u32(rest.length + 4), bytesOf(`WEBP${kind}`), rest]);
    yield { name: '动照片.webp', bytes: riff('VP8X', joinBytes([u32(10), new Uint8Array(10).fill(0xff)])) };
    yield { name: '无损照片.webp', bytes: riff('VP8L', joinBytes([u32(5), Uint8Array.of(0x2f, 255, 255, 255, 255)])) };
  }),
];
