import type { Cell, CellValue } from '../model/document.js';
import type { OnlineReading } from '../model/reading.js';
import { parseCount } from './parse-count.js';

const emptyAnswer = /^(?:有|是|是的|已开通|开通|已开通账号|已有|已建|已建成|有的|√|✓|✔|☑|TRUE)[。.]?$/u;

/** `counts`: whether a bare number there means how many. */
export function parseOnline(cell: Cell | null, counts: boolean): OnlineReading {
  if (cell === null) return { kind: 'blank' };
  const text = textOf(cell.value);
  if (cell.pictures > 0 && (text === '' || isNoText(cell.value))) return { kind: 'picture' };
  if (text === '') return { kind: 'blank' };
  const reading = parseCount({ kind: 'text', text });
  if (reading.kind === 'none') return reading.blank ? { kind: 'blank' } : { kind: 'none' };
  if (counts && reading.kind === 'count' && reading.value >= 0 && Number.isInteger(reading.value)) {
    return { kind: 'count', value: reading.value };
  }
  return { kind: 'text', text, empty: isNoText(cell.value) || emptyAnswer.test(text) };
}

function textOf(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return value.text.normalize('NFKC').trim().replace(/\s+/gu, ' ');
    case 'number':
      return value.shown ?? String(value.value);
    case 'date':
      return value.day;
    case 'boolean':
      return value.value ? 'TRUE' : '无';
    case 'formula':
      return `=${value.formula}`;
    case 'error':
      return value.code;
    case 'empty':
      return '';
  }
}

/** A formula nobody calculated and an error say something was meant, not what. */
function isNoText({ kind }: CellValue): boolean {
  return kind === 'formula' || kind === 'error';
}
