/** What `check --fix` did about one file. */
export interface FileMending {
  readonly outcome: MendingOutcome;
  /** The corrected copy; null where none was written. */
  readonly path: string | null;
  readonly changed: readonly ChangedCell[];
}

export interface ChangedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly from: string;
  readonly to: number;
}

/** `there`: an earlier run has written the very same. */
export type MendingOutcome = 'written' | 'there' | 'nothing' | 'other-format' | 'unproven' | 'container' | 'inbox';
