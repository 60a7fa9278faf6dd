import { uint8, uint16, uint32 } from '../bytes.js';
import type { CellLook } from '../cell-look.js';
import { type NumberFormat, numberFormat } from '../number-format.js';
import { damaged, locked, ReadProblem } from '../problem.js';
import { cellLook, type Font, readFont, richText } from './looks.js';
import { type BiffRecord, RECORD, recordsFrom, SplitData, textAt } from './records.js';

/** What the first part of the stream says of the whole. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** By cell format. */
  readonly formats: readonly NumberFormat[];
  /** By cell format too. */
  readonly looks: readonly (CellLook | undefined)[];
  readonly date1904: boolean;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly start: number;
}

const WORKSHEET = 0;

export function readWorkbook(stream: Uint8Array): Workbook {
  const found: Found = {
    sheets: [],
    codes: new Map(),
    formats: [],
    fonts: [],
    styles: [],
    strings: [],
    date1904: false,
  };
  let inStrings = false;
  for (const record of recordsFrom(stream, 0)) {
    inStrings = record.id === RECORD.sharedStrings || (inStrings && record.id === RECORD.continued);
    if (record.id === RECORD.sharedStrings && found.strings.length > 0) throw damaged('two lists of texts');
    if (inStrings) found.strings.push(record.data);
    else take(record, found);
  }
  return {
    sheets: found.sheets,
    strings: found.strings.length === 0 ? [] : readStrings(new SplitData(found.strings), found.fonts),
    formats: found.formats.map((format) => numberFormat(format, found.codes.get(format))),
    looks: found.styles.map((style) => cellLook(style, found.fonts)),
    date1904: found.date1904,
  };
}

interface Found {
  readonly sheets: SheetEntry[];
  /** Number formats written out, by their ids. */
  readonly codes: Map<number, string>;
  /** The number format of each cell format. */
  readonly formats: number[];
  readonly fonts: Font[];
  readonly styles: Uint8Array[];
  readonly strings: Uint8Array[];
  date1904: boolean;
}

function take({ id, data }: BiffRecord, found: Found): void {
  switch (id) {
    case RECORD.filePass:
      throw locked('workbook');
    case RECORD.dateSystem:
      found.date1904 = uint16(data, 0) === 1;
      break;
    case RECORD.numberFormat:
      found.codes.set(uint16(data, 0), formatCode(data));
      break;
    case RECORD.cellFormat:
      found.formats.push(uint16(data, 2));
      found.styles.push(data);
      break;
    case RECORD.font:
      found.fonts.push(readFont(data));
      break;
    case RECORD.sheet:
      if (uint8(data, 5) === WORKSHEET) found.sheets.push(sheetEntry(data));
  }
}

function sheetEntry(data: Uint8Array): SheetEntry {
  return { name: textAt(data, 6, 1), hidden: (uint8(data, 4) & 3) !== 0, start: uint32(data, 0) };
}

/** Some programs state more letters than the record holds. No office program minds, and no figure hangs on them. */
function formatCode(data: Uint8Array): string {
  const wide = uint8(data, 4) & WIDE;
  const held = Math.max(0, data.length - 5) >> wide;
  return new SplitData([data.subarray(5)]).characters(Math.min(uint16(data, 2), held), wide === WIDE);
}

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/**
 * All texts. Where they break off before as many as were announced, those before are whole; a cell that asks for one
 * behind them is damaged.
 */
function readStrings(data: SplitData, fonts: readonly Font[]): string[] {
  const strings: string[] = [];
  try {
    data.skip(4);
    const count = data.uint32();
    for (let i = 0; i < count; i++) strings.push(readString(data, fonts));
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
  }
  return strings;
}

/** A text as its runs show it; phonetic guides behind it are passed over. */
function readString(data: SplitData, fonts: readonly Font[]): string {
  const length = data.uint16();
  const flags = data.uint8();
  const runs = flags & RICH ? data.uint16() : 0;
  const extended = flags & EXTENDED ? data.uint32() : 0;
  const text = data.characters(length, (flags & WIDE) !== 0);
  const shown = richText(
    text,
    Array.from({ length: runs }, () => [data.uint16(), data.uint16()] as const),
    fonts,
  );
  data.skip(extended);
  return shown;
}
