import { inOrder } from '../findings/order.js';
import { speak } from '../findings/speak.js';
import type { Locale } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Spoken } from '../model/report.js';

/** `--json` of `check`, a contract; its keys are written in this order. */
export interface CheckJson {
  readonly schema: 1;
  readonly files: readonly {
    readonly path: string;
    readonly material: string | null;
    readonly unit: string | null;
    readonly outcome: 'ok' | 'rejected';
    readonly blank: boolean;
    readonly findings: readonly Spoken[];
  }[];
}

export function checkJson(results: readonly CheckedFile[], locale: Locale): CheckJson {
  return {
    schema: 1,
    files: results.map(({ path, material, unit, blank, findings }) => ({
      path,
      material,
      unit,
      outcome: countOf(findings, 'error') > 0 ? 'rejected' : 'ok',
      blank,
      findings: inOrder(findings).map((finding) => speak(finding, locale)),
    })),
  };
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
