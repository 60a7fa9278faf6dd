import { ofText, once } from '../model/memo.js';

const numbering =
  /^(?:[(]?\s*[一二三四五六七八九十\d]{1,3}\s*[)、.:]|[一二三四五六七八九十]{1,3}\s|\d{1,2}(?=[\s\p{Script=Han}【〔]))[、.\s]*/u;
/**
 * A unit, as in 宣传人数（人）, part of the name, as in 村（居）社区, or how many are asked for; but not a figure, nor
 * 万 or the like, by which every figure below would be another.
 */
const bracket =
  /[([](?!(?:单位:?)?[十百千万亿]+[\p{L}次]{0,2}[)\]])(?:[^)\]\d]|\d+(?=[-—~至]\d|张)|(?<=[-—~至])\d+)*[)\]]/gu;
const trailingUnit = /(?<=[数次量件])(?:人次|场次|[场次人篇条个])$/u;

/**
 * The forms under which a label is compared: width, spaces, line breaks, punctuation and numbering make no difference,
 * and a bracket may belong to the name or not.
 */
export const labelKeys: (text: string) => readonly string[] = ofText((text) => {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/^[\s【〔“"]+/u, '')
    .replace(numbering, '')
    .replace(/\s+/gu, '')
    .replace(/计划生育协会|计生协会/gu, '计生协')
    .replace(/其它/gu, '其他');
  const keys = [plain, plain.replace(bracket, '')].map((one) => one.replace(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set(keys)].filter((key) => key !== '');
});

/** Labels ready for comparing with what stands in a file; for the very same list of labels always the same. */
export const labelSet: (labels: readonly string[]) => LabelSet = once((labels) => new LabelSet(labels));

export class LabelSet {
  readonly keys: ReadonlySet<string>;

  constructor(labels: readonly string[]) {
    this.keys = new Set(labels.flatMap(labelKeys));
  }

  /** A unit may stand behind the label without a bracket: 宣传人数 人. */
  matches(keys: readonly string[]): boolean {
    return keys.some((key) => this.keys.has(key) || this.keys.has(withoutUnit(key)));
  }
}

const withoutUnit = ofText((key) => key.replace(trailingUnit, ''));
