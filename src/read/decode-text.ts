import { damaged } from './problem.js';

/**
 * Text of unknown encoding: the byte order mark, else UTF-16 by its zero bytes, else what it declares,
 * else UTF-8, else GB18030. Null where it is none of these.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | null {
  const wide = wideEncoding(bytes);
  const candidates = wide === null ? [canonical(declared), 'utf-8', 'gb18030'] : [wide];
  for (const encoding of candidates) {
    const text = encoding === null ? null : tryDecode(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

/** A part of a package, which is UTF-8 unless it says otherwise. Throws where the bytes are not text. */
export function decodeXml(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)?.[1];
  const text = decodeText(bytes, declared);
  if (text === null) throw damaged('not text');
  return text;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
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
function canonical(declared: string | undefined): string | null {
  if (declared === undefined) return null;
  const name = declared.toLowerCase();
  return /^(gb|cp936|x-gbk|hz)/.test(name) ? 'gb18030' : name;
}
