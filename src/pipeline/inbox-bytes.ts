import { lstat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { digest } from '../intake/digest.js';
import { onDisk } from '../intake/disk-name.js';
import { type FileOnDisk, readItem } from '../intake/read-item.js';
import { type Bounds, largestHeld } from '../model/bounds.js';
import { holdersOf } from '../model/entry-path.js';
import { Allowance } from '../read/allowance.js';
import { type Member, openZip } from '../read/open-zip.js';
import { sniff } from '../read/sniff.js';

/** The bytes of an entry of a report, or why they cannot be had any more. */
export type EntryBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Unfetched };

export type Unfetched = 'gone' | 'changed' | 'no-permission';

/** What an entry of a report is found again by. */
export interface InboxEntry {
  readonly path: string;
  readonly sha256: string;
}

/** Fetches entries of an inbox once more by the path a report gives them, such as `甲村.zip!材料.zip!附件2.xlsx`. */
export class InboxBytes {
  private held: { readonly name: string; readonly bytes: Uint8Array } | null = null;

  constructor(
    private readonly inbox: string,
    private readonly bounds: Bounds,
  ) {}

  /**
   * The bytes that were examined and no others: the same path may hold something else by now. Names may hold a `!` of
   * their own, so every way to read the path is tried until the content is the right one.
   */
  async fetch(path: string, sha256: string): Promise<EntryBytes> {
    let why: Unfetched = 'gone';
    for (const name of namesOnDisk(path)) {
      const file = await this.onDisk(name);
      if (file === 'no-permission') why = file;
      if (file === null || file === 'no-permission') continue;
      for await (const bytes of candidates(file, name, path.slice(name.length), this.bounds)) {
        if (digest(bytes) === sha256) return { ok: true, bytes };
      }
      why = 'changed';
    }
    return { ok: false, why };
  }

  /** The file of that name; the last one is kept, as a big archive may hold the forms of all units. */
  private async onDisk(name: string): Promise<Uint8Array | 'no-permission' | null> {
    if (this.held?.name === name) return this.held.bytes;
    try {
      const item = await this.plainFile(name);
      const bytes = item === null ? null : readItem(this.inbox, item);
      if (bytes === null || bytes === 'changed') return null;
      this.held = { name, bytes };
      return bytes;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'no-permission';
    }
  }

  /** No link on the way, and no more than is held in memory. */
  private async plainFile(name: string): Promise<FileOnDisk | null> {
    const steps = name.split('/');
    for (let n = 1; n < steps.length; n++) {
      const folder = await lstat(onDisk(join(this.inbox, ...steps.slice(0, n))));
      if (!folder.isDirectory()) return null;
    }
    const stat = await lstat(onDisk(join(this.inbox, name)), { bigint: true });
    if (!stat.isFile() || stat.size > largestHeld) return null;
    return { path: name, size: Number(stat.size), mtime: String(stat.mtimeNs) };
  }
}

/** The path itself, and each part of it that ends before a `!`; never one that leads out of the inbox. */
function namesOnDisk(path: string): readonly string[] {
  return [path, ...holdersOf(path)].filter(
    (name) => name !== '' && !isAbsolute(name) && !name.split(/[/\\]/u).includes('..'),
  );
}

/** What lies at `inside` in a container; the file itself where that is empty. */
async function* candidates(
  bytes: Uint8Array,
  name: string,
  inside: string,
  bounds: Bounds,
): AsyncGenerator<Uint8Array> {
  if (inside === '') {
    yield bytes;
    return;
  }
  const wanted = inside.slice(1);
  for (const member of await membersOf(bytes, name, new Allowance(bounds))) {
    if (wanted !== member.path && !wanted.startsWith(`${member.path}!`)) continue;
    const content = member.read();
    if (content.ok) yield* candidates(content.bytes, member.path, wanted.slice(member.path.length), bounds);
  }
}

async function membersOf(bytes: Uint8Array, name: string, allowance: Allowance): Promise<readonly Member[]> {
  const kind = sniff(bytes, name);
  if (kind === 'zip') {
    const zip = openZip(bytes, allowance);
    return zip.ok ? zip.members : [];
  }
  if (kind !== 'eml') return [];
  const { openMail } = await import('../read/open-mail.js');
  const opened = await openMail(bytes, allowance);
  return opened.ok ? opened.mail.attachments : [];
}
