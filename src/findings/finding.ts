import type { Campaign } from '../model/campaign.js';
import type { Finding, FindingOf, Place } from '../model/finding.js';
import type { RuleArgs, RuleId } from '../model/rules.js';
import { catalogue } from './catalogue.js';

/** A finding at its rule's usual severity; a campaign's own severities are applied by `withSeverities`. */
export function finding<R extends RuleId>(rule: R, args: RuleArgs[R], place: Place, found?: string): Finding {
  const made: FindingOf<R> = {
    rule,
    severity: catalogue[rule].severity,
    args,
    place,
    ...(found === undefined ? {} : { found }),
  };
  // Sound because rule and args share R, which the compiler cannot follow into the union.
  return made as unknown as Finding;
}

export function withSeverities(findings: readonly Finding[], severities: Campaign['severities']): readonly Finding[] {
  if (Object.keys(severities).length === 0) return findings;
  return findings.map((one) => {
    const severity = severities[one.rule];
    return severity === undefined ? one : { ...one, severity };
  });
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === 'error');
}
