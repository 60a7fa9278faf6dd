import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk } from './disk-name.js';
import type { InboxItem } from './list-inbox.js';

/** A file as it was when it was listed. */
export type FileOnDisk = Pick<InboxItem, 'path' | 'size' | 'mtime'>;

/** The bytes of a file that nobody writes to meanwhile, else `changed`. Throws where it cannot be opened. */
export function readItem(inbox: string, item: FileOnDisk): Uint8Array | 'changed' {
  const file = openStill(inbox, item);
  try {
    const before = fstatSync(file, { bigint: true });
    if (!isListed(before, item)) return 'changed';
    const bytes = Buffer.allocUnsafeSlow(item.size);
    if (!fill(file, bytes)) return 'changed';
    if (isFresh(before) && !stillHolds(file, bytes, before)) return 'changed';
    return isSame(before, fstatSync(file, { bigint: true })) ? bytes : 'changed';
  } finally {
    closeSync(file);
  }
}

/** Its first bytes, for telling what a large file is; `changed` where it is not the one that was listed. */
export function readBeginning(inbox: string, item: FileOnDisk, length: number): Uint8Array | 'changed' {
  const file = openStill(inbox, item);
  try {
    const bytes = Buffer.allocUnsafeSlow(Math.min(length, item.size));
    return isListed(fstatSync(file, { bigint: true }), item) && fill(file, bytes) ? bytes : 'changed';
  } finally {
    closeSync(file);
  }
}

/** Never what a link leads to, and never waiting for somebody at the other end of a pipe. Windows knows neither flag. */
function openStill(inbox: string, item: FileOnDisk): number {
  const still = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  return openSync(onDisk(join(inbox, item.path)), still);
}

function isListed(stat: BigIntStats, item: FileOnDisk): boolean {
  return stat.isFile() && Number(stat.size) === item.size && String(stat.mtimeNs) === item.mtime;
}

function isSame(before: BigIntStats, after: BigIntStats): boolean {
  return before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
}

function fill(file: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}

/** Clocks of file systems tick in steps, on a memory stick of two seconds: within one, a second writing leaves no trace. */
function isFresh({ mtimeMs }: BigIntStats): boolean {
  return Date.now() - Number(mtimeMs) < 2_100;
}

/** A writer may be stopped halfway, so one who wrote just now is given time to go on. */
function stillHolds(file: number, bytes: Uint8Array, { mtimeMs }: BigIntStats): boolean {
  const left = Number(mtimeMs) + calm - Date.now();
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(left, calm));
  const again = Buffer.allocUnsafeSlow(bytes.length);
  return fill(file, again) && again.equals(bytes);
}

/** In milliseconds. */
const calm = 200;

export interface Head {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Enough to tell what a file is. */
const headLength = 64 * 1024;

/** The first bytes and the hash of all of them, without holding the file in memory; `changed` as above. */
export async function readHead(inbox: string, item: FileOnDisk): Promise<Head | 'changed'> {
  const file = openStill(inbox, item);
  try {
    const before = fstatSync(file, { bigint: true });
    if (!isListed(before, item)) return 'changed';
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let kept = 0;
    const chunks = createReadStream('', { fd: file, autoClose: false, start: 0, end: item.size - 1 });
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (kept < headLength) head.push(chunk);
      kept += chunk.length;
    }
    if (kept < item.size || !isSame(before, fstatSync(file, { bigint: true }))) return 'changed';
    return { bytes: new Uint8Array(Buffer.concat(head).subarray(0, headLength)), sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}
