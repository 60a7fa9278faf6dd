import type { Format } from '../../model/rules.js';
import { latin, uint16, uint32 } from '../bytes.js';

/** Kinds that the first bytes tell. Null where they do not. */
export function sniffMagic(bytes: Uint8Array): Format | null {
  const head = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  for (const [pattern, format] of BYTES) if (pattern.test(head)) return format;
  const text = latin(bytes, 0, 64);
  for (const [pattern, format] of WORDS) if (pattern.test(text)) return format;
  return sniffBoxes(text) ?? (isBitmap(bytes) ? 'bmp' : null) ?? (isTransportStream(bytes) ? 'mpeg' : null);
}

/** Over the first bytes written as hexadecimal digits. */
const BYTES: readonly (readonly [RegExp, Format])[] = [
  [/^ffd8ff/, 'jpg'],
  [/^89504e470d0a1a0a/, 'png'],
  [/^49492[ab]00|^4d4d002[ab]/, 'tiff'],
  [/^3026b2758e66cf11/, 'wmv'],
  [/^1a45dfa3/, 'mkv'],
  [/^464c5601/, 'flv'],
  [/^000001b[a3]/, 'mpeg'],
  [/^526172211a07/, 'rar'],
  [/^377abcaf271c/, '7z'],
  [/^e4525c7b8cd8a74d/, 'onenote'],
  [/^000100005374616e64617264/, 'access'],
  [/^38425053000[12]/, 'psd'],
  [/^00000200[0-9a-f]{2}04/, 'lotus'],
  [/^(?:fff[bf3a][0-9a-f]{2}|fff[19])/, 'audio'],
  [/^(?:00010000000[0-9a-f]|4f54544f00)/, 'font'],
  [/^(?:7f454c46|cafebabe|c[ef]faedfe)/, 'exe'],
];

const WORDS: readonly (readonly [RegExp, Format])[] = [
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF.{4}WEBP/s, 'webp'],
  [/^RIFF.{4}AVI /s, 'avi'],
  [/^(\xef\xbb\xbf)?\s*%PDF-/, 'pdf'],
  [/^SQLite format 3\0/, 'sqlite'],
  [/^(?:ID3|fLaC|OggS|#!AMR|MThd|RIFF.{4}WAVE)/s, 'audio'],
  [/^AC10\d\d/, 'dwg'],
  [/^%!PS/, 'ps'],
  [/^CAJ|^HN\0\0|^KDH 2/, 'caj'],
  [/^ITSF/, 'chm'],
  [/^(\xef\xbb\xbf)?BEGIN:VCARD/i, 'vcf'],
  [/^(\xef\xbb\xbf)?BEGIN:VCALENDAR/i, 'ics'],
  [/^(\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?<svg[\s>]/i, 'svg'],
  [/^MZ.{58}/s, 'exe'],
  [/^d\d+:(?:announce|created)/, 'torrent'],
  // Word itself saves this under .doc, and so do many programs that pretend to write .doc.
  [/^\s*\{\\rtf/, 'doc'],
];

/** ISO media files say their kind in the brand of their first box; older ones have none, and begin with a small box. */
function sniffBoxes(head: string): Format | null {
  if (/^....mdat|^\0...(moov|free|wide|skip|pnot)/s.test(head)) return 'mov';
  if (head.slice(4, 8) !== 'ftyp') return null;
  const brand = head.slice(8, 12);
  for (const [pattern, format] of BRANDS) if (pattern.test(brand)) return format;
  if (/^m[is]f1$/.test(brand)) return /^.{16}(.{4})*?avi[fs]/s.test(head) ? 'unknown' : 'heic';
  return 'mp4';
}

/** The many names of MP4 are the rest. Sound alone is no video, and of pictures only HEIC is told by name. */
const BRANDS: readonly (readonly [RegExp, Format])[] = [
  [/^he(ic|ix|im|is|vc|vx|vm|vs)$/, 'heic'],
  [/^qt {2}$/, 'mov'],
  [/^3g/, '3gp'],
  [/^(M4[ABP] |F4[AB] )$/, 'audio'],
  [/^(avi[fs]|crx |jxl )$/, 'unknown'],
];

const BITMAP_HEADERS = new Set([12, 40, 52, 56, 64, 108, 124]);

function isBitmap(bytes: Uint8Array): boolean {
  return uint16(bytes, 0) === 0x4d42 && BITMAP_HEADERS.has(uint32(bytes, 14));
}

/** Packets of 188 bytes, each begun by the same byte, or of 192 with a time stamp before it. */
function isTransportStream(bytes: Uint8Array): boolean {
  const every = (start: number, step: number) => [0, 1, 2, 3].every((n) => bytes[start + n * step] === 0x47);
  return every(0, 188) || every(4, 192);
}
