import { bigEndian32, int32, latin, uint8, uint16, uint32 } from '../bytes.js';
import { crc32 } from '../crc32.js';

interface Probed {
  readonly width: number;
  readonly height: number;
  readonly damaged: boolean;
}

export function probePng(bytes: Uint8Array): Probed {
  const width = bigEndian32(bytes, 16);
  const height = bigEndian32(bytes, 20);
  const sound = latin(bytes, 12, 4) === 'IHDR' && crc32(bytes.subarray(12, 29)) === bigEndian32(bytes, 29);
  return sound && hasEnd(bytes) ? { width, height, damaged: width === 0 || height === 0 } : broken(width, height);
}

/** Follows the chunks to the last. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bigEndian32(bytes, at)) {
    if (latin(bytes, at + 4, 4) === 'IEND') return true;
  }
  return false;
}

/** Ends with a semicolon, after which some programs leave zeros. */
export function probeGif(bytes: Uint8Array): Probed {
  let last = bytes.length - 1;
  while (last > 13 && bytes[last] === 0) last--;
  const width = uint16(bytes, 6);
  const height = uint16(bytes, 8);
  return { width, height, damaged: width === 0 || height === 0 || bytes[last] !== 0x3b };
}

export function probeBmp(bytes: Uint8Array): Probed {
  const old = uint32(bytes, 14) === 12;
  const width = old ? uint16(bytes, 18) : Math.abs(int32(bytes, 18));
  const height = old ? uint16(bytes, 20) : Math.abs(int32(bytes, 22));
  return { width, height, damaged: width === 0 || height === 0 || uint32(bytes, 2) > bytes.length };
}

export function probeWebp(bytes: Uint8Array): Probed {
  const { width, height } = webpSize(bytes);
  return { width, height, damaged: width === 0 || uint32(bytes, 4) + 8 > bytes.length };
}

function webpSize(bytes: Uint8Array): { width: number; height: number } {
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

function broken(width: number, height: number): Probed {
  return { width, height, damaged: true };
}
