import { plural, type Words } from '../../findings/words.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Look } from './look.js';

/** What was found in one file, as far as the last line asks. */
interface Judged {
  readonly blank: boolean;
  readonly findings: readonly Finding[];
}

/** Whether it can be sent. */
export function verdictOf(files: readonly Judged[], { locale, paint }: Look): string {
  const findings = files.flatMap((file) => file.findings);
  const errors = countOf(findings, 'error');
  const warnings = countOf(findings, 'warning');
  if (errors > 0) return paint.red(mendFirst(errors, warnings)[locale]);
  if (files.every(({ blank }) => blank)) return paint.dim(stillBlank[locale]);
  const blanks = files.filter(({ blank }) => blank).length;
  const verdict = warnings > 0 ? paint.yellow(lookAgain(warnings)[locale]) : paint.green(fine[locale]);
  return blanks > 0 ? `${verdict}${someBlank(blanks)[locale]}` : verdict;
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

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
