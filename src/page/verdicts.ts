import type { Locale } from '../model/campaign.js';
import { type Verdict, verdictOf } from '../render/check-verdict.js';
import type { Outcome } from './check-files.js';
import * as words from './words.js';

/** One line on all of them: also what a screen reader says. */
export function overallVerdict(outcomes: readonly Outcome[], locale: Locale): string {
  const verdicts = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' ? [null] : outcome.files.map(({ checked }) => verdictOf([checked])),
  );
  const [first] = verdicts;
  if (verdicts.length === 1) return first ? headline(first, locale) : words.notChecked[locale];
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one?.kind === kind).length;
  const failed = verdicts.filter((one) => one === null).length;
  const tally = { fine: count('fine'), mend: count('mend'), ask: count('ask'), blank: count('blank'), failed };
  return words.inAll({ all: verdicts.length, ...tally })[locale];
}

/** The verdict on one file in words. */
export function headline(verdict: Verdict, locale: Locale): string {
  switch (verdict.kind) {
    case 'mend':
      return words.mendVerdict(verdict.errors)[locale];
    case 'ask':
      return words.askVerdict(verdict.warnings)[locale];
    case 'fine':
      return words.fine[locale];
    case 'blank':
      return words.blankForm[locale];
  }
}
