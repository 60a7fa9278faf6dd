import { harmless, shortened } from '../../findings/text.js';
import { oneLine } from '../words.js';

/** A piece of a page that is safe to show as it is. Only this file makes one out of text. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between the tags: text is always escaped, lists are joined, null is nothing. */
export type Part = Html | string | number | null | readonly Part[];

/** No text of a file is shown longer than this: a name inside an archive may have 65 535 bytes. */
const longestText = 400;

/** Builds a piece of a page. The indentation of the template does not get into it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const fixed = tightened(strings);
  let text = fixed[0] ?? '';
  for (const [n, part] of parts.entries()) text += `${textOf(part)}${fixed[n + 1] ?? ''}`;
  return new Html(text);
}

/** Markup of our own: scripts, styles, paths of a drawing. Never anything that came from a file. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** The address of a file, whole: cut short it would lead nowhere. */
export function address(href: string): Html {
  return new Html(entitled(harmless(href)));
}

/** On one line, the signs that deceive shown by name, cut where it is endless, and never markup. */
function escaped(text: string): string {
  return entitled(shortened(oneLine(text), longestText));
}

function entitled(text: string): string {
  return text.replace(/[&<>"'`]/gu, (sign) => entities[sign] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map(textOf).join('');
}

/** By call site, since each has one array of strings for the life of the program. */
const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function tightened(strings: TemplateStringsArray): readonly string[] {
  const before = known.get(strings);
  if (before !== undefined) return before;
  const tight = strings.map((string) => string.replace(/\n\s*/gu, ''));
  known.set(strings, tight);
  return tight;
}
