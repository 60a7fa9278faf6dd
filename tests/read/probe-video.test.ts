import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probeVideo } from '../../src/read/probe-video.js';
import { sniff } from '../../src/read/sniff.js';
import { HEIC } from './small-pictures.js';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const number = (value: number, size = 4) =>
  Array.from({ length: size }, (_, n) => Math.floor(value / 256 ** (size - 1 - n)) % 256);
const little = (value: number) => number(value).reverse();
const box = (type: string, ...content: readonly (readonly number[])[]) => {
  const inside = content.flat();
  return [...number(inside.length + 8), ...ascii(type), ...inside];
};
const file = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());

const BRAND = box('ftyp', ascii('isom'), number(512), ascii('isomavc1'));
const FRAMES = box('mdat', Array(300).fill(7));
const short = (units: number, scale = 600) =>
  box('mvhd', number(0, 12), number(scale), number(units), Array(80).fill(0));
const long = (units: number, scale = 600) =>
  box('mvhd', [1], number(0, 19), number(scale), number(units, 8), Array(80).fill(0));
const contents = (header: readonly number[]) => box('moov', box('free', [1, 2]), header, box('trak', [0]));

describe('mp4, mov and 3gp', () => {
  it.each([
    ['with its contents last', file(BRAND, FRAMES, contents(short(27_300))), 45.5],
    ['with its contents first', file(BRAND, contents(short(27_300)), FRAMES), 45.5],
    ['of the long kind', file(BRAND, FRAMES, contents(long(6e12))), 1e10],
    ['without brand', file(box('wide'), FRAMES, contents(short(600))), 1],
    ['in fragments, of unknown length', file(BRAND, contents(short(0)), box('moof', [0]), FRAMES), null],
    ['of unknown length', file(BRAND, contents(short(2 ** 32 - 1))), null],
    ['without time scale', file(BRAND, contents(short(600, 0))), null],
    ['without contents', file(BRAND, FRAMES), null],
    ['without header', file(BRAND, box('moov', box('trak', [0])), FRAMES), null],
  ])('gives the seconds of a film %s', (_, bytes, seconds) => {
    expect(probeVideo(bytes, 'mp4')).toEqual({ seconds, damaged: false });
  });

  const wholes: readonly (readonly [string, Uint8Array])[] = [
    ['ends with a box that runs to the end', file(BRAND, contents(short(600)), number(0), ascii('mdat'), [1, 2, 3])],
    ['has a box of the large kind', file(BRAND, number(1), ascii('mdat'), number(19, 8), [1, 2, 3])],
    ['is followed by something else', file(BRAND, FRAMES, [0xe5, 0x87, 0x9b, 0x82, 0x0b, 0x88, 2, 0xe4, 1, 2])],
    ['is followed by zeros', file(BRAND, FRAMES, Array(50).fill(0))],
    ['is followed by a padding too short', file(BRAND, FRAMES, number(900), ascii('free'))],
    ['is no film at all', file(ascii('nothing of the kind'))],
    ['is empty', file()],
  ];

  it.each(wholes)('takes a film for whole that %s', (_, bytes) => {
    for (const format of ['mp4', 'mov', '3gp'] as const) expect(probeVideo(bytes, format).damaged).toBe(false);
  });

  it('is damaged where it is cut within a box that counts', () => {
    const first = file(BRAND, contents(short(600)), FRAMES);
    const last = file(BRAND, FRAMES, contents(short(600)));
    for (const whole of [first, last]) {
      for (let tenth = 1; tenth < 10; tenth++) {
        const cut = whole.subarray(0, Math.floor((whole.length * tenth) / 10));
        expect(probeVideo(cut, 'mov').damaged, `${tenth} tenths`).toBe(true);
      }
    }
    expect(probeVideo(file(BRAND, number(1), ascii('mdat'), number(1e12, 8), [1]), 'mp4').damaged).toBe(true);
  });

  it('neither throws nor hangs where it is spoilt', () => {
    const whole = file(BRAND, contents(long(600)), FRAMES);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.nat(whole.length), (changed, length) => {
        const copy = whole.slice(0, length);
        for (const [at, byte] of changed) if (at < length) copy[at] = byte;
        const { seconds } = probeVideo(copy, 'mp4');
        expect(seconds === null || seconds > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
    const many = file(BRAND, Array.from({ length: 200_000 }, () => box('free')).flat());
    expect(probeVideo(many, 'mp4')).toEqual({ seconds: null, damaged: false });
  }, 60_000);
});

describe('other films', () => {
  const avi = (pause: number, frames: number) =>
    file(
      ...[ascii('RIFF'), little(9999), ascii('AVI LIST'), little(192), ascii('hdrlavih'), little(56)],
      ...[little(pause), little(0), little(0), little(0), little(frames)],
    );

  it('gives the seconds of an avi', () => {
    expect(probeVideo(avi(40_000, 76), 'avi')).toEqual({ seconds: 3.04, damaged: false });
    expect(probeVideo(avi(40_000, 0), 'avi').seconds).toBeNull();
    expect(probeVideo(file(ascii('RIFF')), 'avi').seconds).toBeNull();
  });

  it('says nothing of the rest', () => {
    expect(probeVideo(file(ascii('\x1a\x45\xdf\xa3')), 'mkv')).toEqual({ seconds: null, damaged: false });
  });
});

describe('what is a film, and what only looks like one', () => {
  const branded = (brand: string, ...others: readonly string[]) =>
    file(box('ftyp', ascii(brand), number(0), ascii(others.join(''))), FRAMES);

  it.each([
    ['mp4', branded('isom', 'isom', 'iso2', 'avc1', 'mp41')],
    ['mp4', branded('mp42')],
    ['mp4', branded('avc1')],
    ['mp4', branded('M4V ')],
    ['mp4', branded('MSNV')],
    ['mp4', branded('isom', 'avis')],
    ['mov', branded('qt  ')],
    ['mov', file(box('free', [0]), FRAMES)],
    ['mov', file(FRAMES)],
    ['3gp', branded('3gp4')],
    ['3gp', branded('3g2a')],
    ['heic', branded('heic', 'mif1')],
    ['heic', branded('mif1', 'heic', 'miaf')],
    ['heic', branded('msf1', 'hevc')],
    ['heic', HEIC],
    ['unknown', branded('mif1', 'miaf', 'avif')],
    ['unknown', branded('avif', 'mif1')],
    ['audio', branded('M4A ', 'mp42', 'isom')],
    ['mkv', file(ascii('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01B\x82\x84webm'))],
    ['wmv', file(ascii('\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9'))],
    ['flv', file(ascii('FLV\x01\x05'))],
    ['avi', file(ascii('RIFF\0\0\0\0AVI LIST'))],
    ['mpeg', file(ascii('\0\0\x01\xba'))],
    ['mpeg', file(ascii(`\0\0\0\0G${'\0'.repeat(187)}`.repeat(4)))],
    ['unknown', file(ascii('.RMF\0\0\0\x12\0\0'))],
    ['text', file(ascii('The wide road, and mdat is no word'))],
    ['text', file(ascii('For free entry'))],
  ])('is %s', (format, bytes) => {
    expect(sniff(bytes, '活动视频.mp4')).toBe(format);
  });
});
