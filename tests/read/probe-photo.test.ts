import { describe, expect, it } from 'vitest';
import { probePhoto } from '../../src/read/probe-photo.js';
import { PNG } from './build-package.js';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const FRAME = '\xff\xc0\0\x11\x08\x02\x58\x03\x20\x03\x01\x22\0\x02\x11\x01\x03\x11\x01';
const SCAN = '\xff\xda\0\x0c\x03\x01\0\x02\x11\x03\x11\0\x3f\0';
/** Its first segment, where cameras keep a small copy of the photo, ends like a photo. */
const jpeg = (scan: string) => ascii(`\xff\xd8\xff\xe1\0\x08\xff\xd8\xff\xd9ab${FRAME}${SCAN}${scan}`);

describe('jpeg', () => {
  it('gives the size of a whole photo', () => {
    expect(probePhoto(jpeg('data\xff\0data\xff\xd0data\xff\xd9'), 'jpg')).toEqual({
      width: 800,
      height: 600,
      damaged: false,
    });
  });

  it('lets more scans and a trailer pass', () => {
    const scans = `data\xff\xc4\0\x04ab${SCAN}more\xff\xd9`;
    expect(probePhoto(jpeg(`${scans}trailer of the phone${'x'.repeat(9000)}`), 'jpg').damaged).toBe(false);
  });

  it.each([
    ['cut in the scan', jpeg('data\xff\0data')],
    ['filled up with zeros', jpeg(`data${'\0'.repeat(500)}`)],
    ['cut before the scan', ascii(`\xff\xd8\xff\xe1\0\x08\xff\xd8\xff\xd9ab${FRAME.slice(0, 6)}`)],
    ['without picture', ascii('\xff\xd8\xff\xd9')],
    ['empty', new Uint8Array()],
  ])('notices one %s', (_, bytes) => {
    expect(probePhoto(bytes, 'jpg').damaged).toBe(true);
  });
});

describe('other pictures', () => {
  const gif = ascii('GIF89a\x20\x03\x58\x02\0\0\0data;');
  const bmp = ascii(`BM\x20\0\0\0${'\0'.repeat(8)}\x28\0\0\0\x03\0\0\0\xfe\xff\xff\xff${'\0'.repeat(6)}`);
  const webp = (chunk: string) => ascii(`RIFF${String.fromCharCode(chunk.length + 4)}\0\0\0WEBP${chunk}`);

  it.each([
    ['png', PNG, 1, 1],
    ['gif', gif, 800, 600],
    ['bmp', bmp, 3, 2],
    ['webp', webp('VP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0'), 800, 600],
    ['webp', webp('VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02'), 800, 600],
    ['webp', webp('VP8L\x05\0\0\0\x2f\x1f\xc3\x95\0'), 800, 600],
  ] as const)('gives the size of a %s', (format, bytes, width, height) => {
    expect(probePhoto(bytes, format)).toEqual({ width, height, damaged: false });
    expect(probePhoto(bytes.subarray(0, bytes.length - 4), format).damaged).toBe(true);
  });

  it('leaves what it does not read at 0', () => {
    expect(probePhoto(ascii('\0\0\0\x18ftypheic'), 'heic')).toEqual({ width: 0, height: 0, damaged: false });
  });
});
