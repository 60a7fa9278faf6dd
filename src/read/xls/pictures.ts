import { uint16 } from '../bytes.js';
import { EMPTY } from '../cell-values.js';
import { artRecords, CLIENT_ANCHOR, SHAPE_CONTAINER, showsPicture } from '../office-art.js';
import type { Placed } from '../place-cells.js';
import { drawingOf } from './records.js';

interface DrawnPictures {
  /** By the cell their upper left corner lies in. */
  readonly placed: readonly Placed[];
  /** Pictures inside a group, which is tied to a cell only as a whole. */
  readonly loose: number;
}

/** The pictures that float over the sheet that begins at a byte of the stream. */
export function readPictures(stream: Uint8Array, start: number): DrawnPictures {
  const records = [...artRecords(drawingOf(stream, start))];
  const shapes = records.filter(({ type, data }) => type === SHAPE_CONTAINER && showsPicture(data));
  const placed = shapes.flatMap(({ data }) => anchorOf(data));
  return { placed, loose: shapes.length - placed.length };
}

function anchorOf(shape: Uint8Array): Placed[] {
  const anchor = [...artRecords(shape)].find(({ type }) => type === CLIENT_ANCHOR)?.data;
  if (anchor === undefined) return [];
  return [{ row: uint16(anchor, 6) + 1, column: uint16(anchor, 2) + 1, value: EMPTY, pictures: 1 }];
}
