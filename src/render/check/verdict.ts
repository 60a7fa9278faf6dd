import { plural, type Words } from '../../findings/words.js';
import type { CheckedFile } from '../../model/checked-file.js';
import { verdictOf } from '../check-verdict.js';
import type { Look } from './look.js';

/** Whether they can be sent, as the last line says it. */
export function verdictLine(files: readonly CheckedFile[], { locale, paint }: Look): string {
  const verdict = verdictOf(files);
  if (verdict.kind === 'mend') return paint.red(mendFirst(verdict.errors, verdict.warnings)[locale]);
  if (verdict.kind === 'blank') return paint.dim(stillBlank[locale]);
  const line = verdict.kind === 'ask' ? paint.yellow(lookAgain(verdict.warnings)[locale]) : paint.green(fine[locale]);
  return verdict.blanks > 0 ? `${line}${someBlank(verdict.blanks)[locale]}` : line;
}

const fine: Words = { zh: '可以报送', en: 'Ready to send' };
const stillBlank: Words = { zh: '这是空白表，尚未填写', en: 'A blank form, not yet filled in' };

function someBlank(blanks: number): Words {
  return { zh: `；其中${blanks}个是空白表，尚未填写`, en: `; ${plural(blanks, 'blank form')} not yet filled in` };
}

function mendFirst(errors: number, warnings: number): Words {
  return {
    zh: `有${errors}个错误${warnings > 0 ? `、${warnings}个提醒` : ''}，请改后再报`,
    en: `${plural(errors, 'error')}${warnings > 0 ? ` and ${plural(warnings, 'warning')}` : ''}: mend before sending`,
  };
}

function lookAgain(warnings: number): Words {
  return {
    zh: `有${warnings}个提醒，核实后可以报送`,
    en: `${plural(warnings, 'warning')}: check, then send`,
  };
}
