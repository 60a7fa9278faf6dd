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
  const gatherers = new Map(fields.map(({ id }) => [id, new Gatherer()]));
  for (const unit of units) {
    if (unit.statistics === null) continue;
    const { record, path } = unit.statistics;
    const counted = new Set(unit.counted);
    for (const field of fields) {
      const value = record[field.id];
      const gatherer = gatherers.get(field.id);
      if (value === undefined) gatherer?.addSilent();
      else gatherer?.add({ unit, path, value, counts: field.kind !== 'count' || counted.has(field.id) });
    }
  }
  return new Map([...gatherers].map(([id, gatherer]) => [id, gatherer.trace()]));
}

class Gatherer {
  #kept: Contribution[] = [];
  #seen = 0;
  #left = 0;
  #sumLeft = 0;
  #silent = 0;

  addSilent(): void {
    this.#silent++;
  }

  add(one: Contribution): void {
    this.#kept.push(one);
    this.#seen++;
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
    for (const one of sorted.slice(keptOfMany)) {
      this.#left++;
      this.#sumLeft += Math.max(0, amountOf(one));
    }
  }
}

/** What it adds to the total; less than nothing where it is no number or does not count. */
function amountOf({ value, counts }: Contribution): number {
  return counts && typeof value.value === 'number' ? value.value : -1;
}
