import { joinBytes } from '../../../src/model/join-bytes.js';
import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';

const big16 = (value: number) => u16(value).reverse();
const big32 = (value: number) => u32(value).reverse();
const chunk = (type: string, content: Uint8Array, length = content.length) =>
  joinBytes([big32(length), bytesOf(type), content, u32(0)]);
const png = (width: number, height: number, ...more: Uint8Array[]) =>
  joinBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk('IHDR', joinBytes([big32(width), big32(height), Uint8Array.of(8, 6, 0, 0, 0)])),
    ...more,
  ]);
const box = (type: string, content: Uint8Array, size = content.length + 8) =>
  joinBytes([big32(size), bytesOf(type), content]);
const ftyp = box('ftyp', bytesOf('isom\u0000\u0000\u0000\u0001isommp42'));
const segment = (marker: number, content: Uint8Array, length = content.length + 2) =>
  joinBytes([Uint8Array.of(0xff, marker), big16(length), content]);
const frame = (width: number, height: number) =>
  segment(0xc0, joinBytes([Uint8Array.of(8), big16(height), big16(width), Uint8Array.of(1, 1, 0x11, 0)]));
const jpeg = (...segments: Uint8Array[]) =>
  joinBytes([Uint8Array.of(0xff, 0xd8), ...segments, Uint8Array.of(0xff, 0xd9)]);

function nestedBoxes(type: string, depth: number): Uint8Array {
  let inside: Uint8Array = new Uint8Array();
  for (let n = 0; n < depth; n++) inside = box(type, inside);
  return inside;
}

/** Directories of a TIFF header that lead to one another without end. */
function exifLoop(): Uint8Array {
  const entry = joinBytes([u16(0x8769), u16(4), u32(1), u32(8)]);
  return joinBytes([bytesOf('Exif\u0000\u0000II*\u0000'), u32(8), u16(1), entry, u32(8)]);
}

export const media = [
  maker('pictures of giant size', function* () {
    for (const [width, height] of [
      [0x7fffffff, 0x7fffffff],
      [0, 0],
      [65_535, 65_535],
      [100_000, 100_000],
    ] as const)
      yield {
        name: `图${width}照片.png`,
        bytes: png(width, height, chunk('IDAT', new Uint8Array(10)), chunk('IEND', new Uint8Array())),
      };
    yield { name: '大照片.jpg', bytes: jpeg(frame(65_535, 65_535), segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))) };
    yield { name: '零照片.jpg', bytes: jpeg(frame(0, 0), segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))) };
    yield {
      name: '负照片.bmp',
      bytes: joinBytes([
        bytesOf('BM'),
        u32(54),
        u32(0),
        u32(54),
        u32(40),
        u32(-100),
        u32(-2147483648),
        u16(1),
        u16(24),
        new Uint8Array(24),
      ]),
    };
    yield {
      name: '大照片.gif',
      bytes: joinBytes([bytesOf('GIF89a'), u16(65_535), u16(65_535), Uint8Array.of(0xf7, 0, 0)]),
    };
    yield {
      name: '谎照片.webp',
      bytes: joinBytes([
        bytesOf('RIFF'),
        u32(0xffffffff),
        bytesOf('WEBPVP8X'),
        u32(0xffffffff),
        new Uint8Array(10).fill(255),
      ]),
    };
  }),
  costly('pictures that loop', function* () {
    yield {
      name: '零段照片.jpg',
      bytes: joinBytes([
        Uint8Array.of(0xff, 0xd8),
        ...Array.from({ length: 10_000 }, () => segment(0xe1, new Uint8Array(), 0)),
      ]),
    };
    yield { name: '填充照片.jpg', bytes: joinBytes([Uint8Array.of(0xff, 0xd8), new Uint8Array(3_000_000).fill(0xff)]) };
    yield {
      name: '环照片.jpg',
      bytes: jpeg(segment(0xe1, exifLoop()), frame(800, 600), segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))),
    };
    yield { name: '谎块照片.png', bytes: png(800, 600, chunk('tEXt', new Uint8Array(), 0xffffffff)) };
    yield {
      name: '块多照片.png',
      bytes: png(800, 600, ...Array.from({ length: 100_000 }, () => chunk('tEXt', new Uint8Array()))),
    };
    yield {
      name: '段多照片.gif',
      bytes: joinBytes([bytesOf('GIF89a'), u16(1), u16(1), Uint8Array.of(0, 0, 0), new Uint8Array(500_000).fill(0x21)]),
    };
    yield {
      name: '环照片.heic',
      bytes: joinBytes([
        box('ftyp', bytesOf('heic\u0000\u0000\u0000\u0000heic')),
        box('meta', u32(0), 0),
        box('iloc', new Uint8Array(20).fill(255)),
      ]),
    };
    yield { name: '半张照片.jpg', bytes: honest('photo.jpg').subarray(0, honest('photo.jpg').length / 2) };
  }),
  costly('videos whose boxes lie', function* () {
    yield { name: '套盒视频.mp4', bytes: joinBytes([ftyp, nestedBoxes('moov', 5000)]) };
    for (const size of [0, 1, 4, 7, 0xffffffff])
      yield {
        name: `盒${size}视频.mp4`,
        bytes: joinBytes([ftyp, ...Array.from({ length: 1000 }, () => box('moov', new Uint8Array(), size))]),
      };
    yield {
      name: '盒多视频.mp4',
      bytes: joinBytes([ftyp, ...Array.from({ length: 200_000 }, () => box('free', new Uint8Array()))]),
    };
    yield {
      name: '时长谎视频.mp4',
      bytes: joinBytes([
        ftyp,
        box(
          'moov',
          box(
            'mvhd',
            joinBytes([
              Uint8Array.of(1, 0, 0, 0),
              new Uint8Array(16),
              u32(0),
              new Uint8Array(8).fill(255),
              new Uint8Array(80),
            ]),
          ),
        ),
      ]),
    };
    yield { name: '宽盒视频.mp4', bytes: joinBytes([ftyp, big32(1), bytesOf('mdat'), new Uint8Array(8).fill(255)]) };
    yield {
      name: '谎视频.avi',
      bytes: joinBytes([bytesOf('RIFF'), u32(0), bytesOf('AVI LIST'), u32(0xffffffff), bytesOf('hdrlavih')]),
    };
    yield {
      name: '谎视频.mkv',
      bytes: joinBytes([Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3), new Uint8Array(2000).fill(1)]),
    };
    yield { name: '半段视频.mp4', bytes: honest('video.mp4').subarray(0, honest('video.mp4').length / 2) };
  }),
];
