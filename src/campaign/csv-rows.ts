import { parse } from 'csv-parse/sync';
import { CampaignFileError } from './problem.js';

export interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  /** Counted from 1, the header included. */
  readonly line: number;
}

/** The rows of a .csv (UTF-8 with or without BOM, or GB18030) by the names in its header; `aliases` are other names for columns. */
export function readRows(bytes: Uint8Array, path: string, aliases: Readonly<Record<string, string>> = {}): CsvRow[] {
  try {
    const columns = (header: string[]) => header.map((name) => aliases[name] ?? name);
    const rows = parse(decode(bytes), { columns, bom: true, trim: true, skip_empty_lines: true, info: true });
    return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map(
      ({ record, info }) => ({
        record,
        line: info.lines,
      }),
    );
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    throw new CampaignFileError(path, [`${line} ${(cause as Error).message}`]);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
