import { finding } from '../../src/findings/finding.js';
import type { Finding } from '../../src/model/finding.js';
import { workbookParts, zip } from '../read/build-package.js';

const people = '宣传活动 / 村居社区计生协 / 宣传人数';
export const sessions = '宣传活动 / 村居社区计生协 / 活动场次';

/** What `check` says of a number written otherwise, in the first sheet of `workbookParts`. */
export function normalised(address: string, found: string, value: number, label = people): Finding {
  return finding('count/normalised', { label, value }, { kind: 'sheet', sheet: '表1', address }, found);
}

export interface BookOptions {
  readonly strings?: readonly string[];
  readonly formats?: readonly (number | string)[];
  readonly more?: readonly string[];
}

/** A workbook whose first sheet has these rows in its `<sheetData>`. */
export function book(rows: string, { strings = [], formats = [], more = [] }: BookOptions = {}): Uint8Array {
  const sheets = [rows, ...more].map((one) => `<sheetData>${one}</sheetData>`);
  return zip(workbookParts({ sheets, formats, strings: strings.map((text) => `<si><t>${text}</t></si>`) }));
}

export function row(...cells: readonly string[]): string {
  return `<row r="1">${cells.join('')}</row>`;
}

export function inline(address: string, text: string, attributes = ''): string {
  return `<c r="${address}" ${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
}
