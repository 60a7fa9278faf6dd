import type { Allowance } from './allowance.js';
import { toldApart } from './member-names.js';
import { damaged, type Trouble, troubleOf } from './problem.js';
import { orZeros } from './zero-part.js';
import type { ZipEntry } from './zip-directory.js';
import { entriesOf, readEntry } from './zip-package.js';

/** One file inside a container. Reading it may find it damaged or locked. */
export interface Member {
  /** Its path inside the container, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly read: () => MemberBytes;
}

export type MemberBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly trouble: Trouble };

/** The files of a container, or why they cannot be had. */
export type Members<M extends Member = Member> =
  | { readonly ok: true; readonly members: readonly M[] }
  | { readonly ok: false; readonly trouble: Trouble };

/** The files of a zip. Content never throws. */
export function openZip(file: Uint8Array, allowance: Allowance): Members {
  try {
    return { ok: true, members: allowance.within(() => membersOf(file, allowance)) };
  } catch (error) {
    return { ok: false, trouble: orZeros(troubleOf(error), file) };
  }
}

function membersOf(file: Uint8Array, allowance: Allowance): readonly Member[] {
  const entries = entriesOf(file, allowance);
  const names = namesOf(entries);
  for (const name of names) allowance.keepTo('pathCharacters', name.length);
  const members = entries.flatMap((entry, n) => {
    const name = names[n] ?? '';
    return isFolder(name, entry) ? [] : [{ path: clean(name) || `文件${n + 1}`, entry }];
  });
  const paths = members.map(({ path }) => path);
  const twice = repeated(paths);
  const apart = toldApart(paths);
  return members.map(({ path, entry }, n) => ({
    path: apart[n] ?? path,
    size: entry.size,
    read: () => (twice.has(path) ? ambiguous : readMember(file, entry, allowance)),
  }));
}

/** Programs unpack now the first, now the last of two members of one name: neither is to be trusted. */
const ambiguous: MemberBytes = { ok: false, trouble: damaged('two members of one name', 'member-twice').trouble };

function repeated(paths: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(paths.filter((path) => seen.has(path) || !seen.add(path)));
}

/** What is called like a folder and holds something is a file all the same. */
function isFolder(name: string, { size }: ZipEntry): boolean {
  return size === 0 && /[/\\]$/.test(name);
}

function readMember(file: Uint8Array, entry: ZipEntry, allowance: Allowance): MemberBytes {
  try {
    return { ok: true, bytes: readEntry(file, entry, allowance) };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
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
