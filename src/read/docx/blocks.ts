import type { Block, WordCell, WordRow } from '../word-document.js';
import { childNamed, visibleChildren, type XmlElement } from '../xml-tree.js';
import { countPictures, isDeleted } from './pictures.js';

/** The paragraphs and tables directly inside an element, through content controls and the like. */
export function readBlocks(container: XmlElement): Block[] {
  return visibleChildren(container).flatMap((child): Block[] => {
    if (isDeleted(child)) return [];
    if (child.name === 'w:p') return readParagraph(child);
    if (child.name === 'w:tbl') return [readTable(child)];
    return readBlocks(child);
  });
}

/** A paragraph, followed by what stands in the text boxes anchored to it. */
function readParagraph(paragraph: XmlElement): Block[] {
  const boxes: Block[] = [];
  const text = runText(paragraph, boxes);
  return [{ kind: 'paragraph', text }, ...boxes];
}

const SILENT = new Set(['w:pPr', 'w:rPr', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:rt', 'w:sdtPr']);

function runText(element: XmlElement, boxes: Block[]): string {
  let text = '';
  for (const child of visibleChildren(element)) {
    if (child.name === 'w:t' || child.name === 'm:t') text += child.text;
    else if (child.name === 'w:txbxContent') boxes.push(...readBlocks(child));
    else if (isDeleted(child) || SILENT.has(child.name)) continue;
    else text += CHARACTERS[child.name] ?? runText(child, boxes);
  }
  return text;
}

const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** A `w:tbl` as rows over the table's grid. */
function readTable(table: XmlElement): Block {
  const rows = found(table, 'w:tr').filter((row) => childNamed(childNamed(row, 'w:trPr'), 'w:del') === undefined);
  return { kind: 'table', rows: rows.map(readRow) };
}

function readRow(row: XmlElement): WordRow {
  const cells: WordCell[] = [];
  let column = 1 + count(childNamed(row, 'w:trPr'), 'w:gridBefore', 0);
  for (const cell of found(row, 'w:tc')) {
    const properties = childNamed(cell, 'w:tcPr');
    const columnSpan = Math.max(1, count(properties, 'w:gridSpan', 1));
    const last = cells.at(-1);
    if (isContinued(properties, 'w:hMerge') && last !== undefined) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
    } else {
      cells.push({
        column,
        columnSpan,
        continues: isContinued(properties, 'w:vMerge'),
        ordinal: cells.length + 1,
        blocks: readBlocks(cell),
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

function count(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const stated = Number(childNamed(properties, name)?.attributes['w:val'] ?? otherwise);
  return stated >= 0 && stated <= WIDEST ? Math.floor(stated) : otherwise;
}

/** `w:vMerge` without a value continues; only `restart` begins. */
function isContinued(properties: XmlElement | undefined, name: string): boolean {
  const merge = childNamed(properties, name);
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}
