/** How a unit's name is written: what is its own, and what kind of body it names. */
export type UnitKind = 'village' | 'community' | 'office' | 'any';

export interface FoldedName {
  /** What is left of the name once the words for its kind are off: 楚庄 of 楚庄村村民委员会. */
  readonly core: string;
  readonly kind: UnitKind;
}

/** Words for the body, longest first. 村 itself is kept apart: 前街村村民委员会 loses both. */
export const suffixes: Readonly<Record<'village' | 'community' | 'office', readonly string[]>> = {
  village: ['村民委员会', '村委会', '村委', '行政村', '村'],
  community: ['社区居民委员会', '社区居委会', '居民委员会', '居委会', '社区居委', '居委', '社区'],
  office: ['街道办事处', '街道办', '街道', '镇人民政府', '乡人民政府', '镇政府', '乡政府', '镇', '乡'],
};
export const association = ['计划生育协会', '计划生育协', '计生协会', '计生协', '协会', '党支部', '党总支', '党委'];

/** One form for one name: full width, spaces, seals and trailing marks make no difference. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}_]+/gu, '')
    .replace(/[([【〔][^)\]】〕]*[章印][^)\]】〕]*[)\]】〕]/gu, '')
    .replace(/^[:：\-—.,，。、;；]+|[:：\-—.,，。、;；()]+$/gu, '');
}

/**
 * Every way a name may be meant. 新村 can be the village 新 or a place called 新村, so both are given;
 * which of them names a unit is for the roster to say.
 */
export function foldName(text: string): readonly FoldedName[] {
  const name = strip(normaliseName(text), association);
  const readings: FoldedName[] = [{ core: name, kind: 'any' }];
  for (const kind of ['village', 'community', 'office'] as const) {
    const suffix = suffixes[kind].find((word) => name.endsWith(word) && name.length > word.length);
    if (suffix === undefined) continue;
    const rest = name.slice(0, -suffix.length);
    readings.push({ core: kind === 'village' && suffix !== '村' ? dropVillage(rest) : rest, kind });
  }
  return readings;
}

/** Whether the text holds nothing of a name, only words every unit has, as on a blank form: “　　村委会”. */
export function namesNothing(text: string): boolean {
  const name = strip(normaliseName(text), association).replace(/[xX×*＿_某]+/gu, '');
  const words = [...suffixes.village, ...suffixes.community, ...suffixes.office, '村居', '名称', '单位'];
  return name === '' || words.includes(name) || /^[村居社区委会民员乡镇街道办事处()/／、]+$/u.test(name);
}

function strip(name: string, words: readonly string[]): string {
  const word = words.find((one) => name.endsWith(one) && name.length > one.length);
  return word === undefined ? name : strip(name.slice(0, -word.length), words);
}

function dropVillage(name: string): string {
  return name.endsWith('村') && name.length > 1 ? name.slice(0, -1) : name;
}
