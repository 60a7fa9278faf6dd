import type { Cell } from '../model/document.js';
import type { OnlineReading } from '../model/reading.js';
import { parseCount } from './parse-count.js';

const emptyAnswer = /^(?:有|是|已开通|开通|已有|已建|有的|√|✓|☑)[。.]?$/u;

/** `counts`: whether a bare number there means how many. */
export function parseOnline(cell: Cell | null, counts: boolean): OnlineReading {
  if (cell === null) return { kind: 'blank' };
  const text = textOf(cell);
  if (text === '') return cell.pictures > 0 ? { kind: 'picture' } : { kind: 'blank' };
  const reading = parseCount({ kind: 'text', text });
  if (reading.kind === 'none') return reading.blank ? { kind: 'blank' } : { kind: 'none' };
  if (counts && reading.kind === 'count') return { kind: 'count', value: reading.value };
  return { kind: 'text', text, empty: emptyAnswer.test(text) };
}

function textOf(cell: Cell): string {
  const { value } = cell;
  if (value.kind === 'text') return value.text.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  if (value.kind === 'number') return String(value.value);
  if (value.kind === 'date') return value.day;
  return '';
}
