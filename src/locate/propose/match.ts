import type { Doubt, OutlineBlock } from '../../model/form-draft.js';
import { LabelSet, labelKeys } from '../label-key.js';
import type { Known, KnownBlock, KnownRow } from './known.js';
import { bearerOf, isOfficial, unlikeness } from './wordings.js';

/** An outline's block beside the known block and rows it is taken for; null where it is none of them. */
export interface Matched {
  readonly block: OutlineBlock;
  readonly known: KnownBlock | null;
  readonly rows: readonly (KnownRow | null)[];
  readonly doubts: readonly Doubt[];
}

/** Compares each block with those of known campaigns. A known row is given to one row only, so that no id stands twice. */
export function matchBlocks(blocks: readonly OutlineBlock[], known: Known): readonly Matched[] {
  const used = new Set<string>();
  const keep = (matched: Matched): Matched => {
    for (const row of matched.rows) if (row !== null) used.add(row.id);
    return matched;
  };
  const named = new Map(
    blocks.flatMap((block) => {
      const matched = byLabel(block, known, used);
      return matched === null ? [] : [[block, keep(matched)] as const];
    }),
  );
  return blocks.map(
    (block) =>
      named.get(block) ?? keep(byLeaves(block, known, used) ?? byLikeness(block, known, used) ?? unknown(block)),
  );
}

/** By the label at the left, in any wording; of several campaigns the one whose leaves fit best. */
function byLabel(block: OutlineBlock, known: Known, used: ReadonlySet<string>): Matched | null {
  const keys = labelKeys(block.label ?? '');
  const candidates = known.blocks
    .filter(({ labels }) => new LabelSet(labels).matches(keys))
    .map((one) => ({ one, rows: assign(block, one, used) }))
    .sort((a, b) => count(b.rows) - count(a.rows));
  const [best] = candidates;
  return best === undefined ? null : { block, known: best.one, rows: best.rows, doubts: [] };
}

/** By its leaves alone, where all of a row stand there. */
function byLeaves(block: OutlineBlock, known: Known, used: ReadonlySet<string>): Matched | null {
  for (const one of known.blocks) {
    const rows = block.rows.map(
      ({ leaves }) => one.rows.find((row) => !used.has(row.id) && isAll(leaves, row)) ?? null,
    );
    if (rows.every((row) => row !== null) && new Set(rows).size === rows.length) return taken(block, one, rows);
  }
  return null;
}

/** Every leaf is a different one of the known row's, and one at least in the official wording. */
function isAll(leaves: readonly string[], { leaves: known }: KnownRow): boolean {
  const bearers = leaves.map((leaf) => bearerOf(leaf, known));
  const isEach = known.length === leaves.length && new Set(bearers).size === leaves.length;
  return isEach && leaves.some((leaf, l) => isOfficial(leaf, bearers[l] ?? { labels: [] }));
}

/** By a label much like a known one, where one of its leaves stands there in the official wording. */
function byLikeness(block: OutlineBlock, known: Known, used: ReadonlySet<string>): Matched | null {
  const [key = ''] = labelKeys(block.label ?? '');
  for (const one of known.blocks) {
    const isLike = one.labels.flatMap(labelKeys).some((other) => unlikeness(key, other) <= farthest);
    const rows = isLike ? assign(block, one, used) : [];
    const shares = rows.some((row, n) =>
      row?.leaves.some((leaf) => block.rows[n]?.leaves.some((label) => isOfficial(label, leaf))),
    );
    if (shares) return taken(block, one, rows);
  }
  return null;
}

/** Labels that differ in more than this part of their signs are not alike. */
const farthest = 0.4;

function taken(block: OutlineBlock, known: KnownBlock, rows: Matched['rows']): Matched {
  const doubt = { kind: 'known-by-leaves', label: block.label ?? '', known: known.labels[0] ?? '' } as const;
  return { block, known, rows, doubts: [doubt] };
}

function unknown(block: OutlineBlock): Matched {
  return { block, known: null, rows: block.rows.map(() => null), doubts: [] };
}

/** Gives each row the known row with which it shares most leaves; a block with one row and one known row needs none. */
function assign(block: OutlineBlock, known: KnownBlock, used: ReadonlySet<string>): readonly (KnownRow | null)[] {
  const free = known.rows.filter(({ id }) => !used.has(id));
  const [only] = free;
  if (block.rows.length === 1 && known.rows.length === 1 && only !== undefined) return [only];
  const pairs = block.rows
    .flatMap((row, n) => free.map((one) => ({ n, one, shared: sharedLeaves(row.leaves, one) })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const given: (KnownRow | null)[] = block.rows.map(() => null);
  for (const { n, one } of pairs) if (given[n] === null && !given.includes(one)) given[n] = one;
  return given;
}

function sharedLeaves(leaves: readonly string[], known: KnownRow): number {
  return new Set(leaves.map((leaf) => bearerOf(leaf, known.leaves)).filter((leaf) => leaf !== undefined)).size;
}

function count(rows: readonly (KnownRow | null)[]): number {
  return rows.filter((row) => row !== null).length;
}
