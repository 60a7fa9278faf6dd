import { likelyWords } from '../findings/likely.js';
import { inOrder } from '../findings/order.js';
import { speak, speakPlace } from '../findings/speak.js';
import type { Locale } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Likely } from '../model/likely.js';
import type { FileMending } from '../model/mending.js';
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
    readonly findings: readonly (Spoken & { readonly likely?: LikelyJson })[];
    /** Only where a corrected copy was asked for with `--fix`, which the page never does. */
    readonly mending?: FileMending;
  }[];
}

/** Only where one cell explains several findings. */
interface LikelyJson {
  readonly kind: Likely['kind'];
  readonly place: string;
  readonly message: string;
}

export function checkJson(results: readonly CheckedFile[], locale: Locale): CheckJson {
  return {
    schema: 1,
    files: results.map(({ path, material, unit, blank, findings, likely, mending }) => ({
      path,
      material,
      unit,
      outcome: countOf(findings, 'error') > 0 ? 'rejected' : 'ok',
      blank,
      findings: inOrder(findings).map((finding) => ({
        ...speak(finding, locale),
        ...likelyJson(likely?.get(finding), locale),
      })),
      ...(mending === undefined ? {} : { mending }),
    })),
  };
}

function likelyJson(likely: Likely | undefined, locale: Locale): { readonly likely?: LikelyJson } {
  if (likely === undefined) return {};
  const { kind, place } = likely;
  return { likely: { kind, place: speakPlace(place, locale), message: likelyWords(likely)[locale] } };
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
