/**
 * The forms under which a label is compared: width, spaces, line breaks, punctuation and numbering make no difference,
 * and a bracket may be a unit, as in 宣传人数（人）, or part of the name, as in 村（居）社区.
 */
export function labelKeys(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/计划生育协会|计生协会/gu, '计生协')
    .replace(/其它/gu, '其他')
    .replace(/^(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）]|[一二三四五六七八九十0-9]{1,2}[、.．])/u, '');
  const without = plain.replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, '');
  const keys = [plain, without].map((one) => one.replace(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set(keys)].filter((key) => key !== '');
}

/** Labels ready for comparing with what stands in a file. */
export class LabelSet {
  readonly #keys: ReadonlySet<string>;

  constructor(labels: readonly string[]) {
    this.#keys = new Set(labels.flatMap(labelKeys));
  }

  matches(keys: readonly string[]): boolean {
    return keys.some((key) => this.#keys.has(key));
  }
}
