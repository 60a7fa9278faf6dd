import type { Locale } from '../model/campaign.js';
import type { RuleId } from '../model/rules.js';
import { catalogue } from './catalogue.js';
import { severityMeanings, severityNames, type Words } from './words.js';

/** What a rule means, line by line, without colour. */
export function explain(rule: RuleId, locale: Locale): string[] {
  const entry = catalogue[rule];
  const { message, remedy } = sampleWords(rule);
  const lines: readonly Words[] = [
    { zh: `${entry.title.zh}（${rule}）`, en: `${entry.title.en} (${rule})` },
    {
      zh: `程度：${severityNames[entry.severity].zh}，${severityMeanings[entry.severity].zh}`,
      en: `Severity: ${severityNames[entry.severity].en}, ${severityMeanings[entry.severity].en}`,
    },
    { zh: `为什么：${entry.meaning.zh}`, en: `Why: ${entry.meaning.en}` },
    { zh: `会这样说：${message.zh}`, en: `It says: ${message.en}` },
    { zh: `怎么办：${remedy.zh}`, en: `What to do: ${remedy.en}` },
    { zh: `不对：${entry.example.wrong.zh}`, en: `Wrong: ${entry.example.wrong.en}` },
    { zh: `正确：${entry.example.right.zh}`, en: `Right: ${entry.example.right.en}` },
  ];
  return lines.map((words) => words[locale]);
}

/** What the rule would say of its sample. */
export function sampleWords<R extends RuleId>(rule: R): { readonly message: Words; readonly remedy: Words } {
  const entry = catalogue[rule];
  return {
    message: entry.message(entry.sample, entry.sampleFound),
    remedy: entry.remedy(entry.sample, entry.sampleFound),
  };
}
