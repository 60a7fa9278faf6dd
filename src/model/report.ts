import type { Campaign, Day, FieldId, Instant, Locale, Unit } from './campaign.js';
import type { Finding, Severity } from './finding.js';
import type { Format } from './rules.js';
import type { Activity, Receipt, StatisticsRecord } from './submission.js';

/** Everything the outputs say, as plain data: the writers and renderers only arrange it. */
export interface Report {
  readonly campaign: Campaign;
  readonly locale: Locale;
  readonly asOf: Instant;
  /** In the roster's order. */
  readonly units: readonly UnitReport[];
  /** Sums of counts over the units' used forms, each unit only at the levels it may fill. Every count field of the form has a total. */
  readonly totals: Readonly<Record<FieldId, number>>;
  /** Units whose figures are in the totals, and units that must report. */
  readonly coverage: { readonly used: number; readonly expected: number };
  /** Every file and every member, by path. */
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly version: string;
}

export type Status = 'on-time' | 'late' | 'incomplete' | 'missing' | 'pending' | 'exempt';

export type Outcome =
  | 'used'
  | 'superseded'
  | 'duplicate'
  | 'rejected'
  | 'unmatched'
  | 'later'
  | 'ignored'
  | 'container';

export interface UnitReport {
  readonly unit: Unit;
  /** The figures in use and the path of the file they come from. */
  readonly statistics: { readonly record: StatisticsRecord; readonly path: string } | null;
  /** Field ids of `statistics` that are added to the totals. */
  readonly counted: readonly FieldId[];
  readonly deadlines: readonly DeadlineReport[];
  /** The activities of the latest progress report, and its path. */
  readonly activities: { readonly list: readonly Activity[]; readonly path: string } | null;
  /** Of the unit as a whole: deadlines, sets of photos, comparisons with other units. */
  readonly findings: readonly Finding[];
}

export interface DeadlineReport {
  readonly id: string;
  readonly name: string;
  readonly due: Day;
  readonly status: Status;
  /** When what was asked was complete, or the first of what came; null where nothing came. */
  readonly receipt: Receipt | null;
  /** Whole days after the due day; 0 unless late. */
  readonly daysLate: number;
  /** Ids of the materials still owed. */
  readonly lacking: readonly string[];
}

export interface FileReport {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receipt: Receipt;
  readonly format: Format;
  readonly unit: Unit | null;
  /** The material's id. */
  readonly material: string | null;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** The words of one finding in one language, ready to show. */
export interface Spoken {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  readonly found: string;
  readonly message: string;
  readonly remedy: string;
}
