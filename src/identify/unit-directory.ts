import { distance } from 'fastest-levenshtein';
import type { Roster, Unit } from '../model/campaign.js';
import { type FoldedName, foldName, normaliseName, type UnitKind } from './fold-name.js';
import { stripRegion } from './region.js';

/** The roster, ready to be searched by name. */
export interface UnitDirectory {
  readonly roster: Roster;
  /** Ids, names and aliases, as written, to their units. */
  readonly exact: ReadonlyMap<string, readonly Unit[]>;
  /** Cores of names to the units that bear them, each with the kind it was written with. */
  readonly cores: ReadonlyMap<string, readonly { readonly unit: Unit; readonly kind: UnitKind }[]>;
  /** The names of the township and county the roster belongs to, where it says. */
  readonly region: string | null;
}

export function buildDirectory(roster: Roster): UnitDirectory {
  const exact = new Map<string, Unit[]>();
  const cores = new Map<string, { unit: Unit; kind: UnitKind }[]>();
  const offices = roster.filter((unit) => !unit.required && foldName(unit.name).some((name) => name.kind === 'office'));
  const region = offices[0] === undefined ? null : normaliseName(offices[0].name);
  for (const unit of roster) {
    for (const written of [unit.id, unit.name, ...unit.aliases]) add(exact, normaliseName(written), unit);
    for (const written of [unit.name, ...unit.aliases]) {
      for (const { core, kind } of coresOf(written, region)) addCore(cores, core, kind, unit);
    }
  }
  return { roster, exact, cores, region };
}

/** Units the text may name: exactly one is a match, several are an ambiguity, none is unknown. */
export function unitsNamed(text: string, directory: UnitDirectory): readonly Unit[] {
  const name = normaliseName(text);
  const written = directory.exact.get(name);
  if (written !== undefined) return written;
  const whole = unitsFolded(name, directory);
  if (whole.length > 0) return whole;
  const units = stripRegion(name, directory.region).flatMap((rest) => [
    ...(directory.exact.get(rest) ?? unitsFolded(rest, directory)),
  ]);
  return [...new Set(units)];
}

/** Names that look like the text: for people to choose from, never chosen here. */
export function suggestUnits(text: string, directory: UnitDirectory): readonly Unit[] {
  const wanted = foldName(text).map((name) => name.core);
  const near = [...directory.cores].flatMap(([core, bearers]) =>
    wanted.some((one) => isNear(one, core)) ? bearers.map((bearer) => bearer.unit) : [],
  );
  return [...new Set(near)].slice(0, 3);
}

/** A village's name fits a village or a name without a kind; 大黎社区 and 大黎村 are two units. */
function unitsFolded(name: string, directory: UnitDirectory): readonly Unit[] {
  const units = foldName(name).flatMap(({ core, kind }) => {
    const bearers = core.length > 1 || kind !== 'any' ? (directory.cores.get(core) ?? []) : [];
    return bearers.filter((bearer) => fits(kind, bearer.kind)).map((bearer) => bearer.unit);
  });
  return [...new Set(units)];
}

function fits(written: UnitKind, official: UnitKind): boolean {
  if (written === 'office' || official === 'office') return written === official;
  return written === official || written === 'any' || official === 'any';
}

function coresOf(written: string, region: string | null): FoldedName[] {
  const readings = foldName(written);
  const kinds = readings.filter((name) => name.kind !== 'any');
  const own = kinds.length > 0 ? kinds : readings;
  return own.flatMap((name) => [name, ...stripRegion(name.core, region).map((core) => ({ core, kind: name.kind }))]);
}

function isNear(a: string, b: string): boolean {
  if (a.length < 2 || b.length < 2) return false;
  return distance(a, b) <= 1 || (a.length > b.length ? a.includes(b) : b.includes(a));
}

function add(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = map.get(key) ?? [];
  if (!units.includes(unit)) map.set(key, [...units, unit]);
}

function addCore(map: Map<string, { unit: Unit; kind: UnitKind }[]>, core: string, kind: UnitKind, unit: Unit): void {
  const bearers = map.get(core) ?? [];
  if (!bearers.some((bearer) => bearer.unit === unit && bearer.kind === kind))
    map.set(core, [...bearers, { unit, kind }]);
}
