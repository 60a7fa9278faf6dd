import type { Block, WordCell, WordRow } from '../word-document.js';
import { childNamed, visibleChildren, type XmlElement } from '../xml-tree.js';
import { Fields } from './fields.js';
import { ListNumbers } from './list-numbers.js';
import { demandHere, ParagraphReader, type Reading } from './paragraph.js';
import { countPictures, isDeleted } from './pictures.js';
import { numberIn, settingOf } from './properties.js';
import { Styles } from './styles.js';

/** The parts beside the text that say how it looks; null where there is none. */
export interface Looks {
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
}

/** The paragraphs and tables of a document's body. */
export function readBody(body: XmlElement, looks: Looks): Block[] {
  const styles = new Styles(looks.styles);
  return readBlocks(body, { styles, numbers: new ListNumbers(looks.numbering, styles), fields: new Fields(body) });
}

/** The paragraphs and tables directly inside an element, through content controls and the like. */
function readBlocks(container: XmlElement, reading: Reading): Block[] {
  return visibleChildren(container).flatMap((child): Block[] => {
    if (isDeleted(child) || child.name.startsWith('?:')) return [];
    if (child.name === 'w:p') return readParagraph(child, reading);
    if (child.name === 'w:tbl') return [readTable(child, reading)];
    demandHere(child);
    return readBlocks(child, reading);
  });
}

/** A paragraph, followed by what stands in the text boxes anchored to it. */
function readParagraph(paragraph: XmlElement, reading: Reading): Block[] {
  const reader = new ParagraphReader(reading, (box) => readBlocks(box, reading));
  const text = reader.read(paragraph);
  return [{ kind: 'paragraph', text }, ...reader.boxes];
}

/** A `w:tbl` as rows over the table's grid. */
function readTable(table: XmlElement, reading: Reading): Block {
  const rows = found(table, 'w:tr').filter((row) => childNamed(childNamed(row, 'w:trPr'), 'w:del') === undefined);
  return { kind: 'table', rows: rows.map((row) => readRow(row, reading)) };
}

function readRow(row: XmlElement, reading: Reading): WordRow {
  const cells: WordCell[] = [];
  let column = 1 + numberIn(childNamed(row, 'w:trPr'), 'w:gridBefore', 0, WIDEST);
  for (const cell of found(row, 'w:tc')) {
    const properties = childNamed(cell, 'w:tcPr');
    const columnSpan = Math.max(1, numberIn(properties, 'w:gridSpan', 1, WIDEST));
    const last = cells.at(-1);
    if (isContinued(properties, 'w:hMerge') && last !== undefined) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
    } else {
      cells.push({
        column,
        columnSpan,
        continues: isContinued(properties, 'w:vMerge'),
        ordinal: cells.length + 1,
        blocks: readBlocks(cell, reading),
        pictures: countPictures(cell),
      });
    }
    column += columnSpan;
  }
  return cells;
}

/** Rows of a table or cells of a row, which content controls and tracked changes may wrap. */
function found(element: XmlElement, name: string): XmlElement[] {
  return visibleChildren(element).flatMap((child) => {
    if (child.name === name) return [child];
    const wraps = child.name.startsWith('w:') && !isDeleted(child) && !child.name.endsWith('Pr');
    return wraps ? found(child, name) : [];
  });
}

const WIDEST = 1000;

/** `w:vMerge` without a value continues; only `restart` begins. */
function isContinued(properties: XmlElement | undefined, name: string): boolean {
  return childNamed(properties, name) !== undefined && settingOf(properties, name) !== 'restart';
}
