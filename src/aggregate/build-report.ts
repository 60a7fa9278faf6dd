import { withSeverities } from '../findings/finding.js';
import { inOrder as findingsInOrder } from '../findings/order.js';
import type { Campaign, FieldId, Instant, Unit } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { DeadlineReport, FileReport, Outcome, Report, UnitReport } from '../model/report.js';
import type { Entry, StatisticsRecord, Submission } from '../model/submission.js';
import type { Settled, UnitSettlement } from './settle-unit.js';

/** All that is known of one unit. */
export interface UnitResult {
  readonly settlement: UnitSettlement;
  readonly deadlines: readonly DeadlineReport[];
  /** The progress report whose activities are shown. */
  readonly latestReport: Submission | null;
  readonly findings: readonly Finding[];
}

/** What the report is made of. */
export interface ReportParts {
  readonly campaign: Campaign;
  readonly asOf: Instant;
  readonly version: string;
  readonly units: readonly UnitResult[];
  readonly unmatched: readonly Settled[];
  readonly rest: readonly { readonly entry: Entry; readonly outcome: 'later' | 'container' | 'ignored' }[];
  /** Further findings, by path. */
  readonly extra: ReadonlyMap<string, readonly Finding[]>;
  /** Writes an instant in the campaign's zone. */
  readonly zoned: (instant: Instant) => Instant;
}

const outcomes: readonly Outcome[] = [
  'used',
  'superseded',
  'duplicate',
  'rejected',
  'unmatched',
  'later',
  'ignored',
  'container',
];

/** Adds up and arranges: every figure with the file it comes from, every entry with exactly one outcome. */
export function buildReport(parts: ReportParts): Report {
  const { campaign } = parts;
  const units = parts.units.map((one) => unitReport(one, parts));
  const required = units.filter((one) => one.unit.required);
  const files = fileReports(parts);
  return {
    campaign,
    locale: campaign.locale,
    asOf: parts.asOf,
    units,
    totals: totalsOf(units, campaign),
    coverage: { used: required.filter((one) => one.statistics !== null).length, expected: required.length },
    files,
    counts: Object.fromEntries(
      outcomes.map((outcome) => [outcome, files.filter((file) => file.outcome === outcome).length]),
    ) as Record<Outcome, number>,
    version: parts.version,
  };
}

function unitReport(one: UnitResult, { campaign, zoned }: ReportParts): UnitReport {
  const { unit } = one.settlement;
  const form = [...one.settlement.used.values()].find((submission) => submission.examination.statistics !== null);
  const record = form?.examination.statistics ?? null;
  const activities = one.latestReport?.examination.progress?.activities;
  return {
    unit,
    statistics: form !== undefined && record !== null ? { record, path: form.path } : null,
    counted: record === null ? [] : countedFields(record, unit, campaign),
    deadlines: one.deadlines.map((deadline) => ({
      ...deadline,
      receipt: deadline.receipt && { ...deadline.receipt, at: zoned(deadline.receipt.at) },
    })),
    activities: activities && one.latestReport ? { list: activities, path: one.latestReport.path } : null,
    findings: findingsInOrder(one.findings),
  };
}

/** Counts at the levels the unit may fill, or at none; estimates as the campaign says. */
function countedFields(record: StatisticsRecord, unit: Unit, campaign: Campaign): FieldId[] {
  return campaign.forms.statistics.fields
    .filter((field) => field.kind === 'count' && (field.level === null || unit.fills.includes(field.level)))
    .filter((field) => typeof record[field.id]?.value === 'number')
    .filter((field) => campaign.estimates === 'include' || record[field.id]?.estimate === false)
    .map((field) => field.id);
}

function totalsOf(units: readonly UnitReport[], campaign: Campaign): Record<FieldId, number> {
  const counts = campaign.forms.statistics.fields.filter((field) => field.kind === 'count');
  return Object.fromEntries(
    counts.map((field) => [field.id, units.reduce((sum, unit) => sum + countedValue(unit, field.id), 0)]),
  );
}

function countedValue(unit: UnitReport, field: FieldId): number {
  const value = unit.counted.includes(field) ? unit.statistics?.record[field]?.value : undefined;
  return typeof value === 'number' ? value : 0;
}

function fileReports(parts: ReportParts): FileReport[] {
  const { campaign, zoned, extra } = parts;
  const settled = [...parts.units.flatMap((one) => one.settlement.settled), ...parts.unmatched];
  const fromSubmissions = settled.map(({ submission, outcome, findings }): FileReport => {
    const all = [
      ...submission.findings,
      ...withSeverities([...findings, ...(extra.get(submission.path) ?? [])], campaign.severities),
    ];
    return {
      path: submission.path,
      sha256: submission.sha256,
      bytes: submission.bytes,
      receipt: { ...submission.receipt, at: zoned(submission.receipt.at) },
      format: submission.examination.format,
      unit: submission.unit,
      material: submission.examination.material,
      outcome,
      findings: findingsInOrder(all),
    };
  });
  const fromRest = parts.rest.map(({ entry, outcome }): FileReport => {
    const { path, sha256, bytes, receipt, examination } = entry;
    const findings = outcome === 'later' ? [] : examination.findings;
    return {
      path,
      sha256,
      bytes,
      receipt: { ...receipt, at: zoned(receipt.at) },
      format: examination.format,
      unit: null,
      material: null,
      outcome,
      findings,
    };
  });
  return [...fromSubmissions, ...fromRest].sort((a, b) => (a.path < b.path ? -1 : 1));
}
