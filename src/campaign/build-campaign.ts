import { type Bounds, defaultBounds } from '../model/bounds.js';
import type { Block, Campaign, Field, Group, Leaf, Material, StatisticsForm } from '../model/campaign.js';
import { layOut } from './layout.js';
import type { CampaignFile } from './schema.js';

/** From the file's shape to the campaign the stages use: levels put in their places, fields and layout worked out. */
export function buildCampaign(file: CampaignFile): Campaign {
  const { progress } = file.forms;
  return {
    id: file.id,
    title: file.title,
    year: file.year,
    ordinal: file.ordinal,
    office: file.office,
    locale: file.locale,
    timeZone: file.timeZone,
    cutoff: file.cutoff,
    rollover: file.rollover,
    calendar: file.calendar,
    period: file.period,
    levels: file.levels.map(({ id, labels }) => ({ id, labels })),
    reportingLevel: file.reportingLevel,
    materials: file.materials satisfies Material[],
    deadlines: file.deadlines.map(({ cutoff, rollover, ...deadline }) => ({
      ...deadline,
      ...(cutoff === undefined ? {} : { cutoff }),
      ...(rollover === undefined ? {} : { rollover }),
    })),
    forms: { statistics: buildStatistics(file), ...(progress ? { progress } : {}) },
    severities: file.rules,
    estimates: file.estimates,
    bounds: boundsOf(file.bounds),
  };
}

/** Those the file does not name stay as they are. */
function boundsOf(stated: CampaignFile['bounds']): Bounds {
  const known = Object.entries(stated).filter(([, value]) => value !== undefined);
  return { ...defaultBounds, ...Object.fromEntries(known) };
}

type FileBlock = CampaignFile['forms']['statistics']['blocks'][number];
type FileLeaf = FileBlock['rows'][number]['leaves'][number];

function buildStatistics(file: CampaignFile): StatisticsForm {
  const form = file.forms.statistics;
  const blocks = form.blocks.map((block) => buildBlock(block, file));
  const fields = form.blocks.flatMap((block, index) => buildFields(block, blocks[index] as Block, index));
  return {
    title: form.title,
    attachment: form.attachment,
    unit: form.unit,
    header: form.header,
    blocks,
    notes: form.notes,
    fields,
    layout: layOut(form.unit, blocks, fields),
  };
}

function buildBlock(block: FileBlock, file: CampaignFile): Block {
  const groups = buildGroups(block, file);
  const rows = block.rows.map((row) => ({
    id: row.id,
    leaves: row.leaves.map((leaf) => ({ id: leaf.id, labels: leaf.labels })),
  }));
  return { labels: block.labels, groups, rows };
}

function buildGroups({ groups }: FileBlock, { levels }: CampaignFile): Group[] {
  if (groups === 'none') return [{ id: '', labels: [], level: null, optional: true }];
  if (groups === 'levels') return levels.map(({ id, labels, optional }) => ({ id, labels, level: id, optional }));
  return groups.map(({ id, labels, optional, leaves }) => ({
    ...{ id, labels, level: null, optional },
    ...(leaves === undefined ? {} : { leaves }),
  }));
}

/** One field a row, group and leaf that stands below it, in the order of the form. */
function buildFields(source: FileBlock, block: Block, index: number): Field[] {
  return source.rows.flatMap((row, r) =>
    block.groups.flatMap((group, g) =>
      row.leaves.flatMap((leaf, l) => {
        const at = { block: index, row: r, group: g, leaf: l };
        return standsBelow(group, leaf.id) ? [buildField(source, block, at)] : [];
      }),
    ),
  );
}

function buildField(source: FileBlock, block: Block, at: Field['at']): Field {
  const row = source.rows[at.row] as FileBlock['rows'][number];
  const leaf = row.leaves[at.leaf] as FileLeaf;
  const group = block.groups[at.group] as Group;
  const { of } = leaf;
  return {
    id: fieldId(row.id, group, leaf.id),
    kind: leaf.kind,
    label: fieldLabel(block, group, leaf),
    at,
    level: group.level,
    optional: group.optional && group.id !== '',
    ...thresholds(leaf, typeof source.groups === 'string' ? undefined : source.groups[at.group]),
    ...(of === undefined || !standsBelow(group, of) ? {} : { sessionsField: fieldId(row.id, group, of) }),
  };
}

function standsBelow({ leaves }: Group, leaf: string): boolean {
  return leaves === undefined || leaves.includes(leaf);
}

/** A group without an id, such as the one above the online row, leaves no trace in ids and labels. */
function fieldId(row: string, group: Group, leaf: string): string {
  return group.id === '' ? `${row}.${leaf}` : `${row}.${group.id}.${leaf}`;
}

function fieldLabel(block: Block, group: Group, leaf: Leaf): string {
  const parts = [block.labels[0], group.id === '' ? undefined : group.labels[0], leaf.labels[0]];
  return parts.filter((part) => part !== undefined).join(' / ');
}

/** A threshold of the leaf holds before one of its group. */
function thresholds(
  leaf: FileLeaf,
  group: { askAbove?: number | undefined } | undefined,
): Pick<Field, 'askAbove' | 'askAbovePerSession'> {
  const askAbove = leaf.askAbove ?? group?.askAbove;
  const { askAbovePerSession } = leaf;
  return {
    ...(askAbove === undefined ? {} : { askAbove }),
    ...(askAbovePerSession === undefined ? {} : { askAbovePerSession }),
  };
}
