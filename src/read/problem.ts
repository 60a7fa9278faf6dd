import type { BoundId } from '../model/bounds.js';
import type { RuleArgs, UnreadableReason } from '../model/rules.js';

/** Why a file gives nothing, as the rule that says so. */
export type Trouble = TroubleOf<'file/unreadable'> | TroubleOf<'file/encrypted'> | TroubleOf<'file/too-large'>;

interface TroubleOf<R extends keyof RuleArgs> {
  readonly rule: R;
  readonly args: RuleArgs[R];
}

/** Thrown inside this stage only; `readDocument` turns it into a result. */
export class ReadProblem extends Error {
  constructor(
    readonly trouble: Trouble,
    message: string,
    /** The file is in good order, only of a kind that is not read. */
    readonly isOtherKind = false,
  ) {
    super(message);
  }
}

/** `message` is for programmers. */
export function damaged(message: string, reason: UnreadableReason = 'damaged'): ReadProblem {
  return new ReadProblem({ rule: 'file/unreadable', args: { reason } }, message);
}

export function locked(what: RuleArgs['file/encrypted']['what']): ReadProblem {
  return new ReadProblem({ rule: 'file/encrypted', args: { what } }, `locked ${what}`);
}

export function otherKind(reason: UnreadableReason): ReadProblem {
  return new ReadProblem({ rule: 'file/unreadable', args: { reason } }, reason, true);
}

export function tooLarge(bound: BoundId, limit: number, found: number | null): ReadProblem {
  const args = { bound, limit, ...(found === null ? {} : { found }) };
  return new ReadProblem({ rule: 'file/too-large', args }, `${bound} above ${limit}`);
}

/** What whatever was thrown comes to for who sent the file. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof ReadProblem ? error.trouble : damaged('').trouble;
}
