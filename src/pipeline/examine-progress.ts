import { checkProgress, type ProgressRow } from '../check/check-progress.js';
import { beginsWithDay } from '../check/days-in-text.js';
import { foldName, namesNothing } from '../identify/fold-name.js';
import { materialOfText, ofKind } from '../identify/identify-material.js';
import { readLabelledLines } from '../locate/labelled-line.js';
import { continueProgress, type LocatedProgress, locateProgress } from '../locate/locate-progress.js';
import { placeOf } from '../locate/place.js';
import { yearOfTitles } from '../locate/year.js';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import type { Document, Table } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Examination } from '../model/submission.js';
import { otherYear, otherYearOfTable } from './other-year.js';

export type ProgressPart = Pick<Examination, 'material' | 'unitText' | 'blank' | 'progress' | 'findings'>;

const whole = { kind: 'file' } as const;

/** Reads the 写实表 of a document, or what it tells without a table; null where it is no progress report. */
export function examineProgress(document: Document, campaign: Campaign, inTablesOnly = false): ProgressPart | null {
  const form = campaign.forms.progress;
  if (form === undefined) return null;
  const located = ofThisYear(locateAll(document, form, campaign), document, campaign);
  const inTables = rowsOf(located);
  const told = inTables.length > 0 || inTablesOnly ? [] : rowsInText(document, form, campaign);
  if (located.length === 0 && told.length === 0) return null;
  const rows = [...inTables, ...told];
  const loose = document.pictures - rows.reduce((sum, row) => sum + row.pictures, 0);
  const checked = checkProgress(rows, loose, campaign, form);
  const unitText = unitOf(document, located, form);
  const blank = rows.length === 0 && document.pictures === 0 && unitText === null;
  return {
    material: ofKind(campaign, 'progress')?.id ?? null,
    unitText,
    blank,
    progress: { activities: checked.activities },
    findings: blank ? [] : [...wrongYear(document, located, campaign), ...checked.findings],
  };
}

/** Every table of the form, and what goes on from one without labels of its own. */
function locateAll(document: Document, form: ProgressForm, campaign: Campaign): readonly LocatedProgress[] {
  const located: LocatedProgress[] = [];
  let before: LocatedProgress | null = null;
  for (const table of document.tables.filter(({ hidden }) => !hidden)) {
    const titled = materialOfText({ ...document, paragraphs: titlesOf(table) }, campaign)?.kind === 'progress';
    before = locateProgress(table, form, titled) ?? (before && continueProgress(table, before, form));
    if (before !== null) located.push(before);
  }
  return located;
}

/** The lines right above a table in Word, the first cells of a sheet. */
function titlesOf(table: Table): readonly string[] {
  const first = table.cells.slice(0, 5).flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  return table.source === 'word' ? table.heading.slice(-4) : first;
}

/** Last year's table beside this year's is left out. */
function ofThisYear(located: readonly LocatedProgress[], document: Document, campaign: Campaign) {
  const current = located.filter((one) => yearOfOne(one, document, campaign) === null);
  return current.length > 0 ? current : located;
}

/** A workbook with a sheet a date tells the earlier activities again. */
function rowsOf(located: readonly LocatedProgress[]): readonly ProgressRow[] {
  const seen = new Map<string, Table>();
  return located.flatMap(({ table, entries }) =>
    entries.flatMap((entry) => {
      const key = entry.text.replace(/\s+/gu, '');
      const first = seen.get(key) ?? table;
      seen.set(key, first);
      const repeated = key !== '' && first !== table;
      return repeated ? [] : [{ text: entry.text, pictures: entry.pictures, place: placeOf(table, entry.content) }];
    }),
  );
}

/** A report written as plain text under the title of one, from its first line that begins with a day up to its notes. */
function rowsInText(document: Document, form: ProgressForm, campaign: Campaign): readonly ProgressRow[] {
  if (materialOfText(document, campaign)?.kind !== 'progress') return [];
  const printed = squeeze(form.notes.join(''));
  const lines = document.paragraphs
    .flatMap((paragraph) => paragraph.split('\n'))
    .filter((line) => !printed.includes(squeeze(line)));
  const first = lines.findIndex((line) => beginsWithDay(line));
  const told = first === -1 ? [] : lines.slice(first);
  const notes = told.findIndex((line) => /^\s*(?:注|说明|备注|附件?)\s*\d*\s*[:：]/u.test(line));
  const text = told.slice(0, notes === -1 ? undefined : notes).join('\n');
  return text === '' ? [] : [{ text, pictures: 0, place: whole }];
}

/** The form's own notes begin with days too: “3、5月10日、5月20日……上报的”. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The 单位 line; where it is blank, the unit column, if it names one unit throughout. */
function unitOf(document: Document, located: readonly LocatedProgress[], form: ProgressForm): string | null {
  const above = located.flatMap((one) => one.above);
  const line = readLabelledLines(document, above, form.unit.labels, []).unit;
  if (line !== null && !namesNothing(line)) return line;
  const texts = [...new Set(located.flatMap((one) => one.unitTexts))].filter((text) => !namesNothing(text));
  const cores = texts.map((text) => foldName(text).map((name) => name.core));
  const [first] = texts;
  const isOne = cores[0]?.some((core) => cores.every((others) => others.includes(core)));
  return first !== undefined && isOne ? first : null;
}

function wrongYear(document: Document, located: readonly LocatedProgress[], campaign: Campaign): Finding[] {
  const [first] = located;
  if (first !== undefined) return otherYear(yearOfOne(first, document, campaign), placeOf(first.table), campaign);
  return otherYear(yearOfTitles(document.paragraphs.slice(0, 5), campaign).other, whole, campaign);
}

function yearOfOne(one: LocatedProgress, document: Document, campaign: Campaign): string | null {
  return otherYearOfTable(one, document.paragraphs.slice(0, 2), campaign);
}
