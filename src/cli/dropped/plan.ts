import node, { type PlatformPath } from 'node:path';
import type { Words } from '../../findings/words.js';

export type Kind = 'file' | 'folder' | 'gone';

/** What dropped things ask for. */
export type Plan =
  | { readonly kind: 'check'; readonly files: readonly string[]; readonly cwd: string }
  | { readonly kind: 'aggregate'; readonly inbox: string; readonly out: string; readonly cwd: string }
  | { readonly kind: 'refused'; readonly words: Words };

/** Beside the inbox and never in it, or the report would be read as received. */
const reportFolder = '报告';

/** Files are checked, one folder is aggregated. A folder made by `init` stands for the inbox in it. */
export function planFor(paths: readonly string[], kindOf: (path: string) => Kind, path: PlatformPath = node): Plan {
  const [first] = paths;
  if (first === undefined) return refused(usage);
  const gone = paths.find((one) => kindOf(one) === 'gone');
  if (gone !== undefined) return refused(notThere(gone));
  if (paths.every((one) => kindOf(one) === 'file')) return { kind: 'check', files: paths, cwd: path.dirname(first) };
  return paths.length === 1 ? aggregation(first, kindOf, path) : refused(oneFolder);
}

function aggregation(folder: string, kindOf: (path: string) => Kind, { dirname, join }: PlatformPath): Plan {
  const has = (name: string, kind: Kind) => kindOf(join(folder, name)) === kind;
  const madeByInit = has('campaign.yaml', 'file') && has('inbox', 'folder');
  if (!madeByInit && has('.campaign', 'folder')) return refused(workingFolder);
  const inbox = madeByInit ? join(folder, 'inbox') : folder;
  const cwd = dirname(inbox);
  return cwd === inbox ? refused(wholeDrive) : { kind: 'aggregate', inbox, out: join(cwd, reportFolder), cwd };
}

function refused(words: Words): Plan {
  return { kind: 'refused', words };
}

const usage: Words = {
  zh: '用法：把装着全部来件的文件夹拖到 campaign.cmd 上，就出汇总表和通报；\n把一个或几个文件拖上来，就逐个检查能不能报送。',
  en: 'Drop the folder that holds all that was received onto campaign.cmd for a report;\ndrop one or more files to have them checked.',
};
const oneFolder: Words = {
  zh: '一次只能拖一个文件夹：请拖装着各村材料的那个总文件夹。文件可以一次拖几个，但不要和文件夹一起拖。',
  en: 'Drop one folder at a time: the one that holds what all villages sent. Several files are fine, but not together with a folder.',
};
const workingFolder: Words = {
  zh: '这个文件夹里有以前的报告和台账（.campaign）。请拖里面那个存放来件的文件夹。',
  en: 'This folder holds earlier reports and the ledger (.campaign). Drop the folder in it that holds what was received.',
};
const wholeDrive: Words = {
  zh: '拖上来的是整个磁盘。请把来件放进一个文件夹，再拖那个文件夹。',
  en: 'This is a whole drive. Put what was received into a folder and drop that.',
};

function notThere(path: string): Words {
  return {
    zh: `找不到：${path}\n如果一次拖了很多文件，请改拖装着它们的文件夹。`,
    en: `Not found: ${path}\nWhere very many files were dropped at once, drop their folder instead.`,
  };
}
