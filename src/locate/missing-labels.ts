import { finding } from '../findings/finding.js';
import type { Field, StatisticsForm } from '../model/campaign.js';
import type { Cell } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { once } from '../model/memo.js';
import { cellsAcross, cellsIn, type Grid, type LabelledCell, shownOf } from './grid.js';
import { type HeaderRow, hasGroup } from './header-rows.js';
import { LabelSet } from './label-key.js';
import { nearestText } from './nearest-text.js';
import { placeOf } from './place.js';
import { isNote } from './side-text.js';
import { firstColumnOf } from './value-rows.js';

/** The rows of one copy of the form. */
interface Part {
  readonly grid: Grid;
  readonly headers: readonly HeaderRow[];
  /** Cells known to be values. */
  readonly values: ReadonlySet<Cell | null>;
  readonly from: number;
  readonly to: number;
}

/**
 * Fields without a label: one finding for each cause, be it a block, a group, a row of leaves, or one leaf of every
 * group. An optional group is missed only where part of it stands there.
 */
export function missingLabels(part: Part, form: StatisticsForm, labelled: ReadonlySet<Field>): readonly Finding[] {
  const expected = form.fields.filter((field) => !field.optional || isBegun(field, part.headers));
  return form.blocks.flatMap((_, block) => {
    const ofBlock = expected.filter((field) => field.at.block === block);
    const missing = ofBlock.filter((field) => !labelled.has(field));
    if (missing.length === 0) return [];
    const strangers = strangersIn(part, form);
    return causesOf(missing, ofBlock, part.headers).map((fields) => tell(fields, part, form, strangers));
  });
}

/** What the fields have in common, as a path of labels: `宣传活动 / 宣传人数`. */
export function labelOf(fields: readonly Field[], form: StatisticsForm): string {
  const { at } = fields[0] ?? { at: undefined };
  const block = form.blocks[at?.block ?? -1];
  if (at === undefined || block === undefined) return '';
  const group = fields.every((field) => field.at.group === at.group) ? block.groups[at.group] : undefined;
  const all = new Set(block.rows.flatMap((row) => row.leaves));
  const leaves = new Set(fields.flatMap((field) => block.rows[field.at.row]?.leaves[field.at.leaf] ?? []));
  return [
    block.labels[0],
    ...(group === undefined || group.id === '' ? [] : [group.labels[0]]),
    ...(leaves.size === all.size ? [] : [[...leaves].map((leaf) => leaf.labels[0]).join('、')]),
  ].join(' / ');
}

/** Part of an optional group stands there: its label, or leaves below none, so that the group's are asked for. */
function isBegun(field: Field, headers: readonly HeaderRow[]): boolean {
  const ofBlock = headers.filter((header) => header.block === field.at.block);
  return ofBlock.some(
    (header) => hasGroup(header, field.at.group) || header.leaves.some(({ cell }) => isAlone(cell, header)),
  );
}

function isAlone(cell: LabelledCell, { groups }: HeaderRow): boolean {
  return !groups.some(({ from, to }) => cell.column >= from && cell.column <= to);
}

/** Parts missing fields by what explains most of them at once. */
function causesOf(missing: readonly Field[], expected: readonly Field[], headers: readonly HeaderRow[]): Field[][] {
  const groups = new Set(expected.map((field) => field.at.group)).size;
  const stands = ({ at }: Field) => headers.some((one) => one.block === at.block && one.row === at.row);
  const causes: readonly ((field: Field) => string | null)[] = [
    () => (groups > 1 || !expected.some(stands) ? 'block' : null),
    (field: Field) => (stands(field) ? null : `${field.at.row}`),
    (field: Field) => (groups > 1 || stands(field) ? `${field.at.group}` : null),
    (field: Field) => `${field.at.row} ${field.at.leaf}`,
    (field: Field) => field.id,
  ];
  const parts: Field[][] = [];
  let rest = missing;
  for (const cause of causes) {
    const settled = parts.flat();
    for (const key of new Set(rest.map(cause))) {
      const whole = expected.filter((field) => cause(field) === key && !settled.includes(field));
      if (key !== null && whole.every((field) => rest.includes(field))) parts.push(whole);
    }
    rest = rest.filter((field) => !parts.some((part) => part.includes(field)));
  }
  return parts;
}

/** Short texts of the copy that are no label of the form and no note: renamed labels are among them. */
function strangersIn({ grid, values, from, to }: Part, form: StatisticsForm): readonly LabelledCell[] {
  const known = allLabels(form);
  return grid.cells
    .filter((cell) => cell.row >= from && cell.row <= to && cell.keys.length > 0 && !values.has(cell))
    .filter((cell) => !known.matches(cell.keys) && !isNote(cell));
}

/** The labels of blocks, groups and leaves. */
export const allLabels = once((form: StatisticsForm) => {
  const leaves = form.blocks.flatMap((block) => block.rows.flatMap((row) => row.leaves));
  const owners = [...form.blocks, ...form.blocks.flatMap((block) => block.groups), ...leaves];
  return new LabelSet(owners.flatMap(({ labels }) => labels));
});

function tell(fields: readonly Field[], part: Part, form: StatisticsForm, strangers: readonly LabelledCell[]): Finding {
  const label = labelOf(fields, form);
  const cell =
    inPlace(fields, part, strangers) ??
    besideGroups(fields, part, form, strangers) ??
    nearestText(strangers, wordsOf(fields, form));
  const args = { label, ...levelOf(fields) };
  return cell === null
    ? finding('form/label-missing', args, placeOf(part.grid.table))
    : finding('form/label-missing', { ...args, suggestion: shownOf(cell) }, placeOf(part.grid.table, cell));
}

function levelOf(fields: readonly Field[]): { level?: string } {
  const level = fields[0]?.level ?? null;
  return level !== null && fields.every((field) => field.level === level) ? { level } : {};
}

/** The only text none of ours in the very place where one leaf should stand, whatever it says. */
function inPlace(fields: readonly Field[], { grid, headers }: Part, strangers: readonly LabelledCell[]) {
  const [field] = fields;
  if (field === undefined || fields.some(({ at }) => at.row !== field.at.row || at.leaf !== field.at.leaf)) return null;
  const header = headers.find((one) => one.block === field.at.block && one.row === field.at.row);
  if (header === undefined) return null;
  const left = firstColumnOf(header);
  const cells = cellsAcross(grid, header.at).filter((cell) => {
    const span = header.groups.find(({ from, to }) => cell.column >= from && cell.column <= to);
    const isAsked = fields.some(({ at }) => at.group === span?.index);
    return isAsked && cell.column >= left - 1 && strangers.includes(cell);
  });
  return new Set(cells.map(shownOf)).size === 1 ? (cells[0] ?? null) : null;
}

/** For a block without any row of leaves: the only text none of ours to the left of labels of its groups. */
function besideGroups(fields: readonly Field[], part: Part, form: StatisticsForm, strangers: readonly LabelledCell[]) {
  const block = fields[0]?.at.block ?? -1;
  if (part.headers.some((header) => header.block === block)) return null;
  const groups = new LabelSet(form.blocks[block]?.groups.flatMap(({ labels }) => labels) ?? []);
  const cells = strangers.filter((cell) =>
    cellsIn(part.grid, cell.row).some((other) => other.column > cell.column && groups.matches(other.keys)),
  );
  return cells.length === 1 ? (cells[0] ?? null) : null;
}

/** The labels to look for: of the block, the group or the leaves, whichever is missing as a whole. */
function wordsOf(fields: readonly Field[], form: StatisticsForm): readonly string[] {
  const block = form.blocks[fields[0]?.at.block ?? -1];
  if (block === undefined) return [];
  const all = block.rows.flatMap((row) => row.leaves);
  const leaves = fields.flatMap(({ at }) => block.rows[at.row]?.leaves[at.leaf] ?? []);
  if (new Set(leaves).size < all.length) return leaves.flatMap((leaf) => leaf.labels);
  const groups = new Set(fields.map(({ at }) => at.group));
  const [group] = groups;
  const isGroup = groups.size === 1 && block.groups.length > 1;
  return isGroup ? (block.groups[group ?? -1]?.labels ?? []) : [...block.labels, ...all.flatMap((leaf) => leaf.labels)];
}
