import { parseInstant } from '../deadlines/calendar.js';
import type { Campaign, Instant } from '../model/campaign.js';
import { isDay } from '../model/day.js';
import { nothingRead } from '../model/nothing-read.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { Receipt } from '../model/submission.js';
import type { Memory } from './memory.js';

/** A run's point of view on time. */
export interface RunTime {
  readonly asOf: Instant;
  /** The as-of is this very moment: what lies in the inbox has been received, whatever its clock says. */
  readonly live: boolean;
}

/** What tells of one entry's receipt beside the ledger. */
export interface ReceiptClues {
  readonly path: string;
  readonly mtime: Instant;
}

/**
 * When an entry was received, best evidence first: what was recorded of this content, unless a mail tells that it came
 * earlier still, the mail, a dated folder, the file's own time. Content that was absent at the run before came in
 * between: its own time counts where it lies there, else only the interval is known.
 */
export function receiptOf(
  entry: StoredEntry,
  clues: ReceiptClues,
  memory: Memory,
  time: RunTime,
  campaign: Campaign,
): { readonly receipt: Receipt; readonly isNew: boolean } {
  const known = entry.sha256 === nothingRead ? null : memory.receipt(entry.sha256);
  const mailedAt = possible(entry.mailedAt, time, campaign);
  if (known !== null && (mailedAt === null || ms(mailedAt) >= ms(known.at))) return { receipt: known, isNew: false };
  if (mailedAt !== null) return { receipt: { at: mailedAt, evidence: 'mail' }, isNew: true };
  const folderAt = possible(datedFolder(clues.path, campaign), time, campaign);
  if (folderAt !== null) return { receipt: { at: folderAt, evidence: 'dated-folder' }, isNew: true };
  // What was not read has no content to know it by.
  if (entry.sha256 === nothingRead) return { receipt: { at: clues.mtime, evidence: 'mtime' }, isNew: false };
  return { receipt: byFileTime(clues.mtime, memory.since, time, campaign), isNew: true };
}

/** No evidence where a clock was wrong: what lies here now did not come in the future, nor years before or after it was due. */
function possible(instant: Instant | null, { asOf, live }: RunTime, campaign: Campaign): Instant | null {
  if (instant === null || isTooOld(instant, campaign) || ms(instant) >= Date.UTC(campaign.year + 2, 0, 1)) return null;
  return live && ms(instant) > ms(asOf) ? null : instant;
}

/** Of last year's papers the day may be known; a clock that was never set tells 1970 or 1980. */
function isTooOld(instant: Instant, { year }: Campaign): boolean {
  return ms(instant) < Date.UTC(year - 1, 0, 1);
}

function byFileTime(mtime: Instant, since: Instant | null, { asOf, live }: RunTime, campaign: Campaign): Receipt {
  const own = ms(mtime);
  const isLater = own > ms(asOf);
  if (isLater && !live) return { at: mtime, evidence: 'mtime' };
  if (since === null && isTooOld(mtime, campaign)) return { at: asOf, evidence: 'mtime', notBefore: mtime };
  if (since === null) return { at: isLater ? asOf : mtime, evidence: 'mtime' };
  if (own > ms(since) && !isLater) return { at: mtime, evidence: 'mtime' };
  return { at: asOf, evidence: 'ledger', notBefore: since };
}

/** The beginning of the day 2023-05-20, 20230520, 2023.5.20 or 2023年5月20日, the name of a folder on the way. */
function datedFolder(path: string, { timeZone }: Campaign): Instant | null {
  const folders = path.split('/').slice(0, -1);
  for (const folder of folders) {
    const match = /^(20\d{2})(?:[-._年]?)(\d{1,2})(?:[-._月]?)(\d{1,2})日?$/u.exec(folder.normalize('NFKC').trim());
    const [, year = '', month = '', date = ''] = match ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (match !== null && isDay(day)) return parseInstant(`${day}T00:00:00`, timeZone);
  }
  return null;
}

function ms(instant: Instant): number {
  return new Date(instant).getTime();
}
