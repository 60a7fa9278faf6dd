import type { Block, BlockRow, Field, Group, Layout, LayoutCell, UnitLine } from '../model/campaign.js';

/**
 * The official arrangement: block labels merged down the left, groups across, leaves below them, values below those.
 * Columns of different blocks do not line up, so the grid is as fine as their least common multiple.
 */
export function layOut(unit: UnitLine, blocks: readonly Block[], fields: readonly Field[]): Layout {
  const width = blocks
    .flatMap((block) => block.rows.flatMap((row) => columnsOf(block, row)))
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
    const above = hasGroupRow(block) ? 1 : 0;
    const height = above + 2 * block.rows.length;
    cells.push({ row, column: 1, rowSpan: height, columnSpan: 1, role: 'block', text: block.labels[0] ?? '' });
    if (above > 0) cells.push(...groupCells(block, row, width));
    block.rows.forEach((_, r) => {
      const ofRow = ofBlock.filter((field) => field.at.row === r);
      cells.push(...leafCells(block, ofRow, row + above + 2 * r, width));
    });
    row += height;
  });
  return { rows: row - 1, columns: width + 1, cells };
}

function hasGroupRow({ groups }: Block): boolean {
  return groups.some(({ labels }) => labels.length > 0);
}

function groupCells(block: Block, row: number, width: number): LayoutCell[] {
  return spansOf(block, width).flatMap(({ group, ...span }) =>
    isOneCell(group, block) ? [] : [{ row, ...span, rowSpan: 1, role: 'group', text: group.labels[0] ?? '' }],
  );
}

/** A row of leaf labels and, below it, the row of values. */
function leafCells(block: Block, fields: readonly Field[], row: number, width: number): LayoutCell[] {
  return spansOf(block, width).flatMap(({ group, column, columnSpan }, g) => {
    const own = fields.filter(({ at }) => at.group === g);
    const share = columnSpan / own.length;
    const above = isOneCell(group, block) ? 1 : 0;
    return own.flatMap((field, n): LayoutCell[] => {
      const at = { column: column + n * share, columnSpan: share };
      const text = block.rows[field.at.row]?.leaves[field.at.leaf]?.labels[0] ?? '';
      return [
        { row: row - above, ...at, rowSpan: 1 + above, role: 'leaf', text },
        { row: row + 1, ...at, rowSpan: 1, role: 'value', text: '', field: field.id },
      ];
    });
  });
}

/** A label that stands by itself among groups is drawn down over the row of leaves: 备注. */
function isOneCell(group: Group, { rows }: Block): boolean {
  const [row, ...others] = rows;
  const [leaf, ...more] = row?.leaves.filter(({ id }) => leavesBelow(group, [id]).length > 0) ?? [];
  return others.length === 0 && more.length === 0 && leaf !== undefined && leaf.labels[0] === group.labels[0];
}

/** Each group is as wide as its leaves are many. */
function spansOf(block: Block, width: number) {
  const weights = block.groups.map((group) => weightOf(group, block));
  const unit = width / weights.reduce((sum, weight) => sum + weight, 0);
  return block.groups.map((group, g) => {
    const before = weights.slice(0, g).reduce((sum, weight) => sum + weight, 0);
    return { group, column: 2 + before * unit, columnSpan: (weights[g] ?? 0) * unit };
  });
}

function weightOf(group: Group, { rows }: Block): number {
  return Math.max(
    ...rows.map(
      ({ leaves }) =>
        leavesBelow(
          group,
          leaves.map(({ id }) => id),
        ).length,
    ),
  );
}

function leavesBelow(group: Group, ids: readonly string[]): readonly string[] {
  return group.leaves === undefined ? ids : ids.filter((id) => group.leaves?.includes(id));
}

/** The widths that each group of a row can be parted by. */
function columnsOf(block: Block, row: BlockRow): readonly number[] {
  const weights = block.groups.map((group) => weightOf(group, block));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return block.groups.map((group, g) => {
    const parts =
      whole *
      leavesBelow(
        group,
        row.leaves.map(({ id }) => id),
      ).length;
    return parts / greatestCommonDivisor(weights[g] ?? 1, parts);
  });
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
