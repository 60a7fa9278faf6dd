import type { Status, UnitReport } from '../../model/report.js';

export const rated = ['on-time', 'late', 'incomplete', 'missing'] as const satisfies readonly Status[];
type Rated = (typeof rated)[number];

/** How the units that must report stand at one deadline. */
export interface Tally {
  readonly counts: Readonly<Record<Status, number>>;
  /** Units that owed something by now: neither pending nor exempt. */
  readonly due: number;
  /** Shares of `due` in steps of a tenth of a percent that add up to exactly 1; null where nothing is due. */
  readonly rates: Readonly<Record<Rated, number>> | null;
}

export function tallyOf(units: readonly UnitReport[], deadline: string): Tally {
  const counts = { 'on-time': 0, late: 0, incomplete: 0, missing: 0, pending: 0, exempt: 0 };
  for (const { unit, deadlines } of units) {
    const status = deadlines.find(({ id }) => id === deadline)?.status;
    if (unit.required && status !== undefined) counts[status]++;
  }
  const due = rated.reduce((sum, status) => sum + counts[status], 0);
  return { counts, due, rates: due === 0 ? null : ratesOf(counts, due) };
}

/** Largest remainders get the steps that rounding down left over, so that 33.3 % three times is not 99.9 %. */
function ratesOf(counts: Readonly<Record<Rated, number>>, due: number): Record<Rated, number> {
  const steps = rated.map((status) => ({ status, whole: Math.floor((counts[status] * 1000) / due) }));
  const left = 1000 - steps.reduce((sum, { whole }) => sum + whole, 0);
  const favoured = [...steps]
    .sort((a, b) => remainder(counts[b.status], b.whole, due) - remainder(counts[a.status], a.whole, due))
    .slice(0, left);
  const rates = { 'on-time': 0, late: 0, incomplete: 0, missing: 0 };
  for (const step of steps) rates[step.status] = (step.whole + (favoured.includes(step) ? 1 : 0)) / 1000;
  return rates;
}

function remainder(count: number, whole: number, due: number): number {
  return count * 1000 - whole * due;
}
