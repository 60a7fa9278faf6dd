import type { Finding } from '../model/finding.js';

/** Findings that are told together, the first of which speaks for all. */
export type Bundle<T> = readonly [T, ...T[]];

/** More findings alike than these are told together. */
const mostApart = 2;

/** What has the same key told together where there is much of it; errors before warnings, else in the given order. */
export function bundled<T extends { readonly finding: Finding }>(
  items: readonly T[],
  keyOf: (one: T) => string,
): readonly Bundle<T>[] {
  const alike = new Map<string, [T, ...T[]]>();
  for (const one of items) {
    const key = `${one.finding.severity} ${keyOf(one)}`;
    const before = alike.get(key);
    if (before === undefined) alike.set(key, [one]);
    else before.push(one);
  }
  const bundles = [...alike.values()].flatMap((bundle): Bundle<T>[] =>
    bundle.length > mostApart ? [bundle] : bundle.map((one): Bundle<T> => [one]),
  );
  const isError = ([{ finding }]: Bundle<T>) => finding.severity === 'error';
  return [...bundles.filter(isError), ...bundles.filter((bundle) => !isError(bundle))];
}
