import { Allowance } from '../allowance.js';
import { type PlacedPictures, pictureMark, placedByMarks, type StoredPicture } from '../picture-marks.js';
import { readRelationships } from '../relationships.js';
import { assembleDocument } from '../word-document.js';
import { childNamed, visibleChildren, type XmlElement } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import { readBody } from './blocks.js';
import { openBody } from './open-body.js';
import { isDeleted } from './pictures.js';

/** The pictures of a .docx. Throws where it cannot be read. */
export function picturesInDocx(bytes: Uint8Array): PlacedPictures {
  const allowance = new Allowance();
  const zip = openPackage(bytes, allowance);
  const { body, looks, part } = openBody(zip, allowance);
  const targets = new Map(readRelationships(zip, part).map((one) => [one.id, one.target]));
  const pictures: StoredPicture[] = [];
  const marked = markedTree(body, (id) => pictures.push(stored(targets.get(id) ?? '', zip)) - 1);
  return placedByMarks(assembleDocument(readBody(marked, looks), 0).tables, pictures);
}

function stored(name: string, zip: ZipPackage): StoredPicture {
  return {
    name,
    read: () => {
      try {
        return name === '' ? null : zip.bytes(name);
      } catch {
        return null;
      }
    },
  };
}

/** The tree that readers see, with a text in place of each picture. */
function markedTree(element: XmlElement, numberOf: (id: string) => number): XmlElement {
  const children = visibleChildren(element).flatMap((child) => {
    if (isDeleted(child) || isDeletedRow(child)) return [];
    const id = pictureId(child);
    return [id === '' ? markedTree(child, numberOf) : text(pictureMark(numberOf(id)))];
  });
  return { ...element, children };
}

function isDeletedRow(element: XmlElement): boolean {
  return element.name === 'w:tr' && childNamed(childNamed(element, 'w:trPr'), 'w:del') !== undefined;
}

function pictureId({ name, attributes }: XmlElement): string {
  if (name === 'a:blip') return attributes['r:embed'] ?? attributes['r:link'] ?? '';
  return name === 'v:imagedata' ? (attributes['r:id'] ?? '') : '';
}

function text(content: string): XmlElement {
  return { name: 'w:t', attributes: {}, children: [], text: content };
}
