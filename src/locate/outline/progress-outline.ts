import type { ProgressForm } from '../../model/campaign.js';
import type { Document, Table } from '../../model/document.js';
import type { Doubt, ProgressOutline } from '../../model/form-draft.js';
import { cellsIn, type Grid, gridOf, isWritten, type LabelledCell, textOf } from '../grid.js';
import { LabelSet } from '../label-key.js';
import { isRemark } from '../side-text.js';
import { cleanLabel, labelsIn } from './labels.js';
import { readSides } from './lines.js';
import type { LineWords } from './read-outline.js';
import { sideTexts } from './side-texts.js';

/** The 写实表 that stands in a table: columns of units, activities and photos; null where it has not these. */
export function readProgressOutline(
  document: Document,
  table: Table,
  known: readonly ProgressForm[],
  words: LineWords,
): ProgressOutline | null {
  const grid = gridOf(table);
  const header = headerOf(grid, known);
  if (header === null) return null;
  const { row, unit, content, photos, isSure } = header;
  const rows = { first: row, last: lastRow(grid, row) };
  const lineWords = new LabelSet([...words.unit, ...words.others]);
  const sides = readSides(sideTexts(document, grid, rows), new LabelSet(words.unit), lineWords);
  const asked = photosAsked([...grid.cells.map(textOf), ...sides.notes]);
  const wording = known[0]?.columns.photos[0] ?? '';
  const doubts: Doubt[] = [
    ...(isSure ? [] : [{ kind: 'content-column', label: content } as const]),
    ...(photos === null ? [{ kind: 'photos-column', label: wording } as const] : []),
    ...(asked === null ? [{ kind: 'photos-asked' } as const] : []),
  ];
  const { title, attachment, notes } = sides;
  return { title, attachment, unit: sides.unit, columns: { unit, content, photos }, photos: asked, notes, doubts };
}

interface Header {
  readonly row: number;
  readonly unit: string | null;
  readonly content: string;
  readonly photos: string | null;
  readonly isSure: boolean;
}

/** A row with the label of the activities and one of the others; or with another and a single one that may be theirs. */
function headerOf(grid: Grid, known: readonly ProgressForm[]): Header | null {
  const set = (name: keyof ProgressForm['columns']) => new LabelSet(known.flatMap(({ columns }) => columns[name]));
  const words = { unit: set('unit'), content: set('content'), photos: set('photos') };
  for (let row = 1; row <= grid.lastRow; row++) {
    const labels = labelsIn(grid, row);
    const find = (one: LabelSet) => labels.find((cell) => one.matches(cell.keys)) ?? null;
    const [unit, content] = [find(words.unit), find(words.content)];
    const photos = find(words.photos) ?? labels.find((cell) => /照片|图片/u.test(textOf(cell))) ?? null;
    const others = labels.filter((cell) => cell !== unit && cell !== photos);
    const told = content ?? (photos === null ? null : likelyContent(others, unit !== null));
    if (told !== null && (unit !== null || photos !== null)) {
      const isSure = content !== null;
      return { row, unit: labelOf(unit), content: labelOf(told) ?? '', photos: labelOf(photos), isSure };
    }
  }
  return null;
}

/** The only column beside those of units and photos, or the only one that speaks of contents. */
function likelyContent(others: readonly LabelledCell[], hasUnit: boolean): LabelledCell | null {
  const speaking = others.filter((cell) => /内容|情况|写实/u.test(textOf(cell)));
  const [only = null, ...more] = hasUnit && others.length === 1 ? others : speaking;
  return more.length === 0 ? only : null;
}

function labelOf(cell: LabelledCell | null): string | null {
  return cell && cleanLabel(textOf(cell));
}

/** The rows to fill in end where a note begins. */
function lastRow(grid: Grid, header: number): number {
  for (let row = header + 1; row <= grid.lastRow; row++) {
    if (cellsIn(grid, row).filter(isWritten).slice(0, 1).some(isRemark)) return row - 1;
  }
  return grid.lastRow;
}

function photosAsked(texts: readonly string[]): { least: number; most: number } | null {
  for (const text of texts) {
    const asked = /(\d{1,2})\s*[-—–~～至到]\s*(\d{1,2})\s*张/u.exec(text.normalize('NFKC'));
    if (asked) return { least: Number(asked[1]), most: Number(asked[2]) };
  }
  return null;
}
