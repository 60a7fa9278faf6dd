import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What a file is to hold, or who writes it bit by bit. */
export type FileContent = Uint8Array | string | ((file: FileHandle) => Promise<void>);

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly content: FileContent;
}

/** Writes a file whole or not at all: beside its target first, then renamed over it. Makes the folder. Throws as node:fs does. */
export async function writeWhole(path: string, content: FileContent): Promise<void> {
  await writeTogether([{ path, content }]);
}

/**
 * Several files that belong together: nothing is put in place before all are on the disk and no target is held by
 * another program, so that no new workbook stands beside an old summary.
 */
export async function writeTogether(files: readonly NewFile[]): Promise<void> {
  const staged: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, content } of files) {
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      await sweep(folder);
      const temporary = join(folder, temporaryName(path));
      staged.push({ temporary, path });
      await writeThrough(temporary, content);
    }
    for (const { path } of staged) await patiently(() => requireFree(path));
    for (const { temporary, path } of staged) await patiently(() => rename(temporary, path));
  } catch (cause) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    throw cause;
  }
}

function temporaryName(path: string): string {
  return `.${basename(path)}.${machine()}-${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
}

/** On Windows a file that Excel or WPS has open cannot be opened for writing: EBUSY. All else shows when renaming. */
async function requireFree(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (error) {
    if (codeOf(error) === 'EBUSY') throw error;
  }
}

/** Virus scanners and synchronising programs hold a new file for an instant; people hold it longer. */
const waits = [50, 150, 400];
const passing = ['EBUSY', 'EPERM', 'EACCES'];

async function patiently(act: () => Promise<void>): Promise<void> {
  for (const wait of waits) {
    try {
      return await act();
    } catch (error) {
      if (!passing.includes(codeOf(error))) throw error;
      await setTimeout(wait);
    }
  }
  return act();
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** Tells this machine's temporary files from those of others that write to the same folder. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Takes away what writers of this machine left that were killed before they could rename. One still at work is let be. */
async function sweep(folder: string): Promise<void> {
  const left = new RegExp(`^\\..+\\.${machine()}-(\\d+)\\.[0-9a-f]{12}\\.tmp$`);
  for (const name of await readdir(folder)) {
    const writer = left.exec(name)?.[1];
    if (writer !== undefined && !isAlive(Number(writer))) await rm(join(folder, name), { force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Returns only when the disk has it, so that a power cut after the rename cannot leave an empty file. */
async function writeThrough(path: string, content: FileContent): Promise<void> {
  const file = await open(path, 'wx+');
  try {
    if (typeof content === 'function') await content(file);
    else await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
