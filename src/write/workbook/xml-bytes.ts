/** Beyond so many bytes a piece is handed on. */
const enough = 64 * 1024;

/**
 * XML on its way to a file, as its bytes. They are written sign by sign: to put texts together and encode them takes
 * three times as long, and leaves as much behind for clearing up.
 */
export class XmlBytes {
  #bytes = Buffer.allocUnsafe(2 * enough);
  #length = 0;

  /** Whether there is enough to be handed on. */
  get isFull(): boolean {
    return this.#length >= enough;
  }

  /** Markup and numbers, which are of signs of ASCII and need no escaping. */
  mark(text: string): void {
    const { length } = text;
    const bytes = this.#withRoomFor(length);
    let at = this.#length;
    for (let n = 0; n < length; n++) bytes[at++] = text.charCodeAt(n);
    this.#length = at;
  }

  /** What is written between tags or quotes. It holds no control signs, and no halves of characters. */
  text(text: string): void {
    const { length } = text;
    const bytes = this.#withRoomFor(length * longestEscape);
    let at = this.#length;
    for (let n = 0; n < length; n++) {
      const code = text.charCodeAt(n);
      if (code < 0x80 && escapes[code] === undefined) bytes[at++] = code;
      else if (code < 0xd800 || code > 0xdfff) at = encode(code, bytes, at);
      else at += bytes.write(text.slice(n, ++n + 1), at);
    }
    this.#length = at;
  }

  /** Hands on what there is; whoever takes it must have taken a copy when it returns. */
  flush(take: (bytes: Buffer) => void): void {
    if (this.#length > 0) take(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #withRoomFor(length: number): Buffer {
    const wanted = this.#length + length;
    if (wanted > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * wanted);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** Gives where what comes next is to be written. */
function encode(code: number, bytes: Buffer, from: number): number {
  if (code < 0x80) return from + bytes.write(escapes[code] ?? '', from);
  let at = from;
  if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
  else {
    bytes[at++] = 0xe0 | (code >> 12);
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[at++] = 0x80 | (code & 0x3f);
  return at;
}

const escapes: (string | undefined)[] = new Array(0x80).fill(undefined);
for (const [sign, escaped] of [
  ['"', '&quot;'],
  ['&', '&amp;'],
  ["'", '&apos;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
] as const) {
  escapes[sign.charCodeAt(0)] = escaped;
}
const longestEscape = 6;
