import { isDay } from '../../model/day.js';
import type { CellValue } from '../../model/document.js';
import { EMPTY, formattedNumber, numberValue, textValue } from '../cell-values.js';
import { numberFormat } from '../number-format.js';
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
  const other = attributes['calcext:value-type'];
  if (other !== undefined && other !== type) return UNTOLD;
  switch (type) {
    case 'float':
    case 'currency':
      return statedNumber(attributes['office:value']);
    case 'percentage':
      return percentage(attributes['office:value']);
    case 'date':
      return dateValue(attributes['office:date-value'] ?? '');
    case 'time':
      return textValue(/^[\d\s.]*$/.test(text) ? (attributes['office:time-value'] ?? text) : text);
    case 'boolean':
      return { kind: 'boolean', value: attributes['office:boolean-value'] === 'true' };
    case 'string':
      return textValue(attributes['office:string-value'] ?? text);
    case undefined:
    case 'void':
      return textValue(text);
    default:
      return UNTOLD;
  }
}

/** What is stored is no value of its kind: programs show 0, nothing, or what the text beside it says. */
const UNTOLD: CellValue = { kind: 'error', code: '#VALUE!' };

const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function statedNumber(stated = ''): CellValue {
  const value = decimal.test(stated) ? Number(stated) : Number.NaN;
  return Number.isFinite(value) ? numberValue(value) : UNTOLD;
}

/** As it is shown: 0.5 is 50%, and 12 is no 12. */
function percentage(stated: string | undefined): CellValue {
  const value = statedNumber(stated);
  return value.kind === 'number' ? formattedNumber(value.value, numberFormat(9), false) : value;
}

/** Day 0, which no calendar shows, is a 0 typed into a cell formatted as a date. */
function dateValue(stated: string): CellValue {
  const day = /^\d{4}-\d\d-\d\d/.exec(stated)?.[0];
  if (day === '1899-12-30') return numberValue(0);
  return day === undefined || !isDay(day) ? UNTOLD : { kind: 'date', day };
}
