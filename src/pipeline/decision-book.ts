import { finding } from '../findings/finding.js';
import type { Day } from '../model/campaign.js';
import type { Decision, DecisionReport, FileTarget } from '../model/decision.js';
import type { Finding } from '../model/finding.js';
import type { Entry } from '../model/submission.js';

const whole = { kind: 'file' } as const;
type Of<A extends Decision['action']> = Extract<Decision, { action: A }>;

/** The clerk's decisions, looked up as they are needed; each that found something to apply to is marked. */
export class DecisionBook {
  readonly #decisions: readonly Decision[];
  readonly #applied = new Set<Decision>();

  constructor(decisions: readonly Decision[]) {
    this.#decisions = decisions;
  }

  /** The entry with the time of receipt that was set by hand. */
  received(entry: Entry): Entry {
    const decision = this.#onFile('received', entry);
    return decision === null ? entry : { ...entry, receipt: { at: decision.at, evidence: 'decision' } };
  }

  /** Says so where the entry was withdrawn. */
  withdrawn(entry: Entry): Finding | null {
    const decision = this.#onFile('withdraw', entry);
    return decision && finding('file/withdrawn', { reason: decision.reason, who: decision.who }, whole);
  }

  /** Says so where the entry counts in spite of its errors. */
  accepted(entry: Entry): Finding | null {
    const decision = this.#onFile('accept', entry);
    return decision && finding('file/accepted', { reason: decision.reason, who: decision.who }, whole);
  }

  assigned(entry: Entry): Of<'assign'> | null {
    return this.#onFile('assign', entry);
  }

  /** The unit's own due day; null where the campaign's holds. */
  extended(unitId: string, deadlineId: string): Day | null {
    const decision = this.#last('extend', (one) => one.unit === unitId && one.deadline === deadlineId);
    return decision?.due ?? null;
  }

  isExempt(unitId: string, deadlineId: string): boolean {
    return this.#last('exempt', (one) => one.unit === unitId && (one.deadline ?? deadlineId) === deadlineId) !== null;
  }

  /** Every decision, and whether anything it applied to was found. */
  report(): readonly DecisionReport[] {
    return this.#decisions.map((decision) => ({ decision, applied: this.#applied.has(decision) }));
  }

  #onFile<A extends 'assign' | 'accept' | 'withdraw' | 'received'>(action: A, entry: Entry): Of<A> | null {
    return this.#last(action, (one) => isTarget((one as { file: FileTarget }).file, entry));
  }

  /** The last of several wins. */
  #last<A extends Decision['action']>(action: A, applies: (decision: Of<A>) => boolean): Of<A> | null {
    const of = this.#decisions.filter((one): one is Of<A> => one.action === action);
    const decision = of.filter(applies).at(-1) ?? null;
    if (decision !== null) this.#applied.add(decision);
    return decision;
  }
}

/** By content where that is given, else by path; a container's path means all that is in it. */
function isTarget({ path, sha256 }: FileTarget, entry: Entry): boolean {
  if (sha256 !== null) return entry.sha256.startsWith(sha256);
  return path !== null && (entry.path === path || entry.path.startsWith(`${path}!`));
}
