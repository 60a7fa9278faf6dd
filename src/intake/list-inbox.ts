import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfName } from './kind-of-name.js';

/** One thing lying in the inbox, as plain data. */
export interface InboxItem {
  /** Relative to the inbox, with `/` whatever the machine. */
  readonly path: string;
  /** The last part of the path; on some machines it may hold any sign but `/`. */
  readonly name: string;
  readonly size: number;
  /** Nanoseconds since 1970, as text. */
  readonly mtime: string;
  readonly ctime: string;
  readonly kind: 'file' | 'noise' | 'lock' | 'link' | 'special';
}

/**
 * Everything in the inbox in one order on any machine, one folder at a time. Links are listed and never followed, pipes
 * and sockets never opened, nothing is written.
 */
export function* listInbox(inbox: string, under = ''): Generator<InboxItem> {
  for (const name of readdirSync(join(inbox, under)).sort(byCodePoint)) {
    const path = under === '' ? name : `${under}/${name}`;
    const stat = lstatSync(join(inbox, path), { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) continue; // gone between the listing and now
    if (stat.isDirectory()) yield* listInbox(inbox, path);
    else yield itemOf(name, path, stat);
  }
}

function itemOf(name: string, path: string, stat: BigIntStats): InboxItem {
  const kind = stat.isSymbolicLink() ? 'link' : stat.isFile() ? kindOfName(name, path) : 'special';
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
