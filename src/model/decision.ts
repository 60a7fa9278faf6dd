import type { Day, Instant } from './campaign.js';

/** What the clerk ruled by hand. Each has a reason, who ruled and when; `line` is where it stands in decisions.csv. */
export type Decision = DecisionBase &
  (
    | {
        readonly action: 'assign';
        readonly file: FileTarget;
        readonly unit: string | null;
        readonly material: string | null;
      }
    | { readonly action: 'accept'; readonly file: FileTarget }
    | { readonly action: 'withdraw'; readonly file: FileTarget }
    | { readonly action: 'received'; readonly file: FileTarget; readonly at: Instant }
    | { readonly action: 'extend'; readonly unit: string; readonly deadline: string; readonly due: Day }
    | { readonly action: 'exempt'; readonly unit: string; readonly deadline: string | null }
  );

export interface DecisionBase {
  readonly line: number;
  readonly reason: string;
  readonly who: string;
  readonly date: Day;
}

/** A file by its path in the inbox, by its content, or by both: content holds where the file was moved. */
export interface FileTarget {
  readonly path: string | null;
  /** The beginning of its SHA-256, at least eight digits. */
  readonly sha256: string | null;
}

/** A decision and whether there was anything it applied to. */
export interface DecisionReport {
  readonly decision: Decision;
  readonly applied: boolean;
}
