import type { CellValue } from '../model/document.js';

/** A cell's value as it is quoted to its writer. */
export function quoted(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return value.text;
    case 'number':
      return value.shown ?? String(value.value);
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return value.day;
    case 'formula':
      return `=${value.formula}`;
    case 'error':
      return value.code;
  }
}
