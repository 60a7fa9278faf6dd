import type { Finding } from './finding.js';

/** One file, or one member of it, examined by itself. */
export interface CheckedFile {
  /** As given; members of a container behind `!`. */
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
