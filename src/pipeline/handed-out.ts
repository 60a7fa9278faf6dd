import type { Examination } from '../model/submission.js';
import type { Allowance } from '../read/allowance.js';
import { readDocument } from '../read/read-document.js';

/**
 * Whether a form bears a unit's name and nothing else, as it was handed out: blank to who looks at it, though empty to who
 * is sent it. A 写实表 with pictures and no words is not blank.
 */
export async function isHandedOut(bytes: Uint8Array, examination: Examination, allowance: Allowance): Promise<boolean> {
  const { statistics, progress, format, findings } = examination;
  if (statistics !== null) {
    return Object.keys(statistics).length === 0 && findings.length > 0 && findings.every(isEmptiness);
  }
  if (progress === null || progress.activities.length > 0 || !findings.every(isEmptiness)) return false;
  const read = await readDocument(bytes, format, allowance);
  return read.ok && read.document.pictures === 0;
}

function isEmptiness({ rule }: Examination['findings'][number]): boolean {
  return rule === 'file/empty' || rule === 'progress/no-activity';
}
