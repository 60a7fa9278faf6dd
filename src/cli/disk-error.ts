import type { Words } from '../findings/words.js';
import { Failure } from './failure.js';

/** What Windows answers where another program has the file open, an antivirus program included. */
const held = ['EBUSY', 'EPERM', 'EACCES'];

/** Whether this is the disk's answer and no mistake of ours. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return error instanceof Error && typeof code === 'string' && typeof syscall === 'string';
}

/** The disk's answer as one line for people: which file, and what can be done about it. */
export function diskFailure(error: NodeJS.ErrnoException, path = pathOf(error)): Failure {
  const code = error.code ?? '';
  return new Failure(
    { zh: `读写不了：${path}（${code}）`, en: `cannot read or write: ${path} (${code})` },
    adviceOn(code),
    error,
  );
}

/** Why a file that the program writes could not be put in place. The one that was there is as it was. */
export function cannotWrite(folder: string, error: unknown): Failure {
  const { code = '', path = folder } = isDiskError(error) ? { code: error.code, path: targetOf(error, folder) } : {};
  if (code === 'EBUSY') {
    return new Failure(
      { zh: `文件正开着，写不进去：${path}`, en: `open in another program, cannot be replaced: ${path}` },
      {
        zh: '请在 WPS 或 Excel 里关闭这个文件，再运行一次；旧文件没有改动',
        en: 'close the file in Excel or WPS and run this again; the earlier file is untouched',
      },
      error,
    );
  }
  return new Failure({ zh: `写不进去：${path}`, en: `cannot write: ${path}` }, writing, error);
}

/** The ledger gave out in the midst of a run. What it held before is as it was. */
export function ledgerFailure(error: Error): Failure {
  return new Failure(
    { zh: `台账读写不了（${error.message}）`, en: `cannot read or write the ledger (${error.message})` },
    {
      zh: '请检查磁盘空间和文件夹权限，关掉正打开台账的程序，再运行一次；只看一次结果可加 --no-ledger',
      en: 'look at free space and permissions, close any program that has the ledger open, and run again; --no-ledger runs without it',
    },
    error,
  );
}

/** What to do about a file that a person named; null where its absence says enough. */
export function adviceOnReading(error: unknown): Words | null {
  const code = isDiskError(error) ? (error.code ?? '') : '';
  if (code === 'EISDIR') {
    return {
      zh: '这是文件夹；要汇总整个文件夹，请用 campaign aggregate',
      en: 'this is a folder; campaign aggregate reads a whole one',
    };
  }
  return code === 'ENOENT' ? null : adviceOn(code);
}

const writing: Words = {
  zh: '请检查文件夹权限和磁盘空间，旧报告没有改动；文件若正在 WPS 或 Excel 里打开，请先关闭',
  en: 'look at permissions and free space; the earlier report is untouched; close the file if a program has it open',
};

function adviceOn(code: string): Words {
  if (held.includes(code)) {
    return {
      zh: '文件若正在 WPS 或 Excel 里打开，请先关闭；否则请检查权限',
      en: 'close the file if a program has it open; else look at its permissions',
    };
  }
  return {
    zh: '请检查磁盘、网络盘和文件夹是否还在',
    en: 'see whether the disk, the network drive and the folder are there',
  };
}

function pathOf({ dest, path = '?' }: NodeJS.ErrnoException & { readonly dest?: string }): string {
  return dest ?? path;
}

/** The file that was to be replaced; a temporary one beside it tells people nothing. */
function targetOf(error: NodeJS.ErrnoException & { readonly dest?: string }, folder: string): string {
  const path = pathOf(error);
  return path.endsWith('.tmp') ? folder : path;
}
