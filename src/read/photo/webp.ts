import { latin, uint8, uint16, uint32 } from '../bytes.js';
import type { ProbedPixels } from './pixels.js';

export function probeWebp(bytes: Uint8Array): ProbedPixels {
  const { width, height } = sizeOf(bytes);
  return { width, height, damaged: width === 0 || height === 0 || !isWhole(bytes) };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  const at24 = (at: number) => uint16(bytes, at) | (uint8(bytes, at + 2) << 16);
  switch (latin(bytes, 12, 4)) {
    case 'VP8X':
      return { width: at24(24) + 1, height: at24(27) + 1 };
    case 'VP8L':
      return { width: (uint32(bytes, 21) & 0x3fff) + 1, height: ((uint32(bytes, 21) >>> 14) & 0x3fff) + 1 };
    case 'VP8 ':
      return { width: uint16(bytes, 26) & 0x3fff, height: uint16(bytes, 28) & 0x3fff };
    default:
      return { width: 0, height: 0 };
  }
}

/** Chunks that hold a picture, or one of several. */
const PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** A chunk of odd length is followed by one byte more, which some programs leave out at the end. */
function isWhole(bytes: Uint8Array): boolean {
  const end = uint32(bytes, 4) + 8;
  if (end > bytes.length + 1) return false;
  let pictures = 0;
  let at = 12;
  while (at + 8 <= end) {
    if (PICTURES.has(latin(bytes, at, 4))) pictures++;
    at += 8 + uint32(bytes, at + 4);
    if (at > bytes.length) return false;
    at += at % 2;
  }
  return pictures > 0;
}
