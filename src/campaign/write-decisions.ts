import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { delimiterOf, lineEnds } from './csv-rows.js';
import { decode } from './decode.js';
import { forExcel } from './for-excel.js';
import { noFormula } from './no-formula.js';
import { columnOf, decisionColumns } from './parse-decisions.js';

/**
 * The file with one decision more, whatever program saved it last: its columns and line ends are kept, and it always
 * begins with a byte order mark, so that Excel reads its Chinese.
 */
export function withDecision(before: Uint8Array | null, row: Readonly<Record<string, string>>): Uint8Array {
  const text = before === null ? '' : decode(before);
  if (text.trim() === '') return withDecision(noDecisions(), row);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const columns = headerOf(text).map(columnOf);
  // A value without a column of its own goes to the end, where the check of the whole file finds it.
  const homeless = decisionColumns.filter((column) => !columns.includes(column) && (row[column] ?? '') !== '');
  return forExcel(
    `${text}${text.endsWith('\n') ? '' : lineEnd}${lineOf(row, [...columns, ...homeless], lineEnd, delimiterOf(text))}`,
  );
}

/** A file without decisions yet. */
export function noDecisions(): Uint8Array {
  return forExcel(stringify([decisionColumns]));
}

function lineOf(
  row: Readonly<Record<string, string>>,
  columns: readonly string[],
  lineEnd: string,
  delimiter: string,
): string {
  // Any line break ends a row to the reader, whichever ends rows here.
  const options = { delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/ };
  return stringify([columns.map((column) => noFormula(row[column] ?? ''))], options);
}

function headerOf(text: string): readonly string[] {
  const options = { to: 1, bom: true, trim: true, delimiter: delimiterOf(text), record_delimiter: lineEnds };
  const [header = []] = parse(text, options) as string[][];
  return header;
}
