import jpeg from 'jpeg-js';
import { describe, expect, it, vi } from 'vitest';
import { pngPhoto } from '../../../scripts/fixtures/media.js';
import { isUpright } from '../../../src/read/photo/orientation.js';
import { probePhoto } from '../../../src/read/probe-photo.js';
import { codecs } from '../../../src/write/pictures/codecs.js';
import { type FittedPicture, fitPicture } from '../../../src/write/pictures/fit-picture.js';
import { CMYK, GIF, WEBP_LOSSLESS } from '../../read/small-pictures.js';
import { type Colour, cameraJpeg, comment, corners, quarters, rawPicture, secret, webp } from './samples.js';

async function fitted(bytes: Uint8Array, name?: string): Promise<FittedPicture> {
  const fitting = await fitPicture(await rawPicture(bytes, name));
  if (!fitting.ok) throw new Error(fitting.problem);
  return fitting.picture;
}

/** The colours in the middle of the four quarters. */
function seen({ bytes }: FittedPicture): Colour[] {
  const { data, width, height } = jpeg.decode(bytes, { useTArray: true });
  return [0, 1, 2, 3].map((n) => {
    const x = Math.floor(width * (n % 2 === 0 ? 0.25 : 0.75));
    const y = Math.floor(height * (n < 2 ? 0.25 : 0.75));
    const at = (y * width + x) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
}

function expectUpright(picture: FittedPicture): void {
  seen(picture).forEach((colour, n) => {
    colour.forEach((value, k) => {
      expect(Math.abs(value - (corners[n]?.[k] ?? 0))).toBeLessThan(16);
    });
  });
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo the camera noted as turned (%i)', (orientation) => {
  it.each([
    ['small', 480, 320],
    ['large', 1500, 1200],
  ])('%s: stands upright, and says nothing of place or camera', async (_, width, height) => {
    const bytes = cameraJpeg(quarters(width, height), orientation);
    expect(await isUpright(bytes, 'jpg')).toBe(orientation === 1);
    const picture = await fitted(bytes);
    expectUpright(picture);
    expect(picture.width / picture.height).toBeCloseTo(width / height, 2);
    expect(Math.max(picture.width, picture.height)).toBe(Math.min(width, 1000));
    expect(probePhoto(picture.bytes, 'jpg')).toEqual({ width: picture.width, height: picture.height, damaged: false });
    const text = Buffer.from(picture.bytes).toString('latin1');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('Exif');
  });
});

describe('a small upright photo', () => {
  const plain = new Uint8Array(jpeg.encode(quarters(320, 240), 85).data);

  it('keeps every pixel', async () => {
    const picture = await fitted(cameraJpeg(quarters(320, 240), 1));
    const whole = new Uint8Array(jpeg.encode(quarters(320, 240), 90).data);
    expect(Buffer.from(jpeg.decode(picture.bytes).data).equals(jpeg.decode(whole).data)).toBe(true);
  });

  it('loses comments and whatever a phone put behind it', async () => {
    const hidden = [...new TextEncoder().encode('GPS behind the end')];
    const bytes = Uint8Array.from([
      ...plain.subarray(0, 2),
      ...comment('王某某的手机'),
      ...plain.subarray(2),
      ...hidden,
    ]);
    expect(Buffer.from((await fitted(bytes)).bytes).equals(plain)).toBe(true);
  });
});

describe('a WebP picture, which Word does not show', () => {
  it.each([
    ['small', 64, 48],
    ['large', 1500, 1200],
  ])('%s: becomes a JPEG', async (_, width, height) => {
    const picture = await fitted(await webp(quarters(width, height)), 'a.webp');
    expect([picture.type, Math.max(picture.width, picture.height)]).toEqual(['jpg', Math.min(width, 1000)]);
    expect(probePhoto(picture.bytes, 'jpg')).toMatchObject({ width: picture.width, damaged: false });
    expectUpright(picture);
  });

  it('without loss, and cut off', async () => {
    expect((await fitted(WEBP_LOSSLESS, 'a.webp')).type).toBe('jpg');
    const bytes = await webp(quarters(640, 480));
    const cut = await rawPicture(bytes.subarray(0, bytes.length - 200), 'a.webp');
    expect(await fitPicture(cut)).toEqual({ ok: false, problem: 'damaged' });
    const spoilt = bytes.map((byte, n) => (n > 40 ? 0x55 : byte));
    const told = await fitPicture({ ...(await rawPicture(spoilt, 'a.webp')), damaged: false });
    if (!told.ok) expect(told.problem).toBe('damaged');
    expectUpright(await fitted(bytes, 'a.webp'));
  });

  it('that moves is refused by its kind', async () => {
    const header = [
      ...Buffer.from('RIFF\u0016\0\0\0WEBPVP8X\u000a\0\0\0\u0002', 'latin1'),
      0,
      0,
      0,
      63,
      0,
      0,
      47,
      0,
      0,
    ];
    const raw = await rawPicture(Uint8Array.from(header), 'a.webp');
    expect(await fitPicture({ ...raw, damaged: false })).toEqual({ ok: false, problem: 'format' });
  });
});

describe('other pictures', () => {
  it('a small PNG stays as it is but for its remarks', async () => {
    const plain = pngPhoto('a', 64, 48);
    const text = new TextEncoder().encode('Author\0王某某');
    const chunk = [...[0, 0, 0, text.length], ...new TextEncoder().encode('tEXt'), ...text, 0, 0, 0, 0];
    const bytes = Uint8Array.from([...plain.subarray(0, 33), ...chunk, ...plain.subarray(33)]);
    const picture = await fitted(bytes, 'a.png');
    expect([picture.type, picture.width, picture.height]).toEqual(['png', 64, 48]);
    expect(Buffer.from(picture.bytes).equals(plain)).toBe(true);
  });

  it('a large PNG becomes a JPEG', async () => {
    const picture = await fitted(pngPhoto('a', 1300, 60), 'a.png');
    expect([picture.type, picture.width, picture.height]).toEqual(['jpg', 1000, 46]);
    expect(probePhoto(picture.bytes, 'jpg').damaged).toBe(false);
  });

  it('a small GIF stays, unless a program hid remarks in it', async () => {
    expect(await fitted(GIF, 'a.gif')).toMatchObject({ type: 'gif', bytes: GIF });
    const raw = await rawPicture(Uint8Array.from([...GIF, ...new TextEncoder().encode('XMP DataXMP')]), 'a.gif');
    expect((await fitPicture({ ...raw, damaged: false })).ok).toBe(false);
  });

  it('a small one for printers keeps its colours', async () => {
    const { bytes } = await fitted(CMYK);
    expect(Buffer.from(bytes).toString('latin1')).toContain('Adobe');
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 400), 'damaged'],
    [
      'of no sense',
      (bytes: Uint8Array) => bytes.map((byte, n) => (n > 700 && n < bytes.length - 2 && byte !== 255 ? 0x55 : byte)),
      null,
    ],
  ])('a photo %s is told, never thrown', async (_, spoil, problem) => {
    const fitting = await fitPicture(await rawPicture(spoil(cameraJpeg(quarters(1400, 900), 6))));
    if (problem !== null) expect(fitting).toEqual({ ok: false, problem });
    // The codec works on after whatever it was given.
    expectUpright(await fitted(cameraJpeg(quarters(1400, 900), 6)));
  });

  it('what Word does not show is refused, and so is what would fill the memory', async () => {
    const raw = await rawPicture(cameraJpeg(quarters(320, 240), 1));
    expect(await fitPicture({ ...raw, format: 'heic' })).toEqual({ ok: false, problem: 'format' });
    expect(await fitPicture({ ...raw, format: 'unknown' })).toEqual({ ok: false, problem: 'format' });
    expect(await fitPicture({ ...raw, width: 60_000, height: 60_000 })).toEqual({ ok: false, problem: 'too-large' });
    expect(await fitPicture({ ...raw, format: 'bmp', width: 5000 })).toEqual({ ok: false, problem: 'too-large' });
  });
});

const engine = Reflect.get(globalThis, 'WebAssembly') as { instantiate: () => unknown };

it.each([
  ['JPEG', codecs.decodeJpeg, () => cameraJpeg(quarters(64, 48), 1)],
  ['WebP', codecs.decodeWebp, () => webp(quarters(64, 48))],
])('a %s picture is taken apart in memory of its own', async (_, decode, made) => {
  const bytes = await made();
  const instantiate = vi.spyOn(engine, 'instantiate');
  try {
    await decode(bytes);
    await decode(bytes);
    expect(instantiate).toHaveBeenCalledTimes(2);
  } finally {
    instantiate.mockRestore();
  }
});
