/** A cell by its row and column, both from 1. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** F4 → row 4, column 6; null where the text is no address. */
export function spotOf(address: string): Spot | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

export function addressOf({ row, column }: Spot): string {
  return `${lettersOf(column)}${row}`;
}

function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : `${lettersOf((column - 1 - rest) / 26)}${letter}`;
}
