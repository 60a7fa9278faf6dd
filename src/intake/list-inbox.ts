import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '../model/submission.js';

/** One thing lying in the inbox. */
export interface InboxItem {
  /** Relative to the inbox, with `/` whatever the machine. */
  readonly path: string;
  readonly size: number;
  readonly receipt: Receipt;
  readonly kind: 'file' | 'noise' | 'lock' | 'link' | 'special';
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Everything in the inbox in one order on any machine. Links are listed and never followed, pipes and sockets never
 * opened, nothing is written.
 */
export async function* listInbox(inbox: string, under = ''): AsyncGenerator<InboxItem> {
  const names = await readdir(join(inbox, under));
  for (const name of names.sort(byCodePoint)) {
    const path = under === '' ? name : `${under}/${name}`;
    const full = join(inbox, path);
    const stat = await lstat(full);
    if (stat.isDirectory()) {
      yield* listInbox(inbox, path);
      continue;
    }
    const kind = stat.isSymbolicLink() ? 'link' : stat.isFile() ? kindOfName(name, path) : 'special';
    const receipt: Receipt = { at: stat.mtime.toISOString(), evidence: 'mtime' };
    yield { path, size: stat.isFile() ? stat.size : 0, receipt, kind, read: () => readFile(full) };
  }
}

/** What office programs and systems leave beside files; nobody sent it. */
export function kindOfName(name: string, path: string): 'file' | 'noise' | 'lock' {
  if (/^~\$|^\.~lock\..*#$/.test(name)) return 'lock';
  const noise = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.localized|\.directory|\.gitkeep)$/i;
  return noise.test(name) || /(?:^|\/)__MACOSX\//.test(path) ? 'noise' : 'file';
}

/** By code points: the same on every machine and in every language. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
