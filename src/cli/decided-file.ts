import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { digest } from '../intake/digest.js';
import type { Decision } from '../model/decision.js';
import { holdersOf, lastName } from '../model/entry-path.js';
import { sniff } from '../read/sniff.js';

/** Decisions with their files named as in the list of entries, whichever way people wrote them down. */
export function asListed(decisions: readonly Decision[], inbox: string, from: string): readonly Decision[] {
  return decisions.map((decision) => {
    if (!('file' in decision) || decision.file.path === null) return decision;
    return { ...decision, file: { ...decision.file, path: pathInInbox(decision.file.path, inbox, from) } };
  });
}

/** As in the list of entries. A file of the inbox may also be named as from a folder, as a shell completes it. */
export function pathInInbox(written: string, inbox: string, from: string): string {
  const path = posix.normalize(written.replaceAll('\\', '/'));
  if (outermost(path, inbox) !== null) return path;
  const below = relative(inbox, resolve(from, path));
  return below === '' || isAbsolute(below) || below === '..' || below.startsWith(`..${sep}`)
    ? path
    : below.split(sep).join('/');
}

/** The part of the path that lies in the inbox itself; null where nothing lies there. */
export function outermost(path: string, inbox: string): string | null {
  return [...holdersOf(path), path].find((one) => existsSync(join(inbox, one))) ?? null;
}

/** Larger files are media, which nobody corrects in their place. */
const largest = 52_428_800;

/**
 * The SHA-256 of the file a decision is about, so that it does not fall on what is saved over it later; empty where it
 * lies in a container or is one, as then the path means all that is in it.
 */
export function contentOf(path: string, inbox: string): string {
  const file = join(inbox, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size === 0 || stat.size > largest) return '';
  const bytes = readFileSync(file);
  return ['zip', 'eml'].includes(sniff(bytes, lastName(path))) ? '' : digest(bytes);
}
