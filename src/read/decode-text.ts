import { damaged } from './problem.js';

/**
 * Text of unknown encoding: the byte order mark, else UTF-16 by its zero bytes, else what it declares,
 * else UTF-8, else GB18030. A few broken characters are let pass, marked as such. Null where it is none of these.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | null {
  return decodeStrictly(bytes, declared) ?? decodeLeniently(bytes, declared);
}

/** A part of a package, which is UTF-8 unless it says otherwise. Throws where the bytes are not text. */
export function decodeXml(bytes: Uint8Array): string {
  const declared = declaredEncoding(bytes);
  const isPlain = bytes[0] === LESS && bytes[1] !== 0 && (declared === undefined || /^utf-?8$/i.test(declared));
  const text = (isPlain ? tryDecode(bytes, 'utf-8', true) : null) ?? decodeStrictly(bytes, declared);
  if (text === null) throw damaged('not text', 'encoding');
  return text;
}

const LESS = 0x3c;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === LESS && bytes[1] !== 0x3f) return undefined;
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  return /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)?.[1];
}

function decodeStrictly(bytes: Uint8Array, declared: string | undefined): string | null {
  for (const encoding of candidates(bytes, declared)) {
    const text = tryDecode(bytes, encoding, true);
    if (text !== null) return text;
  }
  return null;
}

const BROKEN_IN_A_THOUSAND = 5;

/** The encoding that breaks fewest characters, if those are few. */
function decodeLeniently(bytes: Uint8Array, declared: string | undefined): string | null {
  const tried = candidates(bytes, declared)
    .map((encoding) => tryDecode(bytes, encoding, false) ?? '\ufffd')
    .map((text) => ({ text, broken: text.split('\ufffd').length - 1 }));
  const best = tried.reduce((a, b) => (b.broken < a.broken ? b : a));
  return best.broken <= Math.max(1, (best.text.length * BROKEN_IN_A_THOUSAND) / 1000) ? best.text : null;
}

function candidates(bytes: Uint8Array, declared: string | undefined): string[] {
  const wide = wideEncoding(bytes);
  if (wide !== null) return [wide];
  return declared === undefined ? ['utf-8', 'gb18030'] : [canonical(declared), 'utf-8', 'gb18030'];
}

/** Throws on bytes that are no UTF-8. */
export const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return (fatal && encoding === 'utf-8' ? strictUtf8 : new TextDecoder(encoding, { fatal })).decode(bytes);
  } catch {
    return null;
  }
}

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 256);
  const zeros = (parity: number) => head.filter((byte, i) => i % 2 === parity && byte === 0).length;
  if (head.length < 4 || zeros(0) + zeros(1) < head.length / 8) return null;
  return zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be';
}

/** gb2312 and gbk are subsets of gb18030, and pages marked gb2312 rarely keep to it. */
function canonical(declared: string): string {
  const name = declared.toLowerCase();
  return /^(gb|cp936|x-gbk|hz)/.test(name) ? 'gb18030' : name;
}
