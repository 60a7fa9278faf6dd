import type { Campaign, FieldKind, UnitLine } from './campaign.js';

/** What a blank form says of itself, and the definition proposed for it. Whatever is not certain is a doubt for a person. */

/** The blank forms of a campaign as they were read. */
export interface FormOutline {
  readonly title: string | null;
  /** The title names a form or the event, and is not just a text that stands alone above the form. */
  readonly isTitleSure: boolean;
  readonly attachment: string | null;
  readonly unit: UnitLine | null;
  /** Labels of the other lines around the table, such as 联系人姓名. */
  readonly header: readonly string[];
  readonly blocks: readonly OutlineBlock[];
  readonly notes: readonly string[];
}

export interface OutlineBlock {
  /** Null where nothing stands at the left of the labels. */
  readonly label: string | null;
  /** What the block is a part of, where two labels stand one beside the other. */
  readonly parent: string | null;
  /** Empty where no row of groups stands above the labels. */
  readonly groups: readonly string[];
  readonly rows: readonly OutlineRow[];
  readonly doubts: readonly Doubt[];
}

/** A row of labels with the row of values below it. */
export interface OutlineRow {
  readonly leaves: readonly string[];
  readonly cells: readonly OutlineCell[];
  readonly doubts: readonly Doubt[];
}

/** Where a figure would be typed: below which group and leaf, by their places in the lists. */
export interface OutlineCell {
  readonly group: number;
  readonly leaf: number;
  readonly row: number;
  readonly column: number;
}

export interface ProgressOutline {
  readonly title: string | null;
  readonly attachment: string | null;
  readonly unit: UnitLine | null;
  readonly columns: { readonly unit: string | null; readonly content: string; readonly photos: string | null };
  readonly photos: { readonly least: number; readonly most: number } | null;
  readonly notes: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** Something a person must look at; the words come when the draft is written. */
export type Doubt =
  | { readonly kind: 'new-id'; readonly label: string }
  | { readonly kind: 'new-row'; readonly labels: readonly string[] }
  | { readonly kind: 'looks-like'; readonly id: string; readonly label: string }
  | { readonly kind: 'known-by-leaves'; readonly label: string; readonly known: string }
  | { readonly kind: 'new-level'; readonly label: string }
  | { readonly kind: 'level-absent'; readonly label: string; readonly blocks: readonly string[] }
  | { readonly kind: 'no-levels' }
  | { readonly kind: 'reporting-level'; readonly label: string }
  | { readonly kind: 'one-group'; readonly label: string }
  | { readonly kind: 'no-block-label' }
  | { readonly kind: 'part-of'; readonly label: string }
  | { readonly kind: 'groups-differ' }
  | { readonly kind: 'deep-labels'; readonly labels: readonly string[] }
  | { readonly kind: 'uneven-leaves'; readonly group: string; readonly labels: readonly string[] }
  | { readonly kind: 'label-twice'; readonly label: string }
  | { readonly kind: 'total-left-out'; readonly label: string }
  | { readonly kind: 'filled-in'; readonly texts: readonly string[] }
  | { readonly kind: 'text-kind'; readonly label: string }
  | { readonly kind: 'maybe-of'; readonly sessions: string }
  | { readonly kind: 'content-column'; readonly label: string }
  | { readonly kind: 'photos-column'; readonly label: string }
  | { readonly kind: 'photos-asked' };

/** The proposal for a statistics form: ids, wordings and kinds, ready to be written down. */
export interface StatisticsProposal {
  readonly levels: readonly ProposedLevel[];
  readonly reportingLevel: string;
  readonly blocks: readonly ProposedBlock[];
  readonly header: readonly ProposedPart[];
  readonly doubts: readonly Doubt[];
}

export interface ProposedPart {
  readonly id: string;
  readonly labels: readonly string[];
  readonly doubts: readonly Doubt[];
}

export interface ProposedLevel extends ProposedPart {
  readonly optional: boolean;
}

export interface ProposedGroup extends ProposedPart {
  readonly optional: boolean;
  /** The ids of its leaves, where groups differ in them. */
  readonly leaves?: readonly string[];
  readonly askAbove?: number;
}

export interface ProposedBlock {
  readonly labels: readonly string[];
  readonly groups: 'levels' | 'none' | readonly ProposedGroup[];
  readonly rows: readonly ProposedRow[];
  readonly doubts: readonly Doubt[];
}

export interface ProposedRow {
  readonly id: string;
  readonly leaves: readonly ProposedLeaf[];
  readonly doubts: readonly Doubt[];
}

export interface ProposedLeaf extends ProposedPart {
  readonly kind: FieldKind;
  /** For people: the leaf that counts their sessions. */
  readonly of?: string;
  readonly askAbove?: number;
  readonly askAbovePerSession?: number;
}

/** Where the year of a draft comes from. */
export interface DraftYear {
  readonly year: number;
  /** `asked`: on the command line. `title`: of the form. `today`: neither tells. */
  readonly from: 'asked' | 'title' | 'today';
  /** The other year that the form's own title names, and that was replaced; null where none is. */
  readonly replaced: number | null;
  /** More years than one that the title names. */
  readonly stated: readonly number[];
}

/** All that goes into a drafted campaign.yaml. */
export interface CampaignDraft {
  /** Names of the files it was drafted from. */
  readonly sources: readonly string[];
  readonly id: { readonly value: string; readonly isAsked: boolean };
  readonly year: DraftYear;
  readonly outline: FormOutline;
  readonly proposal: StatisticsProposal;
  readonly progress: ProgressOutline | null;
  /** The known campaign whose form is most like this one: what no form tells is copied from it, as examples. */
  readonly base: Campaign;
  /** Texts of the form that found no place in the draft. */
  readonly unused: readonly string[];
  /** Names of files in which no form was found. */
  readonly formless: readonly string[];
  /** Whether it is a 会员活动日, as the known campaigns are, and no other work. */
  readonly isEvent: boolean;
  /** A sheet does not tell whether the unit's line is inside the table; Word does. */
  readonly isSheet: boolean;
  /** How many figures are filled in already. */
  readonly figures: number;
  /** What stood behind 单位： and is some unit's name, so that it was left out. */
  readonly unitNamed: string | null;
}

/** Whether the draft reads the form it was drafted from, blank and filled in. */
export interface ReadBack {
  readonly fields: number;
  /** Labels of the fields that were not read, or not read right. */
  readonly unread: readonly string[];
}
