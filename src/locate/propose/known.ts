import type { Campaign, Field, FieldKind, StatisticsForm } from '../../model/campaign.js';

/** What the known campaigns call things: the words and ids a new form is compared with. */
export interface Known {
  readonly blocks: readonly KnownBlock[];
  readonly levels: readonly KnownPart[];
  readonly header: readonly KnownPart[];
}

export interface KnownPart {
  readonly id: string;
  readonly labels: readonly string[];
}

export interface KnownBlock {
  readonly labels: readonly string[];
  /** The levels stand across it, rather than groups of its own. */
  readonly isLevels: boolean;
  readonly groups: readonly KnownGroup[];
  readonly rows: readonly KnownRow[];
}

export interface KnownGroup extends KnownPart {
  readonly askAbove?: number;
}

export interface KnownRow {
  readonly id: string;
  readonly leaves: readonly KnownLeaf[];
}

export interface KnownLeaf extends KnownPart {
  readonly kind: FieldKind;
  readonly of?: string;
  readonly askAbove?: number;
  readonly askAbovePerSession?: number;
}

export function knownOf(campaigns: readonly Campaign[]): Known {
  const forms = campaigns.map(({ forms }) => forms.statistics);
  return {
    blocks: forms.flatMap(blocksOf),
    levels: together(campaigns.flatMap(({ levels }) => levels)),
    header: together(forms.flatMap(({ header }) => header)),
  };
}

/** Several campaigns name the same level: their wordings are one list. */
function together(parts: readonly KnownPart[]): readonly KnownPart[] {
  return [...new Set(parts.map(({ id }) => id))].map((id) => {
    const labels = parts.filter((part) => part.id === id).flatMap((part) => part.labels);
    return { id, labels: [...new Set(labels)] };
  });
}

function blocksOf(form: StatisticsForm): readonly KnownBlock[] {
  return form.blocks.map((block, b) => {
    const fields = form.fields.filter(({ at }) => at.block === b);
    const isLevels = block.groups.some(({ level }) => level !== null);
    return {
      labels: block.labels,
      isLevels,
      groups: block.groups.map(({ id, labels }, g) => ({
        ...{ id, labels },
        ...(isLevels ? {} : askAbove(fields.find(({ at }) => at.group === g))),
      })),
      rows: block.rows.map(({ id, leaves }, r) => ({
        id,
        leaves: leaves.map((leaf, l) => {
          const field = fields.find(({ at }) => at.row === r && at.leaf === l);
          return { ...leaf, ...attributesOf(field, isLevels) };
        }),
      })),
    };
  });
}

function attributesOf(field: Field | undefined, isLevels: boolean): Omit<KnownLeaf, 'id' | 'labels'> {
  const of = field?.sessionsField?.split('.').at(-1);
  return {
    kind: field?.kind ?? 'count',
    ...(of === undefined ? {} : { of }),
    ...(isLevels ? askAbove(field) : {}),
    ...(field?.askAbovePerSession === undefined ? {} : { askAbovePerSession: field.askAbovePerSession }),
  };
}

function askAbove(field: Field | undefined): { askAbove?: number } {
  return field?.askAbove === undefined ? {} : { askAbove: field.askAbove };
}
