import { defaultBounds } from '../../model/bounds.js';
import type { Format } from '../../model/rules.js';
import { bareJpeg, barePng } from './bare-picture.js';
import { codecs } from './codecs.js';
import { type Pixels, scaledDown } from './pixels.js';

/** A picture as it came. */
export interface RawPicture {
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** In pixels; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
  /** Stored as it is to be seen. */
  readonly upright: boolean;
  readonly damaged: boolean;
}

/** A picture fit for a Word document: upright, small, and saying nothing but itself. */
export interface FittedPicture {
  readonly type: 'jpg' | 'png' | 'gif' | 'bmp';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why a picture is left out. */
export type PictureProblem = 'format' | 'damaged' | 'too-large';

export type Fitting =
  | { readonly ok: true; readonly picture: FittedPicture }
  | { readonly ok: false; readonly problem: PictureProblem };

/** Pictures up to this are kept as they are, but for the remarks in them. */
const smallBytes = 300 * 1024;
const smallSide = 1200;
/** Others are made so long; printed in a column of 5 cm that is more than a printer shows. */
const fittedSide = 1000;
const quality = 80;

/** Pictures of more megapixels are not taken apart: each costs some ten bytes of memory a pixel. Content never throws. */
export async function fitPicture(raw: RawPicture, megapixels: number = defaultBounds.megapixels): Promise<Fitting> {
  if (raw.damaged) return refused('damaged');
  switch (raw.format) {
    case 'jpg':
      return (
        (raw.upright && isSmall(raw) && kept('jpg', raw, bareJpeg(raw.bytes))) ||
        remade(raw, codecs.decodeJpeg, megapixels)
      );
    case 'png':
      return (isSmall(raw) && kept('png', raw, barePng(raw.bytes))) || remade(raw, codecs.decodePng, megapixels);
    case 'webp':
      // Word shows none, and one that moves is several pictures.
      return isAnimatedWebp(raw.bytes) ? refused('format') : remade(raw, codecs.decodeWebp, megapixels);
    case 'gif':
    case 'bmp':
      return (isSmall(raw) && !hasXmp(raw.bytes) && kept(raw.format, raw, raw.bytes)) || refused('too-large');
    default:
      return refused('format');
  }
}

function isSmall({ bytes, width, height }: RawPicture): boolean {
  return bytes.length <= smallBytes && Math.max(width, height) <= smallSide && width > 0 && height > 0;
}

function kept(type: FittedPicture['type'], { width, height }: RawPicture, bytes: Uint8Array | null): Fitting | null {
  return bytes && { ok: true, picture: { type, bytes, width, height } };
}

async function remade(
  raw: RawPicture,
  decode: (bytes: Uint8Array) => Promise<Pixels>,
  megapixels: number,
): Promise<Fitting> {
  if (raw.width * raw.height > megapixels * 1_000_000) return refused('too-large');
  try {
    const { data, width, height } = scaledDown(await decode(raw.bytes), fittedSide);
    return {
      ok: true,
      picture: { type: 'jpg', bytes: await codecs.encodeJpeg({ data, width, height }, quality), width, height },
    };
  } catch {
    return refused('damaged');
  }
}

/** Said by a flag in the header of the extended kind. */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(12, 16)) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
}

function refused(problem: PictureProblem): Fitting {
  return { ok: false, problem };
}

/** A GIF knows no EXIF, but a program may have put the same facts into it as XMP. */
function hasXmp(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('XMP DataXMP');
}
