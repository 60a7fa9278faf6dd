/** The numbers of one row by their columns. */
export interface FigureRow {
  readonly row: number;
  readonly figures: ReadonlyMap<number, number>;
}

/** Of three rows or more the only one that is the sum of the others in every column; null where there is no such one. */
export function sumAmong(rows: readonly FigureRow[]): FigureRow | null {
  if (rows.length < 3) return null;
  const [only, another] = rows.filter((row) =>
    isSumOf(
      row,
      rows.filter((one) => one !== row),
    ),
  );
  return only !== undefined && another === undefined ? only : null;
}

function isSumOf({ figures }: FigureRow, others: readonly FigureRow[]): boolean {
  const columns = new Set([figures, ...others.map((one) => one.figures)].flatMap((one) => [...one.keys()]));
  const sums = [...columns].map((column) => others.reduce((sum, one) => sum + (one.figures.get(column) ?? 0), 0));
  const isSame = [...columns].every((column, n) => (figures.get(column) ?? 0) === sums[n]);
  // Every row must have a say, or one row repeated would be a sum.
  const isFilled = others.every((one) => [...one.figures.values()].some((value) => value > 0));
  return isSame && isFilled;
}
