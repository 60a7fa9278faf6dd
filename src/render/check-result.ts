import type { Locale } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { RenderOptions } from './options.js';

/** One file, examined by itself. */
export interface CheckedFile {
  readonly path: string;
  /** The material's name; null where nothing tells. */
  readonly material: string | null;
  /** The unit's name; null where nothing tells. */
  readonly unit: string | null;
  /** A form nobody has filled in. */
  readonly blank: boolean;
  readonly findings: readonly Finding[];
  /** What was read, for the sender to compare. */
  readonly values?: readonly CheckedValue[] | undefined;
}

export interface CheckedValue {
  readonly label: string;
  readonly value: number | string;
  readonly place: string;
}

export function renderCheck(results: readonly CheckedFile[], _options: RenderOptions): string {
  return results.map(({ path }) => path).join('\n');
}

export function checkJson(_results: readonly CheckedFile[], _locale: Locale): object {
  return { schema: 1 };
}
