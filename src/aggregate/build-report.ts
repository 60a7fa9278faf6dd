import { inOrder as findingsInOrder } from '../findings/order.js';
import type { Campaign, Field, FieldId, Instant, Unit } from '../model/campaign.js';
import type { DecisionReport } from '../model/decision.js';
import type { Finding } from '../model/finding.js';
import type { DeadlineReport, Report, UnitReport } from '../model/report.js';
import type { FieldValue, Receipt, StatisticsRecord, Submission } from '../model/submission.js';
import { correctionsOf } from './corrections.js';
import { figuresOf } from './figures.js';
import { fileReports, type RestEntry, zonedReceipts } from './file-reports.js';
import type { Settled, UnitSettlement } from './settle-unit.js';

export type { RestEntry };

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
  readonly rest: readonly RestEntry[];
  readonly decisions: readonly DecisionReport[];
  /** Further findings, by path. */
  readonly extra: ReadonlyMap<string, readonly Finding[]>;
  /** Writes an instant in the campaign's zone. */
  readonly zoned: (instant: Instant) => Instant;
}

/** Adds up and arranges: every figure with the file it comes from, every entry with exactly one outcome. */
export function buildReport(parts: ReportParts): Report {
  const { campaign, asOf, rest, extra, zoned } = parts;
  const ofReceipt = zonedReceipts(zoned);
  const units = parts.units.map((one) => unitReport(one, parts, ofReceipt));
  const settled = [...parts.units.flatMap((one) => one.settlement.settled), ...parts.unmatched];
  const files = fileReports({ campaign, settled, rest, extra, zoned: ofReceipt });
  return {
    ...{ campaign, locale: campaign.locale, asOf, units, files },
    ...figuresOf(campaign, asOf, units, files),
    decisions: parts.decisions,
    version: parts.version,
  };
}

function unitReport(
  one: UnitResult,
  { campaign, zoned }: ReportParts,
  ofReceipt: (receipt: Receipt) => Receipt,
): UnitReport {
  const { unit } = one.settlement;
  const form = one.settlement.used.find((submission) => submission.examination.statistics !== null);
  const record = form?.examination.statistics ?? null;
  const activities = one.latestReport?.examination.progress?.activities;
  return {
    unit,
    concerned: unit.required || one.deadlines.some(({ receipt }) => receipt !== null),
    statistics: form !== undefined && record !== null ? { record, path: form.path } : null,
    counted: record === null ? [] : countedFields(record, unit, campaign),
    deadlines: one.deadlines.map((deadline) => inZone(deadline, zoned, ofReceipt)),
    materials: one.settlement.fulfilments.map(({ material, came, complete }) => ({
      id: material,
      firstReceived: came && ofReceipt(came),
      firstAccepted: complete && ofReceipt(complete),
    })),
    corrections: correctionsOf(one.settlement, campaign, zoned),
    activities: activities && one.latestReport ? { list: activities, path: one.latestReport.path } : null,
    findings: findingsInOrder(one.findings),
  };
}

/** Written out in full, because objects made of the rest of others take several times the room. */
function inZone(
  { id, name, due, dayKind, lacking, status, daysLate, receipt, uncertain }: DeadlineReport,
  zoned: ReportParts['zoned'],
  ofReceipt: (receipt: Receipt) => Receipt,
): DeadlineReport {
  return {
    id,
    name,
    due,
    dayKind,
    lacking,
    status,
    daysLate,
    receipt: receipt && ofReceipt(receipt),
    uncertain: uncertain && { from: zoned(uncertain.from), to: zoned(uncertain.to) },
  };
}

/** Counts at the levels the unit may fill, or at none; estimates as the campaign says. */
function countedFields(record: StatisticsRecord, unit: Unit, campaign: Campaign): FieldId[] {
  const counted: FieldId[] = [];
  for (const field of campaign.forms.statistics.fields) {
    if (isCounted(field, record[field.id], unit, campaign)) counted.push(field.id);
  }
  return counted;
}

function isCounted({ kind, level }: Field, held: FieldValue | undefined, unit: Unit, campaign: Campaign): boolean {
  if (kind !== 'count' || typeof held?.value !== 'number') return false;
  return (level === null || unit.fills.includes(level)) && (campaign.estimates === 'include' || !held.estimate);
}
