import { digest } from '../intake/digest.js';
import { type InboxItem, listInbox } from '../intake/list-inbox.js';
import type { Campaign, Instant } from '../model/campaign.js';
import { nothingRead } from '../model/nothing-read.js';
import type { UnreadableReason } from '../model/rules.js';
import type { KnownReceipt, SeenItem, StoredEntry } from '../model/snapshot.js';
import type { Entry } from '../model/submission.js';
import { endOfBatch } from './batches.js';
import { alone, type Crew } from './crew.js';
import type { ExaminedFile } from './examine-file.js';
import { ignoredItem, unreadItem } from './examine-item.js';
import { type Memory, noMemory } from './memory.js';
import { pack, unpack } from './packed.js';
import { type RunTime, receiptOf } from './receipts.js';
import { whyUnopened } from './why-unopened.js';

/** The inbox read from end to end, and what a ledger should remember of it. */
export interface Collected {
  readonly entries: readonly Entry[];
  readonly items: readonly SeenItem[];
  /** Receipts not known before, by content. */
  readonly receipts: ReadonlyMap<string, KnownReceipt>;
  /** Files examined now, and files whose examination was remembered. */
  readonly examined: number;
  readonly remembered: number;
  /** Files and folders that the system would not give this time, and may the next. */
  readonly withheld: number;
}

export interface CollectOptions {
  readonly inbox: string;
  readonly campaign: Campaign;
  readonly time: RunTime;
  /** Tells examinations of different programs and campaigns apart. */
  readonly fingerprint: string;
  readonly memory?: Memory;
  /** Who examines so many files; this process alone unless told otherwise. */
  readonly crew?: (files: number) => Promise<Crew>;
  /** What lies in the inbox, where that is known already. */
  readonly items?: readonly InboxItem[];
  /** Told from time to time how many files are done, and of how many. */
  readonly progress?: (done: number, all: number) => void;
  /** Told from time to time how many entries there are so far; throws where they are more than there is room for. */
  readonly holding?: (entries: number) => void;
}

/** Reads the inbox: each entry with its receipt, its hash and what it turned out to be. */
export async function collect(options: CollectOptions): Promise<Collected> {
  const memory = options.memory ?? noMemory;
  const held = new Held(options.holding);
  const looks = [...(options.items ?? listInbox(options.inbox))].map((item) => {
    const look = firstLook(item, options, memory);
    held.add(look.stored.length);
    return look;
  });
  await examineAll(looks, options, memory, held);
  const entries: Entry[] = [];
  const placed: Placed[] = [];
  for (const { item, stored } of looks) {
    for (const one of stored.map((entry) => place(entry, item, memory, options))) {
      entries.push(one.entry);
      if (!isLater(one.entry, options.time)) placed.push(one);
    }
  }
  const items = looks.map(seenItem);
  const gone = vanished(items, entries, memory, options.campaign);
  return {
    entries: [...entries, ...gone.entries],
    items: [...items, ...gone.items],
    receipts: newReceipts(placed),
    examined: looks.filter((look) => look.how === 'examined').length,
    remembered: looks.filter((look) => look.how === 'remembered').length,
    withheld: looks.filter(isWithheld).length,
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
    const isEarlier = known === undefined || Date.parse(receipt.at) < Date.parse(known.receipt.at);
    if (isNew && sha256 !== nothingRead && isEarlier) receipts.set(sha256, { receipt, path });
  }
  return receipts;
}

/** One thing of the inbox and what is known of it so far. */
interface Look {
  readonly item: InboxItem;
  sha256: string;
  key: string;
  /** Its entries; none until it has been examined. */
  stored: readonly StoredEntry[];
  how: 'waiting' | 'unopened' | 'remembered' | 'examined';
}

function isWithheld({ item: { kind, size }, sha256 }: Look): boolean {
  return kind === 'closed' || (kind === 'file' && size > 0 && sha256 === nothingRead);
}

/** What can be told without opening it: noise, links, and files that nobody has touched since they were examined. */
function firstLook(item: InboxItem, options: CollectOptions, memory: Memory): Look {
  const { kind, name, size } = item;
  const look: Look = { item, sha256: nothingRead, key: '', stored: [], how: 'unopened' };
  if (kind === 'file') return unchangedSince(item, options, memory) ?? { ...look, how: 'waiting' };
  const reason = kind === 'noise' || kind === 'lock' ? null : kind === 'link' ? linkOf(name) : whyUnopened[kind];
  const stored = reason === null ? ignoredItem(name, size, kind as 'noise' | 'lock') : unreadItem(name, size, reason);
  return unopened(look, pack(stored, options.campaign), options, memory);
}

/** Windows' links are files, and known by their names. */
function linkOf(name: string): UnreadableReason {
  if (/\.lnk$/i.test(name)) return 'shortcut';
  return /\.url$/i.test(name) ? 'web-shortcut' : 'link';
}

/** The remembered examination of a file that nobody has touched since; null where there is none. */
function unchangedSince(item: InboxItem, options: CollectOptions, memory: Memory): Look | null {
  const before = memory.seen.get(item.path);
  if (before === undefined || before.sha256 === nothingRead) return null;
  if (before.size !== item.size || before.mtime !== item.mtime || before.ctime !== item.ctime) return null;
  const { sha256, key } = before;
  if (key !== keyOf(sha256, item.name, options.fingerprint)) return null;
  const body = memory.examination(key);
  return body === null ? null : { item, sha256, key, stored: unpack(body, options.campaign), how: 'remembered' };
}

/** What was listed without being read is remembered as such, so that the day can be shown again. */
function unopened(look: Look, body: string, options: CollectOptions, memory: Memory): Look {
  const key = keyOf(body, look.item.name, options.fingerprint);
  memory.keep(key, body);
  return Object.assign(look, { key, stored: unpack(body, options.campaign), how: 'unopened' });
}

/** A file may hold thousands of entries: how many there are is known only while they are read. */
class Held {
  #entries = 0;
  #next = 0;

  constructor(private readonly holding: CollectOptions['holding']) {}

  add(entries: number): void {
    this.#entries += entries;
    if (this.#entries < this.#next) return;
    this.holding?.(this.#entries);
    this.#next = this.#entries + 1000;
  }
}

async function examineAll(looks: readonly Look[], options: CollectOptions, memory: Memory, held: Held): Promise<void> {
  const open = looks.filter((look) => look.how === 'waiting');
  if (open.length === 0) return;
  const { inbox, campaign, fingerprint } = options;
  const crew = await (options.crew?.(open.length) ?? alone({ inbox, campaign, fingerprint }));
  let done = 0;
  const told = (look: Look, examined: ExaminedFile): void => {
    settle(look, examined, options, memory);
    held.add(look.stored.length);
    options.progress?.(++done, open.length);
  };
  try {
    for (const look of await tryAll(open, crew, told)) told(look, await crew.examine(look.item));
  } finally {
    await crew.close();
  }
}

/** What one batch after the other turned out to be; gives back what needs more than was tried. */
async function tryAll(
  open: readonly Look[],
  crew: Crew,
  told: (look: Look, examined: ExaminedFile) => void,
): Promise<readonly Look[]> {
  const heavy: Look[] = [];
  const tell = (look: Look, tried: ExaminedFile | null | undefined): void => {
    if (tried === undefined) throw new Error(`nothing was told of ${look.item.path}`);
    if (tried === null) heavy.push(look);
    else told(look, tried);
  };
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < open.length) {
      const batch = open.slice(next, endOfBatch(open, next, crew.hands));
      next += batch.length;
      const tried = await crew.try(batch.map((look) => look.item));
      for (const [n, look] of batch.entries()) tell(look, tried[n]);
    }
  };
  await Promise.all(Array.from({ length: crew.hands }, work));
  return heavy;
}

function settle(look: Look, { sha256, body }: ExaminedFile, options: CollectOptions, memory: Memory): void {
  if (sha256 === nothingRead && look.item.size > 0) {
    unopened(look, body, options, memory);
    return;
  }
  const key = keyOf(sha256, look.item.name, options.fingerprint);
  const isKnown = memory.isKept(key);
  if (!isKnown) memory.keep(key, body);
  const stored = unpack(body, options.campaign);
  Object.assign(look, { sha256, key, stored, how: isKnown ? 'remembered' : 'examined' });
}

function seenItem({ item: { path, size, mtime, ctime }, sha256, key }: Look): SeenItem {
  return { path, size, mtime, ctime, sha256, key, counted: false, gone: false };
}

/** The examination depends on the content, the name, the program and the campaign. */
function keyOf(sha256: string, name: string, fingerprint: string): string {
  return digest(new TextEncoder().encode(`${sha256}\n${name}\n${fingerprint}`));
}

function place(stored: StoredEntry, item: InboxItem, memory: Memory, options: CollectOptions) {
  const clues = { path: item.path, mtime: instantOf(item.mtime) };
  const { receipt, isNew } = receiptOf(stored, clues, memory, options.time, options.campaign);
  return { entry: entryAt(stored, item.path, receipt, false), isNew };
}

/** Nanoseconds since 1970 as an instant. */
function instantOf(nanoseconds: string): Instant {
  return new Date(Number(BigInt(nanoseconds) / 1_000_000n)).toISOString();
}

/** The stored entry at its place in the inbox. */
function entryAt(stored: StoredEntry, itemPath: string, receipt: Entry['receipt'], gone: boolean): Entry {
  const { inside, sha256, bytes, archives, sender, role, examination } = stored;
  const path = `${itemPath}${inside}`;
  const folders = foldersOf(path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1));
  return { path, sha256, bytes, receipt, folders, archives, sender, role, gone, examination };
}

/** Many files lie in the same: the last ones are known. */
const known = new Map<string, readonly string[]>();
const mostKnown = 1000;

/** The names of folders on the way, which ends in `/` or `!`. */
function foldersOf(way: string): readonly string[] {
  const before = known.get(way);
  if (before !== undefined) return before;
  const folders = way.split('!').flatMap((part) => part.split('/').slice(0, -1));
  if (known.size >= mostKnown) known.clear();
  known.set(way, folders);
  return folders;
}

function isLater(entry: Entry, time: RunTime): boolean {
  return Date.parse(entry.receipt.at) > Date.parse(time.asOf);
}

/** What counted at an earlier run and lies nowhere in the inbox now: reported, not forgotten. */
function vanished(items: readonly SeenItem[], entries: readonly Entry[], memory: Memory, campaign: Campaign) {
  const here = new Set([...items.map((item) => item.sha256), ...entries.map((entry) => entry.sha256)]);
  const counted = [...memory.seen.values()].filter((item) => item.counted);
  const gone = [...counted, ...memory.gone].filter((item) => !here.has(item.sha256));
  const paths = new Set(items.map((item) => item.path));
  return {
    items: gone.map((item) => ({ ...item, gone: true })),
    entries: gone.flatMap((item) => recall(withOwnPath(item, paths), memory, campaign, true)),
  };
}

/** A file that another was saved over keeps a name of its own. */
function withOwnPath(item: SeenItem, taken: ReadonlySet<string>): SeenItem {
  return taken.has(item.path) ? { ...item, path: `${item.path}（旧版 ${item.sha256.slice(0, 8)}）` } : item;
}

/** The entries of an item as they are remembered. */
export function recall(
  item: SeenItem,
  memory: Pick<Memory, 'examination' | 'receipt'>,
  campaign: Campaign,
  gone: boolean,
): Entry[] {
  const body = memory.examination(item.key);
  if (body === null) return [];
  return unpack(body, campaign).map((one) => {
    const receipt = memory.receipt(one.sha256) ?? { at: instantOf(item.mtime), evidence: 'mtime' as const };
    return entryAt(one, item.path, receipt, gone);
  });
}
