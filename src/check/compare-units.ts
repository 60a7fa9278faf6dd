import { finding } from '../findings/finding.js';
import type { Campaign, Field, Unit } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import { addTo, grouped } from '../model/grouped.js';
import type { StatisticsRecord } from '../model/submission.js';
import { isOwnField } from './rules-of-unit.js';

/** A unit's figures in use. */
export interface UnitFigures {
  readonly unit: Unit;
  readonly record: StatisticsRecord;
}

/** Fewer units with a figure than this, and their median says nothing. */
const leastForMedian = 5;
/** A zero too many. */
const outlierFactor = 10;
/** Two rows alike in fewer non-zero figures than this may well be chance. */
const leastAlike = 4;
/** Of units alike in all; fewer fit into the words of a finding. */
const mostNamed = 24;

/** Findings that only a look at the other units brings to light, by unit id. They question, they never reject. */
export function compareUnits(
  figures: readonly UnitFigures[],
  campaign: Campaign,
): ReadonlyMap<string, readonly Finding[]> {
  const byUnit = new Map<string, Finding[]>();
  const note = (unit: Unit, found: Finding) => addTo(byUnit, unit.id, found);
  for (const { unit, found } of outliers(figures, campaign)) note(unit, found);
  for (const { unit, found } of sameFigures(figures, campaign)) note(unit, found);
  return byUnit;
}

interface Noted {
  readonly unit: Unit;
  readonly found: Finding;
}

/** Unit by unit, because the records of a country are more than the processor keeps at hand. */
function outliers(figures: readonly UnitFigures[], campaign: Campaign): Noted[] {
  const middles = mediansOf(figures, campaign);
  const noted: Noted[] = [];
  for (const one of figures) {
    for (const { field, middle } of middles) {
      const value = one.record[field.id];
      const number = numberIn(field, one);
      if (value === undefined || number < outlierFactor * middle) continue;
      const args = { label: field.label, value: number, median: middle };
      noted.push({ unit: one.unit, found: finding('series/outlier', args, value.place, value.found) });
    }
  }
  return noted;
}

/** Of the fields in which enough units have a figure. */
function mediansOf(figures: readonly UnitFigures[], campaign: Campaign) {
  const numbers = countsOf(campaign).map((field) => ({ field, values: [] as number[] }));
  for (const one of figures) {
    for (const { field, values } of numbers) {
      const number = numberIn(field, one);
      if (number > 0) values.push(number);
    }
  }
  return numbers.flatMap(({ field, values }) =>
    values.length < leastForMedian ? [] : [{ field, middle: median(values) }],
  );
}

function countsOf({ forms }: Campaign): readonly Field[] {
  return forms.statistics.fields.filter((field) => field.kind === 'count');
}

/** The unit's own figure; 0 where it has none. */
function numberIn(field: Field, { unit, record }: UnitFigures): number {
  const value = record[field.id]?.value;
  return typeof value === 'number' && isOwnField(field, unit.fills) ? value : 0;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

function sameFigures(figures: readonly UnitFigures[], campaign: Campaign): Noted[] {
  const counts = countsOf(campaign);
  const byKey = grouped(figures, (one) => keyOf(one, counts));
  return [...byKey].flatMap(([key, alike]) =>
    key === null || alike.length < 2
      ? []
      : alike.map(({ unit }) => {
          const others = alike.slice(0, mostNamed + 1).filter((one) => one.unit !== unit);
          const args = { unit: others.map((one) => one.unit.name).join('、') };
          return { unit, found: finding('series/same-figures-as-another-unit', args, { kind: 'file' }) };
        }),
  );
}

function keyOf({ unit, record }: UnitFigures, counts: readonly Field[]): string | null {
  let alike = 0;
  let key = '';
  for (const field of counts) {
    if (!isOwnField(field, unit.fills)) continue;
    const value = record[field.id]?.value ?? 0;
    if (value !== 0) alike++;
    key += typeof value === 'number' ? `${value},` : `${JSON.stringify(value)},`;
  }
  return alike < leastAlike ? null : key;
}
