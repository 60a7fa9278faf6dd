import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { damaged, otherKind } from '../problem.js';
import { mainPart, type Relationship, readRelationships } from '../relationships.js';
import { assembleWorkbook, type NamedSheet } from '../workbook-document.js';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '../xml-tree.js';
import { openPackage, type PartParser, type ZipPackage } from '../zip-package.js';
import type { Book } from './cell-value.js';
import { readDrawings } from './drawing.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { readStyles } from './styles.js';

/** Reads an Office Open XML workbook. Throws ReadProblem, or whatever the parsers below throw. */
export function readXlsx(bytes: Uint8Array, allowance: Allowance): Document {
  const zip = openPackage(bytes, allowance);
  const part = mainPart(zip, 'xl/workbook.xml');
  if (part.toLowerCase().endsWith('.bin')) throw otherKind('binary-workbook');
  const workbook = required(zip.parsed(part, parseXml), part);
  const related = readRelationships(zip, part);
  const book = readBook(zip, workbook, related);
  const sheets = childrenNamed(childNamed(workbook, 's:sheets') ?? workbook, 's:sheet');
  if (sheets.length === 0) throw damaged('no sheets', 'no-sheet');
  const read = sheets.flatMap((sheet) => readOne(zip, sheet, related, book, allowance));
  if (read.length === 0) throw damaged('no worksheet among the sheets', 'only-charts');
  if (read.every(({ hidden }) => hidden)) throw damaged('no sheet in view', 'only-hidden');
  return assembleWorkbook(
    read,
    read.reduce((sum, { loose }) => sum + loose, 0),
    allowance,
  );
}

function readBook(zip: ZipPackage, workbook: XmlElement, related: readonly Relationship[]): Book {
  const shared = <T>(kind: string, parse: PartParser<readonly T[]>): readonly T[] => {
    const target = related.find((relationship) => relationship.kind === kind)?.target;
    return target === undefined ? [] : required(zip.parsed(target, parse), target);
  };
  const date1904 = childNamed(workbook, 's:workbookPr')?.attributes.date1904 ?? '0';
  return {
    strings: shared('sharedStrings', readSharedStrings),
    styles: shared('styles', readStyles),
    date1904: /^(1|true|on)$/i.test(date1904),
  };
}

function readOne(
  zip: ZipPackage,
  { attributes }: XmlElement,
  related: readonly Relationship[],
  book: Book,
  allowance: Allowance,
): (NamedSheet & { readonly loose: number })[] {
  // Excel lists its oldest modules among the sheets, and has no part for them.
  if (attributes['r:id'] === '') return [];
  const relationship = related.find(({ id }) => id === attributes['r:id']);
  if (relationship === undefined) throw damaged(`sheet ${attributes.name} leads nowhere`, 'part-missing');
  // Sheets that are one chart, old dialogs and macro sheets hold no table.
  if (relationship.kind !== 'worksheet') return [];
  const content = readSheet(required(zip.bytes(relationship.target), relationship.target), book, allowance);
  const drawing = readDrawings(zip, relationship.target, content.drawings, allowance);
  const state = attributes.state ?? 'visible';
  return [
    {
      name: attributes.name ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
      cells: [...content.cells, ...drawing.pictures],
      merges: content.merges,
      loose: drawing.loose,
    },
  ];
}

function required<T>(content: T | null, part: string): T {
  if (content === null) throw damaged(`no part ${part}`, 'part-missing');
  return content;
}
