import type { Doubt, ProposedLevel } from '../../model/form-draft.js';
import { labelKeys } from '../label-key.js';
import { placeholderId } from './ids.js';
import type { Known, KnownPart } from './known.js';
import type { Matched } from './match.js';
import { bearerOf, wordings } from './wordings.js';

/** The levels of a form, and which of its blocks have them across. */
export interface LevelPlan {
  readonly levels: readonly ProposedLevel[];
  readonly reportingLevel: string;
  readonly doubts: readonly Doubt[];
  readonly isLevels: (matched: Matched) => boolean;
}

interface Tier {
  readonly id: string;
  readonly known: KnownPart | undefined;
  readonly texts: string[];
}

/** The level of villages, as the shipped campaigns call it. */
const lowest = 'village';

/** Finds the levels: from the blocks known to have them, and from those whose groups are called as levels are. */
export function planLevels(blocks: readonly Matched[], known: Known): LevelPlan {
  const candidates = blocks.filter((one) => mayHaveLevels(one, known)).sort((a, b) => widthOf(b) - widthOf(a));
  const widest = candidates.reduce((most, one) => Math.max(most, widthOf(one)), 0);
  // Among blocks of several levels one with a single group has none, but a label of its own.
  const isLevels = (one: Matched) => candidates.includes(one) && (widthOf(one) > 1 || widest <= 1);
  const across = candidates.filter(isLevels);
  const tiers = tiersOf(across, known);
  if (tiers.length === 0) tiers.push(villageTier(known));
  const names = wordings(tiers.map(({ texts, known: part }) => ({ own: texts, known: part?.labels ?? [] })));
  const labels = widest === 0 ? names.map(plainestFirst) : names;
  const levels = tiers.map((tier, n): ProposedLevel => {
    const without = across.filter(({ block }) => block.groups.length > 0 && !hasTier(block.groups, tier));
    const names = without.map(({ block }) => block.label ?? '');
    const absent = names.length > 0 && tier.texts.length > 0;
    return {
      id: tier.id,
      labels: labels[n] ?? tier.texts,
      optional: absent,
      doubts: [
        ...(tier.known === undefined ? [{ kind: 'new-level', label: tier.texts[0] ?? '' } as const] : []),
        ...(absent ? [{ kind: 'level-absent', label: tier.texts[0] ?? '', blocks: names } as const] : []),
      ],
    };
  });
  const reporting = levels.find(({ id }) => id === lowest) ?? levels.at(-1);
  const isUsual = reporting?.id === lowest;
  return {
    levels,
    reportingLevel: reporting?.id ?? lowest,
    doubts: [
      ...(widest === 0 ? [{ kind: 'no-levels' } as const] : []),
      ...(isUsual ? [] : [{ kind: 'reporting-level', label: reporting?.labels[0] ?? '' } as const]),
    ],
    isLevels,
  };
}

/** A form without levels is no association’s own: 村居 says it for all work. */
function plainestFirst(labels: readonly string[]): readonly string[] {
  return [plainest, ...labels.filter((label) => label !== plainest)];
}

const plainest = '村居';

function widthOf({ block }: Matched): number {
  return block.groups.length;
}

function mayHaveLevels({ block, known }: Matched, words: Known): boolean {
  // Each level has the same leaves; groups that differ in them are something else, unless they are called as levels are.
  const isUneven = block.rows.some(({ doubts }) => doubts.some(({ kind }) => kind === 'uneven-leaves'));
  if (known !== null && !(known.isLevels && isUneven)) return known.isLevels;
  const named = block.groups.filter((group) => bearerOf(group, words.levels) !== undefined);
  return named.length * 2 >= block.groups.length;
}

/** In the order of the form; the block with most levels comes first. */
function tiersOf(across: readonly Matched[], known: Known): Tier[] {
  const tiers: Tier[] = [];
  for (const { block } of across) {
    const here: Tier[] = [];
    for (const [n, text] of block.groups.entries()) {
      const same = tiers.find((tier) => !here.includes(tier) && hasTier([text], tier));
      const tier = same ?? newTier(text, n, tiers, known);
      if (!hasText(tier, text)) tier.texts.push(text);
      if (same === undefined) tiers.push(tier);
      here.push(tier);
    }
  }
  return tiers;
}

function newTier(text: string, n: number, tiers: readonly Tier[], known: Known): Tier {
  const level = bearerOf(text, known.levels);
  const taken = new Set([...tiers.map(({ id }) => id)]);
  if (level !== undefined && !taken.has(level.id)) return { id: level.id, known: level, texts: [] };
  const ids = new Set([...taken, ...known.levels.map(({ id }) => id)]);
  return { id: placeholderId([text], 'group', n + 1, ids), known: undefined, texts: [] };
}

function villageTier({ levels }: Known): Tier {
  const known = levels.find(({ id }) => id === lowest) ?? { id: lowest, labels: ['村居社区'] };
  return { id: known.id, known, texts: [] };
}

function hasTier(groups: readonly string[], tier: Tier): boolean {
  return groups.some(
    (group) => hasText(tier, group) || (tier.known !== undefined && bearerOf(group, [tier.known]) !== undefined),
  );
}

function hasText(tier: Tier, text: string): boolean {
  const keys = labelKeys(text);
  return tier.texts.some((one) => labelKeys(one).some((key) => keys.includes(key)));
}
