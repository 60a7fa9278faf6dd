import type { Place } from './finding.js';

/** What a cell that should hold a count says. */
export type CountReading =
  /** Blank, 无, － and the like: nothing stated. `blank` where the cell is empty. */
  | { readonly kind: 'none'; readonly blank: boolean }
  /** A number; whether it may be a count is for the schema to say. `changed`: it was not written as a plain number. */
  | {
      readonly kind: 'count';
      readonly value: number;
      readonly estimate: boolean;
      readonly changed: boolean;
      readonly households: boolean;
    }
  | { readonly kind: 'formula-error'; readonly code: string }
  | { readonly kind: 'formula-without-value'; readonly formula: string }
  /** Not a number; `suggestion` where one is likely meant, never used as the value. */
  | { readonly kind: 'unreadable'; readonly suggestion?: number };

/** What a cell of the online row says: nothing, 无, or a link, name, count or picture. */
export type OnlineReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' }
  /** `empty`: 有, 已开通 and the like, where an address or a name was asked for. */
  | { readonly kind: 'text'; readonly text: string; readonly empty: boolean }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'picture' };

/** One field's cell, read. */
export interface FieldReading {
  readonly reading: CountReading | OnlineReading;
  readonly place: Place;
  /** As typed. */
  readonly found: string;
}
