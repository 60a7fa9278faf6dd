import { buildReport, type RestEntry, type UnitResult } from '../aggregate/build-report.js';
import { inOrder, type Settled, settleUnit, type UnitSettlement } from '../aggregate/settle-unit.js';
import { compareUnits } from '../check/compare-units.js';
import { droppedFigures, lostActivities, reportsDisagree } from '../check/compare-versions.js';
import { assignReport } from '../deadlines/assign-report.js';
import { inZone } from '../deadlines/calendar.js';
import { judgeDeadlines } from '../deadlines/judge-deadlines.js';
import { finding, hasError, withSeverities } from '../findings/finding.js';
import type { Campaign, Deadline, Instant, Material, Roster } from '../model/campaign.js';
import type { Decision } from '../model/decision.js';
import { lastName } from '../model/entry-path.js';
import type { Finding } from '../model/finding.js';
import type { Fulfilment } from '../model/fulfilment.js';
import { grouped } from '../model/grouped.js';
import { nothingRead } from '../model/nothing-read.js';
import type { DeadlineReport, Report } from '../model/report.js';
import type { Entry, Submission } from '../model/submission.js';
import { copiedFiles } from './copied-files.js';
import { DecisionBook } from './decision-book.js';
import { recognise, recogniser } from './recognise.js';
import { Strays } from './strays.js';

const whole = { kind: 'file' } as const;

export interface AssembleOptions {
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly asOf: Instant;
  readonly version: string;
  readonly decisions?: readonly Decision[];
}

/** Decides over all entries together: whose they are, which count, which deadlines were met, what it adds up to. */
export function assemble(entries: readonly Entry[], options: AssembleOptions): Report {
  const { campaign, roster, asOf, version } = options;
  const book = new DecisionBook(options.decisions ?? [], entries);
  const { materials, rest } = sortOut(entries, asOf, book);
  const look = recogniser(campaign, roster);
  const submissions = materials.map((entry) => recognise(entry, look, book));
  const unmatched = submissions.filter((one) => one.unit === null || one.examination.material === null);
  const strays = new Strays(unmatched);
  const owned = grouped(
    submissions.filter((one) => one.examination.material !== null),
    (one) => one.unit,
  );
  const units = roster.map((unit) =>
    unitResult(settleUnit(unit, inOrder(owned.get(unit) ?? []), campaign), strays, campaign, asOf, book),
  );
  const compared = compareUnits(units.flatMap(figuresOf), campaign);
  const all = (one: UnitResult) => [...one.findings, ...(compared.get(one.settlement.unit.id) ?? [])];
  return buildReport({
    campaign,
    asOf: inZone(asOf, campaign.timeZone),
    version,
    units: units.map((one) => ({ ...one, findings: withSeverities(all(one), campaign.severities) })),
    unmatched: unmatched.map((submission) => settleUnmatched(submission)),
    rest,
    extra: copiedFiles(submissions),
    decisions: book.report(),
    zoned: (instant) => inZone(instant, campaign.timeZone),
  });
}

/** Apart from what is looked at: containers, noise, what was withdrawn, and what came after the day the report is for. */
function sortOut(entries: readonly Entry[], asOf: Instant, book: DecisionBook) {
  const materials: Entry[] = [];
  const rest: RestEntry[] = [];
  const end = Date.parse(asOf);
  for (const one of entries) {
    const entry = book.received(one);
    const apart = setApart(entry, end, book);
    if (apart === null) materials.push(entry);
    else rest.push(apart);
  }
  return { materials, rest };
}

function setApart(entry: Entry, end: number, book: DecisionBook): RestEntry | null {
  const { role, examination } = entry;
  if (role === 'settling') return { entry, outcome: 'later', findings: examination.findings };
  if (role !== 'material') return { entry, outcome: role, findings: examination.findings };
  if (Date.parse(entry.receipt.at) > end) return { entry, outcome: 'later', findings: [] };
  const withdrawn = book.withdrawn(entry);
  return withdrawn && { entry, outcome: 'ignored', findings: [withdrawn] };
}

function settleUnmatched(submission: Submission): Settled {
  const isKnown = submission.unit !== null && isUnread(submission);
  return { submission, outcome: isKnown ? 'rejected' : 'unmatched', findings: [] };
}

/** What it holds cannot be had: a damaged archive, a .rar, a file with a password. */
function isUnread({ findings }: Submission): boolean {
  return findings.some((one) => one.severity === 'error' && one.rule.startsWith('file/'));
}

/** Something came that nobody can open: it is not 未报 at the deadline nearest to its receipt. */
function sealedFor(deadline: Deadline, sealed: readonly Submission[], campaign: Campaign): Fulfilment[] {
  return sealed.flatMap(({ path, receipt }) => {
    const name = lastName(path);
    const nearest = assignReport([name], receipt.at, campaign.deadlines, campaign);
    return nearest === deadline ? [{ material: '', complete: null, came: receipt }] : [];
  });
}

function unitResult(
  settlement: UnitSettlement,
  strays: Strays,
  campaign: Campaign,
  asOf: Instant,
  book: DecisionBook,
): UnitResult {
  const { unit } = settlement;
  const all = progressOf(settlement, campaign);
  const progress = all.filter((one) => !one.isRepeat);
  const sealed = strays.of(unit).filter(isUnread);
  const byDeadline = new Map(
    campaign.deadlines.map((deadline) => [
      deadline.id,
      [...fulfilmentsOf(deadline, settlement, all, campaign), ...sealedFor(deadline, sealed, campaign)],
    ]),
  );
  const rulings = {
    due: (deadline: string) => book.extended(unit.id, deadline),
    exempt: (deadline: string) => book.isExempt(unit.id, deadline),
  };
  const deadlines = judgeDeadlines(campaign, unit, byDeadline, asOf, rulings);
  return {
    settlement,
    deadlines,
    latestReport: progress.at(-1)?.submission ?? null,
    findings: [
      ...deadlines.flatMap((one) => deadlineFinding(one, campaign, (due) => strays.countFor(unit, due))),
      ...settlement.findings,
      ...versionFindings(settlement, progress, campaign),
    ],
  };
}

interface AssignedReport {
  readonly submission: Submission;
  readonly deadline: Deadline;
  readonly accepted: boolean;
  /** Nothing new was done, which may be so; under the name of a deadline it is a report at that deadline all the same. */
  readonly isRepeat: boolean;
}

/** The unit's progress reports, each with the deadline it belongs to, in the order of those. */
function progressOf(settlement: UnitSettlement, campaign: Campaign): readonly AssignedReport[] {
  const material = campaign.materials.find((one) => one.kind === 'progress');
  if (material === undefined) return [];
  const deadlines = campaign.deadlines.filter((one) => one.materials.includes(material.id));
  const repeats = new Set(settlement.settled.filter((one) => one.outcome === 'duplicate').map((one) => one.submission));
  // A file may hold the statistics form and tell of activities beside it.
  const isReport = ({ examination }: Submission) =>
    examination.material === material.id || examination.progress !== null;
  const reports = inOrder(settlement.settled.map((one) => one.submission).filter(isReport));
  // Of a repeat only its name tells more than of what it repeats.
  const read = reports.filter(({ sha256 }) => sha256 !== nothingRead);
  const first = new Map([...read].reverse().map(({ sha256, receipt }) => [sha256, receipt.at]));
  return reports
    .flatMap((submission) => {
      const names = submission.path.split(/[/!]/).reverse();
      const texts = [names[0] ?? '', submission.examination.heading, ...names.slice(1)];
      const at = first.get(submission.sha256) ?? submission.receipt.at;
      const deadline = assignReport(texts, at, deadlines, campaign);
      const accepted = !hasError(submission.findings);
      return deadline === null ? [] : [{ submission, deadline, accepted, isRepeat: repeats.has(submission) }];
    })
    .sort((a, b) => deadlines.indexOf(a.deadline) - deadlines.indexOf(b.deadline));
}

function fulfilmentsOf(
  deadline: Deadline,
  settlement: UnitSettlement,
  progress: readonly AssignedReport[],
  campaign: Campaign,
): readonly Fulfilment[] {
  return deadline.materials.flatMap((id) => {
    const material = campaign.materials.find((one) => one.id === id);
    if (material?.kind === 'progress') return [progressFulfilment(material, deadline, progress, campaign)];
    return settlement.fulfilments.find((one) => one.material === id) ?? [];
  });
}

/**
 * A report of its own or a later one, whichever came first: reports are cumulative, so that one sent ahead of its time
 * covers what was not reported before, and sending more never makes late what was on time.
 */
function progressFulfilment(
  material: Material,
  deadline: Deadline,
  progress: readonly AssignedReport[],
  campaign: Campaign,
): Fulfilment {
  const at = (one: Deadline) => campaign.deadlines.indexOf(one);
  const own = progress.filter((one) => one.deadline === deadline);
  const later = progress.filter((one) => at(one.deadline) > at(deadline) && one.accepted);
  const accepted = [...own.filter((one) => one.accepted), ...later];
  const complete = inOrder(accepted.map((one) => one.submission))[0];
  const came = inOrder([...own, ...later].map((one) => one.submission))[0];
  return { material: material.id, complete: complete?.receipt ?? null, came: came?.receipt ?? null };
}

function deadlineFinding(
  one: DeadlineReport,
  campaign: Campaign,
  unmatchedOf: (due: readonly string[]) => number,
): Finding[] {
  const deadline = one.name;
  const lacking = one.lacking.map((id) => campaign.materials.find((material) => material.id === id)?.name ?? id);
  const { uncertain } = one;
  if (uncertain !== null) {
    const between = { from: inZone(uncertain.from, campaign.timeZone), to: inZone(uncertain.to, campaign.timeZone) };
    return [finding('deadline/receipt-uncertain', { deadline, ...between }, whole)];
  }
  if (one.status === 'late') return [finding('deadline/late', { deadline, days: one.daysLate }, whole)];
  if (one.status === 'missing')
    return [finding('deadline/missing', { deadline, unmatched: unmatchedOf(one.lacking) }, whole)];
  return one.status === 'incomplete' ? [finding('deadline/incomplete', { deadline, lacking }, whole)] : [];
}

/** What a version says against the accepted one before it, and the reports against the figures. */
function versionFindings(
  settlement: UnitSettlement,
  progress: readonly AssignedReport[],
  campaign: Campaign,
): Finding[] {
  const forms = settlement.settled
    .filter((one) => one.outcome === 'used' || one.outcome === 'superseded')
    .map((one) => one.submission)
    .filter((one) => one.examination.statistics !== null);
  const [before, after] = inOrder(forms).slice(-2);
  const accepted = progress.filter((one) => one.accepted).map((one) => one.submission);
  const lost = accepted.slice(1).flatMap((report, n) => lostActivities(accepted[n] as Submission, report));
  const activities = accepted.at(-1)?.examination.progress?.activities;
  const record = inOrder(forms).at(-1)?.examination.statistics;
  return [
    ...(before !== undefined && after !== undefined ? droppedFigures(before, after, campaign) : []),
    ...lost,
    ...(activities !== undefined && record ? reportsDisagree(activities, record, settlement.unit.fills, campaign) : []),
  ];
}

function figuresOf(one: UnitResult) {
  const record = one.settlement.settled.find(
    (settled) => settled.outcome === 'used' && settled.submission.examination.statistics !== null,
  )?.submission.examination.statistics;
  return record ? [{ unit: one.settlement.unit, record }] : [];
}
