import { stringify } from 'csv-stringify/sync';
import { decisionColumns } from './parse-decisions.js';

/** The file with one decision more. A new file begins with a byte order mark, so that Excel reads its Chinese. */
export function withDecision(before: string | null, row: Readonly<Record<string, string>>): string {
  const line = stringify([decisionColumns.map((column) => row[column] ?? '')], { escape_formulas: true });
  if (before === null || before.trim() === '') return `\uFEFF${stringify([decisionColumns])}${line}`;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${line}`;
}
