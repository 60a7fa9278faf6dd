import { ruleIds } from '../../findings/catalogue.js';
import { explain as explainRule } from '../../findings/explain.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';

/** Prints what a rule means, an example, and how to mend it. */
export function explain(name: string, options: LanguageOption, io: Io): ExitCode {
  const rule = ruleIds.find((id) => id === name);
  if (rule === undefined) {
    const family = ruleIds.filter((id) => id.startsWith(`${name.split('/')[0]}/`));
    const known = (family.length > 0 ? family : ruleIds).join(' ');
    throw new Failure(
      { zh: `没有这条规则：${name}`, en: `no such rule: ${name}` },
      { zh: `可用：${known}`, en: `there are: ${known}` },
    );
  }
  io.stdout(`${explainRule(rule, localeOf(options.lang, io.env)).join('\n')}\n`);
  return 0;
}
