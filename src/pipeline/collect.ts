import { digest } from '../intake/digest.js';
import { type InboxItem, listInbox } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import type { KnownReceipt, SeenItem, StoredEntry } from '../model/snapshot.js';
import type { Entry } from '../model/submission.js';
import { examineItem, ignoredItem, largeItem, nothingRead, unreadItem } from './examine-item.js';
import { type Memory, noMemory } from './memory.js';
import { largeFile } from './open-item.js';
import { type RunTime, receiptOf } from './receipts.js';

/** The inbox read from end to end, and what a ledger should remember of it. */
export interface Collected {
  readonly entries: readonly Entry[];
  readonly items: readonly SeenItem[];
  /** Receipts not known before, by content. */
  readonly receipts: ReadonlyMap<string, KnownReceipt>;
  /** Files examined now, and files whose examination was remembered. */
  readonly examined: number;
  readonly remembered: number;
}

export interface CollectOptions {
  readonly inbox: string;
  readonly campaign: Campaign;
  readonly time: RunTime;
  /** Tells examinations of different programs and campaigns apart. */
  readonly fingerprint: string;
  readonly memory?: Memory;
}

/** Reads the inbox: each entry with its receipt, its hash and what it turned out to be. */
export async function collect(options: CollectOptions): Promise<Collected> {
  const memory = options.memory ?? noMemory;
  const looks: (Look & { readonly placed: readonly Placed[] })[] = [];
  for await (const item of listInbox(options.inbox)) {
    const look = await lookAt(item, options, memory);
    looks.push({ ...look, placed: look.stored.map((stored) => place(stored, item, memory, options)) });
  }
  const entries = looks.flatMap((look) => look.placed.map((one) => one.entry));
  const items = looks.map((look) => look.seen);
  const placed = looks.flatMap((look) => look.placed).filter((one) => !isLater(one.entry, options.time));
  const gone = vanished(items, entries, memory);
  const examined = looks.filter((look) => look.examined).length;
  return {
    entries: [...entries, ...gone.entries],
    items: [...items, ...gone.items],
    receipts: newReceipts(placed),
    examined,
    remembered: looks.filter((look) => look.remembered).length,
  };
}

interface Placed {
  readonly entry: Entry;
  readonly isNew: boolean;
}

function newReceipts(placed: readonly Placed[]): ReadonlyMap<string, KnownReceipt> {
  const receipts = new Map<string, KnownReceipt>();
  for (const { entry, isNew } of placed) {
    const { sha256, path, receipt } = entry;
    const known = receipts.get(sha256);
    const isEarlier = known === undefined || new Date(receipt.at) < new Date(known.receipt.at);
    if (isNew && sha256 !== nothingRead && isEarlier) receipts.set(sha256, { receipt, path });
  }
  return receipts;
}

interface Look {
  readonly stored: readonly StoredEntry[];
  readonly seen: SeenItem;
  readonly examined: boolean;
  readonly remembered: boolean;
}

/** One file, examined or remembered. A stat that did not change spares even the reading. */
async function lookAt(item: InboxItem, options: CollectOptions, memory: Memory): Promise<Look> {
  const name = nameOf(item);
  if (item.kind === 'link' || item.kind === 'special') {
    return unopened(item, unreadItem(name, item.size, item.kind === 'link' ? 'link' : 'unsupported'), options, memory);
  }
  if (item.kind !== 'file') return unopened(item, ignoredItem(name, item.size, item.kind), options, memory);
  const kept = unchangedSince(item, options, memory);
  if (kept !== null) return kept;
  const content = await contentOf(item, options.campaign);
  if (typeof content === 'string') return unopened(item, unreadItem(name, item.size, content), options, memory);
  const seen = seenItem(item, content.sha256, keyOf(content.sha256, name, options.fingerprint));
  const remembered = memory.examination(seen.key);
  if (remembered !== null) return { stored: remembered, seen, examined: false, remembered: true };
  const stored = await content.examine();
  memory.keep(seen.key, content.sha256, stored);
  return { stored, seen, examined: true, remembered: false };
}

/** The remembered examination of a file that nobody has touched since; null where there is none. */
function unchangedSince(item: InboxItem, options: CollectOptions, memory: Memory): Look | null {
  const before = memory.seen.get(item.path);
  if (before === undefined || before.sha256 === nothingRead) return null;
  if (before.size !== item.size || before.mtime !== item.mtime || before.ctime !== item.ctime) return null;
  if (before.key !== keyOf(before.sha256, nameOf(item), options.fingerprint)) return null;
  const stored = memory.examination(before.key);
  return stored && { stored, seen: { ...before, counted: false }, examined: false, remembered: true };
}

/** What was listed without being read is remembered as such, so that the day can be shown again. */
function unopened(item: InboxItem, stored: readonly StoredEntry[], options: CollectOptions, memory: Memory): Look {
  const key = keyOf(JSON.stringify(stored), nameOf(item), options.fingerprint);
  memory.keep(key, nothingRead, stored);
  return { stored, seen: seenItem(item, nothingRead, key), examined: false, remembered: false };
}

function seenItem({ path, size, mtime, ctime }: InboxItem, sha256: string, key: string): SeenItem {
  return { path, size, mtime, ctime, sha256, key, counted: false, gone: false };
}

function nameOf(item: InboxItem): string {
  return item.path.split('/').at(-1) ?? item.path;
}

interface Content {
  readonly sha256: string;
  readonly examine: () => Promise<readonly StoredEntry[]>;
}

/** The file's hash and how to examine it, or why it cannot be had. Of a very large one only the beginning is held. */
async function contentOf(item: InboxItem, campaign: Campaign): Promise<Content | 'no-permission' | 'settling'> {
  const name = nameOf(item);
  try {
    if (item.size > largeFile) {
      const { bytes, sha256 } = await item.readHead();
      return { sha256, examine: async () => [largeItem(bytes, name, item.size, sha256, campaign)] };
    }
    const bytes = await item.read();
    if (bytes === 'changed') return 'settling';
    return { sha256: digest(bytes), examine: () => examineItem(bytes, name, campaign) };
  } catch {
    return 'no-permission';
  }
}

/** The examination depends on the content, the name, the program and the campaign. */
function keyOf(sha256: string, name: string, fingerprint: string): string {
  return digest(new TextEncoder().encode(`${sha256}\n${name}\n${fingerprint}`));
}

function place(
  stored: StoredEntry,
  item: { path: string; mtimeInstant: string },
  memory: Memory,
  options: CollectOptions,
) {
  const clues = { path: item.path, mtime: item.mtimeInstant };
  const { receipt, isNew } = receiptOf(stored, clues, memory, options.time, options.campaign);
  return { entry: entryAt(stored, item.path, receipt, false), isNew };
}

/** The stored entry at its place in the inbox. */
function entryAt(stored: StoredEntry, itemPath: string, receipt: Entry['receipt'], gone: boolean): Entry {
  const { inside, sha256, bytes, archives, sender, role, examination } = stored;
  const path = `${itemPath}${inside}`;
  const folders = path.split('!').flatMap((part) => part.split('/').slice(0, -1));
  return { path, sha256, bytes, receipt, folders, archives, sender, role, gone, examination };
}

function isLater(entry: Entry, time: RunTime): boolean {
  return new Date(entry.receipt.at).getTime() > new Date(time.asOf).getTime();
}

/** What counted at an earlier run and lies nowhere in the inbox now: reported, not forgotten. */
function vanished(items: readonly SeenItem[], entries: readonly Entry[], memory: Memory) {
  const here = new Set([...items.map((item) => item.sha256), ...entries.map((entry) => entry.sha256)]);
  const counted = [...memory.seen.values()].filter((item) => item.counted);
  const gone = [...counted, ...memory.gone].filter((item) => !here.has(item.sha256));
  const paths = new Set(items.map((item) => item.path));
  return {
    items: gone.map((item) => ({ ...item, gone: true })),
    entries: gone.flatMap((item) => recall(withOwnPath(item, paths), memory, true)),
  };
}

/** A file that another was saved over keeps a name of its own. */
function withOwnPath(item: SeenItem, taken: ReadonlySet<string>): SeenItem {
  return taken.has(item.path) ? { ...item, path: `${item.path}（旧版 ${item.sha256.slice(0, 8)}）` } : item;
}

/** The entries of an item as they are remembered. */
export function recall(item: SeenItem, memory: Memory, gone: boolean): Entry[] {
  const stored = memory.examination(item.key) ?? [];
  return stored.flatMap((one) => {
    const mtime = new Date(Number(BigInt(item.mtime) / 1_000_000n)).toISOString();
    const receipt = memory.receipt(one.sha256)?.receipt ?? { at: mtime, evidence: 'mtime' as const };
    return [entryAt(one, item.path, receipt, gone)];
  });
}
