import type { Day, FieldId, Instant, Unit } from './campaign.js';
import type { Finding, Place } from './finding.js';
import type { Format } from './rules.js';

/** What tells when an entry was received, strongest first. */
export type ReceiptEvidence = 'decision' | 'mail' | 'dated-folder' | 'ledger' | 'mtime';

export interface Receipt {
  readonly at: Instant;
  readonly evidence: ReceiptEvidence;
  /** Where only an interval is known: it came after this instant and not after `at`. */
  readonly notBefore?: Instant;
}

/** What one examined entry turned out to be: all that is known of it without knowing the others. */
export interface Examination {
  readonly format: Format;
  /** The material's id, by content first and name second; null where neither tells. */
  readonly material: string | null;
  /** What the 单位 line of the form says, as typed; null where there is none. */
  readonly unitText: string | null;
  /** A form nobody has filled in: no unit, no figure. */
  readonly blank: boolean;
  readonly statistics: StatisticsRecord | null;
  readonly unfilled: UnfilledFields;
  readonly progress: ProgressReport | null;
  readonly photo: Photo | null;
  /** Lines outside the table by header field id: contact, phone, date. */
  readonly header: Readonly<Record<string, string>>;
  /** The title or first lines, for telling reports of different dates apart. */
  readonly heading: string;
  readonly findings: readonly Finding[];
}

/** The figures of one form by field. A field absent here was blank or could not be read. */
export type StatisticsRecord = Readonly<Record<FieldId, FieldValue>>;

/** Fields that state nothing: left blank, or answered 无 or －. */
export type UnfilledFields = Readonly<Record<FieldId, 'blank' | 'none'>>;

export interface FieldValue {
  /** A count, or the text of an online row. */
  readonly value: number | string;
  /** Written as 约, 余, 多, 近. */
  readonly estimate: boolean;
  readonly place: Place;
  /** As typed. */
  readonly found: string;
}

export interface ProgressReport {
  readonly activities: readonly Activity[];
}

export interface Activity {
  readonly text: string;
  /** The first day the text names, in the campaign's year; null where it names none. */
  readonly day: string | null;
  readonly photos: number;
  readonly place: Place;
}

export interface Photo {
  /** In pixels; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
  /** By the camera's clock, which may be wrong; null where it does not say. */
  readonly takenOn: Day | null;
}

/**
 * `container`: opened, and its members follow. `ignored`: left behind by an office program or a system. `settling`:
 * written to while it was read, left for the next run.
 */
export type EntryRole = 'material' | 'container' | 'ignored' | 'settling';

/** One thing received, examined. */
export interface Entry {
  /** Relative to the inbox; members of a container behind `!`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receipt: Receipt;
  /** Folder names on the way to it, and containers' names and subjects, outermost first. */
  readonly folders: readonly string[];
  readonly archives: readonly string[];
  /** The address a mail came from; null outside mails. */
  readonly sender: string | null;
  readonly role: EntryRole;
  /** It was counted at an earlier run and is no longer in the inbox. */
  readonly gone: boolean;
  readonly examination: Examination;
}

/** An entry recognised as one unit's material, or as neither. */
export interface Submission {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receipt: Receipt;
  readonly unit: Unit | null;
  readonly examination: Examination;
  /** The examination's findings and those that need the unit. */
  readonly findings: readonly Finding[];
}
