import { finding, hasError } from '../findings/finding.js';
import type { Campaign, Material, Unit } from '../model/campaign.js';
import { lastName } from '../model/entry-path.js';
import type { Finding } from '../model/finding.js';
import type { Fulfilment } from '../model/fulfilment.js';
import { nothingRead } from '../model/nothing-read.js';
import type { Outcome } from '../model/report.js';
import type { Receipt, Submission } from '../model/submission.js';

/** What became of one submission, and findings that only its fellows bring to light. */
export interface Settled {
  readonly submission: Submission;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** One unit's submissions, settled. */
export interface UnitSettlement {
  readonly unit: Unit;
  readonly settled: readonly Settled[];
  /** Of each material of the campaign. */
  readonly fulfilments: readonly Fulfilment[];
  /** The accepted submissions in use, one of each material that is no set. */
  readonly used: readonly Submission[];
  /** Findings on sets: too few photos, too many. */
  readonly findings: readonly Finding[];
}

/** Decides which of one unit's submissions count. Figures are those of the latest accepted version, never a mixture. */
export function settleUnit(unit: Unit, submissions: readonly Submission[], campaign: Campaign): UnitSettlement {
  const settled: Settled[] = [];
  const fulfilments: Fulfilment[] = [];
  const used: Submission[] = [];
  const findings: Finding[] = [];
  for (const material of campaign.materials) {
    const isSet = material.kind === 'photos' || material.kind === 'video';
    const own = inOrder(submissions.filter((one) => one.examination.material === material.id));
    const beside = material.kind === 'progress' ? submissions.filter((one) => tellsBeside(one, material)) : [];
    if (own.length === 0) {
      fulfilments.push(fulfilmentOf(material.id, beside, 1));
      findings.push(...setFindings(material, 0, false));
      continue;
    }
    const { first, again } = withoutRepeats(own);
    const accepted = first.filter((one) => !hasError(one.findings));
    const rejected = first.filter((one) => hasError(one.findings));
    const latest = accepted.at(-1);
    if (latest !== undefined && !isSet) used.push(latest);
    settled.push(
      ...rejected.map((submission): Settled => ({ submission, outcome: 'rejected', findings: [] })),
      ...accepted.map(
        (submission): Settled => ({
          submission,
          outcome: isSet || submission === latest ? 'used' : 'superseded',
          findings: [],
        }),
      ),
      ...again.map(
        ({ submission, of }): Settled => ({
          submission,
          outcome: 'duplicate',
          findings: [repeat(of, material, unit)],
        }),
      ),
    );
    fulfilments.push(fulfilmentOf(material.id, [...first, ...beside], isSet ? Math.max(material.least, 1) : 1));
    findings.push(...setFindings(material, accepted.length, first.length > 0));
  }
  return { unit, settled, fulfilments, used, findings };
}

/** A file with the statistics form may tell of activities too. */
function tellsBeside({ examination }: Submission, material: Material): boolean {
  return examination.progress !== null && examination.material !== material.id;
}

function fulfilmentOf(material: string, submissions: readonly Submission[], least: number): Fulfilment {
  const all = inOrder(submissions);
  const accepted = all.filter((one) => !hasError(one.findings));
  return { material, complete: accepted[least - 1]?.receipt ?? null, came: all[0]?.receipt ?? null };
}

/** By receipt; of two received together the one that calls itself the correction comes last. */
export function inOrder(submissions: readonly Submission[]): readonly Submission[] {
  if (submissions.length < 2) return submissions;
  return submissions
    .map((submission) => ({ submission, time: timeOf(submission.receipt), rank: Number(isCorrection(submission)) }))
    .sort((a, b) => a.time - b.time || a.rank - b.rank || (a.submission.path < b.submission.path ? -1 : 1))
    .map(({ submission }) => submission);
}

function timeOf(receipt: Receipt): number {
  return new Date(receipt.at).getTime();
}

function isCorrection(submission: Submission): boolean {
  return /更正|修改|修订|订正|最新|最终|终稿|定稿|重报|新版/u.test(lastName(submission.path));
}

interface Repeat {
  readonly submission: Submission;
  readonly of: Submission;
}

/**
 * The same bytes again are no second thing, not even after another version: receipts are those of content, and a copy
 * of a file tells nothing of what its sender means. What nobody could read is no repeat of anything.
 */
function withoutRepeats(submissions: readonly Submission[]): { first: Submission[]; again: Repeat[] } {
  const first: Submission[] = [];
  const again: Repeat[] = [];
  const known = new Map<string, Submission>();
  for (const submission of submissions) {
    const { sha256 } = submission;
    const of = sha256 === nothingRead ? undefined : known.get(sha256);
    if (of !== undefined) {
      again.push({ submission, of });
      continue;
    }
    first.push(submission);
    known.set(sha256, submission);
  }
  return { first, again };
}

function repeat(of: Submission, material: Material, unit: Unit): Finding {
  const place = { kind: 'file' } as const;
  return material.kind === 'photos'
    ? finding('photo/repeated', { path: of.path, unit: unit.name }, place)
    : finding('file/duplicate', { of: of.path }, place);
}

/** Too few is told where something came; where nothing did, the deadline says what is lacking. */
function setFindings(material: Material, count: number, came: boolean): Finding[] {
  const place = { kind: 'file' } as const;
  if (material.kind === 'photos' && came && count < material.least) {
    return [finding('photo/too-few', { count, wanted: material.least }, place)];
  }
  if (material.kind === 'photos' && count > material.most) {
    return [finding('photo/too-many', { count, wanted: material.most }, place)];
  }
  if (material.kind === 'video' && came && count < material.least) {
    return [finding('video/missing', { count, wanted: material.least }, place)];
  }
  return [];
}
