/** How a unit's name is written: what is its own, and what kind of body it names. */
export type UnitKind = 'village' | 'community' | 'office' | 'other' | 'any';

export interface FoldedName {
  /** What is left of the name once the words for its kind are off: 楚庄 of 楚庄村村民委员会. */
  readonly core: string;
  readonly kind: UnitKind;
}

/** Words for the body, longest first. */
const suffixes: Readonly<Record<'village' | 'community' | 'office', readonly string[]>> = {
  village: ['村民委员会', '村委会', '村委', '行政村', '村'],
  community: ['社区居民委员会', '社区居委会', '居民委员会', '居委会', '社区居委', '居委', '社区'],
  office: [
    '街道办事处',
    '街道办',
    '街道',
    '镇人民政府',
    '乡人民政府',
    '苏木人民政府',
    '镇政府',
    '乡政府',
    '镇',
    '乡',
    '苏木',
  ],
};
export const association = [
  ...['计划生育协会', '计划生育协', '计生协会', '计生协', '协会'],
  ...['党支部委员会', '党总支', '党支部', '党委', '支部', '支委', '两委'],
];

const seal = /[([【〔](?:请|需|应|加|单位|村|居|委|会|并|和|、|签字|签名|签|盖|公|印)*[章印]处?[)\]】〕]/gu;

/** 阿布都·热合曼村 is written with many kinds of dots, and without. */
const middleDot = '[·•‧∙⋅・⸱ꞏ]';
export const middleDots = new RegExp(middleDot, 'gu');
/** “5·29” is 5.29. */
export const dotsInNumbers = new RegExp(`(?<=\\d)${middleDot}(?=\\d)`, 'gu');

/** Most names hold nothing that could be written in another way. */
const plain = /^[\u4e00-\u9fff0-9a-z]*$/;

/** One form for one name: full width, letter case, spaces, seals and trailing marks make no difference. */
export function normaliseName(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}_]+/gu, '')
    .replace(middleDots, '')
    .replace(seal, '')
    .replace(/^[:\-—.,，。、;]+|[:\-—.,，。、;()]+$/gu, '');
}

/**
 * Every way a name may be meant. 新村 can be the village 新 or a place called 新村, so both are given;
 * which of them names a unit is for the roster to say.
 */
export function foldName(text: string): readonly FoldedName[] {
  const name = dropAssociation(normaliseName(text));
  return [{ core: name, kind: 'any' }, ...kindsOf(name)];
}

/** Whether the name says what kind of body it names: 楚庄村 does, 楚庄 does not. */
export function saysKind(text: string): boolean {
  const name = normaliseName(text);
  const bare = dropAssociation(name);
  return bare !== name || kindsOf(bare).length > 0;
}

function kindsOf(name: string): readonly FoldedName[] {
  const last = name.charAt(name.length - 1);
  const kinds = (kindsByLast.get(last) ?? []).flatMap((kind) => kindOf(name, last, kind));
  const mayBeOther = kinds.length === 0 && otherLast.has(last);
  return mayBeOther && otherBody.test(name) ? [{ core: name, kind: 'other' }] : kinds;
}

type Words = Readonly<Record<string, readonly string[]>>;

/** Words by their last sign, in their order: most names end in none of them, and the others in few. */
function byLastSign(words: readonly string[]): Words {
  const signs = new Set(words.map(lastSignOf));
  return Object.fromEntries([...signs].map((sign) => [sign, words.filter((word) => lastSignOf(word) === sign)]));
}

function lastSignOf(word: string): string {
  return word.charAt(word.length - 1);
}

const suffixesByLast = {
  village: byLastSign(suffixes.village),
  community: byLastSign(suffixes.community),
  office: byLastSign(suffixes.office),
} as const;
const associationByLast = byLastSign(association);
type Body = keyof typeof suffixesByLast;
const bodies: readonly Body[] = ['village', 'community', 'office'];
/** Which kinds have a word that ends in a sign. */
const kindsByLast = new Map(
  [...new Set(Object.values(suffixes).flat().map(lastSignOf))].map((sign) => [
    sign,
    bodies.filter((kind) => sign in suffixesByLast[kind]),
  ]),
);
const otherLast = new Set('会查区队场');

/** Bodies that are neither: what they are called is their whole name. */
const otherBody = /(?:嘎查|委员会|家委会|[活管理发园]区|大队|[农林牧渔茶]场)$/u;

/** 前街村村民委员会 is the village 前街, and 前街村 too where that is the place's own name. */
function kindOf(name: string, last: string, kind: Body): FoldedName[] {
  const suffix = suffixesByLast[kind][last]?.find((word) => name.endsWith(word) && name.length > word.length);
  if (suffix === undefined) return [];
  // 青山镇 and 青山街道 are two offices: their kind stays with the name.
  if (kind === 'office') return [{ core: squeezeOffice(name), kind }];
  const core = name.slice(0, -suffix.length);
  const isTwice = kind === 'village' && suffix !== '村' && core.endsWith('村') && core.length > 1;
  return [{ core, kind }, ...(isTwice ? [{ core: core.slice(0, -1), kind }] : [])];
}

/** 万张街道办事处 is 万张街道. */
export function squeezeOffice(name: string): string {
  return name.replace(/街道办事处|街道办/gu, '街道').replace(/(镇|乡|苏木)(?:人民)?政府/gu, '$1');
}

const blanks = new Set([
  ...[...suffixes.village, ...suffixes.community, ...suffixes.office],
  ...[
    '乡镇',
    '村居',
    '村居社区',
    '社区村',
    '居',
    '委会',
    '委员会',
    '村民',
    '居民',
    '名称',
    '单位',
    '单位名称',
    '填报单位',
  ],
]);

/** Whether the text holds nothing of a name, only words every unit has, as on a blank form: “　　镇（乡）　　村委会”. */
export function namesNothing(text: string): boolean {
  const pieces = inHan.test(text)
    ? [text]
    : text
        .normalize('NFKC')
        .replace(seal, '')
        .split(/[\s\p{Cf}_()/、,.:;\-—xX×*＿某]+/u);
  return pieces.every((piece) => piece === '' || blanks.has(piece) || blanks.has(dropAssociation(piece)));
}

/** Most texts are of one piece: without 某, and without signs that stand apart. */
const inHan = /^[\u4e00-\u67cf\u67d1-\u9fff]+$/;

function dropAssociation(name: string): string {
  const words = associationByLast[name.charAt(name.length - 1)];
  const word = words?.find((one) => name.endsWith(one) && name.length > one.length);
  return word === undefined ? name : dropAssociation(name.slice(0, -word.length));
}
