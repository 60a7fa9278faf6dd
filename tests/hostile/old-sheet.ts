import { joinBytes } from '../../src/model/join-bytes.js';
import { type FormCell, formCells } from './honest-form.js';
import { biff, compound, record } from './makers/compound.js';
import { bytesOf, u16, u32 } from './raw-zip.js';

/** Where a cell's record says it stands, and in which format. */
export function cellAt({ row, column }: Pick<FormCell, 'row' | 'column'>, style = 0): Uint8Array {
  return joinBytes([u16(row - 1), u16(column - 1), u16(style)]);
}

export function doubled(value: number): Uint8Array {
  return new Uint8Array(new Float64Array([value]).buffer);
}

export function numberRecord(cell: FormCell, value = Number(cell.text), style = 0): Uint8Array {
  return record(0x0203, cellAt(cell, style), doubled(value));
}

/** A text with its length in two bytes before it, two bytes a sign. */
export function wide(text: string): Uint8Array {
  return joinBytes([u16(text.length), Uint8Array.of(1), new Uint8Array(Buffer.from(text, 'utf16le'))]);
}

export interface OldSheetChanges {
  readonly figure?: (cell: FormCell) => readonly Uint8Array[];
  readonly globals?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
}

/** The records of the honest form as a sheet of Excel 97. */
export function oldRecords({ figure = (cell) => [numberRecord(cell)], after = [] }: OldSheetChanges): Uint8Array[] {
  const cells = formCells();
  const records = cells.flatMap((cell) => {
    if (cell.isFigure) return figure(cell);
    return cell.text === '' ? [] : [record(0x0204, cellAt(cell), wide(cell.text))];
  });
  const areas = cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
  const merges = areas.map(({ row, column, rowSpan, columnSpan }) =>
    joinBytes([row, row + rowSpan - 1, column, column + columnSpan - 1].map((edge) => u16(edge - 1))),
  );
  return [...records, record(0x00e5, u16(merges.length), ...merges), ...after];
}

export function oldStream(changes: OldSheetChanges = {}): Uint8Array {
  return biff(oldRecords(changes), changes.globals);
}

/** The honest form as a workbook of Excel 97. */
export function oldSheet(changes: OldSheetChanges = {}): Uint8Array {
  return compound({ Workbook: oldStream(changes) });
}

/** A cell format that shows numbers by the number format of this id. */
export function cellFormat(format: number): Uint8Array {
  return record(0x00e0, u16(0), u16(format), new Uint8Array(16));
}

export function numberFormat(id: number, code: string): Uint8Array {
  return record(0x041e, u16(id), u16(code.length), Uint8Array.of(0), bytesOf(code));
}

/** The shared texts, as many as there are. */
export function sharedTexts(texts: readonly string[]): Uint8Array {
  return record(0x00fc, u32(texts.length), u32(texts.length), ...texts.map(wide));
}
