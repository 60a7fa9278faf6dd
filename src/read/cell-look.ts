import type { CellValue } from '../model/document.js';
import { struckThrough } from './shown-signs.js';

/** How a whole cell looks, as far as that changes what a person sees in it: a line through it, white on white. */
export type CellLook = 'struck' | 'unseen';

/** What a person makes of a value that looks so: a figure is told with its look, and is none any more. */
export function asSeen(value: CellValue, look: CellLook | undefined): CellValue {
  if (look === undefined) return value;
  if (value.kind === 'number') {
    if (value.value === 0 && look === 'unseen') return value;
    const shown = value.shown ?? String(value.value);
    return { ...value, shown: look === 'struck' ? struckThrough(shown) : unseen(shown) };
  }
  if (value.kind !== 'text') return value;
  if (look === 'struck') return { kind: 'text', text: struckThrough(value.text) };
  return { kind: 'text', text: unseenFigure(value.text) };
}

/** White figures are told as such; white words are seen on what lies behind them, or nobody misses them. */
export function unseenFigure(text: string): string {
  return /^\s*\d[\s\d.,]*$/.test(text) ? unseen(text) : text;
}

/** As Excel's own format for showing nothing is written. */
function unseen(text: string): string {
  return `${text} [;;;]`;
}
