import { catalogue } from '../findings/catalogue.js';
import { likelyWords } from '../findings/likely.js';
import { shortened } from '../findings/text.js';
import type { Locale } from '../model/campaign.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Likely } from '../model/likely.js';
import type { Excerpt, ExcerptRow } from '../pipeline/excerpt.js';
import { clean, sentence, sentences, told, whatToDo } from '../render/words.js';
import type { ShownFile } from './check-files.js';
import { element } from './element.js';
import * as words from './words.js';

/** More remarks than these are folded away. */
const mostRemarks = 3;
const longestFound = 60;
const longestInCell = 18;

/** The findings of one file, the gravest first; what asks nothing of anybody comes last and in little. */
export function findingGroups({ checked, excerpts }: ShownFile, locale: Locale): HTMLElement[] {
  const of = (severity: Severity) => checked.findings.filter((one) => one.severity === severity);
  const grave = (['error', 'warning'] as const)
    .map((severity) => ({ severity, list: of(severity) }))
    .filter(({ list }) => list.length > 0);
  const groups = grave.map(({ severity, list }) => {
    const items = list.map((one) => findingItem(one, excerpts.get(one), checked.likely?.get(one), locale));
    // A single group is what the verdict above it already names.
    const title = grave.length === 1 ? null : element('h4', {}, words.groupTitle(severity, list.length)[locale]);
    return element('section', { class: `group ${severity}` }, title, element('ol', {}, ...items));
  });
  return [...groups, ...remarks(of('info'), locale)];
}

function findingItem(
  finding: Finding,
  excerpt: Excerpt | undefined,
  likely: Likely | undefined,
  locale: Locale,
): HTMLElement {
  const { place, found, message, remedy } = told(finding, locale);
  const { title } = catalogue[finding.rule];
  const saysFound = excerpt === undefined && !message.includes(found);
  return element(
    'li',
    { class: 'finding' },
    element(
      'p',
      { class: 'finding-head' },
      element('span', { class: 'place' }, place),
      element('strong', {}, title[locale]),
    ),
    excerpt === undefined ? null : excerptTable(excerpt, place),
    saysFound ? line('found', words.foundThere[locale], element('q', {}, shortened(found, longestFound))) : null,
    element('p', { class: 'message' }, sentence(message, locale)),
    element('p', { class: 'remedy' }, element('b', {}, whatToDo[locale]), sentence(remedy, locale)),
    likely === undefined
      ? null
      : element('p', { class: 'likely' }, sentence(clean(likelyWords(likely)[locale]), locale)),
    explanation(finding, locale),
  );
}

function line(look: string, label: string, content: HTMLElement): HTMLElement {
  return element('p', { class: look }, element('b', {}, `${label} `), content);
}

/** Why the rule is there, and how it is done right. */
function explanation({ rule }: Finding, locale: Locale): HTMLElement {
  const { meaning, example } = catalogue[rule];
  return element(
    'details',
    {},
    element('summary', {}, words.whyAsked[locale]),
    element('p', {}, meaning[locale]),
    element('p', { class: 'wrong' }, element('b', {}, `${words.wrongSo[locale]} `), example.wrong[locale]),
    element('p', { class: 'right' }, element('b', {}, `${words.rightSo[locale]} `), example.right[locale]),
    element('p', { class: 'rule' }, rule),
  );
}

function remarks(infos: readonly Finding[], locale: Locale): HTMLElement[] {
  if (infos.length === 0) return [];
  const isLong = infos.length > mostRemarks;
  const items = infos.map((finding) => {
    const { place, message, remedy } = told(finding, locale);
    const where = finding.place.kind === 'file' ? null : element('span', { class: 'place' }, place);
    return element('li', {}, where, sentences(isLong ? [message] : [message, remedy], locale));
  });
  const title = words.groupTitle('info', infos.length)[locale];
  return [
    element(
      'details',
      { class: 'group info', open: !isLong },
      element('summary', {}, title),
      element('ul', {}, ...items),
    ),
  ];
}

/** The cell with what stands around it, as it looks in the writer's own program. */
function excerptTable({ columns, rows }: Excerpt, place: string): HTMLElement {
  const head =
    columns.length === 0
      ? null
      : element(
          'thead',
          {},
          element('tr', {}, element('td', {}), ...columns.map((name) => element('th', { scope: 'col' }, name))),
        );
  const table = element(
    'table',
    {},
    head,
    element('tbody', {}, ...rows.map((row) => excerptRow(row, columns.length > 0))),
  );
  return element('div', { class: 'excerpt', role: 'group', tabindex: '0', 'aria-label': place }, table);
}

function excerptRow({ number, cells }: ExcerptRow, isNumbered: boolean): HTMLElement {
  return element(
    'tr',
    {},
    isNumbered ? element('th', { scope: 'row' }, String(number)) : null,
    ...cells.map(({ text, rowSpan, columnSpan, marked }) =>
      element(
        'td',
        { rowspan: String(rowSpan), colspan: String(columnSpan), class: marked ? 'marked' : '' },
        marked ? element('mark', {}, shortened(clean(text), longestInCell)) : shortened(clean(text), longestInCell),
      ),
    ),
  );
}
