import type { Instant } from './campaign.js';
import type { Entry, Receipt } from './submission.js';

/** One thing lying in the inbox at a run, by what tells whether it changed. */
export interface SeenItem {
  readonly path: string;
  readonly size: number;
  /** Nanoseconds since 1970 as text: JSON numbers are too short. */
  readonly mtime: string;
  readonly ctime: string;
  readonly sha256: string;
  /** Under which key its examination is kept. */
  readonly key: string;
  /** It was in use when it was last there; should it vanish, it is not forgotten. */
  readonly counted: boolean;
  /** It was there at an earlier run and is no more. */
  readonly gone: boolean;
}

export interface KnownReceipt {
  readonly receipt: Receipt;
  /** Where the content was first seen. */
  readonly path: string;
}

/** An examined entry without the place and time it was received: itself at `''`, members behind `!`. */
export interface StoredEntry {
  readonly inside: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When the mail around it was received; null outside mails. */
  readonly mailedAt: Instant | null;
  /** Names of the containers around it, and subjects. */
  readonly archives: readonly string[];
  readonly sender: string | null;
  readonly role: Entry['role'];
  readonly examination: Entry['examination'];
}

/** A run as it is remembered. */
export interface RunRecord {
  readonly id: number;
  readonly asOf: Instant;
  readonly decisions: string;
}

/** What a run said and wrote, for a next one that finds nothing changed. */
export interface RunResult {
  readonly run: RunRecord;
  /** A digest of all it went by: what lay in the inbox, campaign, roster, decisions, program. */
  readonly state: string;
  /** What was asked for: language, format, where to. */
  readonly asked: string;
  readonly code: number;
  /** What stood on standard output. */
  readonly said: string;
  readonly outputs: readonly WrittenFile[];
}

export interface WrittenFile {
  readonly path: string;
  readonly size: number;
  /** Nanoseconds since 1970, as text. */
  readonly mtime: string;
}
