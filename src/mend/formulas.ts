import { columnNumber } from '../model/addresses.js';

/** Cells that a formula looks at: an area, or no telling which. */
type Look = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const lastColumn = 16_384;
const lastRow = 1_048_576;

/**
 * Whether any formula of the workbook may look at the cell. Of which sheet it speaks is not asked, and what cannot be
 * told is taken for yes: a sum that passes a text over would count a number.
 */
export function mayLookAt(formulas: readonly string[], address: string): boolean {
  const [cell] = areasIn(address).areas;
  if (cell === undefined) return true;
  return formulas
    .map(areasIn)
    .some(
      ({ areas, unclear }) =>
        unclear ||
        areas.some(
          (area) =>
            area.left <= cell.left && cell.left <= area.right && area.top <= cell.top && cell.top <= area.bottom,
        ),
    );
}

function areasIn(formula: string): { readonly areas: readonly Look[]; readonly unclear: boolean } {
  const areas: Look[] = [];
  const bare = formula.replace(/"(?:[^"]|"")*"/gu, '').replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.[\]]+)!/gu, '');
  if (/INDIRECT|OFFSET/iu.test(bare)) return { areas, unclear: true };
  const rest = bare
    .replace(/[\p{L}_][\p{L}\p{N}_.]*\(/gu, '(')
    .replace(
      /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+/giu,
      (reference) => {
        areas.push(areaOf(reference.replaceAll('$', '').toUpperCase()));
        return '';
      },
    )
    .replace(/\b(?:TRUE|FALSE)\b|\d(?:\.\d+)?E[+-]?\d+|#[A-Z/0]+[!?]?/giu, '');
  // A letter left over is a name for something that stands elsewhere.
  return { areas, unclear: /[\p{L}_[]/u.test(rest) };
}

function areaOf(reference: string): Look {
  const [from = '', to = from] = reference.split(':');
  const edges = [from, to].map((one) => ({ column: columnIn(one), row: Number(/\d+$/u.exec(one)?.[0] ?? 0) }));
  const columns = edges.map(({ column }) => column);
  const rows = edges.map(({ row }) => row);
  return {
    left: Math.min(...columns) || 1,
    right: Math.max(...columns) || lastColumn,
    top: Math.min(...rows) || 1,
    bottom: Math.max(...rows) || lastRow,
  };
}

function columnIn(reference: string): number {
  return columnNumber(/^[A-Z]*/u.exec(reference)?.[0] ?? '');
}
