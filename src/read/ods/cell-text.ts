import { joinPieces, type Shift, type ShiftedPiece, struckThrough } from '../shown-signs.js';
import type { AttributeRecord } from '../xml-scope.js';

/** How a style of text makes it look, as far as that changes what is read. */
export interface TextLook {
  readonly struck: boolean;
  readonly shifted: Shift;
}

/** What the properties of a style say of its look; null where it looks like any text. */
export function lookOf(properties: AttributeRecord): TextLook | null {
  const [line, kind] = ['style', 'type'].map((one) => properties[`style:text-line-through-${one}`] ?? 'none');
  const [position = ''] = (properties['style:text-position'] ?? '').trim().split(/\s+/);
  const isRaised = position === 'super' || /^[1-9]\d*(?:\.\d+)?%$/.test(position);
  const shifted = isRaised ? 'superscript' : position === 'sub' || /^-/.test(position) ? 'subscript' : null;
  const struck = line !== 'none' || kind !== 'none';
  return struck || shifted !== null ? { struck, shifted } : null;
}

/** Builds a cell's text from its paragraphs by the white space rules of OpenDocument. */
export class CellText {
  readonly #looks: ReadonlyMap<string, TextLook>;
  readonly #paragraphs: string[] = [];
  /** Spans now open, the innermost last. */
  readonly #spans: (TextLook | null)[] = [];
  #depth = 0;
  #pieces: ShiftedPiece[] = [];
  #ended = '';
  /** Phonetic guides are not part of the text. */
  #ruby = false;

  /** `looks` are the styles of text that are not like any other, by their names. */
  constructor(looks: ReadonlyMap<string, TextLook> = new Map()) {
    this.#looks = looks;
  }

  open(name: string, attributes: AttributeRecord): void {
    if (name === 'text:p' || name === 'text:h') this.#begin();
    else if (name === 'text:s') this.#push(' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1) || 1)));
    else if (name === 'text:tab') this.#push('\t');
    else if (name === 'text:line-break' || name.startsWith('?:')) this.#push('\n');
    else if (name === 'text:ruby-text') this.#ruby = true;
    else if (name === 'text:span') this.#spans.push(this.#looks.get(attributes['text:style-name'] ?? '') ?? null);
  }

  close(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.#end();
    else if (name === 'text:ruby-text') this.#ruby = false;
    else if (name === 'text:span') this.#spans.pop();
  }

  /** Runs of white space are one space, and none at the start. */
  add(text: string): void {
    if (this.#depth === 0 || this.#ruby) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const atBreak = this.#ended === '' || this.#ended === ' ';
    this.#push(atBreak ? collapsed.replace(/^ /, '') : collapsed);
  }

  toString(): string {
    return this.#paragraphs.join('\n');
  }

  #push(text: string): void {
    if (text === '') return;
    const look = this.#spans.findLast((one) => one !== null) ?? null;
    this.#pieces.push({ text: look?.struck === true ? struckThrough(text) : text, shifted: look?.shifted ?? null });
    this.#ended = text.charAt(text.length - 1);
  }

  #begin(): void {
    if (this.#depth++ > 0) return;
    this.#pieces = [];
    this.#ended = '';
  }

  #end(): void {
    if (--this.#depth === 0) this.#paragraphs.push(joinPieces(this.#pieces));
  }
}
