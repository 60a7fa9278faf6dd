import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { correctedNames } from '../mend/corrected-names.js';
import type { FileMending } from '../model/mending.js';
import type { Mending } from '../pipeline/mend.js';
import { writeNew } from '../write/write-new.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';

/** Writes a corrected copy beside the file, where one could be made. The file itself is never touched. */
export async function fixFile(path: string, mending: Mending, inbox: string, io: Io): Promise<FileMending> {
  if (mending.kind !== 'mended') return { outcome: mending.kind, path: null, changed: [] };
  const { changed } = mending;
  const place = resolve(io.cwd, path);
  if (liesIn(inbox, place)) return { outcome: 'inbox', path: null, changed: [] };
  try {
    const { path: copy, written } = await writeNew(namesBeside(place), mending.bytes);
    return { outcome: written ? 'written' : 'there', path: join(dirname(path), basename(copy)), changed };
  } catch (error) {
    throw new Failure(
      { zh: `写不了修正本：${dirname(place)}`, en: `cannot write a corrected copy: ${dirname(place)}` },
      { zh: '请检查文件夹权限和磁盘空间', en: 'look at permissions and free space' },
      error,
    );
  }
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function* namesBeside(path: string): Generator<string> {
  for (const name of correctedNames(basename(path))) yield join(dirname(path), name);
}
