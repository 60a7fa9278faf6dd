import { uint16, uint32 } from '../bytes.js';
import { type CellLook, unseenFigure } from '../cell-look.js';
import { joinPieces, type Shift, struckThrough } from '../shown-signs.js';

/** What a font says that changes what a person sees (MS-XLS 2.4.122). */
export interface Font {
  readonly struck: boolean;
  readonly white: boolean;
  readonly shifted: Shift;
}

const STRUCK = 8;
const shifts: readonly Shift[] = [null, 'superscript', 'subscript'];

export function readFont(data: Uint8Array): Font {
  return {
    struck: (uint16(data, 2) & STRUCK) !== 0,
    white: isWhite(uint16(data, 4)),
    shifted: shifts[uint16(data, 8)] ?? null,
  };
}

/** How a cell format (MS-XLS 2.4.353) makes a cell look. */
export function cellLook(format: Uint8Array, fonts: readonly Font[]): CellLook | undefined {
  const font = fontNumbered(uint16(format, 0), fonts);
  if (font?.struck) return 'struck';
  const pattern = uint32(format, 14) >>> 26;
  const isBare = pattern === 0 || (pattern === 1 && isWhite(uint16(format, 18) & 0x7f));
  return font?.white && isBare ? 'unseen' : undefined;
}

/** The text as fonts show it that begin at these signs; what comes before them looks as its cell does. */
export function richText(
  text: string,
  runs: readonly (readonly [at: number, font: number])[],
  fonts: readonly Font[],
): string {
  if (!runs.some(([, font]) => isSpecial(fontNumbered(font, fonts)))) return text;
  const starts = [[0, undefined] as const, ...runs];
  return joinPieces(
    starts.map(([at, number], n) => {
      const font = number === undefined ? undefined : fontNumbered(number, fonts);
      const piece = text.slice(at, starts[n + 1]?.[0]);
      const shown = font?.white ? unseenFigure(piece) : piece;
      return { text: font?.struck ? struckThrough(shown) : shown, shifted: font?.shifted ?? null };
    }),
  );
}

function isSpecial(font: Font | undefined): boolean {
  return font !== undefined && (font.struck || font.white || font.shifted !== null);
}

/** There is no font 4: those behind it are counted one too far. */
function fontNumbered(number: number, fonts: readonly Font[]): Font | undefined {
  return fonts[number > 4 ? number - 1 : number];
}

/** White by its place among the colours every workbook has. */
function isWhite(colour: number): boolean {
  return colour === 1 || colour === 9;
}
