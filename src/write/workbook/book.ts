import type { Unit } from '../../model/campaign.js';
import { grouped } from '../../model/grouped.js';
import type { FileReport, Report } from '../../model/report.js';
import { type LinkTo, linksTo } from './links.js';

/** What every sheet is drawn from. */
export interface Book {
  readonly report: Report;
  readonly linkTo: LinkTo;
  readonly filesOf: (unit: Unit) => readonly FileReport[];
  readonly limits: BookLimits;
}

/** What one sheet may hold. */
export interface Limits {
  /** What is longer goes on on another sheet. */
  readonly rows: number;
  /** A text beyond them is no link any more. */
  readonly links: number;
  /** A cell beyond them has no note. */
  readonly notes: number;
}

/** And the workbook as a whole. */
export interface BookLimits extends Limits {
  /**
   * Of more units and files the texts stand in the cells themselves, because a list of all of them would have to be
   * held; and the workbook is packed less tightly, because that takes as long as all the rest.
   */
  readonly held: number;
}

/** Excel opens no more rows and links; and many thousand notes it opens too slowly to be of use. */
const usual: BookLimits = { rows: 1_048_576, links: 65_530, notes: 10_000, held: 5_000 };

export interface WorkbookOptions {
  /** Absolute path of the inbox, for links to its files. */
  readonly inbox: string;
  /** Absolute path the workbook will have; links are relative to its folder. */
  readonly out: string;
  /** Lower than what the program for spreadsheets allows, for trying out. */
  readonly limits?: Partial<BookLimits>;
}

export function bookOf(report: Report, { inbox, out, limits }: WorkbookOptions): Book {
  const files = grouped(report.files, ({ unit }) => unit?.id);
  return {
    report,
    linkTo: linksTo(report.files, inbox, out),
    filesOf: ({ id }) => files.get(id) ?? [],
    limits: { ...usual, ...limits },
  };
}

/** So many at a time, in order; one empty part where there is nothing. */
export function inParts<Thing>(things: readonly Thing[], most: number): readonly (readonly Thing[])[] {
  const parts = Math.max(1, Math.ceil(things.length / most));
  return Array.from({ length: parts }, (_, n) => (parts === 1 ? things : things.slice(n * most, (n + 1) * most)));
}

/** 来件清单, 来件清单(2), … */
export function partName(name: string, part: number): string {
  return part === 0 ? name : `${name}(${part + 1})`;
}
