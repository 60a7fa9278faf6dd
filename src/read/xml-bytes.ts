import { ofText } from '../model/memo.js';
import { textOfBytes } from './text-table.js';

/** Bytes of UTF-8 XML as office programs write it. What is not told for certain here is left to the strict parser. */

const NAME_START = 1;
const NAME = 2;
const SPACE = 4;
const TEXT = 8;
/** Text that needs no second look, in text or in a value. */
const PLAIN = 16;

/** What each byte may be part of. In text, `&`, `<` and `]` are looked at apart; control characters are none. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return byte === 0xef ? TEXT : TEXT | PLAIN;
  const sign = String.fromCharCode(byte);
  const start = /[A-Za-z_]/.test(sign) ? NAME_START : 0;
  const name = /[A-Za-z0-9_:.-]/.test(sign) ? NAME : 0;
  const space = /[ \t\n]/.test(sign) ? SPACE : 0;
  const plain = byte >= 32 && !/["'&<\]]/.test(sign) ? PLAIN : 0;
  return start | name | space | plain | (byte >= 32 || space !== 0 ? TEXT : 0);
});

function isOf(kind: number, byte: number | undefined): boolean {
  return byte !== undefined && ((CLASSES[byte] ?? 0) & kind) !== 0;
}

/** Letters and the underscore; names with other letters are not plain. */
export function isNameStart(byte: number | undefined): boolean {
  return isOf(NAME_START, byte);
}

/** The first byte behind the name that begins here: letters, digits, and `:`, `.`, `-`, `_`. */
export function endOfName(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (isOf(NAME, bytes[at])) at++;
  return at;
}

export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isOf(SPACE, bytes[at])) at++;
  return at;
}

const AMPERSAND = 38;
const LESS = 60;
const BRACKET = 93;

export interface Run {
  /** Where it ends; −1 where it is for the strict parser to judge. */
  end: number;
  /** Whether it holds entities. */
  entities: boolean;
}

/** Text from here up to the next `<` or the end. One object serves a whole scan. */
export function readText(bytes: Uint8Array, from: number, run: Run): void {
  run.entities = false;
  for (let at = from; ; at++) {
    while (isOf(PLAIN, bytes[at])) at++;
    const byte = bytes[at];
    if (byte === LESS || byte === undefined) {
      run.end = at;
      return;
    }
    if (byte === AMPERSAND) run.entities = true;
    else if (!isTextAt(bytes, at, byte) || (byte === BRACKET && bytes[at + 1] === BRACKET)) {
      run.end = -1;
      return;
    }
  }
}

/** A value from here up to its closing quote. Line breaks in values are made spaces, which the strict parser does. */
export function readValue(bytes: Uint8Array, from: number, quote: number, run: Run): void {
  run.entities = false;
  for (let at = from; ; at++) {
    while (isOf(PLAIN, bytes[at])) at++;
    const byte = bytes[at];
    if (byte === quote) {
      run.end = at;
      return;
    }
    if (byte === AMPERSAND) run.entities = true;
    else if (byte === undefined || byte < 32 || byte === LESS || !isTextAt(bytes, at, byte)) {
      run.end = -1;
      return;
    }
  }
}

/** A character XML allows: U+FFFE and U+FFFF, EF BF BE and EF BF BF, are none. */
function isTextAt(bytes: Uint8Array, at: number, byte: number): boolean {
  if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return false;
  return ((CLASSES[byte] ?? 0) & TEXT) !== 0;
}

/** Whether these very ASCII characters stand here. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text.charCodeAt(n)) return false;
  return true;
}

const saysDeclaration = ofText((text) =>
  /^<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")?\s*\?>$/.test(text),
);

const GREATER = 62;
const RETURN = 13;

/** Where the root element should begin, behind byte order mark and declaration; −1 where that cannot be told here. */
export function startOfContent(bytes: Uint8Array): number {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (!standsAt(bytes, mark, '<?')) return mark;
  const end = bytes.subarray(0, mark + 120).indexOf(GREATER, mark) + 1;
  if (end === 0 || !isAscii(bytes, mark, end) || !saysDeclaration(textOfBytes(bytes, mark, end))) return -1;
  let at = end;
  while (isOf(SPACE, bytes[at]) || bytes[at] === RETURN) at++;
  return at;
}

/** Whether the bytes are UTF-8 is not known yet. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}
