import { digest } from '../intake/digest.js';
import type { InboxItem } from '../intake/list-inbox.js';
import { readHead, readItem } from '../intake/read-item.js';
import { whyUnread } from '../intake/why-unread.js';
import { largestHeld } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import { examineItem, largeItem, nothingRead, unreadItem } from './examine-item.js';
import { pack } from './packed.js';

/** What one file of the inbox turned out to be, as it is sent between processes and kept. */
export interface ExaminedFile {
  /** Of the whole file; `nothingRead` where it was not read. */
  readonly sha256: string;
  /** Its entries, packed. */
  readonly body: string;
}

/** Reads and examines one file. Content never throws; a file that cannot be opened or is written to is told as such. */
async function examineFile(inbox: string, item: InboxItem, campaign: Campaign): Promise<ExaminedFile> {
  const { sha256, stored } = await look(inbox, item, campaign);
  return { sha256, body: pack(stored, campaign) };
}

/** Several, one after the other, in their order. */
export async function examineFiles(
  inbox: string,
  items: readonly InboxItem[],
  campaign: Campaign,
): Promise<readonly ExaminedFile[]> {
  const examined: ExaminedFile[] = [];
  for (const item of items) examined.push(await examineFile(inbox, item, campaign));
  return examined;
}

interface Look {
  readonly sha256: string;
  readonly stored: readonly StoredEntry[];
}

/** Of a very large file only the beginning is held. */
async function look(inbox: string, item: InboxItem, campaign: Campaign): Promise<Look> {
  const { name, size } = item;
  const content = await contentOf(inbox, item);
  if (typeof content === 'string') return { sha256: nothingRead, stored: unreadItem(name, size, content) };
  const { bytes, sha256, whole } = content;
  const stored = whole ? await examineItem(bytes, name, campaign) : [largeItem(bytes, name, size, sha256, campaign)];
  return { sha256, stored };
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
