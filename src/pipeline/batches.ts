import type { InboxItem } from '../intake/list-inbox.js';
import { mebibyte } from '../model/bounds.js';

/** Few enough that a batch is soon told of, many enough that telling costs little. */
const leastAtOnce = 64;
/** Where many wait: what is done meanwhile with those that were told, such as keeping them, then holds up nobody. */
const mostAtOnce = 256;
/** A batch has the time of one file: a share on a slow network must be able to give so much in it. */
const bytesAtOnce = 64 * mebibyte;

/**
 * Where the batch ends that begins here; at least one file is in it. Towards the end batches become small, so that none of
 * those who work is left with many while the others have nothing.
 */
export function endOfBatch(
  waiting: readonly { readonly item: Pick<InboxItem, 'size'> }[],
  from: number,
  hands: number,
): number {
  const share = Math.floor((waiting.length - from) / (hands * 8));
  const most = Math.min(waiting.length, from + Math.min(mostAtOnce, Math.max(leastAtOnce, share)));
  let to = from + 1;
  let bytes = waiting[from]?.item.size ?? 0;
  while (to < most && bytes < bytesAtOnce) bytes += waiting[to++]?.item.size ?? 0;
  return to;
}
