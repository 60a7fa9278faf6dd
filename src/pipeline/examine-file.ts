import { setImmediate } from 'node:timers/promises';
import { digest } from '../intake/digest.js';
import type { InboxItem } from '../intake/list-inbox.js';
import { readHead, readItem } from '../intake/read-item.js';
import { whyUnread } from '../intake/why-unread.js';
import { largestHeld } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import { nothingRead } from '../model/nothing-read.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import { Allowance } from '../read/allowance.js';
import { endedItem, examineItem, largeItem, unreadItem } from './examine-item.js';
import type { Ending } from './open-item.js';
import { pack } from './packed.js';
import { mostTried } from './trial.js';

/** What one file of the inbox turned out to be, as it is sent between processes and kept. */
export interface ExaminedFile {
  /** Of the whole file; `nothingRead` where it was not read. */
  readonly sha256: string;
  /** Its entries, packed. */
  readonly body: string;
}

/** Reads and examines one file. Content never throws; a file that cannot be opened or is written to is told as such. */
export async function examineFile(
  inbox: string,
  item: InboxItem,
  campaign: Campaign,
  allowance = new Allowance(campaign.bounds),
): Promise<ExaminedFile> {
  const { name, size } = item;
  const content = await contentOf(inbox, item);
  if (typeof content === 'string') return told(nothingRead, unreadItem(name, size, content), campaign);
  const { bytes, sha256, whole } = content;
  const stored = whole
    ? await examineItem(bytes, name, campaign, allowance, sha256)
    : [largeItem(bytes, name, size, sha256, campaign)];
  return told(sha256, stored, campaign);
}

const triedInARow = 64;

/** Each file examined with little, in their order; null for one that needs more. */
export async function tryFiles(
  inbox: string,
  items: readonly InboxItem[],
  campaign: Campaign,
  trial: (campaign: Campaign) => Allowance,
): Promise<readonly (ExaminedFile | null)[]> {
  const tried: (ExaminedFile | null)[] = [];
  for (const item of items) {
    tried.push(await tryFile(inbox, item, campaign, trial(campaign)));
    // What Node does next about an inflater that met an error comes to its turn only here, and holds its memory until then.
    if (tried.length % triedInARow === 0 || tried.length === items.length) await setImmediate();
  }
  return tried;
}

async function tryFile(inbox: string, item: InboxItem, campaign: Campaign, allowance: Allowance) {
  if (item.size > mostTried) return null;
  try {
    const examined = await examineFile(inbox, item, campaign, allowance);
    return allowance.wantsMore ? null : examined;
  } catch (error) {
    if (allowance.wantsMore) return null;
    throw error;
  }
}

function told(sha256: string, stored: readonly StoredEntry[], campaign: Campaign): ExaminedFile {
  return { sha256, body: pack(stored, campaign) };
}

/** A file whose examination had to be ended. */
export function endedFile({ name, size }: InboxItem, why: Ending, campaign: Campaign): ExaminedFile {
  return told(nothingRead, endedItem(name, size, why, campaign), campaign);
}

interface Content {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly whole: boolean;
}

async function contentOf(inbox: string, item: InboxItem): Promise<Content | UnreadableReason> {
  try {
    if (item.size > largestHeld) {
      const head = await readHead(inbox, item);
      return head === 'changed' ? 'settling' : { ...head, whole: false };
    }
    const bytes = readItem(inbox, item);
    return bytes === 'changed' ? 'settling' : { bytes, sha256: digest(bytes), whole: true };
  } catch (error) {
    return whyUnread(error);
  }
}
