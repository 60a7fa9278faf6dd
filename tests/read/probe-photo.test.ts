import fc from 'fast-check';
import jpegJs from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/model/rules.js';
import { takenOn } from '../../src/read/photo/taken-on.js';
import { probePhoto } from '../../src/read/probe-photo.js';
import { CMYK, GIF, HEIC, PNG, PROGRESSIVE, WEBP, WEBP_LOSSLESS } from './small-pictures.js';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const isDamaged = (bytes: Uint8Array, format: Format) => probePhoto(bytes, format).damaged;

const FRAME = '\xff\xc0\0\x11\x08\x02\x58\x03\x20\x03\x01\x22\0\x02\x11\x01\x03\x11\x01';
const SCAN = '\xff\xda\0\x0c\x03\x01\0\x02\x11\x03\x11\0\x3f\0';
/** Its first segment, where cameras keep a small copy of the photo, ends like a photo. */
const jpeg = (scan: string) => ascii(`\xff\xd8\xff\xe1\0\x08\xff\xd8\xff\xd9ab${FRAME}${SCAN}${scan}`);

/** Baseline, full of detail, so that its data holds every kind of byte. */
const BASELINE = (() => {
  const [width, height] = [160, 120];
  const data = Uint8Array.from({ length: width * height * 4 }, (_, n) => (n * n * 7 + (n >> 5) * 31) & 255);
  return new Uint8Array(jpegJs.encode({ data, width, height }, 80).data);
})();

/** 24 bits a pixel, lines from the top. Of its own size it says nothing. */
const BMP = ascii(`BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x03\0\0\0\xfe\xff\xff\xff\x01\0\x18${'\0'.repeat(49)}`);

const real: readonly (readonly [string, Format, Uint8Array, number, number])[] = [
  ['baseline jpg', 'jpg', BASELINE, 160, 120],
  ['progressive jpg', 'jpg', PROGRESSIVE, 32, 24],
  ['jpg of four colours', 'jpg', CMYK, 16, 12],
  ['png', 'png', PNG, 16, 12],
  ['gif', 'gif', GIF, 16, 12],
  ['bmp', 'bmp', BMP, 3, 2],
  ['webp', 'webp', WEBP, 16, 12],
  ['lossless webp', 'webp', WEBP_LOSSLESS, 16, 12],
  ['heic', 'heic', HEIC, 0, 0],
];

describe.each(real)('a %s', (_, format, bytes, width, height) => {
  it('is whole and has its size', () => {
    expect(probePhoto(bytes, format)).toMatchObject({ width, height, damaged: false });
  });

  it('is damaged where it is cut', () => {
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
      expect(isDamaged(cut, format === 'heic' && tenth === 0 ? 'jpg' : format), `${tenth} tenths`).toBe(true);
    }
  });

  it('neither throws nor hangs where it is spoilt', () => {
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.option(fc.nat(bytes.length)), (changed, length) => {
        const copy = bytes.slice(0, length ?? bytes.length);
        for (const [at, byte] of changed) if (at < copy.length) copy[at] = byte;
        const start = performance.now();
        probePhoto(copy, format);
        expect(performance.now() - start).toBeLessThan(1000);
      }),
      { numRuns: 150 },
    );
  });
});

describe('jpg', () => {
  it('is damaged wherever it is cut, and whole whatever follows its end', () => {
    for (let length = 0; length < BASELINE.length; length += 7) {
      expect(isDamaged(BASELINE.subarray(0, length), 'jpg')).toBe(true);
    }
    const trailers = [BASELINE, BASELINE.subarray(0, 900), ascii('SEFT\0\0\0\0ftypmp42'), new Uint8Array(5000)];
    for (const trailer of trailers) expect(isDamaged(join(BASELINE, trailer), 'jpg')).toBe(false);
  });

  it('may hold restarts, more scans and a small copy of itself', () => {
    const scans = `data\xff\0data\xff\xd0data\xff\xc4\0\x04ab${SCAN}more\xff\xd9`;
    expect(probePhoto(jpeg(scans), 'jpg')).toMatchObject({ width: 800, height: 600, damaged: false });
  });

  it.each([
    ['cut in the scan', jpeg('data\xff\0data')],
    ['filled up with zeros', jpeg(`data${'\0'.repeat(500)}`)],
    ['cut before the scan', ascii(`\xff\xd8\xff\xe1\0\x08\xff\xd8\xff\xd9ab${FRAME.slice(0, 6)}`)],
    ['without picture', ascii('\xff\xd8\xff\xd9')],
  ])('is damaged where it is %s', (_, bytes) => {
    expect(isDamaged(bytes, 'jpg')).toBe(true);
  });

  it('costs little even where it is large', () => {
    const scan = Uint8Array.from({ length: 10_000_000 }, (_, n) =>
      n % 200 === 0 ? 0xff : n % 200 === 1 ? 0 : n & 127,
    );
    const large = new Uint8Array(scan.length + 200);
    large.set(jpeg(''));
    large.set(scan, 100);
    large.set([0xff, 0xd9], scan.length + 100);
    const start = performance.now();
    expect(isDamaged(large, 'jpg')).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('other pictures', () => {
  it('notices a wrong byte in a png, but only where it matters', () => {
    const data = String.fromCharCode(...PNG).indexOf('IDAT');
    const text = ascii('\0\0\0\x01tEXta\0\0\0\0');
    const spoilt = PNG.slice();
    spoilt[data + 20] = 255 - (spoilt[data + 20] ?? 0);
    expect(isDamaged(spoilt, 'png')).toBe(true);
    expect(isDamaged(join(PNG.subarray(0, 33), text, PNG.subarray(33), text), 'png')).toBe(false);
    expect(isDamaged(join(PNG.subarray(0, 33), PNG.subarray(-12)), 'png')).toBe(true);
  });

  it('lets a gif end without its last sign, or in zeros', () => {
    expect(isDamaged(GIF.subarray(0, -1), 'gif')).toBe(false);
    expect(isDamaged(join(GIF.subarray(0, -1), new Uint8Array(9)), 'gif')).toBe(false);
    expect(isDamaged(GIF.subarray(0, -2), 'gif')).toBe(true);
  });

  it('lets bytes follow a webp, and the last one lack', () => {
    expect(isDamaged(join(WEBP, ascii('trailer')), 'webp')).toBe(false);
    const odd = ascii('RIFF\x1a\0\0\0WEBPVP8 \x0d\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02data');
    expect(probePhoto(odd.subarray(0, 33), 'webp')).toMatchObject({ width: 800, height: 600, damaged: false });
    expect(isDamaged(odd.subarray(0, 32), 'webp')).toBe(true);
  });

  it('reads old and packed bitmaps', () => {
    const old = ascii('BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x02\0\x01\0\x01\0\x18\0bgrbgr\0\0');
    expect(probePhoto(old, 'bmp')).toMatchObject({ width: 2, height: 1, damaged: false });
    const packed = BMP.slice();
    packed.set([1, 0, 0, 0, 24, 0, 0, 0], 30);
    expect(isDamaged(packed, 'bmp')).toBe(false);
    expect(isDamaged(packed.subarray(0, -1), 'bmp')).toBe(true);
  });

  it('leaves what it does not read at 0', () => {
    const nothing = { width: 0, height: 0, damaged: false };
    expect(probePhoto(ascii('II*\0'), 'tiff')).toEqual(nothing);
  });
});

describe('the day a photo was taken', () => {
  /** A JPEG with the data of a camera: a pointer to a second table, and in it this time. */
  function taken(time: string, big = false): Uint8Array {
    const number = (value: number, size: number) => {
      const bytes = Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 255);
      return big ? bytes.reverse() : bytes;
    };
    const table = (tag: number, kind: number, count: number, value: number) =>
      [number(1, 2), number(tag, 2), number(kind, 2), number(count, 4), number(value, 4), number(0, 4)].flat();
    const start = [...ascii(big ? 'MM' : 'II'), ...number(42, 2), ...number(8, 4)];
    const text = [...ascii(`${time}\0`)];
    const block = [...start, ...table(0x8769, 4, 1, 26), ...table(0x9003, 2, text.length, 44), ...text];
    const length = block.length + 8;
    const segment = [0xff, 0xe1, length >> 8, length & 255, ...ascii('Exif\0\0'), ...block];
    return join(BASELINE.subarray(0, 2), Uint8Array.from(segment), BASELINE.subarray(2));
  }

  it.each([
    ['2023:05:08 23:59:59', '2023-05-08'],
    ['2023-05-08 09:12:44', '2023-05-08'],
    ['2023:05:08', '2023-05-08'],
    ['2005:01:01 00:00:00', '2005-01-01'],
    ['2004:12:31 23:59:59', null],
    ['0000:00:00 00:00:00', null],
    ['1970:01:01 08:00:00', null],
    ['2023:02:30 09:12:44', null],
    ['2023:13:08 09:12:44', null],
    ['    :  :     :  :  ', null],
    ['yesterday', null],
    ['', null],
  ])('of %j is %s', async (time, day) => {
    expect(await takenOn(taken(time), 'jpg')).toBe(day);
    expect(await takenOn(taken(time, true), 'jpg')).toBe(day);
  });

  it('is not asked of an iPhone picture', async () => {
    expect(await takenOn(HEIC, 'heic')).toBeNull();
  });

  it.each(['Asia/Shanghai', 'America/New_York'])('does not depend on the zone: %s', async (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      for (const hour of ['00:00:00', '23:59:59']) {
        expect(await takenOn(taken(`2023:05:08 ${hour}`), 'jpg')).toBe('2023-05-08');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('is unknown where the file does not say, or not in one piece', async () => {
    expect(await takenOn(BASELINE, 'jpg')).toBeNull();
    expect(await takenOn(PNG, 'png')).toBeNull();
    const whole = taken('2023:05:08 09:12:44');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(90), fc.nat(255)), { maxLength: 6 }), async (changed) => {
        const copy = whole.slice();
        for (const [at, byte] of changed) copy[at + 2] = byte;
        expect((await takenOn(copy, 'jpg')) ?? '2023-05-08').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 300 },
    );
  });
});
