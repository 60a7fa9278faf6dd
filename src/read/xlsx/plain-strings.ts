import { copyOf } from '../bytes.js';
import { platform } from '../platform.js';
import { type Run, standsAt } from '../xml-bytes.js';
import { endOfDigits } from './plain-cells.js';
import { readPlainText } from './plain-text.js';

/** Shared texts one after the other, as they stood in a workbook. */
interface SeenStrings {
  readonly bytes: Uint8Array;
  /** Where each begins in the bytes, and where the last one ends. */
  readonly starts: readonly number[];
  readonly texts: readonly string[];
}

/** A text in several runs, from `<si>` to `</si>`. */
interface SeenText {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Lists above this many bytes are not kept, and no more than so many. */
const largest = 64 * 1024;
const most = 6;
/** A text that is new stands between the ones before, or in the place of one. */
const ahead = 3;
const ending = '</sst>';
const longestBeginning = 1024;
const longestRich = 4096;
const RETURN = 13;
const QUOTE = 34;

/** Shared texts read lately: workbooks filled in from one blank form have nearly the same, in nearly the same order. */
export class StringsSeen {
  #lists: readonly SeenStrings[] = [];
  #rich: readonly SeenText[] = [];
  #beginnings: readonly (readonly Uint8Array[])[] = [];
  readonly #run: Run = { end: 0, entities: false };

  /** All texts of a part that begins as one before it and holds nothing but such texts; null else. */
  whole(bytes: Uint8Array): string[] | null {
    const start = this.#endOfBeginning(bytes);
    if (start === -1 || bytes.includes(RETURN) || !platform.isUtf8(bytes)) return null;
    const texts: string[] = [];
    const end = this.read(bytes, start, texts);
    return end + ending.length === bytes.length && standsAt(bytes, end, ending) ? texts : null;
  }

  /** What stands before the first text, found well-formed. */
  keepBeginning(bytes: Uint8Array, to: number): void {
    if (to > longestBeginning || this.#endOfBeginning(bytes) === to) return;
    this.#beginnings = [piecesOf(copyOf(bytes, 0, to)), ...this.#beginnings].slice(0, most);
  }

  #endOfBeginning(bytes: Uint8Array): number {
    for (const pieces of this.#beginnings) {
      const end = endOfPieces(pieces, bytes);
      if (end !== -1) return end;
    }
    return -1;
  }

  /**
   * Adds the texts that stand here as programs write most of them, `<si><t>宣传人数</t></si>`, and gives the position behind
   * the last. The bytes must be UTF-8.
   */
  read(bytes: Uint8Array, start: number, texts: string[]): number {
    const known = this.#lists.find((list) => standsIn(list, 0, bytes, start)) ?? nothing;
    const starts: number[] = [];
    let at = start;
    let next = 0;
    for (let end = start; end !== -1; ) {
      starts.push(end - start);
      at = end;
      const match = nextOf(known, next, bytes, at);
      if (match !== -1) next = match + 1;
      end = match === -1 ? this.#readOne(bytes, at, texts) : at + takeKnown(known, match, texts);
    }
    if (at > start && at - start <= largest) {
      this.#keep(
        { bytes: copyOf(bytes, start, at), starts, texts: texts.slice(texts.length - starts.length + 1) },
        known,
      );
    }
    return at;
  }

  /** Adds the text that begins here and gives the position behind it; −1 where none does that is plain. */
  #readOne(bytes: Uint8Array, at: number, texts: string[]): number {
    if (!standsAt(bytes, at, '<si>')) return -1;
    const text = readPlainText(bytes, at + 4, this.#run);
    const { end } = this.#run;
    if (text === null) return this.#readRich(bytes, at, texts);
    if (!standsAt(bytes, end, '</si>')) return -1;
    texts.push(text);
    return end + 5;
  }

  /** The same of a text in several runs that was read before. */
  #readRich(bytes: Uint8Array, at: number, texts: string[]): number {
    const known = this.#rich.find((one) => platform.standsAt(one.bytes, bytes, at));
    if (known === undefined) return -1;
    texts.push(known.text);
    return at + known.bytes.length;
  }

  /** A text found well-formed that is not plain, as it stands there; one that may mean something else elsewhere is not kept. */
  keepRich(bytes: Uint8Array, from: number, to: number, text: string): void {
    const isWhole = to > from && standsAt(bytes, from, '<si>') && standsAt(bytes, to - 5, '</si>');
    if (!isWhole || to - from > longestRich) return;
    const own = copyOf(bytes, from, to);
    if (mayHavePrefix(own)) return;
    this.#rich = [{ bytes: own, text }, ...this.#rich].slice(0, most);
  }

  #keep(list: SeenStrings, before: SeenStrings): void {
    this.#lists = [list, ...this.#lists.filter((other) => other !== before)].slice(0, most);
  }
}

/** Names with a prefix mean what the beginning of the list says; that of `xml:space` always means the same. */
function mayHavePrefix(bytes: Uint8Array): boolean {
  return /:(?<!xml:)|xmlns/.test(new TextDecoder().decode(bytes));
}

/** `count="57" uniqueCount="45"`: how many there are said to be differs from file to file, and nobody goes by it. */
function piecesOf(beginning: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < beginning.length; at++) {
    if (!standsAt(beginning, at, 'ount="')) continue;
    const end = endOfDigits(beginning, at + 6, QUOTE);
    if (end === -1) continue;
    pieces.push(beginning.subarray(from, at + 6));
    from = end;
  }
  return [...pieces, beginning.subarray(from)];
}

/** The position behind the pieces with any digits between them; −1 where they do not stand at the beginning. */
function endOfPieces(pieces: readonly Uint8Array[], bytes: Uint8Array): number {
  let at = 0;
  for (let n = 0; n < pieces.length; n++) {
    const piece = pieces[n] as Uint8Array;
    const from = n === 0 ? 0 : endOfDigits(bytes, at, QUOTE);
    if (from === -1 || !platform.standsAt(piece, bytes, from)) return -1;
    at = from + piece.length;
  }
  return at;
}

const nothing: SeenStrings = { bytes: new Uint8Array(), starts: [0], texts: [] };

/** The text of a list, from the next one on, that stands here; −1 where none does. */
function nextOf(known: SeenStrings, from: number, bytes: Uint8Array, at: number): number {
  for (let n = from; n < from + ahead && n < known.texts.length; n++) if (standsIn(known, n, bytes, at)) return n;
  return -1;
}

/** Adds a text of a list, and says how long it is in bytes. */
function takeKnown({ texts: known, starts }: SeenStrings, n: number, texts: string[]): number {
  texts.push(known[n] ?? '');
  return (starts[n + 1] ?? 0) - (starts[n] ?? 0);
}

/** Whether the very bytes of a text of the list stand here. */
function standsIn({ bytes: known, starts }: SeenStrings, n: number, bytes: Uint8Array, start: number): boolean {
  const to = starts[n + 1] ?? 0;
  let at = start;
  for (let next = starts[n] ?? 0; next < to; next++, at++) if (known[next] !== bytes[at]) return false;
  return to > 0;
}
