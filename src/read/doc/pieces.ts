import { uint8, uint16, uint32 } from '../bytes.js';
import { damaged } from '../problem.js';

/** A stretch of text: `start` counts characters of the document, `offset` bytes of the main stream. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** 1 for Western text, 2 for UTF-16. */
  readonly width: 1 | 2;
}

const FORMATTING = 1;
const PIECE_TABLE = 2;
const COMPRESSED = 0x40000000;

/** Where the text lies, which Word cuts up whenever it saves quickly (MS-DOC 2.8.35). */
export function readPieces(clx: Uint8Array): Piece[] {
  let at = 0;
  while (uint8(clx, at) === FORMATTING) at += 3 + uint16(clx, at + 1);
  if (uint8(clx, at) !== PIECE_TABLE) throw damaged('no piece table');
  const plc = clx.subarray(at + 5, at + 5 + uint32(clx, at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces = Array.from({ length: Math.max(0, count) }, (_, i): Piece => {
    const stated = uint32(plc, (count + 1) * 4 + i * 8 + 2);
    const compressed = (stated & COMPRESSED) !== 0;
    const offset = stated & 0x3fffffff;
    return {
      start: uint32(plc, i * 4),
      end: uint32(plc, i * 4 + 4),
      offset: compressed ? offset >>> 1 : offset,
      width: compressed ? 1 : 2,
    };
  });
  if (pieces.length === 0 || !isWhole(pieces)) throw damaged('piece table');
  return pieces;
}

/** Pieces follow one another from the document's first character on. */
function isWhole(pieces: readonly Piece[]): boolean {
  return pieces.every(({ start, end }, n) => start === (pieces[n - 1]?.end ?? 0) && end >= start && end < 2 ** 31);
}

const WESTERN = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));

/** The characters of one range of the document, each with the byte it lies at. */
export function* charactersOf(
  main: Uint8Array,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Generator<{ character: string; position: number; offset: number }> {
  for (const piece of pieces) {
    const end = Math.min(piece.end, to);
    for (let position = Math.max(piece.start, from); position < end; position++) {
      const offset = piece.offset + (position - piece.start) * piece.width;
      if (offset >= main.length) throw damaged('text breaks off');
      const character =
        piece.width === 1 ? WESTERN.charAt(uint8(main, offset)) : String.fromCharCode(uint16(main, offset));
      yield { character, position, offset };
    }
  }
}
