import { hasError } from '../../findings/finding.js';
import { inOrder } from '../../findings/order.js';
import type { Finding } from '../../model/finding.js';
import type { FileReport, Report, UnitReport } from '../../model/report.js';
import type { RuleId, UnreadableReason } from '../../model/rules.js';
import { openFindings } from '../attention.js';
import { askedOnce, type Debt, debtsOf } from './debts.js';

/** What one unit has to see to: what it sent that is at fault, and what it owes past its due day. */
export interface UnitCase {
  readonly unit: UnitReport;
  /** The unit's place in the roster, from 1, as in the workbook. */
  readonly number: number;
  readonly urgency: Urgency;
  readonly files: readonly FileCase[];
  /** Of no one file: sets of photos, comparisons. */
  readonly whole: readonly Finding[];
  readonly debts: readonly Debt[];
}

export interface FileCase {
  readonly file: FileReport;
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

/** The most urgent first. */
export const urgencies = ['missing', 'rejected', 'incomplete', 'warnings'] as const;
export type Urgency = (typeof urgencies)[number];

/** The units that have anything to see to, in the roster's order. */
export function unitCases(report: Report): readonly UnitCase[] {
  return report.units.flatMap((unit, n) => {
    const debts = askedOnce(debtsOf(unit, report).filter(({ isOver }) => isOver));
    const files = fileCases(unit, report);
    const whole = wholeFindings(unit);
    const urgency = urgencyOf(debts, files, whole);
    return urgency === null ? [] : [{ unit, number: n + 1, urgency, files, whole, debts }];
  });
}

export function byUrgency(cases: readonly UnitCase[]): readonly UnitCase[] {
  return [...cases].sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || a.number - b.number);
}

/** What is owed and not told already with the faults of the very files that were sent back. */
export function untoldDebts({ debts, files }: UnitCase): readonly Debt[] {
  const isTold = (id: string) => files.some(({ file }) => file.material === id && file.outcome === 'rejected');
  return debts
    .map((debt) => ({
      ...debt,
      owed: debt.owed.filter(({ state, material }) => state !== 'sent-back' || !isTold(material.id)),
    }))
    .filter(({ owed }) => owed.length > 0);
}

function urgencyOf(debts: readonly Debt[], files: readonly FileCase[], whole: readonly Finding[]): Urgency | null {
  if (debts.some(({ deadline }) => deadline.status === 'missing')) return 'missing';
  if (files.some(({ findings }) => hasError(findings))) return 'rejected';
  if (debts.length > 0 || hasError(whole)) return 'incomplete';
  return files.length > 0 || whole.length > 0 ? 'warnings' : null;
}

/** A comparison that points at a cell is told with the file the cell stands in. */
function fileCases({ unit, statistics, findings: own }: UnitReport, { files }: Report): readonly FileCase[] {
  return files
    .filter((file) => file.unit?.id === unit.id && !isAcceptedByHand(file))
    .map((file) => {
      const compared = file.path === statistics?.path ? own.filter(({ place }) => place.kind !== 'file') : [];
      const told = [...openFindings(file), ...compared].filter(isForTheUnit);
      return { file, findings: inOrder(told) };
    })
    .filter(({ findings }) => findings.length > 0);
}

function wholeFindings({ findings, statistics }: UnitReport): readonly Finding[] {
  return findings.filter(({ place }) => place.kind === 'file' || statistics === null).filter(isForTheUnit);
}

/** Settled on the phone and recorded: the unit is not asked again. */
function isAcceptedByHand({ findings }: FileReport): boolean {
  return findings.some(({ rule }) => rule === 'file/accepted');
}

/**
 * Deadlines, and too few photos or videos, are told as what is owed; a late receipt is past mending; how the inbox was
 * kept is the office's to see to.
 */
const notForTheUnit: readonly RuleId[] = [
  ...(['deadline/late', 'deadline/missing', 'deadline/incomplete', 'deadline/receipt-uncertain'] as const),
  ...(['photo/too-few', 'video/missing', 'file/vanished', 'file/lock-file'] as const),
];
const officesOwn: readonly UnreadableReason[] = [
  ...(['no-permission', 'closed-folder', 'in-use', 'not-downloaded', 'link', 'special', 'settling'] as const),
  ...(['vanished-meanwhile', 'path-too-long', 'too-many-open', 'disk-error'] as const),
];

function isForTheUnit(finding: Finding): boolean {
  if (finding.severity === 'info' || notForTheUnit.includes(finding.rule)) return false;
  return finding.rule !== 'file/unreadable' || !officesOwn.includes(finding.args.reason);
}
