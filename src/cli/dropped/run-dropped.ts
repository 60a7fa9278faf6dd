import type { Words } from '../../findings/words.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import { run } from '../run.js';
import { type Kind, planFor } from './plan.js';

/** What the desktop does for us; tests hand in their own. */
export interface Desktop {
  readonly kindOf: (path: string) => Kind;
  /** The workbook that was written last in a folder; null where there is none. */
  readonly newestWorkbook: (folder: string) => string | null;
  /** Whether SQLite can be had for the ledger: not on Windows 7 and 8. */
  readonly canKeepLedger: boolean;
  /** Opens a file with the program it belongs to; false where there is none. */
  readonly open: (path: string) => Promise<boolean>;
}

/** Does what things dropped on the launcher ask for: checks files, or aggregates a folder and opens its workbook. */
export async function runDropped(paths: readonly string[], io: Io, desktop: Desktop): Promise<ExitCode> {
  const locale = localeOf(undefined, io.env);
  const plan = planFor(paths, desktop.kindOf);
  if (plan.kind === 'refused') {
    io.stderr(`${plan.words[locale]}\n`);
    return 2;
  }
  const inFolder = { ...io, cwd: plan.cwd };
  if (plan.kind === 'check') return orHelp(await run(['check', ...plan.files], inFolder), io);
  const code = await run(['aggregate', plan.inbox, '--out', plan.out, ...ledgerOption(desktop)], inFolder);
  if (code === 2) return orHelp(code, io);
  const workbook = desktop.newestWorkbook(plan.out);
  if (!desktop.canKeepLedger) io.stdout(`\n${noLedger[locale]}\n`);
  if (workbook !== null) io.stdout(`\n${((await desktop.open(workbook)) ? opened : notOpened)[locale]}\n`);
  return code;
}

function ledgerOption({ canKeepLedger }: Desktop): readonly string[] {
  return canKeepLedger ? [] : ['--no-ledger'];
}

const noLedger: Words = {
  zh: '注意：这台电脑的 Windows 太旧，没有台账，收到时间只按文件自己的时间算，迟报请人工核对。正式汇总请用 Windows 10 或 11。',
  en: 'Note: this Windows is too old for the ledger; times of receipt are the files’ own. Use Windows 10 or 11 for the report that counts.',
};
const opened: Words = { zh: '工作簿已打开。', en: 'The workbook has been opened.' };
const notOpened: Words = {
  zh: '工作簿没有自动打开，请到上面写的文件夹里打开。',
  en: 'The workbook could not be opened for you: please open it in the folder named above.',
};

/** Who drops files knows no flags. */
function orHelp(code: ExitCode, io: Io): ExitCode {
  if (code === 2) io.stderr(`\n${help[localeOf(undefined, io.env)]}\n`);
  return code;
}

const help: Words = {
  zh: '没有做成。怎么办，请看程序文件夹里的“使用说明.txt”；看不明白就把这个窗口截图发给维护人员。',
  en: 'This did not work. See 使用说明.txt in the program’s folder, or send a picture of this window to whoever looks after it.',
};
