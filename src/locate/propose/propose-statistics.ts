import type { Campaign } from '../../model/campaign.js';
import type {
  Doubt,
  FormOutline,
  OutlineRow,
  ProposedBlock,
  ProposedGroup,
  ProposedLeaf,
  ProposedPart,
  ProposedRow,
  StatisticsProposal,
} from '../../model/form-draft.js';
import { placeholderId } from './ids.js';
import { type Known, type KnownGroup, knownOf } from './known.js';
import { chooseLeaves, type LeafChoice } from './leaves.js';
import { type LevelPlan, planLevels } from './levels.js';
import { type Matched, matchBlocks } from './match.js';
import { bearerOf, wordings } from './wordings.js';

/** What a form's labels mean, as far as known campaigns tell; the rest gets ids to be confirmed. */
export function proposeStatistics(outline: FormOutline, campaigns: readonly Campaign[]): StatisticsProposal {
  const known = knownOf(campaigns);
  const matched = matchBlocks(outline.blocks, known);
  const plan = planLevels(matched, known);
  const labels = wordings(
    matched.map(({ block, known: one }) => ({ own: [block.label ?? unnamed], known: one?.labels ?? [] })),
  );
  const rowIds = new Set(matched.flatMap(({ rows }) => rows.flatMap((row) => row?.id ?? [])));
  return {
    levels: plan.levels,
    reportingLevel: plan.reportingLevel,
    doubts: plan.doubts,
    blocks: matched.map((one, n) => {
      const rows = rowsOf(one, n, rowIds);
      const { groups, doubts } = groupsOf(one, plan);
      const told = typeof groups === 'string' ? groups : withLeaves(groups, one, rows);
      const isTold = told !== groups;
      return { labels: labels[n] ?? [], groups: told, doubts, rows: isTold ? rows.map(withoutUneven) : rows };
    }),
    header: headerOf(outline.header, known),
  };
}

/** For a form without labels at the left; it is never drawn from here. */
const unnamed = '指标';

function groupsOf(one: Matched, plan: LevelPlan): Pick<ProposedBlock, 'groups' | 'doubts'> {
  const { block, known } = one;
  const doubts: Doubt[] = [...block.doubts, ...one.doubts];
  // What usually has levels keeps its ids where only one is left and nobody wrote it.
  const isLevels = plan.isLevels(one);
  if (block.groups.length === 0 && !(isLevels && known?.isLevels)) return { groups: 'none', doubts };
  if (isLevels) return { groups: 'levels', doubts };
  const [only] = block.groups;
  if (block.groups.length === 1 && only !== undefined) return { groups: [singleGroup(only, one, plan)], doubts };
  return { groups: severalGroups(block.groups, known?.isLevels === false ? known.groups : []), doubts };
}

/**
 * Groups with different leaves each name their own; one whose only leaf bears its own label leaves no trace in ids. What
 * cannot be said so, as where a group has no leaf in one of several rows, stays as it is, with its doubts.
 */
function withLeaves(
  groups: readonly ProposedGroup[],
  { block }: Matched,
  rows: readonly ProposedRow[],
): readonly ProposedGroup[] {
  const below = groups.map((_, g) => rows.map((row, r) => leavesBelow(g, row, block.rows[r])));
  const isWhole = below.every((own) => own.every((ids, r) => ids.length === rows[r]?.leaves.length));
  const isTold = below.every((own) => own.every((ids, r) => ids.length > 0 && isAllOf(ids, own, rows[r])));
  if (isWhole || !isTold) return groups;
  return groups.map((group, g) => {
    const leaves = [...new Set(below[g]?.flat())];
    const [leaf, ...more] = rows.flatMap((row) => row.leaves.filter(({ id }) => leaves.includes(id)));
    const isAlone = more.length === 0 && leaf?.labels[0] === group.labels[0];
    return isAlone ? { ...group, id: '', leaves, doubts: [] } : { ...group, leaves };
  });
}

function leavesBelow(group: number, row: ProposedRow, outline: OutlineRow | undefined): readonly string[] {
  const stands = (leaf: number) => outline?.cells.some((cell) => cell.group === group && cell.leaf === leaf) === true;
  return row.leaves.filter((_, leaf) => stands(leaf)).map(({ id }) => id);
}

/** Whether naming the leaves of all rows together names no others of this one. */
function isAllOf(ids: readonly string[], rows: readonly (readonly string[])[], row: ProposedRow | undefined): boolean {
  const named = rows.flat();
  return row?.leaves.filter(({ id }) => named.includes(id)).length === ids.length;
}

function withoutUneven(row: ProposedRow): ProposedRow {
  return { ...row, doubts: row.doubts.filter(({ kind }) => kind !== 'uneven-leaves') };
}

/** One label over all leaves tells nothing apart; of a block that usually has levels it is the one level that is left. */
function singleGroup(label: string, { known }: Matched, plan: LevelPlan): ProposedGroup {
  const own = known?.isLevels === false ? known.groups.find(({ id }) => id === '') : undefined;
  const level = known?.isLevels ? bearerOf(label, plan.levels) : undefined;
  const doubts: Doubt[] = own === undefined ? [{ kind: 'one-group', label }] : [];
  const [labels = [label]] = wordings([{ own: [label], known: own?.labels ?? level?.labels ?? [] }]);
  return { id: level?.id ?? '', labels, optional: level === undefined, doubts };
}

function severalGroups(groups: readonly string[], known: readonly KnownGroup[]): readonly ProposedGroup[] {
  const bearers = groups.map((label) => bearerOf(label, known));
  const unique = bearers.map((bearer, n) => (bearers.indexOf(bearer) === n ? bearer : undefined));
  const labels = wordings(groups.map((label, n) => ({ own: [label], known: unique[n]?.labels ?? [] })));
  const taken = new Set(unique.flatMap((bearer) => bearer?.id ?? []));
  return groups.map((label, n) => {
    const bearer = unique[n];
    const id = bearer?.id ?? placeholderId([label], 'group', n + 1, taken);
    taken.add(id);
    const askAbove = bearer?.askAbove === undefined ? {} : { askAbove: bearer.askAbove };
    const doubts: Doubt[] = bearer === undefined ? [{ kind: 'new-id', label }] : [];
    return { id, labels: labels[n] ?? [label], optional: false, doubts, ...askAbove };
  });
}

/** Leaves of all rows of a block are told apart by their labels, so their wordings are settled together. */
function rowsOf({ block, rows }: Matched, number: number, taken: Set<string>): ProposedBlock['rows'] {
  const choices = block.rows.map((row, r) => chooseLeaves(row, rows[r] ?? null));
  const labels = wordings(choices.flat().map((choice) => ({ own: [choice.label], known: choice.known?.labels ?? [] })));
  let at = 0;
  return block.rows.map((row, r) => {
    const known = rows[r] ?? null;
    const texts = [block.label ?? '', ...row.leaves];
    const words = block.rows.length === 1 ? texts : [...texts.slice(1), ...texts.slice(0, 1)];
    const id = known?.id ?? placeholderId(words, 'row', number + 1, taken);
    taken.add(id);
    const leaves = (choices[r] ?? []).map((choice) => leafOf(choice, labels[at++]));
    const doubts: Doubt[] = known === null ? [...row.doubts, { kind: 'new-row', labels: row.leaves }] : [...row.doubts];
    return { id, leaves, doubts };
  });
}

function leafOf({ label, leaf }: LeafChoice, labels: readonly string[] = [label]): ProposedLeaf {
  return { ...leaf, labels };
}

function headerOf(lines: readonly string[], { header }: Known): readonly ProposedPart[] {
  const bearers = lines.map((line) => bearerOf(line, header));
  const unique = bearers.map((bearer, n) => (bearers.indexOf(bearer) === n ? bearer : undefined));
  const labels = wordings(lines.map((line, n) => ({ own: [line], known: unique[n]?.labels ?? [] })));
  return lines.map((label, n) => ({
    id: unique[n]?.id ?? `line-${n + 1}`,
    labels: labels[n] ?? [label],
    doubts: unique[n] === undefined ? [{ kind: 'new-id', label } as const] : [],
  }));
}
