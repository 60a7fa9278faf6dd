import { textOfBytes } from '../text-table.js';
import { type Run, readText, standsAt } from '../xml-bytes.js';
import { decodeEntities } from '../xml-entities.js';

const preserve = ' xml:space="preserve"';
const GREATER = 62;

/**
 * Reads a text as programs write it, `<t>宣传人数</t>`; `run` tells where it ends. Null where none begins here, or it is
 * for the strict parser to judge. The bytes must be UTF-8.
 */
export function readPlainText(bytes: Uint8Array, at: number, run: Run): string | null {
  if (!standsAt(bytes, at, '<t')) return null;
  const from = at + 2 + (standsAt(bytes, at + 2, preserve) ? preserve.length : 0);
  if (bytes[from] !== GREATER) return null;
  readText(bytes, from + 1, run);
  const { end, entities } = run;
  if (end === -1 || !standsAt(bytes, end, '</t>')) return null;
  run.end = end + 4;
  const text = textOfBytes(bytes, from + 1, end);
  return entities ? decodeEntities(text) : text;
}
