import { int16, uint8, uint16 } from '../bytes.js';
import type { Sprm } from './properties.js';

/** How one row is divided: `edges` has one more than `cells`, in twentieths of a point. */
export interface RowDefinition {
  readonly edges: readonly number[];
  readonly cells: readonly CellFlags[];
}

export interface CellFlags {
  /** 0 where not merged sideways; the first cell of a merged group and the rest differ. */
  horizontal: number;
  /** Continues the cell above. */
  continues: boolean;
}

const DEFINE = 0xd608;
const VERTICAL_MERGE = 0xd62b;
const MERGE = 0x5624;
const SPLIT = 0x5625;
const CELL_BYTES = 20;
const FIRST = 1;
const REST = 2;

/** The row's division by the properties of its end mark; null where they state none. */
export function readRowDefinition(sprms: readonly Sprm[]): RowDefinition | null {
  const at = sprms.findLastIndex(({ code }) => code === DEFINE);
  const definition = sprms[at];
  if (definition === undefined) return null;
  const row = define(definition.operand);
  for (const { code, operand } of sprms.slice(at + 1)) changeMerges(row.cells, code, operand);
  return row;
}

function changeMerges(cells: readonly CellFlags[], code: number, operand: Uint8Array): void {
  if (code === VERTICAL_MERGE) {
    const cell = cells[uint8(operand, 0)];
    if (cell !== undefined) cell.continues = uint8(operand, 1) === 1;
  } else if (code === MERGE || code === SPLIT) {
    cells.slice(uint8(operand, 0), uint8(operand, 1)).forEach((cell, i) => {
      cell.horizontal = code === SPLIT ? 0 : i === 0 ? FIRST : REST;
    });
  }
}

function define(operand: Uint8Array): { edges: number[]; cells: CellFlags[] } {
  const count = Math.min(uint8(operand, 0), 63);
  const flagsAt = 1 + (count + 1) * 2;
  return {
    edges: Array.from({ length: count + 1 }, (_, i) => int16(operand, 1 + i * 2)),
    cells: Array.from({ length: count }, (_, i) => {
      const flags = uint16(operand, flagsAt + i * CELL_BYTES);
      return { horizontal: flags & 3, continues: ((flags >> 5) & 3) === 1 };
    }),
  };
}
