import { isDay } from '../../model/day.js';
import type { CellValue, Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { asSeen, type CellLook } from '../cell-look.js';
import { EMPTY, formattedNumber, textValue } from '../cell-values.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import { type NumberFormat, numberFormat } from '../number-format.js';
import { isPictureFormula } from '../picture-formula.js';
import type { Area, Placed } from '../place-cells.js';
import { damaged } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import { shiftedDigits, struckThrough } from '../shown-signs.js';
import { assembleWorkbook } from '../workbook-document.js';
import type { Attributes, XmlEvents } from '../xml-events.js';
import type { AttributeRecord } from '../xml-scope.js';

/** Reads a workbook as Excel 2003 and many programs that export tables write it in one XML. */
export function readSpreadsheet(bytes: Uint8Array, allowance: Allowance): Document {
  const { sheets } = scanXml(bytes, () => new SpreadsheetReader(allowance), allowance);
  if (sheets.length === 0) throw damaged('no sheets', 'no-sheet');
  if (sheets.every(({ hidden }) => hidden)) throw damaged('no sheet in view', 'only-hidden');
  return assembleWorkbook(sheets, 0, allowance);
}

interface Sheet {
  readonly name: string;
  hidden: boolean;
  readonly cells: Placed[];
  readonly merges: Area[];
}

interface Style {
  format: NumberFormat;
  look: CellLook | undefined;
}

/** Names that stand for formats; the others show the number itself. */
const NAMED: Readonly<Record<string, string>> = {
  Percent: '0%',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
  ...Object.fromEntries(['General Date', 'Long Date', 'Medium Date', 'Short Date'].map((name) => [name, 'yyyy-mm-dd'])),
};
const PLAIN = new Set(['General', 'General Number', 'Fixed', 'Standard', 'Currency', 'Euro Currency', 'Scientific']);

class SpreadsheetReader implements XmlEvents {
  readonly sheets: Sheet[] = [];
  readonly #allowance: Allowance;
  readonly #styles = new Map<string, Style>();
  #style: Style = { format: 'number', look: undefined };
  #row = 0;
  /** The last row that the one before stands for. */
  #last = 0;
  #rowStyle: string | undefined;
  #column = 0;
  #cell: AttributeRecord | null = null;
  #data: { readonly type: string; text: string } | null = null;
  #inData = false;
  /** Within a note or a phonetic guide. */
  #skipped = 0;
  readonly #marks: string[] = [];
  #inVisible = false;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || name === 'ss:Comment' || name.endsWith(':PhoneticText')) this.#skipped++;
    else if (this.#inData) this.#marks.push(name.replace(/^.*:/, ''));
    else if (this.#cell !== null) this.#openInCell(name, attributes.record());
    else this.#openOutside(name, attributes.record());
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (this.#inData && this.#marks.length > 0) this.#marks.pop();
    else if (name === 'ss:Data') this.#inData = false;
    else if (name === 'ss:Cell') this.#closeCell();
    this.#inVisible = false;
  }

  text(text: string): void {
    if (this.#inVisible && /^Sheet(?:Very)?Hidden$/.test(text.trim())) this.#lastSheet().hidden = true;
    if (this.#skipped === 0 && this.#inData && this.#data !== null) this.#data.text += this.#shown(text);
  }

  /** As the elements of HTML around it make it look. */
  #shown(text: string): string {
    const within = (...names: string[]) => this.#marks.some((mark) => names.includes(mark));
    const shifted = within('Sup') ? 'superscript' : within('Sub') ? 'subscript' : null;
    return within('S', 'Del', 'Strike') ? struckThrough(text) : shiftedDigits(text, shifted);
  }

  #openOutside(name: string, attributes: AttributeRecord): void {
    switch (name) {
      case 'ss:Style':
        this.#style = { ...this.#styleNamed(attributes['ss:Parent'] ?? 'Default') };
        this.#styles.set(attributes['ss:ID'] ?? '', this.#style);
        break;
      case 'ss:NumberFormat':
        this.#style.format = formatOf(attributes['ss:Format'] ?? 'General');
        break;
      case 'ss:Font':
        this.#style.look = /^(?:1|true)$/.test(attributes['ss:StrikeThrough'] ?? '') ? 'struck' : undefined;
        break;
      case 'ss:Worksheet':
        this.#last = 0;
        this.sheets.push({ name: attributes['ss:Name'] ?? '', hidden: false, cells: [], merges: [] });
        break;
      case 'ss:Row':
        this.#openRow(attributes);
        break;
      case 'ss:Cell':
        this.#cell = attributes;
        this.#column = placeAfter(this.#column, attributes['ss:Index'], MAX_COLUMNS);
        break;
      default:
        this.#inVisible = name.endsWith(':Visible') && this.sheets.length > 0;
    }
  }

  #openRow(attributes: AttributeRecord): void {
    this.#row = placeAfter(this.#last, attributes['ss:Index'], MAX_ROWS);
    this.#rowStyle = attributes['ss:StyleID'];
    this.#column = 0;
    // An empty row may stand for many.
    this.#last = this.#row + count(attributes['ss:Span'], MAX_ROWS);
  }

  #openInCell(name: string, attributes: AttributeRecord): void {
    if (name !== 'ss:Data') return;
    if (this.#data !== null) throw damaged('two values in a cell');
    this.#data = { type: attributes['ss:Type'] ?? 'String', text: '' };
    this.#inData = true;
  }

  #closeCell(): void {
    const attributes = this.#cell ?? {};
    const { format, look } = this.#styleNamed(attributes['ss:StyleID'] ?? this.#rowStyle ?? 'Default');
    const across = count(attributes['ss:MergeAcross'], MAX_COLUMNS);
    const down = count(attributes['ss:MergeDown'], MAX_ROWS);
    const [row, column, sheet] = [this.#row, this.#column, this.#lastSheet()];
    const formula = attributes['ss:Formula'];
    const isPicture = isPictureFormula(formula ?? '');
    const value = isPicture ? EMPTY : asSeen(storedValue(this.#data, formula, format), look);
    if (value.kind !== 'empty' || isPicture) {
      this.#allowance.addCells(1);
      sheet.cells.push({ row, column, value, pictures: isPicture ? 1 : 0 });
    }
    if (across + down > 0) sheet.merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    this.#allowance.keepTo('merges', sheet.merges.length);
    this.#column += across;
    this.#cell = null;
    this.#data = null;
  }

  #styleNamed(name: string): Style {
    return this.#styles.get(name) ?? { format: 'number', look: undefined };
  }

  #lastSheet(): Sheet {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) throw damaged('a cell outside of any sheet');
    return sheet;
  }
}

function formatOf(code: string): NumberFormat {
  return PLAIN.has(code) ? 'number' : numberFormat(0, NAMED[code] ?? code);
}

/** The next place, or the one stated, which never lies before it: Excel opens no file where it does. */
function placeAfter(last: number, stated: string | undefined, most: number): number {
  const place = stated === undefined ? last + 1 : Number(stated);
  if (!Number.isInteger(place) || place <= last || place > most) throw damaged(`no place ${stated}`);
  return place;
}

function count(stated: string | undefined, most: number): number {
  const value = Number(stated ?? 0);
  return value >= 0 ? Math.min(Math.floor(value), most) : 0;
}

function storedValue(
  data: { readonly type: string; readonly text: string } | null,
  formula: string | undefined,
  format: NumberFormat,
): CellValue {
  if (data === null) return formula === undefined ? EMPTY : { kind: 'formula', formula: formula.replace(/^=/, '') };
  const text = data.text.trim();
  switch (data.type) {
    case 'Number':
      return decimal.test(text) && Number.isFinite(Number(text))
        ? formattedNumber(Number(text), format, false)
        : untold;
    case 'DateTime': {
      const day = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(text)?.[1];
      return day === undefined || !isDay(day) ? untold : { kind: 'date', day };
    }
    case 'Boolean':
      return { kind: 'boolean', value: /^(?:1|true)$/i.test(text) };
    case 'Error':
      return { kind: 'error', code: text };
    default:
      return textValue(data.text);
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** What is stored is no value of its kind. */
const untold: CellValue = { kind: 'error', code: '#VALUE!' };
