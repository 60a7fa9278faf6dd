import { digest } from '../intake/digest.js';
import type { Campaign } from '../model/campaign.js';
import { nothingRead } from '../model/nothing-read.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { Allowance } from '../read/allowance.js';
import * as item from './open-item.js';

/** All that one file of the inbox turns out to be, each part known by its hash; that of the file is given where it is known. */
export async function examineItem(
  bytes: Uint8Array,
  name: string,
  campaign: Campaign,
  allowance: Allowance,
  sha256 = digest(bytes),
): Promise<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const entry of item.openItem(bytes, name, campaign, allowance)) {
    entries.push(stored(entry, entry.content === bytes ? sha256 : hashOf(entry)));
  }
  return entries;
}

/** A very large file of which only the first bytes are held; its hash was taken in passing. */
export function largeItem(
  head: Uint8Array,
  name: string,
  size: number,
  sha256: string,
  campaign: Campaign,
): StoredEntry {
  return stored(item.openHead(head, name, size, campaign), sha256);
}

export function unreadItem(name: string, size: number, reason: UnreadableReason): readonly StoredEntry[] {
  return [stored(item.unreadItem(name, size, reason))];
}

/** A file whose examination had to be ended. */
export function endedItem(name: string, size: number, why: item.Ending, campaign: Campaign): readonly StoredEntry[] {
  return [stored(item.endedItem(name, size, why, campaign))];
}

export function ignoredItem(name: string, size: number, kind: 'noise' | 'lock'): readonly StoredEntry[] {
  return [stored(item.ignoredItem(name, size, kind))];
}

function stored(entry: item.OpenedEntry, sha256 = hashOf(entry)): StoredEntry {
  const { inside, bytes, mailedAt, archives, sender, role, examination } = entry;
  return { inside, sha256, bytes, mailedAt, archives, sender, role, examination };
}

function hashOf({ content }: item.OpenedEntry): string {
  return content === null ? nothingRead : digest(content);
}
