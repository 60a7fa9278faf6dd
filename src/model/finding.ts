import type { RuleArgs, RuleId } from './rules.js';

/** `error` rejects, `warning` asks, `info` records. */
export type Severity = 'error' | 'warning' | 'info';

/** Where something stands, in terms a reader of the file can follow. */
export type Place =
  | { readonly kind: 'file' }
  /** `address` as in `F4`. */
  | { readonly kind: 'sheet'; readonly sheet: string; readonly address?: string }
  | { readonly kind: 'word'; readonly table: number; readonly row?: number; readonly column?: number };

/** Something worth telling, without words: those come from the catalogue. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

export interface FindingOf<R extends RuleId> {
  readonly rule: R;
  readonly severity: Severity;
  readonly args: RuleArgs[R];
  readonly place: Place;
  /** What stood there, as its writer typed it. */
  readonly found?: string;
}
