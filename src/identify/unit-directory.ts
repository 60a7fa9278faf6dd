import type { Roster, Unit } from '../model/campaign.js';
import { grouped } from '../model/grouped.js';
import { type FoldedName, foldName, namesNothing, normaliseName, type UnitKind } from './fold-name.js';
import { isHere, type Region, regionOf, stripRegion } from './region.js';

/** The roster, ready to be searched by name. */
export interface UnitDirectory {
  readonly roster: Roster;
  readonly byId: ReadonlyMap<string, readonly Unit[]>;
  /** By address in small letters. */
  readonly byEmail: ReadonlyMap<string, readonly Unit[]>;
  /** Ids, names and aliases, as written, to their units. */
  readonly exact: ReadonlyMap<string, readonly Unit[]>;
  /** Cores of names to the units that bear them, each with the kind it was written with. */
  readonly cores: ReadonlyMap<string, readonly Bearer[]>;
  /** The offices above the units: 万张街道 before a village's name tells only where it lies. */
  readonly offices: ReadonlySet<Unit>;
  /** The township and county the units lie in; null where nothing tells. */
  readonly region: Region | null;
  /** Whether all ids of the units are 12-digit division codes. */
  readonly isCoded: boolean;
}

export interface Bearer {
  readonly unit: Unit;
  readonly kind: UnitKind;
}

/** An id shorter than this may be any number: a day, a photo's. */
const shortestId = 9;

/** `office`: the name of who asks, which tells the township where the roster has no row for it. */
export function buildDirectory(roster: Roster, office = ''): UnitDirectory {
  const byId = grouped(roster, (unit) => unit.id);
  const byEmail = grouped(
    roster.filter((unit) => unit.email !== ''),
    (unit) => unit.email.toLowerCase(),
  );
  const exact = new Map<string, Unit[]>();
  const cores = new Map<string, Bearer[]>();
  const above = roster.filter((unit) => isOffice(unit.name));
  // Where all are offices, the next level up is adding up townships, and none of them stands above the others.
  const offices = above.length < roster.length ? above : above.filter((unit) => !unit.required);
  const names = offices.map((unit) => unit.name);
  const region = regionOfAll([...names, office]) ?? regionOfAll(names) ?? commonRegion(roster);
  for (const unit of roster) {
    const id = unit.id.length >= shortestId ? [unit.id] : [];
    for (const written of [...id, unit.name, ...unit.aliases]) add(exact, normaliseName(written), unit);
    for (const written of [unit.name, ...unit.aliases].flatMap(withoutNote)) {
      for (const { core, kind } of coresOf(written, region)) addCore(cores, core, kind, unit);
    }
  }
  const isCoded = roster.every((unit) => /^\d{9}(?:\d{3})?$/.test(unit.id));
  return { roster, byId, byEmail, exact, cores, offices: new Set(offices), region, isCoded };
}

/**
 * 东街村（城关镇） is 东街村, and 城关镇东街村. A roster with another 东街村 makes the short form ambiguous; one that is so
 * called and nothing else is found first.
 */
function withoutNote(written: string): readonly string[] {
  if (!/[(（]/u.test(written)) return [written];
  const [, name, note] = /^(.{2,})\(([^()]+)\)$/u.exec(written.normalize('NFKC').trim()) ?? [];
  return name === undefined || note === undefined ? [written] : [written, name, note + name];
}

function isOffice(name: string): boolean {
  return foldName(name).some((one) => one.kind === 'office');
}

/** One region for all offices, else none: which unit lies in which of them nobody tells. */
function regionOfAll(names: readonly string[]): Region | null {
  const [first, ...rest] = names.map(regionOf).sort((a, b) => (b?.name.length ?? 0) - (a?.name.length ?? 0));
  return first && rest.every((one) => one && first.name.endsWith(one.name)) ? first : null;
}

/** A township before every unit's name. */
function commonRegion(roster: Roster): Region | null {
  const [first = '', ...rest] = roster.filter((unit) => unit.required).map((unit) => normaliseName(unit.name));
  const differ = [...first].findIndex((sign, at) => rest.some((name) => name[at] !== sign));
  const region = rest.length > 1 && differ > 1 ? regionOf(first.slice(0, differ)) : null;
  return region !== null && /[镇乡]$|街道$/u.test(region.name) ? region : null;
}

/** Units the text may name: exactly one is a match, several are an ambiguity, none is unknown. */
export function unitsNamed(text: string, directory: UnitDirectory): readonly Unit[] {
  const name = normaliseName(text);
  const written = directory.exact.get(name);
  if (written !== undefined) return written;
  if (isHere(name, directory.region)) return officesOf(unitsFolded(name, directory), directory);
  const folded = unitsFolded(name, directory);
  const rests = stripRegion(name, directory.region);
  if (rests.length === 0) return folded;
  const units = rests.flatMap((rest) => directory.exact.get(rest) ?? unitsFolded(rest, directory));
  return [...new Set([...folded, ...units])];
}

function officesOf(units: readonly Unit[], { offices }: UnitDirectory): readonly Unit[] {
  return units.filter((unit) => offices.has(unit));
}

/** A village's name fits a village or a name without a kind; 大黎社区 and 大黎村 are two units. */
function unitsFolded(name: string, directory: UnitDirectory): readonly Unit[] {
  const readings = foldName(name);
  // 侯镇 alone is the township and no short form of 侯镇村.
  const isOffice = readings.some((one) => one.kind === 'office');
  const units = readings.flatMap(({ core, kind }) => {
    const bearers = core.length > 1 || kind !== 'any' ? (directory.cores.get(core) ?? nobody) : nobody;
    if (bearers.length === 0) return nobody;
    const same = bearers.filter((bearer) => bearer.kind === kind);
    if (same.length > 0 || (isOffice && kind === 'any')) return same;
    return bearers.filter((bearer) => fits(kind, bearer.kind));
  });
  return units.length === 0 ? [] : [...new Set(units.map((bearer) => bearer.unit))];
}

const nobody: readonly Bearer[] = [];

function fits(written: UnitKind, official: UnitKind): boolean {
  if (written === 'office' || official === 'office') return written === official;
  return written === official || written === 'any' || official === 'any';
}

function coresOf(written: string, region: Region | null): FoldedName[] {
  if (namesNothing(written)) return [];
  const readings = foldName(written);
  const kinds = readings.filter((name) => name.kind !== 'any');
  const own = kinds.length > 0 ? kinds : readings;
  return own.flatMap((name) => [name, ...stripRegion(name.core, region).map((core) => ({ core, kind: name.kind }))]);
}

/** What is written of one unit is added together, so that it stands last where it stands already. */
function add(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = map.get(key);
  if (units === undefined) map.set(key, [unit]);
  else if (units.at(-1) !== unit) units.push(unit);
}

function addCore(map: Map<string, Bearer[]>, core: string, kind: UnitKind, unit: Unit): void {
  const bearers = map.get(core);
  if (bearers === undefined) {
    map.set(core, [{ unit, kind }]);
    return;
  }
  for (let n = bearers.length - 1; bearers[n]?.unit === unit; n--) if (bearers[n]?.kind === kind) return;
  bearers.push({ unit, kind });
}
