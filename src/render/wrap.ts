import { columnsOf } from '../findings/text.js';

/** Closing signs cling to what stands before them, opening ones to what follows; words of Latin letters stay whole. */
const piece =
  /[“‘（《〈【「(]*(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’《》]+|.)[”’）》〉】」，。；：、？！…）)\]]*\s*/gu;

/** The text on lines of at most so many columns. Chinese may break anywhere but before a closing sign. */
function wrapped(text: string, widest: number): readonly string[] {
  const lines: string[] = [];
  for (const [part] of text.matchAll(piece)) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last}${part}`.trimEnd()) <= widest)
      lines[lines.length - 1] = `${last}${part}`;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

/** The first line behind the lead, the others under its text. */
export function hanging(lead: string, text: string, width: number, paint = (one: string) => one): string {
  const indent = columnsOf(lead);
  return wrapped(text, Math.max(20, width - indent))
    .map((line, n) => `${n === 0 ? paint(lead) : ' '.repeat(indent)}${line}`)
    .join('\n');
}
