import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { onDisk } from '../intake/disk-name.js';
import { readBeginning, readItem } from '../intake/read-item.js';
import { whyUnread } from '../intake/why-unread.js';
import type { GivenFile } from './check-file.js';
import { headLength } from './open-item.js';
import { whyUnopened } from './why-unopened.js';

type Read = Pick<GivenFile, 'bytes' | 'size' | 'unread'>;

/**
 * A file that somebody named, with all its bytes, of one larger than `most` the first; or why there are none, as of what lies in
 * an inbox. A link that was named is followed. Throws where nothing has that name, and where a folder was named that is not
 * called like a file.
 */
export function readGiven(path: string, most: number): Read {
  const listed = lstatSync(onDisk(path));
  const { size } = listed;
  if (listed.isDirectory() && extname(path) === '')
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'read', path });
  try {
    return readFollowed(path, most);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const leadsNowhere = listed.isSymbolicLink() && ['ENOENT', 'ELOOP', 'ENOTDIR'].includes(code);
    return unread(leadsNowhere ? whyUnopened.link : whyUnread(error), size);
  }
}

function readFollowed(path: string, most: number): Read {
  const isLink = lstatSync(onDisk(path)).isSymbolicLink();
  const place = isLink ? realpathSync(onDisk(path)) : path;
  const stat = statSync(onDisk(place), { bigint: true });
  if (!stat.isFile()) return unread(whyUnopened.special, 0);
  const size = Number(stat.size);
  const file = { path: basename(place), size, mtime: String(stat.mtimeNs) };
  const bytes = size > most ? readBeginning(dirname(place), file, headLength) : readItem(dirname(place), file);
  return bytes === 'changed' ? unread('settling', size) : { bytes, size };
}

function unread(reason: NonNullable<GivenFile['unread']>, size: number): Read {
  return { bytes: new Uint8Array(), size, unread: reason };
}
