import { toldApart } from './member-names.js';
import { ReadProblem } from './problem.js';
import { listZip, type ZipEntry } from './zip-directory.js';
import { readEntry } from './zip-package.js';

/** One file inside a container. Reading it may find it damaged or locked. */
export interface Member {
  /** Its path inside the container, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly read: () => MemberBytes;
}

export type MemberBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: 'damaged' | 'encrypted' | 'unsupported' };

/** The files of a zip; null where it has no directory. Content never throws. */
export function openZip(file: Uint8Array): readonly Member[] | null {
  const entries = listZip(file);
  if (entries === null) return null;
  const names = namesOf(entries);
  const files = entries.flatMap((entry, n) => {
    const name = names[n] ?? '';
    return isFolder(name, entry) ? [] : [{ entry, path: clean(name) || `文件${n + 1}` }];
  });
  const paths = toldApart(files.map(({ path }) => path));
  return files.map(({ entry, path }, n) => ({
    path: paths[n] ?? path,
    size: entry.size,
    read: () => readMember(file, entry),
  }));
}

/** What is called like a folder and holds something is a file all the same. */
function isFolder(name: string, { size }: ZipEntry): boolean {
  return size === 0 && /[/\\]$/.test(name);
}

function readMember(file: Uint8Array, entry: ZipEntry): MemberBytes {
  try {
    return { ok: true, bytes: readEntry(file, entry) };
  } catch (error) {
    return { ok: false, problem: error instanceof ReadProblem ? error.problem : 'damaged' };
  }
}

/**
 * Names by the strongest evidence of their writing: flag bit 11, the extra field 0x7075, bytes that are UTF-8, else
 * GBK. An archive is packed by one program, so one name that is no UTF-8 makes all unmarked names GBK.
 */
function namesOf(entries: readonly ZipEntry[]): readonly string[] {
  const unmarked = entries.filter((entry) => !entry.utf8 && entry.unicodeName === null);
  const legacy = unmarked.some((entry) => decode(entry.rawName, 'utf-8') === null);
  return entries.map((entry) => {
    if (entry.unicodeName !== null) return entry.unicodeName;
    const utf8 = decode(entry.rawName, 'utf-8');
    if (utf8 !== null && (entry.utf8 || !legacy)) return utf8;
    return decode(entry.rawName, 'gb18030') ?? new TextDecoder('gb18030').decode(entry.rawName);
  });
}

function decode(bytes: Uint8Array, writing: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(writing, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A path that stays inside: no drive, no leading slash, no `..`. */
function clean(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/');
  return parts.filter((part) => part !== '..' && part !== '.' && part !== '').join('/');
}
