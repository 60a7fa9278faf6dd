import { createHash, type Hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { inZone } from '../deadlines/calendar.js';
import { digest } from '../intake/digest.js';
import type { InboxItem } from '../intake/list-inbox.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Campaign, Instant } from '../model/campaign.js';
import type { Report } from '../model/report.js';
import type { RunResult, WrittenFile } from '../model/snapshot.js';
import type { ExitCode } from './io.js';
import type { Given } from './prepare.js';
import { isBefore, type RunRequest } from './session.js';

/** All that a run goes by but for what lies in the inbox, and what was asked for. */
export interface Terms {
  /** A digest. */
  readonly terms: string;
  readonly asked: string;
}

export interface Circumstances {
  /** The digest of the terms, and one of what lies in the inbox. */
  readonly state: string;
  readonly asked: string;
}

export function termsOf({ version, campaign, roster, decisions }: Given, asked: unknown): Terms {
  const lists = [digest(roster.bytes), decisions && digest(decisions.bytes)];
  const text = JSON.stringify([version, campaign, ...lists]);
  return { terms: digest(new TextEncoder().encode(text)), asked: JSON.stringify(asked) };
}

export function circumstancesOf({ terms, asked }: Terms, items: readonly InboxItem[]): Circumstances {
  const hash = createHash('sha256');
  updateWith(items, ({ path, size, mtime, ctime, kind }) => `\n${kind} ${size} ${mtime} ${ctime} ${path}`, hash);
  return { state: `${terms} ${hash.digest('hex')}`, asked };
}

/** Many texts in one go: a call takes longer than what it adds. */
function updateWith<T>(things: readonly T[], textOf: (thing: T) => string, hash: Hash): void {
  for (let n = 0; n < things.length; n += atOnce)
    hash.update(
      things
        .slice(n, n + atOnce)
        .map(textOf)
        .join(''),
    );
}

const atOnce = 500;

/**
 * What the last run said, where this one could say nothing else if the inbox is the same: all else it went by is, and no
 * due time has passed since.
 */
export function resultKept(given: Given, { terms, asked }: Terms, ledger: Ledger): RunResult | null {
  const latest = ledger.latestRun(given.scope);
  const result = ledger.result(given.scope);
  if (latest === null || result === null || isBefore(given, latest)) return null;
  if (!result.state.startsWith(`${terms} `) || result.asked !== asked) return null;
  return isSameSpan(result.run.asOf, given.time.asOf, given.campaign) ? result : null;
}

/** Whether the inbox is the same, and the outputs lie where they were put. */
export function isSame(result: RunResult, { state }: Circumstances): boolean {
  return result.state === state && result.outputs.every(isAsWritten);
}

/** Due times are ends of days and cutoffs: between the two moments there is neither. */
function isSameSpan(one: Instant, other: Instant, campaign: Campaign): boolean {
  const [before, after] = [inZone(one, campaign.timeZone), inZone(other, campaign.timeZone)];
  const cutoffs = [campaign.cutoff, ...campaign.deadlines.map(({ cutoff }) => cutoff)].filter(
    (time) => typeof time === 'string',
  );
  const isPast = (instant: Instant, cutoff: string) => instant.slice(11, 16) > cutoff;
  return (
    before.slice(0, 10) === after.slice(0, 10) && cutoffs.every((time) => isPast(before, time) === isPast(after, time))
  );
}

/** Longer texts are not kept: a run over so many files is asked for its workbook. */
const longestSaid = 16_000_000;

/** What goes to standard output, kept on the side as long as it is not too long. */
export class Listener {
  #said: string[] | null = [];
  #length = 0;

  hear(text: string): void {
    this.#length += text.length;
    if (this.#length > longestSaid) this.#said = null;
    this.#said?.push(text);
  }

  /** Null where it was too long. */
  said(): string | null {
    return this.#said?.join('') ?? null;
  }
}

/** Keeps what a run said. One that waits for files to settle, or for their time to come, is not the last word. */
export function keepSaid(
  request: RunRequest,
  { state, asked }: Circumstances,
  said: string | null,
  { report, code, outputs }: { report: Report; code: ExitCode; outputs: readonly string[] },
  ledger: Ledger,
): void {
  const run = ledger.latestRun(request.scope);
  if (run === null || report.counts.later > 0 || said === null) return;
  const written = outputs.map(writtenFile).filter((file) => file !== null);
  if (written.length < outputs.length) return;
  ledger.keepResult(request.scope, { run, state, asked, code, said, outputs: written });
}

function isAsWritten(file: WrittenFile): boolean {
  const now = writtenFile(file.path);
  return now !== null && now.size === file.size && now.mtime === file.mtime;
}

function writtenFile(path: string): WrittenFile | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat?.isFile() ? { path, size: Number(stat.size), mtime: String(stat.mtimeNs) } : null;
}
