import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jpeg from 'jpeg-js';
import { isUpright } from '../../../src/read/photo/orientation.js';
import { probePhoto } from '../../../src/read/probe-photo.js';
import { sniff } from '../../../src/read/sniff.js';
import type { RawPicture } from '../../../src/write/pictures/fit-picture.js';

export type Colour = readonly [red: number, green: number, blue: number];
export const corners: readonly Colour[] = [
  [220, 30, 30],
  [30, 200, 40],
  [40, 50, 220],
  [230, 210, 40],
];

interface Image {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Four quarters of one colour each: above left, above right, below left, below right. */
export function quarters(width: number, height: number): Image {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = corners[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [0, 0, 0];
      data.set([...colour, 255], (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

/** How a camera stores an upright picture of that orientation: where the pixel (x, y) of what is seen lies. */
const storedAt: Readonly<Record<number, (x: number, y: number, w: number, h: number) => readonly [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, w) => [y, w - 1 - x],
  7: (x, y, w, h) => [h - 1 - y, w - 1 - x],
  8: (x, y, _, h) => [h - 1 - y, x],
};

/** The picture as a camera held that way stores it, with where and by whom it was taken. */
export function cameraJpeg(seen: Image, orientation: number): Uint8Array {
  const turned = orientation >= 5;
  const [width, height] = turned ? [seen.height, seen.width] : [seen.width, seen.height];
  const data = new Uint8Array(seen.data.length);
  const place = storedAt[orientation];
  for (let y = 0; y < seen.height; y++) {
    for (let x = 0; x < seen.width; x++) {
      const [column, row] = place?.(x, y, seen.width, seen.height) ?? [x, y];
      const from = (y * seen.width + x) * 4;
      data.set(seen.data.subarray(from, from + 4), (row * width + column) * 4);
    }
  }
  const bytes = new Uint8Array(jpeg.encode({ data, width, height }, 90).data);
  return Uint8Array.from([...bytes.subarray(0, 2), ...exif(orientation), ...bytes.subarray(2)]);
}

export const secret = 'SECRET-CAMERA';

/** One directory with maker, orientation, and a pointer to a place on the globe. */
function exif(orientation: number): number[] {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...[tag >> 8, tag & 255, 0, type],
    ...long(count),
    ...value,
  ];
  const directory = [
    0,
    3,
    ...entry(0x010f, 2, secret.length + 1, long(50)),
    ...entry(0x0112, 3, 1, [0, orientation, 0, 0]),
    ...entry(0x8825, 4, 1, long(64)),
    ...long(0),
  ];
  const gps = [0, 1, ...entry(0x0001, 2, 2, [0x4e, 0, 0, 0]), ...long(0)];
  const tiff = [...latin('MM'), 0, 42, ...long(8), ...directory, ...latin(secret), 0, ...gps];
  const content = [...latin('Exif'), 0, 0, ...tiff];
  return [0xff, 0xe1, (content.length + 2) >> 8, (content.length + 2) & 255, ...content];
}

/** As a phone's browser saves it. */
export async function webp({ data, width, height }: Image): Promise<Uint8Array> {
  const { default: encode, init } = await import('@jsquash/webp/encode.js');
  const wasm = createRequire(import.meta.url).resolve('@jsquash/webp/codec/enc/webp_enc.wasm');
  await init({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } as never);
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' };
  return new Uint8Array(await encode(pixels as never, { quality: 90 }));
}

/** A comment of a JPEG. */
export function comment(text: string): number[] {
  return [0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 255, ...latin(text)];
}

/** As the pipeline hands it over. */
export async function rawPicture(bytes: Uint8Array, name = 'a.jpg'): Promise<RawPicture> {
  const format = sniff(bytes, name);
  return { bytes, format, ...probePhoto(bytes, format), upright: await isUpright(bytes, format) };
}

function long(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function latin(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}
