import { outcomeNames } from '../findings/terms.js';
import type { Campaign, FieldId, Instant } from '../model/campaign.js';
import type { FileReport, Outcome, Report, UnitReport } from '../model/report.js';
import { standingsOf, togetherOf } from './standings.js';

/** Everything that units and files add up to. */
type Figures = Pick<Report, 'totals' | 'filledIn' | 'coverage' | 'standings' | 'together' | 'counts'>;

export function figuresOf(
  campaign: Campaign,
  asOf: Instant,
  units: readonly UnitReport[],
  files: readonly FileReport[],
): Figures {
  const standings = standingsOf(campaign, units, asOf);
  return {
    totals: totalsOf(units, campaign),
    filledIn: filledInOf(units, campaign),
    coverage: coverageOf(units),
    standings,
    together: togetherOf(standings),
    counts: countsOf(files),
  };
}

function totalsOf(units: readonly UnitReport[], campaign: Campaign): Record<FieldId, number> {
  const counts = campaign.forms.statistics.fields.filter((field) => field.kind === 'count');
  const totals: Record<FieldId, number> = Object.fromEntries(counts.map((field) => [field.id, 0]));
  for (const { counted, statistics } of units) {
    for (const field of counted) {
      const value = statistics?.record[field]?.value;
      const before = totals[field];
      if (before !== undefined && typeof value === 'number') totals[field] = before + value;
    }
  }
  return totals;
}

function filledInOf(units: readonly UnitReport[], campaign: Campaign): Record<FieldId, number> {
  const texts = campaign.forms.statistics.fields.filter((field) => field.kind !== 'count');
  return Object.fromEntries(
    texts.map(({ id }) => [id, units.filter(({ statistics }) => states(statistics?.record[id]?.value)).length]),
  );
}

function states(value: number | string | undefined): boolean {
  return typeof value === 'number' ? value > 0 : value !== undefined && value !== '' && value !== '无';
}

function coverageOf(units: readonly UnitReport[]): Report['coverage'] {
  const required = units.filter(({ unit }) => unit.required);
  const absent = required.filter(({ statistics }) => statistics === null).map(({ unit }) => unit);
  return { used: required.length - absent.length, expected: required.length, absent };
}

function countsOf(files: readonly FileReport[]): Report['counts'] {
  const counts = Object.fromEntries(Object.keys(outcomeNames).map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of files) counts[outcome]++;
  return counts;
}
