import { uint16, uint32 } from '../bytes.js';
import type { CompoundFile } from '../compound-file.js';
import { damaged, locked, otherKind } from '../problem.js';

/** The streams of a Word 97 file and where its header says things lie (MS-DOC 2.5). */
export interface WordFile {
  readonly main: Uint8Array;
  readonly table: Uint8Array;
  readonly data: Uint8Array;
  /** A structure of the table stream by its number in the header. */
  structure(index: number): Uint8Array;
  /** Characters of each part of the text, in the order the parts follow one another. */
  readonly lengths: readonly number[];
}

/** Numbers of structures in the header. */
export const PLC_CHARACTER_RUNS = 12;
export const PLC_PARAGRAPH_RUNS = 13;
export const PIECES = 33;
export const PLC_SHAPES = 40;
export const DRAWINGS = 50;

const WORD_97 = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const LENGTHS = 0x4c;
const STRUCTURES = 0x9a;

export function openWordFile(file: CompoundFile): WordFile {
  const main = file.read('WordDocument');
  if (main === null) throw damaged('no WordDocument stream', 'part-missing');
  if (uint16(main, 0) !== WORD_97 || uint16(main, 2) < 101) throw otherKind('word-95');
  const flags = uint16(main, 10);
  if ((flags & ENCRYPTED) !== 0) throw locked('document');
  const table = file.read((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table');
  if (table === null) throw damaged('no table stream', 'part-missing');
  return {
    main,
    table,
    data: file.read('Data') ?? new Uint8Array(),
    structure: (index) => {
      const start = uint32(main, STRUCTURES + index * 8);
      return table.subarray(start, start + uint32(main, STRUCTURES + index * 8 + 4));
    },
    // Text, footnotes, headers, comments, endnotes, text boxes; what stood fourth is no longer used.
    lengths: [0, 1, 2, 4, 5, 6].map((i) => uint32(main, LENGTHS + i * 4)),
  };
}
