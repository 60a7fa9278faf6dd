import { unseenFigure } from '../cell-look.js';
import { damaged } from '../problem.js';
import { joinPieces, type ShiftedPiece, struckThrough } from '../shown-signs.js';
import type { Block } from '../word-document.js';
import { childNamed, visibleChildren, type XmlElement } from '../xml-tree.js';
import type { Fields } from './fields.js';
import type { ListNumbers } from './list-numbers.js';
import { isDeleted } from './pictures.js';
import type { RunLook, Styles } from './styles.js';
import { symbolSign } from './symbol-sign.js';

/** What the parts beside the text say of it, and how far we are in it. */
export interface Reading {
  readonly styles: Styles;
  readonly numbers: ListNumbers;
  readonly fields: Fields;
}

/** Reads one paragraph as a person sees it. `boxes` takes what stands in the text boxes anchored to it. */
export class ParagraphReader {
  readonly #reading: Reading;
  readonly #readBox: (box: XmlElement) => readonly Block[];
  readonly boxes: Block[] = [];
  readonly #pieces: (ShiftedPiece & { readonly white: boolean })[] = [];
  #properties: XmlElement | undefined;

  constructor(reading: Reading, readBox: (box: XmlElement) => readonly Block[]) {
    this.#reading = reading;
    this.#readBox = readBox;
  }

  read(paragraph: XmlElement): string {
    this.#properties = childNamed(paragraph, 'w:pPr');
    const number = this.#reading.fields.shown ? this.#reading.numbers.before(this.#properties) : '';
    this.#readInside(paragraph, null);
    return number + joinPieces(this.#whiteTold());
  }

  /** White beside another colour: one of the two is not seen, whatever lies behind them. */
  #whiteTold(): readonly ShiftedPiece[] {
    const isMixed = this.#pieces.some(({ white, text }) => !white && text.trim() !== '');
    return isMixed
      ? this.#pieces.map((piece) => (piece.white ? { ...piece, text: unseenFigure(piece.text) } : piece))
      : this.#pieces;
  }

  #readInside(element: XmlElement, look: RunLook | null): void {
    for (const child of visibleChildren(element)) if (!isUnseen(child)) this.#readOne(child, look);
  }

  #readOne(element: XmlElement, look: RunLook | null): void {
    const { name, attributes } = element;
    const sign = signOf(element);
    if (sign !== null) this.#add(sign, look);
    else if (name === 'w:r') this.#readRun(element);
    else if (name === 'w:txbxContent') this.boxes.push(...this.#readBox(element));
    else if (name === 'w:fldChar') this.#add(this.#reading.fields.pass(element), null);
    else if (name === 'w:bdo' && attributes['w:val'] === 'rtl') this.#readTurned(element);
    else {
      demandHere(element);
      this.#readInside(element, null);
    }
  }

  #readRun(run: XmlElement): void {
    const { styles } = this.#reading;
    this.#readInside(run, styles.look(childNamed(run, 'w:rPr'), this.#properties));
  }

  /** Its signs are shown from right to left. */
  #readTurned(element: XmlElement): void {
    this.#add('\u202e', null);
    this.#readInside(element, null);
    this.#add('\u202c', null);
  }

  #add(text: string, look: RunLook | null): void {
    if (text === '' || look?.hidden === true || !this.#reading.fields.shown) return;
    const shown = look?.struck === true ? struckThrough(text) : text;
    this.#pieces.push({ text: shown, shifted: look?.shifted ?? null, white: look?.white === true });
  }
}

/** Throws where what Word shows lies in another part or file. */
export function demandHere({ name }: XmlElement): void {
  if (name === 'w:altChunk' || name === 'w:subDoc') throw damaged(name, 'content-elsewhere');
}

function isUnseen(element: XmlElement): boolean {
  return isDeleted(element) || SILENT.has(element.name) || element.name.startsWith('?:');
}

const SILENT = new Set(['w:pPr', 'w:rPr', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:rt', 'w:sdtPr', 'w:ffData']);

const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** What an element that is a sign or a text shows; null where it is none. */
function signOf({ name, text, attributes }: XmlElement): string | null {
  if (name === 'w:t' || name === 'm:t') return text;
  if (name === 'w:sym') return symbolSign(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
  return CHARACTERS[name] ?? null;
}
