import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** What a file is to hold, or who writes it bit by bit. */
export type FileContent = Uint8Array | string | ((file: FileHandle) => Promise<void>);

/** Writes a file whole or not at all: beside its target first, then renamed over it. Makes the folder. Throws as node:fs does. */
export async function writeWhole(path: string, content: FileContent): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const temporary = join(
    folder,
    `.${basename(path)}.${machine()}-${process.pid}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    await writeThrough(temporary, content);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
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
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
