import { distance } from 'fastest-levenshtein';
import { LabelSet, labelKeys } from '../label-key.js';

/** Something that stands beside others of its kind: how this form calls it, and how others do. */
export interface Sibling {
  readonly own: readonly string[];
  readonly known: readonly string[];
}

/**
 * The wordings of each: the form's own first, then the known ones that mean none of its siblings. A word that two of them
 * could claim tells neither.
 */
export function wordings(siblings: readonly Sibling[]): readonly (readonly string[])[] {
  const taken = siblings.map(({ own }) => new Set(own.flatMap(labelKeys)));
  return siblings.map(({ own, known }, n) => {
    const labels = [...own];
    for (const label of known) {
      const keys = labelKeys(label);
      const isOthers = taken.some((one, m) => m !== n && keys.some((key) => one.has(key)));
      const isOwn = keys.every((key) => taken[n]?.has(key));
      if (isOthers || isOwn) continue;
      labels.push(label);
      for (const key of keys) taken[n]?.add(key);
    }
    return labels;
  });
}

/** The one of these that bears the label, in any of its wordings. */
export function bearerOf<T extends { readonly labels: readonly string[] }>(
  label: string,
  parts: readonly T[],
): T | undefined {
  const keys = labelKeys(label);
  return parts.find(({ labels }) => new LabelSet(labels).matches(keys));
}

export function isOfficial(label: string, { labels }: { readonly labels: readonly string[] }): boolean {
  return new LabelSet(labels.slice(0, 1)).matches(labelKeys(label));
}

/** 0 for the same key, 1 for nothing in common. */
export function unlikeness(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1);
}
