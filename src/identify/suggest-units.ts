import { distance } from 'fastest-levenshtein';
import type { Unit } from '../model/campaign.js';
import { foldName } from './fold-name.js';
import { NearNames } from './near-names.js';
import { stripRegion } from './region.js';
import type { UnitDirectory } from './unit-directory.js';

const most = 3;
const mostTexts = 20;
/** One of two signs differs: half the villages of a township are named so. */
const vague = 3;

/** Units whose names look like one of the texts, the nearest first: for people to choose from, never chosen here. */
export function suggestUnits(texts: readonly string[], directory: UnitDirectory): readonly Unit[] {
  const cores = texts
    .flatMap((text) => foldName(text).map((name) => name.core))
    .flatMap((core) => [core, ...stripRegion(core, directory.region)])
    .filter((core) => core.length > 1);
  const wanted = [...new Set(cores)].slice(0, mostTexts);
  const byUnit = new Map<Unit, number>();
  for (const core of namesOf(directory).near(wanted)) {
    const far = wanted.reduce((nearest, one) => Math.min(nearest, farness(one, core)), Number.POSITIVE_INFINITY);
    if (far > vague) continue;
    for (const { unit } of directory.cores.get(core) ?? []) {
      if (unit.required) byUnit.set(unit, Math.min(byUnit.get(unit) ?? vague, far));
    }
  }
  const found = [...byUnit].sort(([, a], [, b]) => a - b);
  const clear = found.filter(([, far]) => far < vague);
  return (clear.length > 0 || found.length > most ? clear : found).slice(0, most).map(([unit]) => unit);
}

/** Made when the first name is unknown. */
const names = new WeakMap<UnitDirectory, NearNames>();

function namesOf(directory: UnitDirectory): NearNames {
  const known = names.get(directory) ?? new NearNames([...directory.cores.keys()]);
  names.set(directory, known);
  return known;
}

/** 0 for the same place of another kind, 1 where one sign differs, 2 and a little where one name holds the other. */
function farness(a: string, b: string): number {
  if (b.length < 2) return Number.POSITIVE_INFINITY;
  if (a === b) return 0;
  const isInside = a.length > b.length ? a.includes(b) : b.includes(a);
  if (isInside) return 2 - 1 / (1 + Math.abs(a.length - b.length));
  if (Math.abs(a.length - b.length) > 1 || distance(a, b) > 1) return Number.POSITIVE_INFINITY;
  return Math.max(a.length, b.length) > 2 ? 1 : vague;
}
