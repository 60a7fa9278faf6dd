import { copyOf } from '../bytes.js';
import { type Run, standsAt } from '../xml-bytes.js';
import { readPlainText } from './plain-text.js';

/** Shared texts one after the other, as they stood in a workbook. */
interface SeenStrings {
  readonly bytes: Uint8Array;
  /** Where each begins in the bytes, and where the last one ends. */
  readonly starts: readonly number[];
  readonly texts: readonly string[];
}

/** Lists above this many bytes are not kept, and no more than so many. */
const largest = 64 * 1024;
const most = 6;
/** A text that is new stands between the ones before, or in the place of one. */
const ahead = 3;

/** Shared texts read lately: workbooks filled in from one blank form have nearly the same, in nearly the same order. */
export class StringsSeen {
  #lists: readonly SeenStrings[] = [];
  readonly #run: Run = { end: 0, entities: false };

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
    if (text === null || !standsAt(bytes, end, '</si>')) return -1;
    texts.push(text);
    return end + 5;
  }

  #keep(list: SeenStrings, before: SeenStrings): void {
    this.#lists = [list, ...this.#lists.filter((other) => other !== before)].slice(0, most);
  }
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
