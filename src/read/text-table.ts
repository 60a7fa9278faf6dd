import { copyOf } from './bytes.js';

interface Kept {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A byte order mark inside a text is a sign like any other. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const SLOTS = 4096;
/** Longer texts are hardly met twice. */
const longest = 256;

const slots: (Kept | undefined)[] = new Array(SLOTS).fill(undefined);

/**
 * The text of these bytes, which are UTF-8. Texts met lately come back as the very same string: labels and addresses
 * stand in every form, and a string seen before need not be hashed again wherever it is looked up.
 */
export function textOfBytes(bytes: Uint8Array, from: number, to: number): string {
  const length = to - from;
  if (length > longest) return utf8.decode(bytes.subarray(from, to));
  let hash = length;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const kept = slots[slot];
  if (kept !== undefined && kept.bytes.length === length && isSame(kept.bytes, bytes, from)) return kept.text;
  const own = copyOf(bytes, from, to);
  const text = utf8.decode(own);
  slots[slot] = { bytes: own, text };
  return text;
}

function isSame(kept: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let n = 0; n < kept.length; n++) if (kept[n] !== bytes[from + n]) return false;
  return true;
}
