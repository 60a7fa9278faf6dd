import type { Unit } from '../model/campaign.js';
import { ofText } from '../model/memo.js';

type Find = (text: string) => readonly Unit[];

/**
 * “新民村（原红旗村）” is one village under two names: whichever of them the roster knows tells it. Where the roster has
 * a unit of either name, both are given, and nobody chooses.
 */
export function underEitherName(text: string, find: Find): readonly Unit[] {
  const names = namesOf(text);
  if (names === null) return find(text);
  return [...new Set(names.flatMap(find))];
}

const namesOf = ofText((text): readonly [string, string] | null => {
  const written = text.normalize('NFKC');
  const match = renamed.exec(written);
  return match === null ? null : [written.replace(match[0], ''), match[1] ?? ''];
});

const renamed = /\((?:原名|原称|原|曾用名|旧称|又名|现名|现称|现|今|更名为|改为)[::]?\s*([^()]{2,})\)/u;
