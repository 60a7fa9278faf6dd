import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxItem } from './list-inbox.js';

/** Windows knows neither of the two. */
const still = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file that nobody writes to meanwhile, else `changed`. Throws where it cannot be opened. */
export function readItem(inbox: string, item: InboxItem): Uint8Array | 'changed' {
  const file = openSync(join(inbox, item.path), still);
  try {
    if (!isSame(fstatSync(file, { bigint: true }), item)) return 'changed';
    const bytes = Buffer.allocUnsafeSlow(item.size);
    if (!fill(file, bytes)) return 'changed';
    return isSame(fstatSync(file, { bigint: true }), item) ? bytes : 'changed';
  } finally {
    closeSync(file);
  }
}

function isSame(stat: BigIntStats, item: InboxItem): boolean {
  return stat.isFile() && Number(stat.size) === item.size && String(stat.mtimeNs) === item.mtime;
}

function fill(file: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}

export interface Head {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Enough to tell what a file is. */
const headLength = 64 * 1024;

/** The first bytes and the hash of all of them, without holding the file in memory. */
export async function readHead(inbox: string, item: InboxItem): Promise<Head> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let kept = 0;
  for await (const chunk of createReadStream(join(inbox, item.path)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (kept < headLength) head.push(chunk);
    kept += chunk.length;
  }
  return { bytes: new Uint8Array(Buffer.concat(head).subarray(0, headLength)), sha256: hash.digest('hex') };
}
