import { finding } from '../findings/finding.js';
import type { Finding } from '../model/finding.js';
import { grouped } from '../model/grouped.js';
import { nothingRead } from '../model/nothing-read.js';
import type { Submission } from '../model/submission.js';

const whole = { kind: 'file' } as const;

/** The same content sent by two units: one has copied the other, or the clerk has misfiled it. By path. */
export function copiedFiles(submissions: readonly Submission[]): ReadonlyMap<string, readonly Finding[]> {
  const owned = submissions.filter(({ unit, sha256 }) => unit !== null && sha256 !== nothingRead);
  const findings = new Map<string, readonly Finding[]>();
  for (const alike of grouped(owned, ({ sha256 }) => sha256).values()) {
    const [first] = alike;
    const second = alike.find(({ unit }) => unit !== first?.unit);
    if (first === undefined || second === undefined) continue;
    for (const one of alike) findings.set(one.path, copied(one, one.unit === first.unit ? second : first));
  }
  return findings;
}

function copied(one: Submission, { unit, path }: Submission): readonly Finding[] {
  if (unit === null) return [];
  const args = { unit: unit.name, path };
  const isPhoto = one.examination.photo !== null;
  return [isPhoto ? finding('photo/repeated', args, whole) : finding('file/copied', args, whole)];
}
