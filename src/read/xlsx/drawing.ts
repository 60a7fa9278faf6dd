import type { Allowance } from '../allowance.js';
import { EMPTY } from '../cell-values.js';
import type { Placed } from '../place-cells.js';
import { readRelationships } from '../relationships.js';
import { childNamed, descendants, parseXml, visibleChildren, type XmlElement } from '../xml-tree.js';
import type { ZipPackage } from '../zip-package.js';

export interface Drawing {
  /** Pictures by the cell their upper left corner lies in. */
  readonly pictures: readonly Placed[];
  /** Pictures tied to no cell. */
  readonly loose: number;
}

/** The pictures that float over a sheet. Charts and shapes are not pictures. */
export function readDrawings(
  zip: ZipPackage,
  sheetPart: string,
  ids: readonly string[],
  allowance: Allowance,
): Drawing {
  const anchored = readAnchors(zip, sheetPart, ids, allowance).filter(({ pictures }) => pictures.length > 0);
  return {
    pictures: anchored.flatMap(({ corner, pictures }) =>
      corner === null ? [] : [{ ...corner, value: EMPTY, pictures: pictures.length }],
    ),
    loose: anchored.reduce((sum, { corner, pictures }) => sum + (corner === null ? pictures.length : 0), 0),
  };
}

/** What floats over a sheet in one frame. */
export interface Anchor {
  /** The cell its upper left corner lies in; null where it is tied to none. */
  readonly corner: { readonly row: number; readonly column: number } | null;
  readonly pictures: readonly XmlElement[];
  /** The drawing that holds it, whose relationships lead to the pictures. */
  readonly part: string;
}

export function readAnchors(
  zip: ZipPackage,
  sheetPart: string,
  ids: readonly string[],
  allowance: Allowance,
): readonly Anchor[] {
  if (ids.length === 0) return [];
  const parts = readRelationships(zip, sheetPart).filter(({ id }) => ids.includes(id));
  return parts.flatMap(({ target }) => {
    const bytes = zip.bytes(target);
    if (bytes === null) return [];
    return visibleChildren(parseXml(bytes, allowance)).map((anchor) => ({
      corner: cornerOf(anchor),
      pictures: descendants(anchor, 'xdr:pic'),
      part: target,
    }));
  });
}

function cornerOf(anchor: XmlElement): Anchor['corner'] {
  const from = childNamed(anchor, 'xdr:from');
  const row = countedFromOne(from, 'xdr:row');
  const column = countedFromOne(from, 'xdr:col');
  return row === null || column === null ? null : { row, column };
}

function countedFromOne(from: XmlElement | undefined, name: string): number | null {
  const text = childNamed(from, name)?.text.trim() ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) + 1 : null;
}
