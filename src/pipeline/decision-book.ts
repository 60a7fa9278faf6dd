import { finding } from '../findings/finding.js';
import type { Day } from '../model/campaign.js';
import type { Decision, DecisionReport } from '../model/decision.js';
import type { Finding } from '../model/finding.js';
import { grouped } from '../model/grouped.js';
import type { Entry } from '../model/submission.js';
import { FileDecisions } from './file-decisions.js';

const whole = { kind: 'file' } as const;
type Of<A extends Decision['action']> = Extract<Decision, { action: A }>;

/** The clerk's decisions, looked up as they are needed; each that found something to apply to is marked. */
export class DecisionBook {
  readonly #decisions: readonly Decision[];
  readonly #applied = new Set<Decision>();
  readonly #onFiles: { readonly [A in 'assign' | 'accept' | 'withdraw' | 'received']: FileDecisions<Of<A>> };
  /** By unit. */
  readonly #extended: ReadonlyMap<string, readonly Of<'extend'>[]>;
  readonly #exempt: ReadonlyMap<string, readonly Of<'exempt'>[]>;

  constructor(decisions: readonly Decision[], entries: readonly Entry[]) {
    this.#decisions = decisions;
    const of = <A extends Decision['action']>(action: A) =>
      decisions.filter((one): one is Of<A> => one.action === action);
    this.#onFiles = {
      assign: new FileDecisions(of('assign'), entries),
      accept: new FileDecisions(of('accept'), entries),
      withdraw: new FileDecisions(of('withdraw'), entries),
      received: new FileDecisions(of('received'), entries),
    };
    this.#extended = grouped(of('extend'), (one) => one.unit);
    this.#exempt = grouped(of('exempt'), (one) => one.unit);
  }

  /** The entry with the time of receipt that was set by hand. */
  received(entry: Entry): Entry {
    const decision = this.#mark(this.#onFiles.received.on(entry));
    return decision === null ? entry : { ...entry, receipt: { at: decision.at, evidence: 'decision' } };
  }

  /** Says so where the entry was withdrawn, and not accepted since. */
  withdrawn(entry: Entry): Finding | null {
    const decision = this.#mark(later(this.#onFiles.withdraw.on(entry), this.#onFiles.accept.on(entry)));
    return decision && finding('file/withdrawn', { reason: decision.reason, who: decision.who }, whole);
  }

  /** Says so where the entry counts in spite of its errors. */
  accepted(entry: Entry): Finding | null {
    const decision = this.#mark(this.#onFiles.accept.on(entry));
    return decision && finding('file/accepted', { reason: decision.reason, who: decision.who }, whole);
  }

  assigned(entry: Entry): Of<'assign'> | null {
    return this.#mark(this.#onFiles.assign.on(entry));
  }

  /** The unit's own due day; null where the campaign's holds. */
  extended(unitId: string, deadlineId: string): Day | null {
    const decision = this.#extended.get(unitId)?.findLast((one) => one.deadline === deadlineId) ?? null;
    return this.#mark(decision)?.due ?? null;
  }

  /** Who was given another day since is to report by then. */
  isExempt(unitId: string, deadlineId: string): boolean {
    const exempt = this.#exempt.get(unitId)?.findLast((one) => (one.deadline ?? deadlineId) === deadlineId);
    const extended = this.#extended.get(unitId)?.findLast((one) => one.deadline === deadlineId);
    return this.#mark(later(exempt ?? null, extended ?? null)) !== null;
  }

  /** Every decision, and whether anything it applied to was found. */
  report(): readonly DecisionReport[] {
    return this.#decisions.map((decision) => ({ decision, applied: this.#applied.has(decision) }));
  }

  /** The last of several wins, and it alone has been applied. */
  #mark<D extends Decision>(decision: D | null): D | null {
    if (decision !== null) this.#applied.add(decision);
    return decision;
  }
}

/** The decision, unless the other was taken after it. */
function later<D extends Decision>(decision: D | null, other: Decision | null): D | null {
  return decision !== null && other !== null && other.line > decision.line ? null : decision;
}
