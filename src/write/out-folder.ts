import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from './write-file.js';

/** Files to be written below a folder, by their path in it, with `/`. */
export type OutFiles = ReadonlyMap<string, Uint8Array>;

/** Remembers what was written, so that what has been settled since does not lie about and is sent once more. */
const register = '.campaign-written.json';

/**
 * Writes the files, each whole or not at all, and takes away what an earlier run wrote there and this one does not, as
 * far as `covers` says and nobody has changed it. Nothing else in the folder is touched.
 */
export async function writeFolder(
  folder: string,
  files: OutFiles,
  covers: (path: string) => boolean = () => true,
): Promise<void> {
  const before = await readRegister(folder);
  const stale = [...before].filter(([path]) => covers(path) && !files.has(path));
  const kept = [...before].filter(([path]) => !covers(path) && !files.has(path));
  const written = [...files].map(([path, bytes]): [string, string] => [path, digest(bytes)]);
  // What is about to be written is ours already, should the run be killed in between.
  await writeRegister(folder, [...before, ...written]);
  for (const [path, bytes] of files) await writeWhole(join(folder, path), bytes);
  for (const [path, sha256] of stale) await takeAway(folder, path, sha256);
  await writeRegister(folder, [...kept, ...written]);
}

/** As Windows' oldest editor reads it: marked as UTF-8, with its own line ends. */
export function windowsText(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text.replace(/\r?\n/gu, '\r\n')}`);
}

async function takeAway(folder: string, path: string, sha256: string): Promise<void> {
  const full = join(folder, path);
  const bytes = await readFile(full).catch(() => null);
  if (bytes === null || digest(bytes) !== sha256) return;
  await rm(full);
  // A folder in which somebody keeps something else stays.
  if (path.includes('/')) await rmdir(dirname(full)).catch(() => undefined);
}

async function readRegister(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, register), 'utf8').catch(() => null);
  if (text === null) return new Map();
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return new Map(Array.isArray(files) ? files.filter(isEntry) : []);
  } catch {
    // A register somebody has spoilt is begun anew: nothing is taken away on a guess.
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [path, sha256] = entry as unknown[];
  if (typeof path !== 'string' || typeof sha256 !== 'string') return false;
  return path.split(/[/\\]/u).every((step) => step !== '' && step !== '.' && step !== '..') && !path.includes(':');
}

async function writeRegister(folder: string, entries: readonly (readonly [string, string])[]): Promise<void> {
  const files = [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, register), `${JSON.stringify({ files }, null, 1)}\n`);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
