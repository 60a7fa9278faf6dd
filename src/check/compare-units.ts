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
  for (const field of campaign.forms.statistics.fields.filter((one) => one.kind === 'count')) {
    for (const { unit, found } of outliers(field, figures)) note(unit, found);
  }
  for (const { unit, found } of sameFigures(figures, campaign)) note(unit, found);
  return byUnit;
}

interface Noted {
  readonly unit: Unit;
  readonly found: Finding;
}

function outliers(field: Field, figures: readonly UnitFigures[]): Noted[] {
  const values = figures.flatMap(({ unit, record }) => {
    const value = record[field.id];
    return value !== undefined && typeof value.value === 'number' && value.value > 0 && isOwnField(field, unit.fills)
      ? [{ unit, number: value.value, value }]
      : [];
  });
  if (values.length < leastForMedian) return [];
  const middle = median(values.map((one) => one.number));
  return values
    .filter((one) => one.number >= outlierFactor * middle)
    .map(({ unit, number, value }) => {
      const args = { label: field.label, value: number, median: middle };
      return { unit, found: finding('series/outlier', args, value.place, value.found) };
    });
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

function sameFigures(figures: readonly UnitFigures[], campaign: Campaign): Noted[] {
  const byKey = grouped(figures, (one) => keyOf(one, campaign));
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

function keyOf({ unit, record }: UnitFigures, campaign: Campaign): string | null {
  const values = campaign.forms.statistics.fields
    .filter((field) => field.kind === 'count' && isOwnField(field, unit.fills))
    .map((field) => record[field.id]?.value ?? 0);
  return values.filter((value) => value !== 0).length < leastAlike ? null : JSON.stringify(values);
}
