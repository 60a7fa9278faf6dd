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
  const groups: Group[] =
    block.groups === 'levels'
      ? file.levels.map((level) => ({ id: level.id, labels: level.labels, level: level.id, optional: level.optional }))
      : block.groups.map((group) => ({ id: group.id, labels: group.labels, level: null, optional: group.optional }));
  const rows = block.rows.map((row) => ({
    id: row.id,
    leaves: row.leaves.map((leaf) => ({ id: leaf.id, labels: leaf.labels })),
  }));
  return { labels: block.labels, groups, rows };
}

/** One field a row, group and leaf, in the order of the form. */
function buildFields(source: FileBlock, block: Block, index: number): Field[] {
  return source.rows.flatMap((row, r) =>
    block.groups.flatMap((group, g) =>
      row.leaves.map((leaf, l) => ({
        id: fieldId(row.id, group, leaf.id),
        kind: leaf.kind,
        label: fieldLabel(block, group, leaf),
        at: { block: index, row: r, group: g, leaf: l },
        level: group.level,
        optional: group.optional && group.id !== '',
        ...thresholds(leaf, source.groups === 'levels' ? undefined : source.groups[g]),
        ...(leaf.of === undefined ? {} : { sessionsField: fieldId(row.id, group, leaf.of) }),
      })),
    ),
  );
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
