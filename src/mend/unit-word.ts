type Kind = 'people' | 'households' | 'sessions' | 'pieces';

/**
 * Whether the unit written behind a number, if any, is that of its label. 3场 where people are asked for, or 30户, may be
 * another figure: there the unit is what lets a person see it.
 */
export function unitSuits(found: string, label: string): boolean {
  const plain = found.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  const words =
    /[人次员名位个户家场数篇条件份期部则项处起具只头台套辆栋座所间本册张幅块面盏支株例宗枚]*(?=[)\]。.,;、]*$)/u.exec(
      plain,
    )?.[0] ?? '';
  return [...kindsOf(words)].every((kind) => kind === askedFor(label));
}

function kindsOf(words: string): ReadonlySet<Kind> {
  const kinds = new Set<Kind>();
  if (/[人名位]/u.test(words)) kinds.add('people');
  if (/[户家]/u.test(words)) kinds.add('households');
  if (/场|(?<![人篇])次/u.test(words)) kinds.add('sessions');
  if (/[篇条件份期部则项处起具只头台套辆栋座所间本册张幅块面盏支株例宗枚]/u.test(words)) kinds.add('pieces');
  return kinds;
}

/** By the last of the labels, which stands above the value. */
function askedFor(label: string): Kind {
  const leaf = label.split('/').at(-1) ?? '';
  if (leaf.includes('人')) return 'people';
  if (leaf.includes('户')) return 'households';
  return /[场次]/u.test(leaf) ? 'sessions' : 'pieces';
}
