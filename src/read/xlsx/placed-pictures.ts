import type { Table } from '../../model/document.js';
import { Allowance } from '../allowance.js';
import type { CellPictures, PlacedPictures, StoredPicture } from '../picture-marks.js';
import { mainPart, type Relationship, readRelationships } from '../relationships.js';
import { childNamed, childrenNamed, descendants, parseXml, type XmlElement } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import { readAnchors } from './drawing.js';
import { readSheetPictures } from './picture-cells.js';
import { readXlsx } from './read-xlsx.js';
import { readSharedStrings } from './shared-strings.js';

/** A picture and the address it lies at; null where it is tied to none. */
interface Found {
  readonly at: { readonly row: number; readonly column: number } | null;
  readonly picture: StoredPicture;
}

/** The pictures of a workbook, those that float over cells and those that WPS keeps in them. Throws where it cannot be read. */
export function picturesInXlsx(bytes: Uint8Array): PlacedPictures {
  const allowance = new Allowance();
  const zip = openPackage(bytes, allowance);
  const part = mainPart(zip, 'xl/workbook.xml');
  const related = readRelationships(zip, part);
  const workbook = zip.parsed(part, parseXml);
  const strings = stringsOf(zip, related);
  const kept = keptByWps(zip, related, allowance);
  const cells: CellPictures[] = [];
  const loose: StoredPicture[] = [];
  for (const table of readXlsx(bytes, new Allowance()).tables) {
    const target = partOf(table.name, workbook, related);
    const sheet = target === null ? null : zip.bytes(target);
    if (target === null || sheet === null) continue;
    const own = readSheetPictures(sheet, strings, allowance);
    const found = [
      ...own.cells.map(({ row, column, id }) => ({
        at: { row, column },
        picture: kept.get(id ?? '') ?? notStored,
      })),
      ...floating(zip, target, own.drawings, allowance),
    ];
    cells.push(...inCells(table, found));
    loose.push(...found.filter(({ at }) => at === null).map(({ picture }) => picture));
  }
  return { cells, loose };
}

/** The cell says that it is a picture, and the file has none for it. */
const notStored: StoredPicture = { name: '', read: () => null };

function stringsOf(zip: ZipPackage, related: readonly Relationship[]): readonly string[] {
  const target = related.find(({ kind }) => kind === 'sharedStrings')?.target;
  return (target === undefined ? null : zip.parsed(target, readSharedStrings)) ?? [];
}

/** What `DISPIMG` leads to, by its id. */
function keptByWps(
  zip: ZipPackage,
  related: readonly Relationship[],
  allowance: Allowance,
): ReadonlyMap<string, StoredPicture> {
  const part = related.find(({ kind }) => kind === 'cellImage')?.target ?? 'xl/cellimages.xml';
  const bytes = zip.bytes(part);
  if (bytes === null) return new Map();
  const stored = storedBy(zip, part);
  return new Map(
    descendants(parseXml(bytes, allowance), 'xdr:pic').map((pic) => {
      const id = descendants(pic, 'xdr:cNvPr')[0]?.attributes.name ?? '';
      return [id, stored(pic)];
    }),
  );
}

function floating(zip: ZipPackage, sheetPart: string, ids: readonly string[], allowance: Allowance): readonly Found[] {
  return readAnchors(zip, sheetPart, ids, allowance).flatMap(({ corner, pictures, part }) => {
    const stored = storedBy(zip, part);
    return pictures.map((pic) => ({ at: corner, picture: stored(pic) }));
  });
}

/** Finds the bytes of the pictures that a part shows. */
function storedBy(zip: ZipPackage, part: string): (pic: XmlElement) => StoredPicture {
  const targets = new Map(readRelationships(zip, part).map(({ id, target }) => [id, target]));
  return (pic) => {
    const name = targets.get(descendants(pic, 'a:blip')[0]?.attributes['r:embed'] ?? '') ?? '';
    return { name, read: () => (name === '' ? null : bytesAt(zip, name)) };
  };
}

function bytesAt(zip: ZipPackage, name: string): Uint8Array | null {
  try {
    return zip.bytes(name);
  } catch {
    return null;
  }
}

function partOf(name: string, workbook: XmlElement | null, related: readonly Relationship[]): string | null {
  const sheets = childrenNamed(childNamed(workbook ?? undefined, 's:sheets') ?? empty, 's:sheet');
  const id = sheets.find(({ attributes }) => attributes.name === name)?.attributes['r:id'];
  return related.find((one) => one.id === id)?.target ?? null;
}

const empty: XmlElement = { name: '', attributes: {}, children: [], text: '' };

/** The pictures by the cells they lie in, each merged area one cell, in reading order. */
function inCells(table: Table, found: readonly Found[]): readonly CellPictures[] {
  const byCell = new Map<string, { at: Omit<CellPictures, 'pictures'>; column: number; pictures: StoredPicture[] }>();
  for (const { at, picture } of found) {
    if (at === null) continue;
    const cell = table.cells.find(
      (one) => within(at.row, one.row, one.rowSpan) && within(at.column, one.column, one.columnSpan),
    );
    const { row, column, rowSpan } = cell ?? { ...at, rowSpan: 1 };
    const known = byCell.get(`${row} ${column}`);
    if (known !== undefined) known.pictures.push(picture);
    else byCell.set(`${row} ${column}`, { at: { table: table.name, row, rowSpan }, column, pictures: [picture] });
  }
  return [...byCell.values()]
    .sort((a, b) => a.at.row - b.at.row || a.column - b.column)
    .map(({ at, pictures }) => ({ ...at, pictures }));
}

function within(at: number, from: number, span: number): boolean {
  return from <= at && at < from + span;
}
