import { int32, uint8 } from '../bytes.js';
import { joinPieces, type Shift, struckThrough } from '../shown-signs.js';
import type { WordFile } from './file-information.js';
import { PLC_CHARACTER_RUNS, PLC_PARAGRAPH_RUNS } from './file-information.js';
import { charactersOf, type Piece } from './pieces.js';
import { type Runs, readRuns, sprmsOf } from './properties.js';
import { type RowDefinition, readRowDefinition } from './table-definition.js';

export interface Paragraph {
  readonly text: string;
  readonly pictures: number;
  /** How many tables it lies in, one within another. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** The mark behind a row's last cell, which holds no text. */
  readonly endsRow: boolean;
  readonly row: RowDefinition | null;
}

const CELL_MARK = '\x07';
const PARAGRAPH_ENDS = new Set(['\r', CELL_MARK, '\f']);

/** Cuts one range of the text into paragraphs. `isShape` tells the anchors of floating pictures. */
export function readParagraphs(
  file: WordFile,
  pieces: readonly Piece[],
  range: { from: number; to: number },
  isShape: (position: number) => boolean,
): Paragraph[] {
  const paragraphRuns = readRuns(file.main, file.structure(PLC_PARAGRAPH_RUNS), 'paragraph');
  const characterRuns = readRuns(file.main, file.structure(PLC_CHARACTER_RUNS), 'character');
  const paragraphs: Paragraph[] = [];
  const fields = new Fields(charactersOf(file.main, pieces, range.from, range.to));
  let line = new Line(characterRuns, file.data, fields);
  for (const { character, position, offset } of charactersOf(file.main, pieces, range.from, range.to)) {
    if (character === '\x08' && isShape(position)) line.pictures++;
    else if (!PARAGRAPH_ENDS.has(character)) line.add(character, position, offset);
    else {
      const state = paragraphState(paragraphRuns.at(offset), file.data, character === CELL_MARK);
      paragraphs.push({ text: line.text, pictures: line.pictures, ...state });
      line = new Line(characterRuns, file.data, fields);
    }
  }
  if (line.text !== '') paragraphs.push({ text: line.text, pictures: line.pictures, ...OUTSIDE });
  return paragraphs;
}

const OUTSIDE = { depth: 0, endsCell: false, endsRow: false, row: null };

const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const DEPTH = 0x6649;
const INNER_CELL = 0x244b;
const INNER_ROW_END = 0x244c;

function paragraphState(list: Uint8Array, data: Uint8Array, cellMark: boolean): Omit<Paragraph, 'text' | 'pictures'> {
  const sprms = [...sprmsOf(list, data)];
  const last = (code: number) => sprms.findLast((sprm) => sprm.code === code)?.operand;
  const isSet = (code: number) => uint8(last(code) ?? new Uint8Array(), 0) !== 0;
  const inTable = isSet(IN_TABLE) || cellMark;
  const stated = last(DEPTH);
  const depth = inTable ? Math.min(Math.max(1, stated === undefined ? 1 : int32(stated, 0)), 50) : 0;
  const endsRow = depth > 1 ? isSet(INNER_ROW_END) : isSet(ROW_END);
  return {
    depth,
    endsRow,
    endsCell: !endsRow && (depth > 1 ? isSet(INNER_CELL) : cellMark),
    row: endsRow ? readRowDefinition(sprms) : null,
  };
}

const DELETED = 0x0800;
const HIDDEN = 0x083c;
const STRUCK = [0x0837, 0x2a53];
const SHIFTED = 0x2a48;
const PICTURE_LOCATION = 0x6a03;
const PICTURE_IS_DATA = 0x0806;

const SPOKEN: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-', '\x1f': '' };

/** How a run of text looks. */
interface Look {
  readonly unseen: boolean;
  readonly struck: boolean;
  readonly shifted: Shift;
}

/** Fields begin, separate code from result and end by signs of their own; one that lacks its end is none. */
class Fields {
  readonly #paired = new Set<number>();
  /** For each field now open, whether its code is over and its result begun. */
  readonly #open: boolean[] = [];

  constructor(characters: Iterable<{ character: string; position: number }>) {
    const begun: number[] = [];
    for (const { character, position } of characters) {
      if (character === '\x13') begun.push(position);
      const begin = character === '\x15' ? begun.pop() : undefined;
      if (begin !== undefined) this.#paired.add(begin).add(position);
    }
  }

  get shown(): boolean {
    return this.#open.every((begun) => begun);
  }

  /** Whether the character is such a sign. */
  pass(character: string, position: number): boolean {
    if (character === '\x14') this.#open.splice(-1, 1, ...(this.#open.length > 0 ? [true] : []));
    else if (character === '\x13' && this.#paired.has(position)) this.#open.push(false);
    else if (character === '\x15' && this.#paired.has(position)) this.#open.pop();
    return character >= '\x13' && character <= '\x15';
  }
}

/** Collects what a reader sees of one paragraph: no field codes, no deleted or hidden text. */
class Line {
  pictures = 0;
  readonly #pieces: { text: string; readonly shifted: Shift }[] = [];
  readonly #runs: Runs;
  readonly #data: Uint8Array;
  readonly #fields: Fields;
  #list: Uint8Array | null = null;
  #look: Look = { unseen: false, struck: false, shifted: null };

  constructor(runs: Runs, data: Uint8Array, fields: Fields) {
    this.#runs = runs;
    this.#data = data;
    this.#fields = fields;
  }

  get text(): string {
    return joinPieces(this.#pieces);
  }

  add(character: string, position: number, offset: number): void {
    if (!this.#fields.pass(character, position) && this.#fields.shown) this.#addVisible(character, offset);
  }

  #addVisible(character: string, offset: number): void {
    const list = this.#runs.at(offset);
    if (list !== this.#list) {
      this.#list = list;
      this.#look = this.#lookOf(list);
    }
    const { unseen, struck, shifted } = this.#look;
    if (unseen) return;
    if (character === '\x01') this.pictures += this.#isPicture(list) ? 1 : 0;
    const spoken = SPOKEN[character] ?? (character < ' ' ? '' : character);
    const text = struck ? struckThrough(spoken) : spoken;
    const last = this.#pieces.at(-1);
    if (last?.shifted === shifted) last.text += text;
    else this.#pieces.push({ text, shifted });
  }

  #lookOf(list: Uint8Array): Look {
    return {
      unseen: this.#flag(list, DELETED) || this.#flag(list, HIDDEN),
      struck: STRUCK.some((one) => this.#flag(list, one)),
      shifted: ([null, 'superscript', 'subscript'] as const)[this.#setting(list, SHIFTED)] ?? null,
    };
  }

  #isPicture(list: Uint8Array): boolean {
    const located = [...sprmsOf(list, this.#data)].some(({ code }) => code === PICTURE_LOCATION);
    return located && !this.#flag(list, PICTURE_IS_DATA);
  }

  /** Set, or the other way round than its style has it, which is hardly ever set. */
  #flag(list: Uint8Array, wanted: number): boolean {
    return [1, 0x81].includes(this.#setting(list, wanted));
  }

  #setting(list: Uint8Array, wanted: number): number {
    let setting = 0;
    for (const { code, operand } of sprmsOf(list, this.#data)) if (code === wanted) setting = uint8(operand, 0);
    return setting;
  }
}
