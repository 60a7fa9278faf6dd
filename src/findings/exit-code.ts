import type { Finding } from '../model/finding.js';

/** What `--fail-on` takes. */
export type FailOn = 'error' | 'warning' | 'never';

/** Whether any finding is as grave as the threshold, so that a person is needed. */
export function reaches(findings: readonly Finding[], threshold: FailOn): boolean {
  if (threshold === 'never') return false;
  return findings.some(({ severity }) => severity === 'error' || severity === threshold);
}
