import type { AttributeRecord } from '../xml-scope.js';

/** Builds a cell's text from its paragraphs by the white space rules of OpenDocument. */
export class CellText {
  readonly #paragraphs: string[] = [];
  #depth = 0;
  #current = '';
  /** Phonetic guides are not part of the text. */
  #ruby = false;

  open(name: string, attributes: AttributeRecord): void {
    if (name === 'text:p' || name === 'text:h') this.#begin();
    else if (name === 'text:s') this.#current += ' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1) || 1));
    else if (name === 'text:tab') this.#current += '\t';
    else if (name === 'text:line-break') this.#current += '\n';
    else if (name === 'text:ruby-text') this.#ruby = true;
  }

  close(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.#end();
    else if (name === 'text:ruby-text') this.#ruby = false;
  }

  /** Runs of white space are one space, and none at the start. */
  add(text: string): void {
    if (this.#depth === 0 || this.#ruby) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const atBreak = this.#current === '' || this.#current.endsWith(' ');
    this.#current += atBreak ? collapsed.replace(/^ /, '') : collapsed;
  }

  toString(): string {
    return this.#paragraphs.join('\n');
  }

  #begin(): void {
    if (this.#depth++ === 0) this.#current = '';
  }

  #end(): void {
    if (--this.#depth === 0) this.#paragraphs.push(this.#current);
  }
}
