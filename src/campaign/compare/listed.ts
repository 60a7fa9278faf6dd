import type { Difference, DifferencePart, DifferenceScope, DifferenceValue } from '../../model/difference.js';

/** Things of one kind that have ids, as they are compared. */
export interface Listed {
  readonly id: string;
  readonly label: string;
  readonly values: Readonly<Record<string, DifferenceValue>>;
}

/** How two definitions are compared. */
export interface Comparing {
  readonly scope: DifferenceScope;
  /** Whether a label is read as one of these, as forms are read. */
  readonly knows: (label: string, wordings: readonly string[]) => boolean;
}

/** What was added, removed, changed, and put in another place, by id. */
export function compareListed(part: DifferencePart, a: readonly Listed[], b: readonly Listed[]): readonly Difference[] {
  const before = new Map(a.map((one) => [one.id, one]));
  const after = new Map(b.map((one) => [one.id, one]));
  return [
    ...a.filter(({ id }) => !after.has(id)).map(({ id, label }) => gone(part, id, label)),
    ...b.filter(({ id }) => !before.has(id)).map(({ id, label }) => added(part, id, label)),
    ...b.flatMap((one) => compareValues(part, one, before.get(one.id)?.values)),
    ...moves(
      part,
      a.filter(({ id }) => after.has(id)),
      b.filter(({ id }) => before.has(id)),
    ),
  ];
}

export function gone(part: DifferencePart, id: string, label: string): Difference {
  return { part, change: 'removed', id, label, key: null, before: label, after: null };
}

export function added(part: DifferencePart, id: string, label: string): Difference {
  return { part, change: 'added', id, label, key: null, before: null, after: label };
}

/** Each value that is not the same. */
export function compareValues(
  part: DifferencePart,
  { id, label, values }: Listed,
  before: Listed['values'] | undefined,
): readonly Difference[] {
  if (before === undefined) return [];
  return Object.entries(values).flatMap(([key, after]) => {
    const old = before[key] ?? null;
    return isSame(old, after) ? [] : [{ part, change: 'changed', id, label, key, before: old, after } as const];
  });
}

export function labelled(id: string, labels: readonly string[]): Listed {
  return { id, label: labels[0] ?? id, values: { labels } };
}

/** The official wording, and whether the first definition reads it already; then the wordings of clerks. */
export function compareLabels(
  part: DifferencePart,
  { id, label, values }: Listed,
  before: readonly string[],
  { scope, knows }: Comparing,
): readonly Difference[] {
  const isRenamed = (before[0] ?? '') !== label;
  const renamed = {
    part,
    change: 'renamed',
    id,
    label,
    key: 'label',
    before: before[0] ?? null,
    after: label,
  } as const;
  const words = (labels: DifferenceValue | undefined) => (Array.isArray(labels) ? labels.map(String).sort() : []);
  const wordings = { id, label, values: { labels: words(values.labels) } };
  return [
    ...(isRenamed ? [{ ...renamed, known: knows(label, before) }] : []),
    ...(scope === 'all' ? compareValues(part, wordings, { labels: words(before) }) : []),
  ];
}

/** The fewest things to take out and put in again to come from one order to the other; told by what they follow. */
export function moves(part: DifferencePart, a: readonly Listed[], b: readonly Listed[]): readonly Difference[] {
  const order = new Map(a.map(({ id }, n) => [id, n]));
  const stay = longestRise(b.map(({ id }) => order.get(id) ?? -1));
  return b.flatMap(({ id, label }, n) => {
    if (stay.has(n)) return [];
    const follows = (list: readonly Listed[], at: number) => list[at - 1]?.label ?? '';
    const before = follows(a, order.get(id) ?? 0);
    return [{ part, change: 'moved', id, label, key: 'after', before, after: follows(b, n) } as const];
  });
}

/** The places of a longest rising part of the numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const best: { length: number; from: number | null }[] = [];
  for (const number of numbers) {
    let length = 1;
    let from: number | null = null;
    for (const [m, { length: sofar }] of best.entries()) {
      if ((numbers[m] ?? 0) < number && sofar + 1 > length) [length, from] = [sofar + 1, m];
    }
    best.push({ length, from });
  }
  const places = new Set<number>();
  const longest = best.reduce((most, { length }) => Math.max(most, length), 0);
  let at: number | null = best.findIndex(({ length }) => length === longest);
  while (at !== null && at !== -1) {
    places.add(at);
    at = best[at]?.from ?? null;
  }
  return places;
}

function isSame(a: DifferenceValue, b: DifferenceValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
