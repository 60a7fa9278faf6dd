import type { Format, UnreadableReason } from '../model/rules.js';
import { causeOf } from '../read/sniff/cause.js';
import { sniff } from '../read/sniff.js';

/** What a file is by its content. */
export interface Kind {
  readonly format: Format;
  /** Why it is of no use whatever its format; null where nothing says so. */
  readonly cause: UnreadableReason | null;
}

export function kindOf(bytes: Uint8Array, name: string): Kind {
  const format = sniff(bytes, name);
  return { format, cause: causeOf(bytes, name, format) };
}
