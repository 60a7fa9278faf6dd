import type { Locale } from '../model/campaign.js';
import { verdictOf } from '../render/check-verdict.js';
import type { Outcome, ShownFile } from './check-files.js';
import { copyButton } from './copy-button.js';
import { button, element } from './element.js';
import { failedCard, fileCard, fineCard } from './file-card.js';
import { resultText } from './result-text.js';
import { overallVerdict } from './verdicts.js';
import * as words from './words.js';

/** What was found in all files that were handed in: the verdict first, and what asks for something before what is fine. */
export function resultsView(outcomes: readonly Outcome[], locale: Locale): HTMLElement[] {
  const tools = element(
    'div',
    { class: 'tools' },
    copyButton(() => resultText(outcomes, locale), locale),
    button(words.printResult[locale], 'quiet', () => window.print()),
  );
  const cards = cardsFor(outcomes, locale);
  const [only] = outcomes;
  const isOne = outcomes.length === 1 && (only?.kind === 'failed' || (only?.files.length ?? 0) < 2);
  if (isOne) return [...cards, tools];
  return [element('h2', { class: 'in-all' }, overallVerdict(outcomes, locale)), ...cards, tools];
}

/** The order of the cards; files that are fine share one. */
const order = ['mend', 'failed', 'ask', 'blank', 'fine'] as const;

interface Item {
  readonly kind: (typeof order)[number];
  readonly name: string;
  readonly draw: () => HTMLElement;
  readonly file: ShownFile | null;
}

function cardsFor(outcomes: readonly Outcome[], locale: Locale): HTMLElement[] {
  const items = outcomes.flatMap((outcome) => itemsOf(outcome, locale));
  const fine = items.flatMap(({ kind, file }) => (kind === 'fine' && file !== null ? [file] : []));
  const single = items.filter(({ kind }) => kind !== 'fine' || fine.length === 1);
  const cards = order.flatMap((kind) => single.filter((one) => one.kind === kind)).map((item) => drawn(item, locale));
  return fine.length > 1 ? [...cards, fineCard(fine, locale)] : cards;
}

function itemsOf(outcome: Outcome, locale: Locale): Item[] {
  const { name } = outcome;
  if (outcome.kind === 'failed') return [{ kind: 'failed', name, file: null, draw: () => failedCard(outcome, locale) }];
  return outcome.files.map((file) => ({
    kind: verdictOf([file.checked]).kind,
    name,
    file,
    draw: () => fileCard(file, locale),
  }));
}

/** A card that cannot be drawn is said to be missing; the others stay. */
function drawn({ name, draw }: Item, locale: Locale): HTMLElement {
  try {
    return draw();
  } catch (error) {
    return failedCard({ kind: 'failed', name, why: 'bug', detail: String(error) }, locale);
  }
}
