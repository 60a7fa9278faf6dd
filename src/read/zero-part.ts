import type { UnreadableReason } from '../model/rules.js';
import type { Trouble } from './problem.js';

/** Any of these comes of bytes that did not arrive; that they are zero says why. */
const damages: ReadonlySet<UnreadableReason> = new Set([
  ...(['damaged', 'cut-off', 'damaged-archive', 'damaged-part', 'headers-disagree'] as const),
  ...(['broken-container', 'broken-xml', 'part-missing'] as const),
]);

/** The trouble with a file; where a large part of it is zero, that. */
export function orZeros(trouble: Trouble, bytes: Uint8Array): Trouble {
  if (trouble.rule !== 'file/unreadable' || !damages.has(trouble.args.reason) || !isLargelyZero(bytes)) return trouble;
  return { rule: 'file/unreadable', args: { reason: 'zero-part' } };
}

const leastZeros = 1024;

/** Whether this share of it or more, in one piece, is zero bytes. A whole file may be so too, such as an old workbook. */
export function isLargelyZero(bytes: Uint8Array, share = 8): boolean {
  const enough = Math.max(leastZeros, Math.floor(bytes.length / share));
  // So long a run lies over one of these places.
  for (let at = enough - 1; at < bytes.length; at += enough) {
    let [from, to] = [at, at];
    while (from >= 0 && bytes[from] === 0) from--;
    while (to < bytes.length && bytes[to] === 0) to++;
    if (to - from > enough) return true;
  }
  return false;
}
