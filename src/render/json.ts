import { speak } from '../findings/speak.js';
import type { Campaign, Locale } from '../model/campaign.js';
import type { Decision, DecisionReport } from '../model/decision.js';
import type {
  Correction,
  DeadlineReport,
  FieldChange,
  FileReport,
  MaterialReport,
  Outcome,
  Report,
  Spoken,
  Status,
  UnitReport,
} from '../model/report.js';
import type { ReceiptEvidence, StatisticsRecord } from '../model/submission.js';
import { jsonText } from './json-text.js';
import type { Outputs } from './options.js';

/** The contract of `--json`; its keys are written in this order, what was added later behind what was there first. */
export interface ReportJson {
  readonly schema: 1;
  readonly campaign: string;
  readonly asOf: string;
  readonly units: readonly UnitJson[];
  readonly totals: Readonly<Record<string, number>>;
  readonly coverage: { readonly used: number; readonly expected: number };
  readonly files: readonly FileJson[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly outputs: Outputs;
  readonly decisions: readonly DecisionJson[];
}

interface UnitJson {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly statistics: Readonly<Record<string, number | string>> | null;
  readonly deadlines: readonly DeadlineJson[];
  /** Of the unit as a whole, not of one file. */
  readonly findings: readonly Spoken[];
  readonly materials: readonly MaterialJson[];
  /** The versions of the statistics table before the one in use, and what each next one changed. */
  readonly corrections: readonly CorrectionJson[];
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
  /** Between which instants it came, where only that is known and the due time lies between them. */
  readonly uncertain: { readonly from: string; readonly to: string } | null;
}

interface MaterialJson {
  readonly id: string;
  readonly firstReceived: string | null;
  readonly firstAccepted: string | null;
}

interface CorrectionJson {
  readonly from: string;
  readonly to: string;
  readonly receivedAt: string;
  readonly changes: readonly FieldChange[];
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

interface DecisionJson {
  /** Of decisions.csv. */
  readonly line: number;
  readonly action: Decision['action'];
  readonly reason: string;
  readonly who: string;
  readonly date: string;
  readonly applied: boolean;
}

export function reportJson(report: Report, locale: Locale, outputs: Outputs): ReportJson {
  const parts = partsOf(report, locale, outputs);
  return { ...parts, units: [...parts.units], files: [...parts.files] };
}

/** The same as text, in pieces: that of a country is longer than a string may be. */
export function* jsonPieces(report: Report, locale: Locale, outputs: Outputs): Iterable<string> {
  let piece = '{';
  let before = '\n  ';
  for (const [key, value] of Object.entries(partsOf(report, locale, outputs))) {
    piece += `${before}${JSON.stringify(key)}: `;
    before = ',\n  ';
    for (const text of isDrawnOut(value) ? listPieces(value) : [indented(value, 1)]) {
      piece += text;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n}\n`;
}

/** In characters, about. */
const pieceLength = 65_536;

function isDrawnOut(value: unknown): value is Iterable<object> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);
}

function* listPieces(items: Iterable<object>): Iterable<string> {
  let isEmpty = true;
  for (const item of items) {
    yield `${isEmpty ? '[' : ','}\n    ${indented(item, 2)}`;
    isEmpty = false;
  }
  yield isEmpty ? '[]' : '\n  ]';
}

/** Line breaks within texts are written \\n, so that all others are the layout's. */
function indented(value: unknown, levels: number): string {
  return jsonText(value).replaceAll('\n', `\n${'  '.repeat(levels)}`);
}

function* mapped<Thing, Made extends object>(things: readonly Thing[], make: (thing: Thing) => Made): Iterable<Made> {
  for (const thing of things) yield make(thing);
}

/** What the JSON is made of; the long lists one by one. */
function partsOf(report: Report, locale: Locale, outputs: Outputs) {
  const { campaign, coverage } = report;
  return {
    schema: 1 as const,
    campaign: campaign.id,
    asOf: report.asOf,
    units: mapped(report.units, (unit) => unitJson(unit, campaign, locale)),
    totals: inFormOrder(report.totals, campaign),
    coverage: { used: coverage.used, expected: coverage.expected },
    files: mapped(report.files, (file) => fileJson(file, locale)),
    counts: report.counts,
    outputs: { workbook: outputs.workbook, summary: outputs.summary, page: outputs.page },
    decisions: report.decisions.map(decisionJson),
  };
}

function unitJson(report: UnitReport, campaign: Campaign, locale: Locale): UnitJson {
  const { unit, statistics, deadlines, findings, materials, corrections } = report;
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    statistics: statistics && inFormOrder(valuesOf(statistics.record), campaign),
    deadlines: deadlines.map(deadlineJson),
    findings: findings.map((finding) => speak(finding, locale)),
    materials: materials.map(materialJson),
    corrections: corrections.map(correctionJson),
  };
}

function deadlineJson({ id, due, status, receipt, daysLate, lacking, uncertain }: DeadlineReport): DeadlineJson {
  return {
    ...{ id, due, status, receivedAt: receipt?.at ?? null, daysLate, evidence: receipt?.evidence ?? null, lacking },
    uncertain: uncertain && { from: uncertain.from, to: uncertain.to },
  };
}

function materialJson({ id, firstReceived, firstAccepted }: MaterialReport): MaterialJson {
  return { id, firstReceived: firstReceived?.at ?? null, firstAccepted: firstAccepted?.at ?? null };
}

function correctionJson({ from, to, receivedAt, changes }: Correction): CorrectionJson {
  return { from, to, receivedAt, changes: changes.map(({ label, before, after }) => ({ label, before, after })) };
}

function decisionJson({ decision, applied }: DecisionReport): DecisionJson {
  const { line, action, reason, who, date } = decision;
  return { line, action, reason, who, date, applied };
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
