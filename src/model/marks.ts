import type { Severity } from './finding.js';

/** What is to be shown in a copy of a unit's own workbook, in words. */
export interface Marks {
  readonly cells: readonly CellMark[];
  readonly list: ChangeList;
  /** Who hangs the notes. */
  readonly author: string;
  /** How our notes begin: those of an earlier copy, which its sender has mended and sent back, are taken away. */
  readonly noteHeads: readonly string[];
}

/** A cell to be coloured and the note to be hung on it. */
export interface CellMark {
  readonly sheet: string;
  /** Such as `F4`. */
  readonly address: string;
  readonly severity: Severity;
  readonly text: string;
}

/** A sheet that lists what is to be changed. */
export interface ChangeList {
  /** The sheet's name. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly ChangeRow[];
}

export interface ChangeRow {
  readonly severity: Severity;
  /** As many as there are headers. */
  readonly cells: readonly string[];
  /** The cell the row is about; null where it is about no one cell. */
  readonly at: { readonly sheet: string; readonly address: string } | null;
}
