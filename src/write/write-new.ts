import { readFile } from 'node:fs/promises';
import { writeWhole } from './write-file.js';

/** Where something was written, or lies already with the very same content. */
export interface NewFile {
  readonly path: string;
  readonly written: boolean;
}

/** Writes a file under the first of the paths that is free, and never over another. Throws as node:fs does. */
export async function writeNew(paths: Iterable<string>, bytes: Uint8Array): Promise<NewFile> {
  for (const path of paths) {
    const there = await contentOf(path);
    if (there === null) {
      await writeWhole(path, bytes);
      return { path, written: true };
    }
    if (there.equals(bytes)) return { path, written: false };
  }
  throw new Error('no free name');
}

/** Null where nothing lies there. */
async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
