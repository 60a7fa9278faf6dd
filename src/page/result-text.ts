import { likelyWords } from '../findings/likely.js';
import type { Locale } from '../model/campaign.js';
import { verdictOf } from '../render/check-verdict.js';
import { clean, sentence, told, whatToDo } from '../render/words.js';
import type { Outcome, ShownFile } from './check-files.js';
import { headline } from './verdicts.js';
import * as words from './words.js';

/** The result as text, to be pasted into a chat: what asks for something, in the order of the page. */
export function resultText(outcomes: readonly Outcome[], locale: Locale): string {
  return outcomes.flatMap((outcome) => linesOf(outcome, locale)).join('\n');
}

function linesOf(outcome: Outcome, locale: Locale): string[] {
  const colon = locale === 'zh' ? '：' : ': ';
  if (outcome.kind === 'checked') return outcome.files.flatMap((file) => fileLines(file, colon, locale));
  return [`${clean(outcome.name)}${colon}${words.notChecked[locale]}`, words.failures[outcome.why][locale]];
}

function fileLines({ checked }: ShownFile, colon: string, locale: Locale): string[] {
  const grave = checked.findings.filter(({ severity }) => severity !== 'info');
  return [
    `${clean(checked.path)}${colon}${headline(verdictOf([checked]), locale)}`,
    ...grave.map((finding, n) => {
      const { place, message, remedy } = told(finding, locale);
      const gap = locale === 'zh' ? '' : ' ';
      const likely = checked.likely?.get(finding);
      const why = likely === undefined ? '' : `${gap}${sentence(clean(likelyWords(likely)[locale]), locale)}`;
      return `${n + 1}. ${place}　${sentence(message, locale)}${gap}${whatToDo[locale]}${sentence(remedy, locale)}${why}`;
    }),
  ];
}
