import type { Block } from '../word-document.js';
import { divideRows, type LooseRow } from './divide-rows.js';
import type { Paragraph } from './paragraphs.js';

/** A table being read, at one depth. */
interface Level {
  readonly rows: LooseRow[];
  cells: LooseRow['cells'];
  blocks: Block[];
  pictures: number;
}

/** Word 97 keeps tables as paragraphs that say how deep they lie; this puts them into one another. */
export function nestParagraphs(paragraphs: readonly Paragraph[]): Block[] {
  const outside = newLevel();
  const levels = [outside];
  const top = () => levels[levels.length - 1] as Level;
  for (const paragraph of paragraphs) {
    while (levels.length - 1 > paragraph.depth) closeLevel(levels);
    while (levels.length - 1 < paragraph.depth) levels.push(newLevel());
    addParagraph(top(), paragraph);
  }
  while (levels.length > 1) closeLevel(levels);
  return outside.blocks;
}

function addParagraph(level: Level, paragraph: Paragraph): void {
  if (paragraph.endsRow) {
    level.rows.push({ cells: level.cells, definition: paragraph.row });
    level.cells = [];
    level.blocks = [];
    level.pictures = 0;
    return;
  }
  level.blocks.push({ kind: 'paragraph', text: paragraph.text });
  level.pictures += paragraph.pictures;
  if (paragraph.endsCell) endCell(level);
}

function endCell(level: Level): void {
  level.cells.push({ blocks: level.blocks, pictures: level.pictures });
  level.blocks = [];
  level.pictures = 0;
}

/** A row whose end mark is lost is kept as far as it goes. */
function closeLevel(levels: Level[]): void {
  const level = levels.pop();
  const outer = levels[levels.length - 1];
  if (level === undefined || outer === undefined) return;
  if (level.blocks.length > 0) endCell(level);
  if (level.cells.length > 0) level.rows.push({ cells: level.cells, definition: null });
  outer.blocks.push({ kind: 'table', rows: divideRows(level.rows) });
  outer.pictures += level.rows.flatMap((row) => row.cells).reduce((sum, cell) => sum + cell.pictures, 0);
}

function newLevel(): Level {
  return { rows: [], cells: [], blocks: [], pictures: 0 };
}
