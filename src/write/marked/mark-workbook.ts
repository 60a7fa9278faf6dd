import type { Severity } from '../../model/finding.js';
import type { CellMark, ChangeList, Marks } from '../../model/marks.js';
import { cellText } from '../text.js';
import { addressOf, spotOf } from './address.js';
import { CellStyles } from './cell-styles.js';
import { changeSheet } from './change-sheet.js';
import { geometryOf } from './geometry.js';
import { withNotes } from './notes.js';
import { type Part, Parts, relationNamespace } from './parts.js';
import { restyled } from './sheet-cells.js';
import { tints } from './tints.js';
import { attributeOf, edited, elementsOf, insideEnd, tagsOf, withAttribute } from './xml-text.js';

/**
 * A copy of a workbook with cells coloured, notes hung on them and a last sheet that lists them. Everything else of it
 * stays as it is, byte for byte: pictures in cells, stamps, notes, formats. Null where the package is none we can mark.
 * `replacing` names the sheet of an earlier list, which the new one takes the place of.
 */
export function markWorkbook(given: readonly Part[], marks: Marks, replacing: string | null): Uint8Array | null {
  const parts = new Parts(given);
  const book = openBook(parts);
  if (book === null) return null;
  for (const [name, cells] of bySheet(marks.cells)) {
    const sheet = book.sheets.find((one) => one.name === name);
    if (sheet === undefined || !markSheet(parts, sheet.part, cells, book.styles, marks)) return null;
  }
  putList(parts, book, marks.list, replacing);
  parts.write(book.stylesPart, book.styles.toXml());
  return parts.zipped();
}

const officeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Book {
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly stylesPart: string;
  readonly styles: CellStyles;
}

interface SheetEntry {
  readonly name: string;
  readonly part: string;
}

function openBook(parts: Parts): Book | null {
  const part = parts.relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? null;
  const xml = part === null ? null : parts.text(part);
  // The strict dialect goes by other namespaces throughout.
  if (part === null || xml === null || xml.includes('purl.oclc.org/ooxml')) return null;
  // Programs refuse one with macros, or a template, under the name of a common workbook.
  if (parts.text('[Content_Types].xml')?.includes(`${officeType}.sheet.main+xml`) !== true) return null;
  const relations = parts.relationsOf(part);
  const stylesPart = relations.find(({ type }) => type === 'styles')?.target ?? null;
  const stylesXml = stylesPart === null ? null : parts.text(stylesPart);
  const styles = stylesXml === null ? null : CellStyles.of(stylesXml);
  if (stylesPart === null || styles === null) return null;
  const sheets = elementsOf(xml, 'sheet').flatMap(({ tag }) => {
    const target = relations.find(({ id }) => id === attributeOf(tag, 'id'))?.target ?? null;
    return target === null ? [] : [{ name: attributeOf(tag, 'name') ?? '', part: target }];
  });
  return { part, sheets, stylesPart, styles };
}

/** The marks of each sheet, those on one cell as one. */
function bySheet(marks: readonly CellMark[]): ReadonlyMap<string, readonly Marked[]> {
  const sheets = new Map<string, Map<string, Marked>>();
  for (const { sheet, address, severity, text } of marks) {
    const spot = spotOf(address);
    if (spot === null) continue;
    const cells = sheets.get(sheet) ?? new Map<string, Marked>();
    const known = cells.get(address);
    const graver = severity === 'error' || known === undefined ? severity : known.severity;
    cells.set(address, { ...spot, severity: graver, text: known === undefined ? text : `${known.text}\n\n${text}` });
    sheets.set(sheet, cells);
  }
  return new Map([...sheets].map(([name, cells]) => [name, [...cells.values()]]));
}

interface Marked {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

function markSheet(parts: Parts, part: string, marked: readonly Marked[], styles: CellStyles, marks: Marks): boolean {
  const xml = parts.text(part);
  if (xml === null || elementsOf(xml, 'sheetData').length === 0) return false;
  const wanted = new Map(marked.map((one) => [addressOf(one), one.severity]));
  const coloured = restyled(xml, marked, (style, address) => {
    const severity = wanted.get(address);
    if (severity === undefined) return styles.untinted(style, Object.values(tints));
    return severity === 'info' ? style : styles.tinted(style, tints[severity]);
  });
  parts.write(part, coloured);
  const notes = marked.map((one) => ({ ...one, text: cellText(one.text) }));
  return hangNotes(parts, part, notes, marks);
}

const vmlType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

function hangNotes(parts: Parts, sheet: string, notes: readonly Marked[], marks: Marks): boolean {
  const xml = parts.text(sheet) ?? '';
  const [legacy] = elementsOf(xml, 'legacyDrawing');
  const relations = parts.relationsOf(sheet);
  const commentsPart = relations.find(({ type }) => type === 'comments')?.target ?? null;
  const id = legacy === undefined ? null : attributeOf(legacy.tag, 'id');
  const shapesPart = relations.find((one) => one.id === id)?.target ?? null;
  const before = {
    ...textOf(parts, 'comments', commentsPart),
    ...textOf(parts, 'shapes', shapesPart),
  };
  const made = withNotes(before, notes, marks, geometryOf(xml));
  if (made === null) return false;
  if (commentsPart !== null) parts.write(commentsPart, made.comments);
  else addComments(parts, sheet, made.comments);
  if (shapesPart !== null) parts.write(shapesPart, made.shapes);
  else parts.write(sheet, withLegacyDrawing(xml, addShapes(parts, sheet, made.shapes)));
  return true;
}

function textOf<K extends string>(parts: Parts, key: K, part: string | null): Partial<Record<K, string>> {
  const text = part === null ? null : parts.text(part);
  return text === null ? {} : ({ [key]: text } as Record<K, string>);
}

function addComments(parts: Parts, sheet: string, xml: string): void {
  const part = parts.unused('xl/comments', '.xml');
  parts.write(part, xml);
  parts.declare(part, `${officeType}.comments+xml`);
  parts.relate(sheet, 'comments', part);
}

function addShapes(parts: Parts, sheet: string, xml: string): string {
  const part = parts.unused('xl/drawings/vmlDrawing', '.vml');
  parts.write(part, xml);
  parts.declareEnding('vml', vmlType);
  return parts.relate(sheet, 'vmlDrawing', part);
}

/** What may follow the element in a sheet; the order is fixed, and Excel repairs what is out of it. */
const behindLegacyDrawing = [
  ...['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'],
];

function withLegacyDrawing(xml: string, id: string): string {
  const [root] = elementsOf(xml, 'worksheet');
  const [data] = elementsOf(xml, 'sheetData');
  if (root === undefined || data === undefined) return xml;
  const element = `<${root.tag.prefix}legacyDrawing xmlns:r="${relationNamespace}" r:id="${id}"/>`;
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    const isBehind = behindLegacyDrawing.includes(tag.name) || tag.name === 'AlternateContent';
    if (depth === 1 && isBehind && tag.kind !== 'close' && tag.start > data.close.start) {
      return edited(xml, [{ start: tag.start, end: tag.start, text: element }]);
    }
    if (tag.kind === 'open') depth++;
    if (tag.kind === 'close') depth--;
  }
  return edited(xml, [insideEnd(root, element)]);
}

/** The list comes last, so that the form stays what is opened, printed and read first. */
function putList(parts: Parts, { part, sheets, styles }: Book, list: ChangeList, replacing: string | null): void {
  const content = changeSheet(list, styles);
  const earlier = sheets.find(({ name }) => name === replacing);
  if (earlier !== undefined) {
    parts.write(earlier.part, content);
    return;
  }
  const sheet = parts.unused('xl/worksheets/sheet', '.xml');
  parts.write(sheet, content);
  parts.declare(sheet, `${officeType}.worksheet+xml`);
  const id = parts.relate(part, 'worksheet', sheet);
  const xml = parts.text(part) ?? '';
  const [holder] = elementsOf(xml, 'sheets');
  if (holder === undefined) throw new Error('a workbook without a list of sheets');
  const ids = elementsOf(xml, 'sheet').map(({ tag }) => Number(attributeOf(tag, 'sheetId')));
  const name = unusedName(list.name, sheets);
  const tag = { source: `<${holder.tag.prefix}sheet xmlns:r="${relationNamespace}" r:id="${id}"/>` };
  const named = withAttribute(tag, 'name', name);
  const entry = withAttribute({ source: named }, 'sheetId', String(Math.max(0, ...ids) + 1));
  parts.write(part, edited(xml, [insideEnd(holder, entry)]));
}

function unusedName(wanted: string, sheets: readonly SheetEntry[]): string {
  const taken = sheets.map(({ name }) => name.toLowerCase());
  let name = wanted;
  for (let n = 2; taken.includes(name.toLowerCase()); n++) name = `${wanted}${n}`;
  return name;
}
