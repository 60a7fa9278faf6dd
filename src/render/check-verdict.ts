import type { CheckedFile } from '../model/checked-file.js';
import { countOf } from './check-json.js';

/** Whether files can be sent: what must be mended comes before what should be looked at again. */
export type Verdict =
  | { readonly kind: 'mend'; readonly errors: number; readonly warnings: number }
  | { readonly kind: 'ask'; readonly warnings: number; readonly blanks: number }
  | { readonly kind: 'fine'; readonly blanks: number }
  /** Blank forms and nothing else. */
  | { readonly kind: 'blank' };

export function verdictOf(files: readonly CheckedFile[]): Verdict {
  const findings = files.flatMap((file) => file.findings);
  const errors = countOf(findings, 'error');
  const warnings = countOf(findings, 'warning');
  const blanks = files.filter(({ blank }) => blank).length;
  if (errors > 0) return { kind: 'mend', errors, warnings };
  if (blanks === files.length) return { kind: 'blank' };
  return warnings > 0 ? { kind: 'ask', warnings, blanks } : { kind: 'fine', blanks };
}
