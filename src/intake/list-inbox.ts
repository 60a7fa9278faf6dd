import { type BigIntStats, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, onDisk } from './disk-name.js';
import { kindOfName } from './kind-of-name.js';

/** One thing lying in the inbox, as plain data. */
export interface InboxItem {
  /** Relative to the inbox, with `/` whatever the machine; `disk-name` tells what stands for bytes that are no text. */
  readonly path: string;
  /** The last part of the path; on some machines it may hold any sign but `/`. */
  readonly name: string;
  readonly size: number;
  /** Nanoseconds since 1970, as text. */
  readonly mtime: string;
  readonly ctime: string;
  /** `closed` is a folder that may not be looked into, or what lies in one and may not be asked for. */
  readonly kind: 'file' | 'noise' | 'lock' | 'link' | 'special' | 'closed';
}

/**
 * Everything in the inbox in one order on any machine, one folder at a time. Links are listed and never followed, pipes
 * and sockets never opened, nothing is written.
 */
export function* listInbox(inbox: string): Generator<InboxItem> {
  yield* listNames(inbox, '', namesIn(inbox), lstatSync(inbox, { bigint: true }));
}

function* listNames(inbox: string, under: string, names: string[], within: BigIntStats): Generator<InboxItem> {
  for (const name of names.sort(byCodePoint)) {
    const path = under === '' ? name : `${under}/${name}`;
    const stat = statUnlessClosed(join(inbox, path));
    if (stat === undefined) continue; // gone between the listing and now
    if (stat === 'closed') yield { ...itemOf(name, path, within), kind: stat };
    else if (stat.isDirectory()) yield* listFolder(inbox, name, path, stat);
    else yield itemOf(name, path, stat);
  }
}

/** A folder below the inbox. One that is the system's own, or closed to us, is one thing in the list. */
function* listFolder(inbox: string, name: string, path: string, stat: BigIntStats): Generator<InboxItem> {
  const names = systemFolder.test(name) ? 'noise' : namesUnlessClosed(join(inbox, path));
  if (typeof names === 'string') yield { ...itemOf(name, path, stat), kind: names };
  else yield* listNames(inbox, path, names, stat);
}

/** A folder may tell its names and nothing of what they stand for, and a path may be too long to be asked for. */
function statUnlessClosed(path: string): BigIntStats | undefined | 'closed' {
  try {
    return lstatSync(onDisk(path), { bigint: true, throwIfNoEntry: false });
  } catch {
    return 'closed';
  }
}

function namesUnlessClosed(folder: string): string[] | 'closed' {
  try {
    return namesIn(folder);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : 'closed';
  }
}

/** What Windows keeps at the root of every drive. */
const systemFolder = /^(?:\$RECYCLE\.BIN|System Volume Information|RECYCLER)$/i;
/** Windows' links are files; what they lead to is not what was sent. */
const shortcut = /\.(?:lnk|url)$/i;

function itemOf(name: string, path: string, stat: BigIntStats): InboxItem {
  const isLink = stat.isSymbolicLink() || (stat.isFile() && shortcut.test(name));
  const kind = isLink ? 'link' : stat.isFile() ? kindOfName(name, path) : 'special';
  return {
    path,
    name,
    size: stat.isFile() ? Number(stat.size) : 0,
    mtime: String(stat.mtimeNs),
    ctime: String(stat.ctimeNs),
    kind,
  };
}

/** By code points: the same on every machine and in every language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
