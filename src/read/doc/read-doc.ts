import type { Document } from '../../model/document.js';
import { openCompoundFile } from '../compound-file.js';
import { otherKind } from '../problem.js';
import { assembleDocument } from '../word-document.js';
import { openWordFile, PIECES } from './file-information.js';
import { nestParagraphs } from './nest-paragraphs.js';
import { readParagraphs } from './paragraphs.js';
import { readPieces } from './pieces.js';
import { pictureAnchors } from './shapes.js';

/** Reads a Word 97 document: its body, then its text boxes. */
export function readDoc(bytes: Uint8Array): Document {
  const container = openCompoundFile(bytes);
  // Rich text and web pages under the same name are kinds of their own.
  if (container === null) throw otherKind('rich-text');
  const file = openWordFile(container);
  const pieces = readPieces(file.structure(PIECES));
  const anchors = pictureAnchors(file);
  const [body = 0, ...others] = file.lengths;
  const boxes = body + others.slice(0, -1).reduce((sum, length) => sum + length, 0);
  const ranges = [
    { from: 0, to: body },
    { from: boxes, to: boxes + (others.at(-1) ?? 0) },
  ];
  const paragraphs = ranges.map((range) => readParagraphs(file, pieces, range, (position) => anchors.has(position)));
  const pictures = paragraphs.flat().reduce((sum, paragraph) => sum + paragraph.pictures, 0);
  return assembleDocument(paragraphs.flatMap(nestParagraphs), pictures);
}
