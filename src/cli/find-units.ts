import { suggestUnits } from '../identify/suggest-units.js';
import { buildDirectory, unitsNamed } from '../identify/unit-directory.js';
import type { Campaign, Roster, Unit } from '../model/campaign.js';
import { Failure } from './failure.js';

/** The units somebody names by id, name or alias, or in short as in a form: 楚庄 for 楚庄村委会. Where a name is nobody's, or two units', it asks and never guesses. */
export function findUnits(names: readonly string[], roster: Roster, campaign: Campaign): readonly Unit[] {
  return names.map((name) => findUnit(name, roster, campaign));
}

export function findUnit(name: string, roster: Roster, campaign: Campaign): Unit {
  const wanted = plain(name);
  const written = roster.filter((unit) => [unit.id, unit.name, ...unit.aliases].some((one) => plain(one) === wanted));
  const [exact, ...more] = written;
  if (exact !== undefined && more.length === 0) return exact;
  const directory = buildDirectory(roster, campaign.office);
  const known = written.length > 0 ? written : unitsNamed(name, directory);
  const [unit, other] = known;
  if (unit !== undefined && other === undefined) return unit;
  const near = known.length > 0 ? known : suggestUnits([name], directory);
  const names = near.map((one) => `${one.name}（${one.id}）`).join('、');
  throw new Failure(
    known.length > 0
      ? { zh: `名册里有几个单位叫：${name}`, en: `several units of the roster go by: ${name}` }
      : { zh: `名册里没有：${name}`, en: `not in the roster: ${name}` },
    names === '' ? null : { zh: `是不是：${names}？`, en: `is it ${names}?` },
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
