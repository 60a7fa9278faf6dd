import { int32, uint8 } from '../bytes.js';
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
  let line = new Line(characterRuns, file.data);
  for (const { character, position, offset } of charactersOf(file.main, pieces, range.from, range.to)) {
    if (character === '\x08' && isShape(position)) line.pictures++;
    else if (!PARAGRAPH_ENDS.has(character)) line.add(character, offset);
    else {
      const state = paragraphState(paragraphRuns.at(offset), file.data, character === CELL_MARK);
      paragraphs.push({ text: line.text, pictures: line.pictures, ...state });
      line = new Line(characterRuns, file.data);
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
const PICTURE_LOCATION = 0x6a03;
const PICTURE_IS_DATA = 0x0806;

const SPOKEN: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-', '\x1f': '' };

/** Collects what a reader sees of one paragraph: no field codes, no deleted text. */
class Line {
  text = '';
  pictures = 0;
  readonly #runs: Runs;
  readonly #data: Uint8Array;
  /** For each field now open, whether its code is over and its result begun. */
  readonly #fields: boolean[] = [];
  #list: Uint8Array | null = null;
  #deleted = false;

  constructor(runs: Runs, data: Uint8Array) {
    this.#runs = runs;
    this.#data = data;
  }

  add(character: string, offset: number): void {
    if (character === '\x13') this.#fields.push(false);
    else if (character === '\x14') this.#fields[this.#fields.length - 1] = true;
    else if (character === '\x15') this.#fields.pop();
    else if (this.#fields.every((begun) => begun)) this.#addVisible(character, offset);
  }

  #addVisible(character: string, offset: number): void {
    const list = this.#runs.at(offset);
    if (list !== this.#list) {
      this.#list = list;
      this.#deleted = this.#flag(list, DELETED);
    }
    if (this.#deleted) return;
    if (character === '\x01') this.pictures += this.#isPicture(list) ? 1 : 0;
    else this.text += SPOKEN[character] ?? (character < ' ' ? '' : character);
  }

  #isPicture(list: Uint8Array): boolean {
    const located = [...sprmsOf(list, this.#data)].some(({ code }) => code === PICTURE_LOCATION);
    return located && !this.#flag(list, PICTURE_IS_DATA);
  }

  #flag(list: Uint8Array, wanted: number): boolean {
    for (const { code, operand } of sprmsOf(list, this.#data)) if (code === wanted) return uint8(operand, 0) === 1;
    return false;
  }
}
