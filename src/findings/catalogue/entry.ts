import type { Severity } from '../../model/finding.js';
import type { RuleArgs, RuleId } from '../../model/rules.js';
import type { Words } from '../words.js';

/** All that can be said of a rule, in every language. */
export interface Entry<R extends RuleId> {
  /** Unless the campaign sets another. */
  readonly severity: Severity;
  readonly title: Words;
  /** What was found and what was wanted; `found` is what stood there, as typed. */
  readonly message: (args: RuleArgs[R], found?: string) => Words;
  /** What the sender should do. */
  readonly remedy: (args: RuleArgs[R], found?: string) => Words;
  /** What should stand there, in a few words beside the cell. */
  readonly wanted?: (args: RuleArgs[R]) => Words;
  /** What may have been meant; for people to choose from, never taken for it. */
  readonly suggestions?: (args: RuleArgs[R]) => readonly string[];
  /** Why the rule exists. */
  readonly meaning: Words;
  readonly example: { readonly wrong: Words; readonly right: Words };
  /** Makes the rule speak in docs and tests. */
  readonly sample: RuleArgs[R];
  readonly sampleFound?: string;
}

/** The entries of one family, such as all of `count/…`. */
export type Family<F extends string> = { readonly [R in Extract<RuleId, `${F}/${string}`>]: Entry<R> };
