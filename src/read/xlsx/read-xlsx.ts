import type { Document } from '../../model/document.js';
import { damaged, ReadProblem } from '../problem.js';
import { mainPart, type Relationship, readRelationships } from '../relationships.js';
import { assembleWorkbook, type NamedSheet } from '../workbook-document.js';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import type { Book } from './cell-value.js';
import { readDrawings } from './drawing.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { readDateStyles } from './styles.js';

/** Reads an Office Open XML workbook. Throws ReadProblem, or whatever the parsers below throw. */
export function readXlsx(bytes: Uint8Array): Document {
  const zip = openPackage(bytes);
  const part = mainPart(zip, 'xl/workbook.xml');
  if (part.toLowerCase().endsWith('.bin')) throw new ReadProblem('unsupported', 'binary workbook');
  const workbook = required(zip.parsed(part, parseXml), part);
  const related = readRelationships(zip, part);
  const book = readBook(zip, workbook, related);
  const sheets = childrenNamed(childNamed(workbook, 's:sheets') ?? workbook, 's:sheet');
  if (sheets.length === 0) throw damaged('no sheets');
  const read = sheets.flatMap((sheet) => readOne(zip, sheet, related, book));
  return assembleWorkbook(
    read,
    read.reduce((sum, { loose }) => sum + loose, 0),
  );
}

function readBook(zip: ZipPackage, workbook: XmlElement, related: readonly Relationship[]): Book {
  const shared = <T>(kind: string, parse: (part: Uint8Array) => readonly T[]): readonly T[] => {
    const target = related.find((relationship) => relationship.kind === kind)?.target;
    return (target === undefined ? null : zip.parsed(target, parse)) ?? [];
  };
  const date1904 = childNamed(workbook, 's:workbookPr')?.attributes.date1904 ?? '0';
  return {
    strings: shared('sharedStrings', readSharedStrings),
    dateStyles: shared('styles', readDateStyles),
    date1904: /^(1|true|on)$/i.test(date1904),
  };
}

function readOne(
  zip: ZipPackage,
  { attributes }: XmlElement,
  related: readonly Relationship[],
  book: Book,
): (NamedSheet & { readonly loose: number })[] {
  // Excel lists its oldest modules among the sheets, and has no part for them.
  if (attributes['r:id'] === '') return [];
  const relationship = related.find(({ id }) => id === attributes['r:id']);
  if (relationship === undefined) throw damaged(`sheet ${attributes.name} leads nowhere`);
  // Sheets that are one chart, old dialogs and macro sheets hold no table.
  if (relationship.kind !== 'worksheet') return [];
  const content = readSheet(required(zip.bytes(relationship.target), relationship.target), book);
  const drawing = readDrawings(zip, relationship.target, content.drawings);
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
  if (content === null) throw damaged(`no part ${part}`);
  return content;
}
