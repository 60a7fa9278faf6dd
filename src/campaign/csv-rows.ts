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
    const columns = (header: string[]) => header.map((name) => aliases[name] ?? name);
    const options = { columns, bom: true, trim: true, skip_empty_lines: true, info: true, record_delimiter: lineEnds };
    const rows = parse(decode(bytes), options) as unknown as readonly ParsedRow[];
    return rows.map(({ record, info }) => {
      for (const name in record) record[name] = asMeant(record[name] ?? '');
      return { record, line: info.lines };
    });
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    throw new CampaignFileError(path, [`${line} ${(cause as Error).message}`]);
  }
}
