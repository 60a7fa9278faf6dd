import { createHash } from 'node:crypto';
import { type BigIntStats, createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/campaign.js';
import { kindOfName } from './kind-of-name.js';

/** One thing lying in the inbox. */
export interface InboxItem {
  /** Relative to the inbox, with `/` whatever the machine. */
  readonly path: string;
  readonly size: number;
  readonly mtimeInstant: Instant;
  /** Nanoseconds since 1970, as text. */
  readonly mtime: string;
  readonly ctime: string;
  readonly kind: 'file' | 'noise' | 'lock' | 'link' | 'special';
  /** The bytes, or `changed` where the file was written to meanwhile. */
  readonly read: () => Promise<Uint8Array | 'changed'>;
  /** The first bytes and the hash of all of them, without holding the file in memory. */
  readonly readHead: () => Promise<Head>;
}

export interface Head {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Enough to tell what a file is. */
const headLength = 64 * 1024;

/**
 * Everything in the inbox in one order on any machine. Links are listed and never followed, pipes and sockets never
 * opened, nothing is written.
 */
export async function* listInbox(inbox: string, under = ''): AsyncGenerator<InboxItem> {
  const names = await readdir(join(inbox, under));
  for (const name of names.sort(byCodePoint)) {
    const path = under === '' ? name : `${under}/${name}`;
    const full = join(inbox, path);
    const stat = await lstat(full, { bigint: true }).catch(() => null);
    if (stat === null) continue; // gone between the listing and now
    if (stat.isDirectory()) yield* listInbox(inbox, path);
    else yield itemOf(name, path, full, stat);
  }
}

function itemOf(name: string, path: string, full: string, stat: BigIntStats): InboxItem {
  const kind = stat.isSymbolicLink() ? 'link' : stat.isFile() ? kindOfName(name, path) : 'special';
  return {
    path,
    size: stat.isFile() ? Number(stat.size) : 0,
    mtimeInstant: new Date(Number(stat.mtimeNs / 1_000_000n)).toISOString(),
    mtime: String(stat.mtimeNs),
    ctime: String(stat.ctimeNs),
    kind,
    read: () => readStill(full, stat),
    readHead: () => readHead(full),
  };
}

async function readHead(full: string): Promise<Head> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let kept = 0;
  for await (const chunk of createReadStream(full) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (kept < headLength) head.push(chunk);
    kept += chunk.length;
  }
  return { bytes: new Uint8Array(Buffer.concat(head).subarray(0, headLength)), sha256: hash.digest('hex') };
}

/** Reads a file that nobody writes to meanwhile. */
async function readStill(full: string, before: BigIntStats): Promise<Uint8Array | 'changed'> {
  const bytes = await readFile(full);
  const after = await lstat(full, { bigint: true });
  const still = after.size === before.size && after.mtimeNs === before.mtimeNs && bytes.length === Number(after.size);
  return still ? bytes : 'changed';
}

/** By code points: the same on every machine and in every language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
