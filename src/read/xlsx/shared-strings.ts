import type { Allowance } from '../allowance.js';
import { scanXml } from '../scan-xml.js';
import type { Attributes, Plain, XmlEvents } from '../xml-events.js';
import { StringsSeen } from './plain-strings.js';
import { RichRun } from './rich-run.js';

/** The workbook's texts in order; runs of rich text are joined, phonetic guides left out. */
export function readSharedStrings(part: Uint8Array, allowance: Allowance): readonly string[] {
  const known = seen.whole(part);
  if (known !== null) return known.map(unescapeText);
  return scanXml(part, () => new StringReader(), allowance).strings;
}

const seen = new StringsSeen();

class StringReader implements XmlEvents {
  readonly strings: string[] = [];
  readonly plain: readonly Plain[] = [{ inside: 's:sst', end: (bytes, at) => this.#readItems(bytes, at) }];
  readonly #run = new RichRun();
  #text = '';
  #inText = false;
  #phonetic = 0;
  /** Up to where the list has been read here; what comes next is for the scanner. −1 before the first text. */
  #from = -1;

  open(name: string, attributes: Attributes): void {
    this.#run.open(name, attributes);
    if (name === 's:t') this.#inText = this.#phonetic === 0;
    else if (name === 's:si') this.#text = '';
    else if (name === 's:rPh') this.#phonetic++;
  }

  close(name: string): void {
    this.#run.close(name);
    if (name === 's:t') this.#inText = false;
    else if (name === 's:si') this.strings.push(unescapeText(this.#text));
    else if (name === 's:rPh') this.#phonetic--;
  }

  text(text: string): void {
    if (this.#inText) this.#text += this.#run.shown(text);
  }

  /** Asked before each text; before the first there was nothing but the beginning of the list. */
  #readItems(bytes: Uint8Array, at: number): number {
    if (this.#from === -1) seen.keepBeginning(bytes, at);
    else seen.keepRich(bytes, this.#from, at, this.#text);
    const from = this.strings.length;
    const end = this.#phonetic === 0 ? seen.read(bytes, at, this.strings) : at;
    this.#from = end;
    for (let n = from; n < this.strings.length; n++) this.strings[n] = unescapeText(this.strings[n] ?? '');
    return end;
  }
}

/** `_x000D_` and its like stand for characters XML cannot carry. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
