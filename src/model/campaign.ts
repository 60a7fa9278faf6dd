import type { Bounds } from './bounds.js';
import type { Severity } from './finding.js';
import type { Format, RuleId } from './rules.js';

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type Day = string;
/** A point in time, ISO 8601 with offset or Z. */
export type Instant = string;
/** What a form's cell means to us, such as `publicity.village.people`. */
export type FieldId = string;
export type Locale = 'zh' | 'en';

/** One notice made data. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  /** 第N个会员活动日; N = year − 1998. Null for what is no 会员活动日. */
  readonly ordinal: number | null;
  readonly year: number;
  readonly office: string;
  readonly locale: Locale;
  /** IANA name; a due day ends at 24:00 in this zone. */
  readonly timeZone: string;
  /** A time such as `17:30` after which a due day is over; null for 24:00. */
  readonly cutoff: string | null;
  /** What becomes of a due day that is no workday. */
  readonly rollover: Rollover;
  /** Days the statutory calendar of the program does not know, or knows wrongly. */
  readonly calendar: { readonly holidays: readonly Day[]; readonly workdays: readonly Day[] };
  /** Activities happen between these days, both included. */
  readonly period: { readonly from: Day; readonly to: Day };
  /** From the highest to the lowest. */
  readonly levels: readonly Level[];
  /** The level of the units that must report. */
  readonly reportingLevel: string;
  readonly materials: readonly Material[];
  readonly deadlines: readonly Deadline[];
  readonly forms: { readonly statistics: StatisticsForm; readonly progress?: ProgressForm };
  readonly severities: Readonly<Partial<Record<RuleId, Severity>>>;
  /** Whether 约200 counts as 200 in totals. */
  readonly estimates: 'include' | 'exclude';
  /** What one file that is sent in may cost. */
  readonly bounds: Bounds;
}

export type Rollover = 'none' | 'next-workday' | 'next-day';

/** A tier of the association, or of the media: its id and how forms name it, the official name first. */
export interface Level {
  readonly id: string;
  readonly labels: readonly string[];
}

export type MaterialKind = 'statistics' | 'progress' | 'text' | 'photos' | 'video';

/** A kind of thing asked for. */
export interface Material {
  readonly id: string;
  readonly name: string;
  readonly kind: MaterialKind;
  /** Words by which titles and file names tell this material. */
  readonly words: readonly string[];
  /** Formats the notice accepts. */
  readonly formats: readonly Format[];
  /** How many the notice asks for, least and most. */
  readonly least: number;
  readonly most: number;
}

/** A due day and the ids of the materials due by its end. */
export interface Deadline {
  readonly id: string;
  readonly name: string;
  readonly due: Day;
  readonly materials: readonly string[];
  /** Where they differ from the campaign's. */
  readonly cutoff?: string;
  readonly rollover?: Rollover;
}

/** The statistics table as a tree of labels; its fields follow from it. */
export interface StatisticsForm {
  readonly title: string;
  /** As printed above the title, such as 附件2. */
  readonly attachment: string;
  readonly unit: UnitLine;
  /** Other lines outside the table: contact, phone, filled-in date. */
  readonly header: readonly HeaderField[];
  readonly blocks: readonly Block[];
  /** Printed below the table. */
  readonly notes: readonly string[];
  /** Every field, in the order of the form. */
  readonly fields: readonly Field[];
  /** The official arrangement of the table, for blank forms and the sheet of totals. */
  readonly layout: Layout;
}

/** The table as a grid: no two cells overlap, together they fill `rows` × `columns`. Rows and columns count from 1. */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly LayoutCell[];
}

export interface LayoutCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: 'unit' | 'block' | 'group' | 'leaf' | 'value';
  /** The official label; for `unit` the label with the blank behind it; empty for `value`. */
  readonly text: string;
  /** For `value` only. */
  readonly field?: FieldId;
}

export interface UnitLine {
  readonly labels: readonly string[];
  /** What a blank form shows after the label, such as `　　　　村委会`. */
  readonly blank: string;
  /** Whether the line stands in the table's first row or above the table. */
  readonly inTable: boolean;
}

export interface HeaderField {
  readonly id: string;
  readonly labels: readonly string[];
}

/** Rows of the form under one label at the left. */
export interface Block {
  readonly labels: readonly string[];
  /** What stands side by side across the block, such as the levels. */
  readonly groups: readonly Group[];
  readonly rows: readonly BlockRow[];
}

export interface Group {
  readonly id: string;
  /** None where the block's leaves stand below no group. */
  readonly labels: readonly string[];
  /** The level whose figures these are; null where any unit may fill them. */
  readonly level: string | null;
  /** Whether a form may leave the group out. */
  readonly optional: boolean;
  /** The ids of its leaves, where not all of a row stand below it. */
  readonly leaves?: readonly string[];
}

/** A row of leaf labels with the row of values below it. */
export interface BlockRow {
  readonly id: string;
  readonly leaves: readonly Leaf[];
}

export interface Leaf {
  readonly id: string;
  readonly labels: readonly string[];
}

export type FieldKind = 'count' | 'text' | 'count-or-text';

export interface Field {
  readonly id: FieldId;
  readonly kind: FieldKind;
  /** For messages and sheets: `宣传活动 / 村居社区计生协 / 宣传人数`. */
  readonly label: string;
  /** Indices into `blocks`, its `rows`, `groups` and `leaves`. */
  readonly at: { readonly block: number; readonly row: number; readonly group: number; readonly leaf: number };
  /** The level whose figure this is; null where any unit may fill it. */
  readonly level: string | null;
  /** Whether a form may leave the field out. */
  readonly optional: boolean;
  /** Values above are asked about, never refused. */
  readonly askAbove?: number;
  /** People a session above which is asked about. */
  readonly askAbovePerSession?: number;
  /** For people: the field of the sessions they attended. */
  readonly sessionsField?: FieldId;
}

/** The 写实表: one row an activity. */
export interface ProgressForm {
  readonly title: string;
  readonly attachment: string;
  readonly unit: UnitLine;
  readonly columns: {
    readonly unit: readonly string[];
    readonly content: readonly string[];
    readonly photos: readonly string[];
  };
  /** Photos asked for with each activity, least and most. */
  readonly photos: { readonly least: number; readonly most: number };
  readonly notes: readonly string[];
}

/** Who must report. */
export interface Unit {
  /** The id of the roster, such as a 12-digit division code. */
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly aliases: readonly string[];
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  /** Levels whose figures the unit may fill; they alone are added up. */
  readonly fills: readonly string[];
  readonly required: boolean;
}

export type Roster = readonly Unit[];
