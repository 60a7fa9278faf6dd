import { parse } from 'csv-parse/sync';
import { decode } from './decode.js';
import { asMeant } from './no-formula.js';
import { CampaignFileError } from './problem.js';

export interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  /** Counted from 1, the header included. */
  readonly line: number;
}

interface ParsedRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

/** Named, because a file that Excel saved and a program went on with holds several, and only the first would be taken. */
export const lineEnds = ['\r\n', '\n', '\r'];

/** The rows of a .csv (UTF-8 with or without BOM, UTF-16 or GB18030) by the names in its header; `aliases` are other names for columns. */
export function readRows(bytes: Uint8Array, path: string, aliases: Readonly<Record<string, string>> = {}): CsvRow[] {
  try {
    const text = decode(bytes);
    const columns = (header: readonly string[]) => header.map((name) => aliases[name] ?? name);
    const rows = plainRows(text, columns) ?? parsedRows(text, columns);
    return rows.filter(holdsAnything).map(({ record, info }) => {
      for (const name in record) record[name] = asMeant(record[name] ?? '');
      return { record, line: info.lines };
    });
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    throw new CampaignFileError(path, [`${line} ${(cause as Error).message}`]);
  }
}

/** Spreadsheet programs leave rows that were emptied. */
function holdsAnything({ record }: ParsedRow): boolean {
  for (const name in record) if (record[name]?.trim() !== '') return true;
  return false;
}

/** WPS and Excel save “Unicode text” with tabs, and where a comma stands in decimals with semicolons. */
export function delimiterOf(text: string): string {
  const header = /^\ufeff?\s*([^\r\n]*)/u.exec(text)?.[1] ?? '';
  return [',', '\t', ';'].find((sign) => header.includes(sign)) ?? ',';
}

type Columns = (header: readonly string[]) => string[];

function parsedRows(text: string, columns: Columns): readonly ParsedRow[] {
  const delimiter = delimiterOf(text);
  const lines = { skip_empty_lines: true, info: true, record_delimiter: lineEnds };
  const options = { columns, bom: true, trim: true, delimiter, ...lines };
  return parse(text, options) as unknown as readonly ParsedRow[];
}

/** What asks for more than to be divided: quotes, blanks, and signs of the beginning of a text. */
const special = /["\ufeff]|[^\S\r\n]/;

/**
 * The same in a fifth of the time, for the roster of a country, where commas and ends of lines are all there is to see.
 * Null where it is not, or where a row is longer or shorter than the header, which the parser tells best.
 */
export function plainRows(text: string, columns: Columns): readonly ParsedRow[] | null {
  if (special.test(text) || delimiterOf(text) !== ',') return null;
  const lines = text.split(/\r\n|\n|\r/);
  const top = lines.findIndex((line) => line !== '');
  const header = columns((lines[top] ?? '').split(','));
  if (header.includes('') || new Set(header).size < header.length) return null;
  const rows: ParsedRow[] = [];
  for (let n = top + 1; n < lines.length; n++) {
    const line = lines[n] as string;
    if (line === '') continue;
    const values = line.split(',');
    if (values.length !== header.length) return null;
    rows.push({ record: recordOf(header, values), info: { lines: n + 1 } });
  }
  return rows;
}

function recordOf(header: readonly string[], values: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let n = 0; n < header.length; n++) record[header[n] as string] = values[n] as string;
  return record;
}
