import type { Unit } from '../model/campaign.js';
import { addTo } from '../model/grouped.js';
import type { Submission } from '../model/submission.js';

/** Files that are no known unit's or of no known material, by the units they may be. */
export class Strays {
  readonly #byUnit = new Map<Unit, Submission[]>();
  readonly #byName = new Map<string, Submission[]>();
  /** Those that might be anybody's, by their material. */
  readonly #anybodys = new Map<string | null, number>();

  constructor(unmatched: readonly Submission[]) {
    for (const one of unmatched) {
      if (one.unit !== null) addTo(this.#byUnit, one.unit, one);
      const names = mightBelongTo(one);
      const { material } = one.examination;
      if (names === 'anybody') this.#anybodys.set(material, (this.#anybodys.get(material) ?? 0) + 1);
      else for (const name of names) addTo(this.#byName, name, one);
    }
  }

  /** Files of the unit whose material nobody knows. */
  of(unit: Unit): readonly Submission[] {
    return this.#byUnit.get(unit) ?? [];
  }

  /** How many files might be what is missing of the unit where these materials are due. */
  countFor(unit: Unit, due: readonly string[]): number {
    const own = [...this.of(unit), ...(this.#byName.get(unit.name) ?? [])];
    const theirs = own.filter(({ examination }) => mayBe(examination.material, due));
    const anybodys = [...this.#anybodys].filter(([material]) => mayBe(material, due));
    return anybodys.reduce((sum, [, count]) => sum + count, new Set(theirs).size);
  }
}

function mayBe(material: string | null, due: readonly string[]): boolean {
  return material === null || due.includes(material);
}

/** The names of the units that a file which belongs to no known unit might be of. */
function mightBelongTo(submission: Submission): 'anybody' | ReadonlySet<string> {
  const verdict = submission.findings.find(
    (one) =>
      one.rule === 'unit/unknown' ||
      one.rule === 'unit/ambiguous' ||
      one.rule === 'unit/conflict' ||
      one.rule === 'unit/several',
  );
  switch (verdict?.rule) {
    case 'unit/unknown':
      return verdict.args.suggestions.length === 0 ? 'anybody' : new Set(verdict.args.suggestions);
    case 'unit/ambiguous':
      return verdict.args.of === undefined ? new Set(verdict.args.candidates) : 'anybody';
    case 'unit/several':
      return new Set(verdict.args.units);
    case 'unit/conflict':
      return verdict.args.claims.every((claim) => claim.of === undefined)
        ? new Set(verdict.args.claims.flatMap((claim) => claim.unit.split('、')))
        : 'anybody';
    default:
      return new Set();
  }
}
