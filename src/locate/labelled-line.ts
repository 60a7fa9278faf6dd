import type { Cell, Document } from '../model/document.js';
import { lastColumnOf, textOf } from './grid.js';
import { LabelSet, labelKeys } from './label-key.js';

/** Lines outside the table such as “单位（公章）：　　村　　联系人姓名：　　电话：”. */
export interface LabelledLines {
  /** What stands behind a label of the unit; null where there is no such line. */
  readonly unit: string | null;
  /** What stands behind the other labels, by their ids. */
  readonly header: Readonly<Record<string, string>>;
}

interface Wanted {
  readonly id: string;
  readonly labels: readonly string[];
}

/** Reads the lines from the paragraphs around the table and the cells above its first block. */
export function readLabelledLines(
  document: Document,
  above: readonly Cell[],
  unitLabels: readonly string[],
  header: readonly Wanted[],
): LabelledLines {
  const wanted: Wanted[] = [{ id: 'unit', labels: unitLabels }, ...header];
  const found: Record<string, string> = {};
  const note = (id: string, text: string) => {
    if (found[id] === undefined || found[id] === '') found[id] = text;
  };
  for (const cell of above) readCell(cell, above, wanted, note);
  for (const line of document.paragraphs) readLine(line, wanted, note);
  const { unit = null, ...rest } = found;
  return { unit, header: rest };
}

type Note = (id: string, text: string) => void;

function readCell(cell: Cell, row: readonly Cell[], wanted: readonly Wanted[], note: Note): void {
  const text = textOf(cell);
  if (readLine(text, wanted, note)) return;
  // The label alone: its value stands in the next cell to the right.
  const label = wanted.find(({ labels }) => new LabelSet(labels).matches(labelKeys(text)));
  const right = row.find((other) => other.row === cell.row && other.column === lastColumnOf(cell) + 1);
  if (label !== undefined && right !== undefined) note(label.id, valueText(right));
}

function valueText(cell: Cell): string {
  const { value } = cell;
  if (value.kind === 'text') return value.text.trim();
  if (value.kind === 'number') return String(value.value);
  return value.kind === 'date' ? value.day : '';
}

/** Finds `label：value` pairs in one line; whether there was any with a value or a blank behind it. */
function readLine(line: string, wanted: readonly Wanted[], note: Note): boolean {
  const text = line.normalize('NFKC');
  const marks = wanted
    .flatMap(({ id, labels }) => marksOf(text, id, labels))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const clear = marks.filter(
    (mark, n) =>
      !marks.some(
        (other, m) =>
          m !== n && other.from <= mark.from && other.to >= mark.to && other.to - other.from > mark.to - mark.from,
      ),
  );
  clear.forEach((mark, n) => {
    const rest = text.slice(mark.to, clear[n + 1]?.from ?? text.length);
    note(mark.id, beforeNextLabel(rest));
  });
  return (
    clear.length > 0 && clear.some((mark, n) => text.slice(mark.to, clear[n + 1]?.from ?? text.length).trim() !== '')
  );
}

interface Mark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** A label counts only at the start of the line or after a blank, and only with a colon behind it. */
function marksOf(text: string, id: string, labels: readonly string[]): Mark[] {
  return labels.flatMap((label) => {
    const spaced = [...label].join('\\s*');
    const pattern = new RegExp(`(^|[\\s,;|)])(${spaced}\\s*(?:[(\\[][^)\\]]{0,8}[)\\]])?\\s*:)`, 'gu');
    return [...text.matchAll(pattern)].map((match) => {
      const from = match.index + (match[1] ?? '').length;
      return { id, from, to: from + (match[2] ?? '').length };
    });
  });
}

/** Some other label nobody told us of may follow after a gap: “楚庄村   负责人：…”. */
function beforeNextLabel(text: string): string {
  return text.replace(/\s+[^\s:]{1,8}:.*$/su, '').trim();
}
