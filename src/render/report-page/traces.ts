import type { FieldId } from '../../model/campaign.js';
import type { Report, UnitReport } from '../../model/report.js';
import type { FieldValue } from '../../model/submission.js';

/** What one unit put into one field. */
export interface Contribution {
  readonly unit: UnitReport;
  readonly path: string;
  readonly value: FieldValue;
  /** Whether it is added to the total. */
  readonly counts: boolean;
}

/** Where a total comes from. */
export interface Trace {
  /** All of them in the roster's order; of very many the largest that count. */
  readonly contributions: readonly Contribution[];
  /** Those left out: how many, and what they add up to. */
  readonly left: { readonly units: number; readonly sum: number };
  /** Units whose form says nothing here. */
  readonly silent: number;
}

/** Beyond this many a list is searched, not read, and the workbook is the place for that. */
const mostListed = 300;
const keptOfMany = 50;

/** The origin of every total in one go over the units. */
export function tracesOf({ units, campaign }: Report): ReadonlyMap<FieldId, Trace> {
  const { fields } = campaign.forms.statistics;
  const gatherers = fields.map((field) => ({ field, gatherer: new Gatherer() }));
  for (const unit of units) {
    if (unit.statistics === null) continue;
    const { record, path } = unit.statistics;
    const counted = new Set(unit.counted);
    for (const { field, gatherer } of gatherers) {
      const value = record[field.id];
      const counts = field.kind !== 'count' || counted.has(field.id);
      if (value === undefined) gatherer.addSilent();
      else if (gatherer.wants(amountOf({ value, counts }))) gatherer.add({ unit, path, value, counts });
    }
  }
  return new Map(gatherers.map(({ field, gatherer }) => [field.id, gatherer.trace()]));
}

class Gatherer {
  #kept: Contribution[] = [];
  /** Once some were left out: what the least of the largest adds. */
  #least: number | null = null;
  #seen = 0;
  #left = 0;
  #sumLeft = 0;
  #silent = 0;

  addSilent(): void {
    this.#silent++;
  }

  /** False where it adds no more than the largest, which came before it: it is left out at once. */
  wants(amount: number): boolean {
    this.#seen++;
    if (this.#least === null || amount > this.#least) return true;
    this.#leaveOut(amount);
    return false;
  }

  add(one: Contribution): void {
    this.#kept.push(one);
    if (this.#kept.length > 2 * mostListed) this.#keepLargest();
  }

  trace(): Trace {
    if (this.#seen > mostListed) this.#keepLargest();
    return {
      contributions: this.#kept,
      left: { units: this.#left, sum: this.#sumLeft },
      silent: this.#silent,
    };
  }

  #keepLargest(): void {
    const sorted = [...this.#kept].sort((a, b) => amountOf(b) - amountOf(a));
    this.#kept = sorted.slice(0, keptOfMany);
    for (const one of sorted.slice(keptOfMany)) this.#leaveOut(amountOf(one));
    this.#least = amountOf(sorted[keptOfMany - 1] as Contribution);
  }

  #leaveOut(amount: number): void {
    this.#left++;
    this.#sumLeft += Math.max(0, amount);
  }
}

/** What it adds to the total; less than nothing where it is no number or does not count. */
function amountOf({ value, counts }: Pick<Contribution, 'value' | 'counts'>): number {
  return counts && typeof value.value === 'number' ? value.value : -1;
}
