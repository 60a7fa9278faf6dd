import { uint32 } from '../bytes.js';
import { artRecords, SHAPE, SHAPE_CONTAINER, showsPicture } from '../office-art.js';
import { DRAWINGS, PLC_SHAPES, type WordFile } from './file-information.js';

const ANCHOR_BYTES = 26;

/** The characters of the body that floating pictures are tied to. Other shapes are not pictures. */
export function pictureAnchors(file: WordFile): ReadonlySet<number> {
  const plc = file.structure(PLC_SHAPES);
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + ANCHOR_BYTES)));
  const pictures = pictureShapes(file.structure(DRAWINGS));
  const anchors = new Set<number>();
  for (let i = 0; i < count; i++) {
    if (pictures.has(uint32(plc, (count + 1) * 4 + i * ANCHOR_BYTES))) anchors.add(uint32(plc, i * 4));
  }
  return anchors;
}

/** Ids of the shapes that show a picture. A byte before each drawing tells body from header. */
function pictureShapes(content: Uint8Array): ReadonlySet<number> {
  const ids = new Set<number>();
  const group = content.subarray(0, 8 + uint32(content, 4));
  let at = group.length;
  while (at + 9 <= content.length) {
    const drawing = content.subarray(at + 1, at + 9 + uint32(content, at + 5));
    for (const id of shapesWithPictures(drawing)) ids.add(id);
    at += 1 + drawing.length;
  }
  return ids;
}

function* shapesWithPictures(drawing: Uint8Array): Generator<number> {
  for (const { type, data } of artRecords(drawing)) {
    if (type !== SHAPE_CONTAINER || !showsPicture(data)) continue;
    for (const record of artRecords(data)) if (record.type === SHAPE) yield uint32(record.data, 0);
  }
}
