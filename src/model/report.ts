import type { Campaign, Day, Deadline, FieldId, Instant, Locale, Unit } from './campaign.js';
import type { DecisionReport } from './decision.js';
import type { Finding, Severity } from './finding.js';
import type { Format } from './rules.js';
import type { Activity, Receipt, StatisticsRecord } from './submission.js';

/**
 * Everything the outputs say, as plain data: the writers and renderers only arrange it. Instants bear the offset of the
 * campaign's zone.
 */
export interface Report {
  readonly campaign: Campaign;
  readonly locale: Locale;
  readonly asOf: Instant;
  /** In the roster's order. */
  readonly units: readonly UnitReport[];
  /** Sums of counts over the units' used forms, each unit only at the levels it may fill. Every count field of the form has a total. */
  readonly totals: Readonly<Record<FieldId, number>>;
  /** Of each field that takes text: units that wrote something, neither 无 nor 0. */
  readonly filledIn: Readonly<Record<FieldId, number>>;
  /** Units whose figures are in the totals, units that must report, and which of these are not in. */
  readonly coverage: { readonly used: number; readonly expected: number; readonly absent: readonly Unit[] };
  /** In the campaign's order of deadlines. */
  readonly standings: readonly Standing[];
  /** All deadlines that are over taken together: a unit counts once at each. */
  readonly together: Tally;
  /** Every file and every member, by path. */
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** What the clerk ruled, and whether each ruling still applies to anything. */
  readonly decisions: readonly DecisionReport[];
  readonly version: string;
}

export type Status = 'on-time' | 'late' | 'incomplete' | 'missing' | 'pending' | 'exempt';

/** The statuses whose rates add up to 100 %. */
export type RatedStatus = Exclude<Status, 'pending' | 'exempt'>;

export type Outcome =
  | 'used'
  | 'superseded'
  | 'duplicate'
  | 'rejected'
  | 'unmatched'
  | 'later'
  | 'ignored'
  | 'container';

/** How the units that must report stand at one deadline. */
export interface Standing {
  readonly deadline: Deadline;
  readonly due: Due;
  readonly isOver: boolean;
  /** In the roster's order. */
  readonly members: Readonly<Record<Status, readonly Member[]>>;
  readonly tally: Tally;
}

/** When a deadline ends for most units: some offices move a due day, and a unit or two may be given more time. */
export interface Due {
  readonly day: Day;
  readonly kind: DayKind;
  /** A time such as `17:30`; null for 24:00. */
  readonly cutoff: string | null;
}

/** One unit at one deadline. */
export interface Member {
  readonly unit: UnitReport;
  readonly at: DeadlineReport;
}

/** Units at a deadline, or times that units were due at several. */
export interface Tally {
  readonly counts: Readonly<Record<Status, number>>;
  /** Whose time is up: neither exempt nor pending. */
  readonly due: number;
  /** Those, and the pending. */
  readonly expected: number;
  /** Shares of `due` in tenths of a percent, adding up to exactly 1000; null where nothing is due. */
  readonly rates: Readonly<Record<RatedStatus, number>> | null;
  /** The share from which something came, in the same measure. */
  readonly reported: number | null;
}

export interface UnitReport {
  readonly unit: Unit;
  /** Must report, or has although nobody asked. */
  readonly concerned: boolean;
  /** The figures in use and the path of the file they come from. */
  readonly statistics: { readonly record: StatisticsRecord; readonly path: string } | null;
  /** Field ids of `statistics` that are added to the totals. */
  readonly counted: readonly FieldId[];
  readonly deadlines: readonly DeadlineReport[];
  /** The two clocks of each material: when the first of it came, and when the first that could be accepted. */
  readonly materials: readonly MaterialReport[];
  /** The versions of the statistics table before the one in use, oldest first, and the figures each next one changed. */
  readonly corrections: readonly Correction[];
  /** The activities of the latest progress report, and its path. */
  readonly activities: { readonly list: readonly Activity[]; readonly path: string } | null;
  /** Of the unit as a whole: deadlines, sets of photos, comparisons with other units. */
  readonly findings: readonly Finding[];
}

export interface MaterialReport {
  readonly id: string;
  readonly firstReceived: Receipt | null;
  readonly firstAccepted: Receipt | null;
}

/** One step from a version of the statistics table to the next. */
export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly receivedAt: Instant;
  readonly changes: readonly FieldChange[];
}

/** Null where the field was blank or could not be read. */
export interface FieldChange {
  readonly label: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

/** What sort of day a due day is, and of which holiday. */
export interface DayKind {
  readonly kind: 'workday' | 'weekend' | 'holiday' | 'makeup-workday';
  readonly name: string;
}

export interface DeadlineReport {
  readonly id: string;
  readonly name: string;
  readonly due: Day;
  readonly dayKind: DayKind;
  readonly status: Status;
  /** When what was asked was complete, or the first of what came; null where nothing came. */
  readonly receipt: Receipt | null;
  /** Whole days after the due day; 0 unless late. */
  readonly daysLate: number;
  /** Where only an interval is known and the due time lies in it: on time for now, for the clerk to rule on. */
  readonly uncertain: { readonly from: Instant; readonly to: Instant } | null;
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
  /** Path of the file in use that has taken the place of a superseded or rejected one; null where none has. */
  readonly replacedBy: string | null;
  /** Counted before and no longer in the inbox: there is nothing to open. */
  readonly gone: boolean;
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
