import { uint8, uint32 } from '../bytes.js';
import { openCompoundFile } from '../compound-file.js';
import { type PlacedPictures, pictureMark, placedByMarks, type StoredPicture } from '../picture-marks.js';
import { damaged, otherKind } from '../problem.js';
import { assembleDocument } from '../word-document.js';
import { openWordFile, PIECES, PLC_CHARACTER_RUNS, type WordFile } from './file-information.js';
import { nestParagraphs } from './nest-paragraphs.js';
import { readParagraphs } from './paragraphs.js';
import { charactersOf, type Piece, readPieces } from './pieces.js';
import { readRuns, sprmsOf } from './properties.js';
import { pictureAnchors } from './shapes.js';
import { storedBlip } from './stored-blip.js';

/** The pictures in the body of a Word 97 document. Throws where it cannot be read. */
export function picturesInDoc(bytes: Uint8Array): PlacedPictures {
  const container = openCompoundFile(bytes);
  if (container === null) throw otherKind('rich-text');
  const file = openWordFile(container);
  const pieces = readPieces(file.structure(PIECES));
  const anchors = pictureAnchors(file);
  const range = { from: 0, to: file.lengths[0] ?? 0 };
  const pictures = picturesIn(file, pieces, range, anchors);
  let next = 0;
  const marked = readParagraphs(file, pieces, range, (position) => anchors.has(position)).map((paragraph) => {
    const marks = Array.from({ length: paragraph.pictures }, () => pictureMark(next++));
    return { ...paragraph, text: `${paragraph.text}${marks.join('')}` };
  });
  // The reader and we must have seen the same pictures, or one would be taken for another.
  if (next !== pictures.length) throw damaged('pictures do not agree');
  return placedByMarks(assembleDocument(nestParagraphs(marked), 0).tables, pictures);
}

const FIELD_BEGINS = '\x13';
const FIELD_RESULT = '\x14';
const FIELD_ENDS = '\x15';
const PARAGRAPH_ENDS = new Set(['\r', '\x07', '\f']);
const INLINE = '\x01';
const FLOATING = '\x08';
const DELETED = 0x0800;
const PICTURE_LOCATION = 0x6a03;
const PICTURE_IS_DATA = 0x0806;

/** Every picture a reader sees, in the order of the text; those that float are stored where we do not look. */
function picturesIn(
  file: WordFile,
  pieces: readonly Piece[],
  range: { readonly from: number; readonly to: number },
  anchors: ReadonlySet<number>,
): StoredPicture[] {
  const runs = readRuns(file.main, file.structure(PLC_CHARACTER_RUNS), 'character');
  const fields = new Fields();
  const pictures: StoredPicture[] = [];
  for (const { character, position, offset } of charactersOf(file.main, pieces, range.from, range.to)) {
    if (fields.take(character)) continue;
    const number = pictures.length + 1;
    if (character === FLOATING && anchors.has(position)) pictures.push(named(number, () => null));
    const location = character === INLINE && fields.isShown ? locationOf(runs.at(offset), file.data) : null;
    if (location !== null) pictures.push(named(number, () => storedBlip(file.data, location)));
  }
  return pictures;
}

/** Which fields are open, and whether their results have begun: their codes are not seen. */
class Fields {
  #begun: boolean[] = [];

  get isShown(): boolean {
    return this.#begun.every((begun) => begun);
  }

  /** True for a sign that is about fields; the end of a paragraph ends them all. */
  take(character: string): boolean {
    if (character === FIELD_BEGINS) this.#begun.push(false);
    else if (character === FIELD_RESULT) this.#begun[this.#begun.length - 1] = true;
    else if (character === FIELD_ENDS) this.#begun.pop();
    else if (PARAGRAPH_ENDS.has(character)) this.#begun = [];
    else return false;
    return true;
  }
}

function named(number: number, read: StoredPicture['read']): StoredPicture {
  return { name: `图片${number}`, read };
}

/** Where in the data stream the picture of a run lies; null where the run shows none. */
function locationOf(list: Uint8Array, data: Uint8Array): number | null {
  const sprms = [...sprmsOf(list, data)];
  const isSet = (wanted: number) => sprms.some(({ code, operand }) => code === wanted && uint8(operand, 0) === 1);
  const location = sprms.find(({ code }) => code === PICTURE_LOCATION)?.operand;
  return location === undefined || isSet(DELETED) || isSet(PICTURE_IS_DATA) ? null : uint32(location, 0);
}
