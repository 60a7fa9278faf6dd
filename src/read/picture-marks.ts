import type { Table } from '../model/document.js';

/** The pictures of a document, each at the cell it lies in. */
export interface PlacedPictures {
  readonly cells: readonly CellPictures[];
  /** Outside every cell that is read. */
  readonly loose: readonly StoredPicture[];
}

/** A cell by the name of its table or sheet and its row, from 1. */
export interface CellPictures {
  readonly table: string;
  readonly row: number;
  readonly rowSpan: number;
  readonly pictures: readonly StoredPicture[];
}

export interface StoredPicture {
  /** What the document calls it, such as `word/media/image1.jpeg`. */
  readonly name: string;
  /** Null where it is not stored in the document, or damaged, or no picture of pixels. */
  readonly read: () => Uint8Array | null;
}

/** Two signs of the private area, which no text of a village holds, around the picture's number. */
const [open, close] = ['\ue529', '\ue530'];
const mark = new RegExp(`${open}(\\d+)${close}`, 'gu');

/**
 * What is put into the text in place of a picture before a document is read, so that the reader itself says in which cell
 * of which table the picture lies.
 */
export function pictureMark(number: number): string {
  return `${open}${number}${close}`;
}

/** The pictures by the marks in the tables. What the reader leaves out, such as lower parts of merged cells, is loose. */
export function placedByMarks(tables: readonly Table[], pictures: readonly StoredPicture[]): PlacedPictures {
  const taken = new Set<number>();
  const cells = tables.flatMap((table) =>
    table.cells.flatMap(({ row, rowSpan, value }): CellPictures[] => {
      const numbers = value.kind === 'text' ? marksIn(value.text).filter((n) => !taken.has(n)) : [];
      for (const n of numbers) taken.add(n);
      const own = numbers.flatMap((n) => pictures[n] ?? []);
      return own.length === 0 ? [] : [{ table: table.name, row, rowSpan, pictures: own }];
    }),
  );
  return { cells, loose: pictures.filter((_, n) => !taken.has(n)) };
}

function marksIn(text: string): number[] {
  return [...text.matchAll(mark)].map(([, number]) => Number(number));
}
