import { speak } from '../findings/speak.js';
import type { Campaign, Locale } from '../model/campaign.js';
import type { DeadlineReport, FileReport, Outcome, Report, Spoken, Status, UnitReport } from '../model/report.js';
import type { ReceiptEvidence, StatisticsRecord } from '../model/submission.js';
import type { Outputs } from './options.js';

/** The contract of `--json`; its keys are written in this order. */
export interface ReportJson {
  readonly schema: 1;
  readonly campaign: string;
  readonly asOf: string;
  readonly units: readonly UnitJson[];
  readonly totals: Readonly<Record<string, number>>;
  readonly coverage: Report['coverage'];
  readonly files: readonly FileJson[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly outputs: Outputs;
}

interface UnitJson {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly statistics: Readonly<Record<string, number | string>> | null;
  readonly deadlines: readonly DeadlineJson[];
  /** Of the unit as a whole, not of one file. */
  readonly findings: readonly Spoken[];
}

interface DeadlineJson {
  readonly id: string;
  readonly due: string;
  readonly status: Status;
  readonly receivedAt: string | null;
  readonly daysLate: number;
  readonly evidence: ReceiptEvidence | null;
  /** Material ids. */
  readonly lacking: readonly string[];
}

interface FileJson {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receivedAt: string;
  readonly evidence: ReceiptEvidence;
  /** The roster's id. */
  readonly unit: string | null;
  readonly material: string | null;
  readonly outcome: Outcome;
  readonly findings: readonly Spoken[];
}

export function reportJson(report: Report, locale: Locale, outputs: Outputs): ReportJson {
  const { campaign, coverage } = report;
  return {
    schema: 1,
    campaign: campaign.id,
    asOf: report.asOf,
    units: report.units.map((unit) => unitJson(unit, campaign, locale)),
    totals: inFormOrder(report.totals, campaign),
    coverage: { used: coverage.used, expected: coverage.expected },
    files: report.files.map((file) => fileJson(file, locale)),
    counts: report.counts,
    outputs: { workbook: outputs.workbook, summary: outputs.summary },
  };
}

function unitJson({ unit, statistics, deadlines, findings }: UnitReport, campaign: Campaign, locale: Locale): UnitJson {
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    statistics: statistics && inFormOrder(valuesOf(statistics.record), campaign),
    deadlines: deadlines.map(deadlineJson),
    findings: findings.map((finding) => speak(finding, locale)),
  };
}

function deadlineJson({ id, due, status, receipt, daysLate, lacking }: DeadlineReport): DeadlineJson {
  return { id, due, status, receivedAt: receipt?.at ?? null, daysLate, evidence: receipt?.evidence ?? null, lacking };
}

function fileJson(file: FileReport, locale: Locale): FileJson {
  return {
    path: file.path,
    sha256: file.sha256,
    bytes: file.bytes,
    receivedAt: file.receipt.at,
    evidence: file.receipt.evidence,
    unit: file.unit?.id ?? null,
    material: file.material,
    outcome: file.outcome,
    findings: file.findings.map((finding) => speak(finding, locale)),
  };
}

function valuesOf(record: StatisticsRecord): Record<string, number | string> {
  return Object.fromEntries(Object.entries(record).map(([field, { value }]) => [field, value]));
}

function inFormOrder<Value>(values: Readonly<Record<string, Value>>, campaign: Campaign): Record<string, Value> {
  return Object.fromEntries(
    campaign.forms.statistics.fields.flatMap(({ id }) => {
      const value = values[id];
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}
