import type { Locale } from '../model/campaign.js';
import { button, element } from './element.js';
import * as words from './words.js';

/** Copies the text and says so on the button for a while. */
export function copyButton(text: () => string, locale: Locale): HTMLElement {
  const made = button(words.copyResult[locale], 'quiet copy', async () => {
    said.textContent = ((await copy(text())) ? words.copied : words.notCopied)[locale];
    setTimeout(() => {
      said.textContent = '';
    }, 4000);
  });
  const said = element('span', { class: 'said', role: 'status' });
  return element('span', {}, made, said);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/** For browsers that give pages opened from disk no clipboard. */
function copyBySelecting(text: string): boolean {
  const area = element('textarea', { class: 'out-of-sight', readonly: true }, text);
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
