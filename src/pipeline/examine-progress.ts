import { checkProgress } from '../check/check-progress.js';
import { finding } from '../findings/finding.js';
import { namesNothing } from '../identify/fold-name.js';
import { ofKind } from '../identify/identify-material.js';
import { readLabelledLines } from '../locate/labelled-line.js';
import { type LocatedProgress, locateProgress } from '../locate/locate-progress.js';
import { placeOf } from '../locate/place.js';
import { yearOfTitles } from '../locate/year.js';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Examination } from '../model/submission.js';

type ProgressPart = Pick<Examination, 'material' | 'unitText' | 'blank' | 'progress' | 'findings'>;

/** Reads the 写实表 of a document; null where no table of it is one. */
export function examineProgress(document: Document, campaign: Campaign): ProgressPart | null {
  const form = campaign.forms.progress;
  if (form === undefined) return null;
  const located = document.tables
    .filter((table) => !table.hidden)
    .flatMap((table) => locateProgress(table, form) ?? []);
  const [first] = located;
  if (first === undefined) return null;
  const rows = located.flatMap(({ table, entries }) =>
    entries.map((entry) => ({ text: entry.text, pictures: entry.pictures, place: placeOf(table, entry.content) })),
  );
  const loose = document.pictures - rows.reduce((sum, row) => sum + row.pictures, 0);
  const checked = checkProgress(rows, loose, campaign, form);
  const unitText = unitOf(document, located, form);
  const blank = rows.every((row) => row.text === '' && row.pictures === 0) && unitText === null;
  return {
    material: ofKind(campaign, 'progress')?.id ?? null,
    unitText,
    blank,
    progress: { activities: checked.activities },
    findings: blank ? [] : [...otherYear(document, first, campaign), ...checked.findings],
  };
}

/** The 单位 line; where it is blank, the unit column, if it names one unit throughout. */
function unitOf(document: Document, located: readonly LocatedProgress[], form: ProgressForm): string | null {
  const above = located.flatMap((one) => one.above);
  const line = readLabelledLines(document, above, form.unit.labels, []).unit;
  if (line !== null && !namesNothing(line)) return line;
  const texts = [...new Set(located.flatMap((one) => one.unitTexts).map((text) => text.trim()))];
  const names = texts.filter((text) => !namesNothing(text));
  return names.length === 1 ? (names[0] ?? null) : null;
}

function otherYear(document: Document, first: LocatedProgress, campaign: Campaign): Finding[] {
  const titles =
    first.table.source === 'sheet'
      ? first.above.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : []))
      : first.table.heading;
  const { other } = yearOfTitles([...titles, ...document.paragraphs.slice(0, 2)], campaign);
  if (other === null) return [];
  const wanted = `${campaign.year}年（第${campaign.ordinal}个）`;
  return [finding('form/other-year', { found: other, wanted }, placeOf(first.table), other)];
}
