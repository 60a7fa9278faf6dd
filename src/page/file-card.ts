import type { Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import { type Verdict, verdictOf } from '../render/check-verdict.js';
import { clean } from '../render/words.js';
import type { Outcome, ShownFile } from './check-files.js';
import { offerDownload } from './download.js';
import { button, element, sign } from './element.js';
import { findingGroups } from './findings.js';
import { headline } from './verdicts.js';
import * as words from './words.js';

/** One file: whether it can be sent, which it is, and what was found. */
export function fileCard(file: ShownFile, locale: Locale): HTMLElement {
  const verdict = verdictOf([file.checked]);
  return element(
    'article',
    { class: `card ${verdict.kind}` },
    element(
      'header',
      {},
      verdictTitle(signs[verdict.kind], headline(verdict, locale)),
      fileName(file.label),
      element('p', { class: 'about' }, aboutFile(file.checked, locale)),
      element('p', { class: 'note' }, noteOn(verdict)[locale]),
    ),
    correctedCopy(file, locale),
    ...findingGroups(file, locale),
  );
}

/** Several files of which nothing is asked, in little. */
export function fineCard(files: readonly ShownFile[], locale: Locale): HTMLElement {
  const items = files.map((file) =>
    element(
      'li',
      {},
      fileName(file.label),
      element('p', { class: 'about' }, aboutFile(file.checked, locale)),
      correctedCopy(file, locale),
      ...findingGroups(file, locale),
    ),
  );
  return element(
    'article',
    { class: 'card fine' },
    element('header', {}, verdictTitle(signs.fine, words.severalFine(files.length)[locale])),
    element('ul', { class: 'fine-files' }, ...items),
  );
}

export function failedCard({ name, why, detail }: Extract<Outcome, { kind: 'failed' }>, locale: Locale): HTMLElement {
  return element(
    'article',
    { class: 'card failed' },
    element(
      'header',
      {},
      verdictTitle('–', words.notChecked[locale]),
      fileName(name),
      element('p', { class: 'note' }, words.failures[why][locale]),
      why === 'bug'
        ? element('details', {}, element('summary', {}, words.technical[locale]), element('p', {}, clean(detail)))
        : null,
    ),
  );
}

const signs: Readonly<Record<Verdict['kind'], string>> = { mend: '!', ask: '?', fine: '✓', blank: '○' };

function verdictTitle(mark: string, text: string): HTMLElement {
  return element('h2', { class: 'verdict' }, sign(mark, 'verdict-sign'), text);
}

/** Set apart, so that signs of direction in a name change nothing beside it; those that hide something are gone. */
function fileName(name: string): HTMLElement {
  return element('h3', { class: 'file-name' }, element('bdi', {}, clean(name)));
}

function aboutFile({ material, unit }: CheckedFile, locale: Locale): string {
  const parts = [material ?? words.unknownMaterial[locale], unit ?? ''].map(clean);
  return parts.filter((part) => part !== '').join(' · ');
}

function noteOn(verdict: Verdict): Words {
  switch (verdict.kind) {
    case 'mend':
      return words.mendNote(verdict.warnings);
    case 'ask':
      return words.askNote;
    case 'fine':
      return words.fineNote;
    case 'blank':
      return words.blankNote;
  }
}

/** Only where something could be corrected without asking. */
function correctedCopy({ corrected }: ShownFile, locale: Locale): HTMLElement | null {
  if (corrected === null) return null;
  const { name, bytes } = corrected;
  return element(
    'div',
    { class: 'mended' },
    button(words.mendedCopy[locale], 'strong', () => offerDownload(bytes, name)),
    element('p', {}, words.mendedNote[locale]),
  );
}
