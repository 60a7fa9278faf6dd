import type { Block, WordCell, WordRow } from '../word-document.js';
import type { RowDefinition } from './table-definition.js';

/** A row's cells in order, before it is known where they stand. */
export interface LooseRow {
  readonly cells: { readonly blocks: readonly Block[]; readonly pictures: number }[];
  readonly definition: RowDefinition | null;
}

/** Edges closer than this, in twentieths of a point, are one: hands and rounding move them a little. */
const SAME_EDGE = 20;

/** The edges of all rows together make the grid that cells span. */
export function divideRows(rows: readonly LooseRow[]): WordRow[] {
  const edges = rows.flatMap(({ definition }) => definition?.edges ?? []).sort((a, b) => a - b);
  const grid: number[] = [];
  for (const edge of edges) if (edge - (grid.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) grid.push(edge);
  const columnOf = (edge: number) => grid.findLastIndex((start) => start <= edge) + 1;
  return rows.map((row) => divideRow(row, columnOf));
}

function divideRow({ cells, definition }: LooseRow, columnOf: (edge: number) => number): WordRow {
  const divided: WordCell[] = [];
  let next = definition === null ? 1 : columnOf(definition.edges[0] ?? 0);
  let first = 0;
  cells.forEach(({ blocks, pictures }, index) => {
    const flags = definition?.cells[index];
    const right = definition?.edges[index + 1];
    const end = right === undefined ? next + 1 : Math.max(next + 1, columnOf(right));
    const horizontal = flags?.horizontal ?? 0;
    const last = divided.at(-1);
    // Of a merged group the first cell is marked in one way and the others in another.
    const joins = horizontal !== 0 && first !== 0 && horizontal !== first && last !== undefined;
    if (joins) divided[divided.length - 1] = { ...last, columnSpan: end - last.column };
    else {
      const ordinal = divided.length + 1;
      const continues = flags?.continues ?? false;
      divided.push({ column: next, columnSpan: end - next, continues, ordinal, blocks, pictures });
      first = horizontal;
    }
    next = end;
  });
  return divided;
}
