import type { Block, Campaign, Field, StatisticsForm } from '../../model/campaign.js';
import type { Difference } from '../../model/difference.js';
import {
  added,
  type Comparing,
  compareLabels,
  compareListed,
  compareValues,
  gone,
  type Listed,
  labelled,
  moves,
} from './listed.js';

/** The fields of two forms, and what stands above them. What a whole block or level is called is told once. */
export function compareFields(a: Campaign, b: Campaign, how: Comparing): readonly Difference[] {
  const [before, after] = [a.forms.statistics, b.forms.statistics];
  const renumbered = sameFieldsOtherIds(before, after);
  const gives = new Set(renumbered.flatMap(([old, now]) => [old.id, now.id]));
  const isApart = ({ id }: Field) => !gives.has(id);
  return [
    ...compareBlocks(before, after, how),
    ...compareLeaves(before, after, how),
    ...renumbered.map(([old, now]) => renamedId(old, now)),
    ...before.fields
      .filter((field) => isApart(field) && !has(after, field))
      .map(({ id, label }) => gone('field', id, label)),
    ...after.fields
      .filter((field) => isApart(field) && !has(before, field))
      .map(({ id, label }) => added('field', id, label)),
    ...moves('field', common(before, after), common(after, before)),
    ...(how.scope === 'all' ? after.fields.flatMap((field) => compareAttributes(field, before)) : []),
  ];
}

function has(form: StatisticsForm, { id }: Field): boolean {
  return form.fields.some((field) => field.id === id);
}

function common(form: StatisticsForm, other: StatisticsForm): readonly Listed[] {
  return form.fields.filter((field) => has(other, field)).map(({ id, label }) => ({ id, label, values: {} }));
}

/** What stands under the very same labels and is called by another id. */
function sameFieldsOtherIds(before: StatisticsForm, after: StatisticsForm): readonly (readonly [Field, Field])[] {
  return before.fields.flatMap((old) => {
    const same = after.fields.filter(({ label }) => label === old.label);
    const [now] = same;
    const isOne = same.length === 1 && before.fields.filter(({ label }) => label === old.label).length === 1;
    return now !== undefined && isOne && !has(after, old) && !has(before, now) ? [[old, now] as const] : [];
  });
}

function renamedId(old: Field, now: Field): Difference {
  const { id, label } = now;
  return { part: 'field', change: 'renamed', id, label, key: 'id', before: old.id, after: id };
}

/** Blocks are the same where they share rows; their labels and those of their own groups may change. */
function compareBlocks(before: StatisticsForm, after: StatisticsForm, how: Comparing): readonly Difference[] {
  return after.blocks.flatMap((block) => {
    const old = before.blocks.find((one) => one.rows.some((row) => rowIds(block).includes(row.id)));
    if (old === undefined) return [];
    const id = rowIds(block).join('+');
    const groups = (one: Block): readonly Listed[] =>
      one.groups.filter(({ level }) => level === null).map((group) => labelled(`${id}.${group.id}`, group.labels));
    return [
      ...compareLabels('block', labelled(id, block.labels), old.labels, how),
      ...groups(block).flatMap((group) => {
        const known = groups(old).find((one) => one.id === group.id)?.values.labels;
        return Array.isArray(known) ? compareLabels('group', group, known.map(String), how) : [];
      }),
    ];
  });
}

function rowIds(block: Block): readonly string[] {
  return block.rows.map(({ id }) => id);
}

/** A leaf stands under every group of its row: its wording is told once, under `row.*.leaf`. */
function compareLeaves(before: StatisticsForm, after: StatisticsForm, how: Comparing): readonly Difference[] {
  const known = new Map(leavesOf(before).map((leaf) => [leaf.id, leaf]));
  return leavesOf(after).flatMap((leaf) => {
    const labels = known.get(leaf.id)?.values.labels;
    return Array.isArray(labels) ? compareLabels('field', leaf, labels.map(String), how) : [];
  });
}

function leavesOf({ blocks }: StatisticsForm): readonly Listed[] {
  return blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      row.leaves.map((leaf) => {
        const isBare = block.groups.every(({ id }) => id === '');
        return labelled(isBare ? `${row.id}.${leaf.id}` : `${row.id}.*.${leaf.id}`, leaf.labels);
      }),
    ),
  );
}

function compareAttributes(field: Field, before: StatisticsForm): readonly Difference[] {
  const old = before.fields.find(({ id }) => id === field.id);
  return old === undefined ? [] : compareValues('field', attributesOf(field), attributesOf(old).values);
}

function attributesOf({
  id,
  label,
  kind,
  level,
  optional,
  askAbove,
  askAbovePerSession,
  sessionsField,
}: Field): Listed {
  const values = { kind, level, optional, askAbove: askAbove ?? null, askAbovePerSession: askAbovePerSession ?? null };
  return { id, label, values: { ...values, of: sessionsField ?? null } };
}

/** Levels: by id; whether one may be left out is no matter of a blank form. */
export function compareLevels(a: Campaign, b: Campaign, how: Comparing): readonly Difference[] {
  const ids = (campaign: Campaign) =>
    campaign.levels.map(({ id, labels }) => ({ id, label: labels[0] ?? id, values: {} }));
  const labels = b.levels.flatMap((level) => {
    const old = a.levels.find(({ id }) => id === level.id);
    return old === undefined ? [] : compareLabels('level', labelled(level.id, level.labels), old.labels, how);
  });
  return [...compareListed('level', ids(a), ids(b)), ...labels];
}
