import type { CellValue } from '../../model/document.js';
import { EMPTY, numberValue, textValue } from '../cell-values.js';
import { isPictureFormula } from '../picture-formula.js';
import type { AttributeRecord } from '../xml-scope.js';

export function isPicture(attributes: AttributeRecord): boolean {
  return isPictureFormula(attributes['table:formula'] ?? '');
}

/** A cell by its stated type; `text` is what it shows. */
export function cellValue(attributes: AttributeRecord, text: string): CellValue {
  if (isPicture(attributes) || isPictureFormula(text)) return EMPTY;
  const formula = attributes['table:formula'];
  const type = attributes['office:value-type'];
  if (attributes['calcext:value-type'] === 'error' || (formula !== undefined && ERROR.test(text))) {
    return { kind: 'error', code: text };
  }
  if (type === undefined && formula !== undefined && text === '') {
    return { kind: 'formula', formula: formula.replace(/^\w+:(?==)|^\w+:/, '').replace(/^=/, '') };
  }
  return typedValue(attributes, type, text);
}

const ERROR = /^(#[A-Z/0!?]+|Err:\d+)$/;

function typedValue(attributes: AttributeRecord, type: string | undefined, text: string): CellValue {
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return statedNumber(attributes['office:value'], text);
    case 'date':
      return dateValue(attributes['office:date-value'] ?? '', text);
    case 'boolean':
      return { kind: 'boolean', value: attributes['office:boolean-value'] === 'true' };
    case 'string':
      return textValue(attributes['office:string-value'] ?? text);
    default:
      return textValue(text);
  }
}

function statedNumber(stated: string | undefined, text: string): CellValue {
  const value = Number(stated);
  return stated === undefined || stated.trim() === '' || !Number.isFinite(value) ? textValue(text) : numberValue(value);
}

/** Day 0, which no calendar shows, is a 0 typed into a cell formatted as a date. */
function dateValue(stated: string, text: string): CellValue {
  const day = /^\d{4}-\d\d-\d\d/.exec(stated)?.[0];
  if (day === '1899-12-30') return numberValue(0);
  return day === undefined ? textValue(text) : { kind: 'date', day };
}
