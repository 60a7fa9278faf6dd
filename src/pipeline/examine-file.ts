import { digest } from '../intake/digest.js';
import type { InboxItem } from '../intake/list-inbox.js';
import { readHead, readItem } from '../intake/read-item.js';
import type { Campaign } from '../model/campaign.js';
import type { StoredEntry } from '../model/snapshot.js';
import { examineItem, largeItem, nothingRead, unreadItem } from './examine-item.js';
import { largeFile } from './open-item.js';
import { pack } from './packed.js';

/** What one file of the inbox turned out to be, as it is sent between processes and kept. */
export interface ExaminedFile {
  /** Of the whole file; `nothingRead` where it was not read. */
  readonly sha256: string;
  /** Its entries, packed. */
  readonly body: string;
}

/** Reads and examines one file. Content never throws; a file that cannot be opened or is written to is told as such. */
export async function examineFile(inbox: string, item: InboxItem, campaign: Campaign): Promise<ExaminedFile> {
  const { sha256, stored } = await look(inbox, item, campaign);
  return { sha256, body: pack(stored, campaign) };
}

interface Look {
  readonly sha256: string;
  readonly stored: readonly StoredEntry[];
}

/** Of a very large file only the beginning is held. */
async function look(inbox: string, item: InboxItem, campaign: Campaign): Promise<Look> {
  const { name, size } = item;
  if (size > largeFile) {
    const head = await orDenied(() => readHead(inbox, item));
    if (head === null) return { sha256: nothingRead, stored: unreadItem(name, size, 'no-permission') };
    return { sha256: head.sha256, stored: [largeItem(head.bytes, name, size, head.sha256, campaign)] };
  }
  const bytes = await orDenied(() => readItem(inbox, item));
  if (bytes === null) return { sha256: nothingRead, stored: unreadItem(name, size, 'no-permission') };
  if (bytes === 'changed') return { sha256: nothingRead, stored: unreadItem(name, size, 'settling') };
  return { sha256: digest(bytes), stored: await examineItem(bytes, name, campaign) };
}

async function orDenied<T>(read: () => T | Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
