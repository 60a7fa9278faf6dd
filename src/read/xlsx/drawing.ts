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
  if (ids.length === 0) return { pictures: [], loose: 0 };
  const parts = readRelationships(zip, sheetPart).filter(({ id }) => ids.includes(id));
  const roots = parts.map(({ target }) => zip.bytes(target)).filter((part) => part !== null);
  const anchored = roots.flatMap((part) => visibleChildren(parseXml(part, allowance))).map(readAnchor);
  return {
    pictures: anchored.flatMap(({ at }) => (at === null ? [] : [at])).filter(({ pictures }) => pictures > 0),
    loose: anchored.reduce((sum, { loose }) => sum + loose, 0),
  };
}

function readAnchor(anchor: XmlElement): { at: Placed | null; loose: number } {
  const pictures = descendants(anchor, 'xdr:pic').length;
  const from = childNamed(anchor, 'xdr:from');
  const row = corner(from, 'xdr:row');
  const column = corner(from, 'xdr:col');
  if (row === null || column === null) return { at: null, loose: pictures };
  return { at: { row, column, value: EMPTY, pictures }, loose: 0 };
}

function corner(from: XmlElement | undefined, name: string): number | null {
  const text = childNamed(from, name)?.text.trim() ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) + 1 : null;
}
