import { type BigIntStats, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { onDisk } from '../intake/disk-name.js';
import { readHead, readItem } from '../intake/read-item.js';
import { whyUnread } from '../intake/why-unread.js';
import { largestHeld } from '../model/bounds.js';
import type { GivenFile } from './check-file.js';
import { whyUnopened } from './collect.js';

type Read = Pick<GivenFile, 'bytes' | 'size' | 'unread'>;

/**
 * A file that somebody named, with all its bytes, of a very large one the first; or why there are none, as of what lies in
 * an inbox. A link that was named is followed. Throws where nothing has that name, and where a folder was named that is not
 * called like a file.
 */
export async function readGiven(path: string): Promise<Read> {
  const listed = lstatSync(onDisk(path));
  const { size } = listed;
  if (listed.isDirectory() && extname(path) === '')
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'read', path });
  try {
    return await readFollowed(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const leadsNowhere = listed.isSymbolicLink() && ['ENOENT', 'ELOOP', 'ENOTDIR'].includes(code);
    return unread(leadsNowhere ? whyUnopened.link : whyUnread(error), size);
  }
}

async function readFollowed(path: string): Promise<Read> {
  const isLink = lstatSync(onDisk(path)).isSymbolicLink();
  const place = isLink ? realpathSync(onDisk(path)) : path;
  const stat = statSync(onDisk(place), { bigint: true });
  if (!stat.isFile()) return unread(whyUnopened.special, 0);
  const size = Number(stat.size);
  const bytes = await bytesOf(place, stat, size);
  return bytes === 'changed' ? unread('settling', size) : { bytes, size };
}

async function bytesOf(place: string, stat: BigIntStats, size: number): Promise<Uint8Array | 'changed'> {
  const file = { path: basename(place), size, mtime: String(stat.mtimeNs) };
  if (size <= largestHeld) return readItem(dirname(place), file);
  const head = await readHead(dirname(place), file);
  return head === 'changed' ? head : head.bytes;
}

function unread(reason: NonNullable<GivenFile['unread']>, size: number): Read {
  return { bytes: new Uint8Array(), size, unread: reason };
}
