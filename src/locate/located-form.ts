import type { FieldId } from '../model/campaign.js';
import type { Cell, Table } from '../model/document.js';
import type { Finding } from '../model/finding.js';

/** Where each field of the form stands in one table. */
export interface LocatedForm {
  readonly table: Table;
  /** The value's cell; null where the label is there and nothing under it. Fields not found are absent. */
  readonly cells: ReadonlyMap<FieldId, Cell | null>;
  readonly findings: readonly Finding[];
  /** How many fields have a label, whether or not their value is beyond doubt. */
  readonly found: number;
  /** The first row, title included. */
  readonly from: number;
  /** Cells above the first block: title, unit line, notes. */
  readonly above: readonly Cell[];
  /** Cells below the last row of labels: the last values, notes, signatures. */
  readonly below: readonly Cell[];
  /** Whether some value begins left of the labels it belongs to, where labels of blocks stand. */
  readonly reachesLeft: boolean;
  /** Rows of values in which figures may come and go: as long as one stands there, the fields are where they are. */
  readonly slots: readonly RowOfSlots[];
}

/** One row of the table in which each value stands alone below its own label, and nothing else. */
export interface RowOfSlots {
  readonly row: number;
  /** The column of each field's value; of none where it would stand anywhere below a wide label. */
  readonly columns: ReadonlyMap<FieldId, number>;
}
