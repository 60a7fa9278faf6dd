import type { Block, BlockRow, Field, Layout, LayoutCell, UnitLine } from '../model/campaign.js';

/**
 * The official arrangement: block labels merged down the left, groups across, leaves below them, values below those.
 * Columns of different blocks do not line up, so the grid is as fine as their least common multiple.
 */
export function layOut(unit: UnitLine, blocks: readonly Block[], fields: readonly Field[]): Layout {
  const width = blocks
    .flatMap((block) => block.rows.map((row) => columnsOf(block, row)))
    .reduce(leastCommonMultiple, 1);
  const cells: LayoutCell[] = [];
  let row = 1;
  if (unit.inTable) {
    const text = `${unit.labels[0]}：${unit.blank}`;
    cells.push({ row, column: 1, rowSpan: 1, columnSpan: width + 1, role: 'unit', text });
    row++;
  }
  blocks.forEach((block, index) => {
    const ofBlock = fields.filter((field) => field.at.block === index);
    const height = 1 + 2 * block.rows.length;
    cells.push({ row, column: 1, rowSpan: height, columnSpan: 1, role: 'block', text: block.labels[0] ?? '' });
    cells.push(...groupCells(block, row, width));
    block.rows.forEach((_, r) => {
      const ofRow = ofBlock.filter((field) => field.at.row === r);
      cells.push(...leafCells(block, ofRow, row + 1 + 2 * r, width));
    });
    row += height;
  });
  return { rows: row - 1, columns: width + 1, cells };
}

function groupCells(block: Block, row: number, width: number): LayoutCell[] {
  const columnSpan = width / block.groups.length;
  return block.groups.map((group, g) => {
    const column = 2 + g * columnSpan;
    return { row, column, rowSpan: 1, columnSpan, role: 'group', text: group.labels[0] ?? '' };
  });
}

/** A row of leaf labels and, below it, the row of values. */
function leafCells(block: Block, fields: readonly Field[], row: number, width: number): LayoutCell[] {
  const columnSpan = width / fields.length;
  return fields.flatMap((field, n): LayoutCell[] => {
    const at = { column: 2 + n * columnSpan, rowSpan: 1, columnSpan };
    const label = block.rows[field.at.row]?.leaves[field.at.leaf]?.labels[0] ?? '';
    return [
      { row, ...at, role: 'leaf', text: label },
      { row: row + 1, ...at, role: 'value', text: '', field: field.id },
    ];
  });
}

function columnsOf(block: Block, row: BlockRow): number {
  return block.groups.length * row.leaves.length;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
