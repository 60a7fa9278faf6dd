import type { Table } from './document.js';
import type { Finding } from './finding.js';
import type { Likely } from './likely.js';
import type { FileMending } from './mending.js';

/** One file, or one member of it, examined by itself. */
export interface CheckedFile {
  /** As given; members of a container behind `!`. */
  readonly path: string;
  /** The end of the path, from the first `!` on, for a member of a container. */
  readonly inside?: string | undefined;
  /** The material's name; null where nothing tells. */
  readonly material: string | null;
  /** The unit's name; null where nothing tells. */
  readonly unit: string | null;
  /** A form nobody has filled in. */
  readonly blank: boolean;
  readonly findings: readonly Finding[];
  /** What was read, for the sender to compare. */
  readonly values?: readonly CheckedValue[] | undefined;
  /** What one cell explains of the findings. */
  readonly likely?: ReadonlyMap<Finding, Likely> | undefined;
  /** What was read, to be drawn around cells at fault. */
  readonly tables?: readonly Table[] | undefined;
  /** Where a corrected copy was asked for. */
  readonly mending?: FileMending | undefined;
}

export interface CheckedValue {
  readonly label: string;
  readonly value: number | string;
  readonly place: string;
}
