import type { Cell, Document } from '../model/document.js';
import { ofText, once } from '../model/memo.js';
import { isWritten, lastColumnOf, shownOf, textOf } from './grid.js';
import { labelKeys, labelSet } from './label-key.js';

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

/** Reads the lines from the paragraphs around the table and the cells around its blocks. */
export function readLabelledLines(
  document: Pick<Document, 'paragraphs'>,
  around: readonly Cell[],
  unitLabels: readonly string[],
  header: readonly Wanted[],
): LabelledLines {
  const wanted = wantedOf(header)(unitLabels);
  const found: Record<string, string> = {};
  const note = (id: string, text: string) => {
    const isMeasure = id === 'unit' && measures.test(text);
    if (!isMeasure && (found[id] === undefined || found[id] === '')) found[id] = text;
  };
  for (const cell of around) readCell(cell, around, wanted, note);
  for (const line of document.paragraphs) for (const one of line.split('\n')) readLine(one, wanted, note);
  const { unit = null, ...rest } = found;
  return { unit, header: rest };
}

/** “单位：场、人” beside a title tells what is counted, not who counts. */
const measures = /^(?:(?:人次|场次|[场次人名户篇条个份件元期])[、,，/和及\s]*)+$/u;

const wantedOf = once((header: readonly Wanted[]) =>
  once((unitLabels: readonly string[]): readonly Wanted[] => [{ id: 'unit', labels: unitLabels }, ...header]),
);

type Note = (id: string, text: string) => void;

function readCell(cell: Cell, around: readonly Cell[], wanted: readonly Wanted[], note: Note): void {
  const lines = textOf(cell).split('\n');
  if (lines.map((line) => readLine(line, wanted, note)).includes(true)) return;
  // The label alone: its value stands in the next cell to the right.
  const label = labelOf(textOf(cell), wanted);
  if (label !== undefined) note(label.id, valueBeside(cell, around, wanted));
}

function labelOf(text: string, wanted: readonly Wanted[]): Wanted | undefined {
  const keys = labelKeys(text);
  return wanted.find(({ labels }) => labelSet(labels).matches(keys));
}

/** The next cell in the row that holds anything, unless that is a label again. */
function valueBeside(cell: Cell, around: readonly Cell[], wanted: readonly Wanted[]): string {
  const beside = around
    .filter((other) => other.row === cell.row && other.column > lastColumnOf(cell) && isWritten(other))
    .reduce<Cell | null>((first, other) => (first === null || other.column < first.column ? other : first), null);
  if (beside === null) return '';
  const text = shownOf(beside);
  return /[:：]/u.test(text) || labelOf(text, wanted) !== undefined ? '' : text;
}

/** Notes the `label：value` pairs in one line; whether there was any with a value or a blank behind it. */
function readLine(line: string, wanted: readonly Wanted[], note: Note): boolean {
  const { pairs, valued } = lineOf(wanted)(line);
  for (const [id, text] of pairs) note(id, text);
  return valued;
}

interface Line {
  readonly pairs: readonly (readonly [id: string, text: string])[];
  readonly valued: boolean;
}

const noLine: Line = { pairs: [], valued: false };

const lineOf = once((wanted: readonly Wanted[]) =>
  ofText((line): Line => {
    const text = line.normalize('NFKC');
    if (!text.includes(':')) return noLine;
    const marks = clearMarks(text, wanted);
    const behind = marks.map((mark, n) => text.slice(mark.to, marks[n + 1]?.from ?? text.length));
    return {
      pairs: marks.map(({ id }, n) => [id, beforeNextLabel(behind[n] ?? '')]),
      valued: behind.some((rest) => rest.trim() !== ''),
    };
  }),
);

/** Where labels stand in a line, in their order, but for those that are part of a longer one. */
function clearMarks(text: string, wanted: readonly Wanted[]): readonly Mark[] {
  const marks = wanted
    .flatMap(({ id, labels }) => marksOf(text, id, labels))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return marks.filter(
    (mark, n) =>
      !marks.some(
        (other, m) =>
          m !== n && other.from <= mark.from && other.to >= mark.to && other.to - other.from > mark.to - mark.from,
      ),
  );
}

interface Mark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** A label counts only at the start of the line or after a blank, and only with a colon behind it. */
function marksOf(text: string, id: string, labels: readonly string[]): Mark[] {
  return patternsOf(labels).flatMap(({ first, pattern }) =>
    (text.includes(first) ? [...text.matchAll(pattern)] : []).map((match) => {
      const from = match.index + (match[1] ?? '').length;
      return { id, from, to: from + (match[2] ?? '').length };
    }),
  );
}

const patternsOf = once((labels: readonly string[]) =>
  labels.map((label) => {
    const signs = [...label.normalize('NFKC')];
    const spaced = signs.map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
    const pattern = new RegExp(`(^|[\\s,;|)])(${spaced}\\s*(?:[(\\[][^)\\]]{0,8}[)\\]])?\\s*:)`, 'gu');
    return { first: signs[0] ?? '', pattern };
  }),
);

/** Some other label nobody told us of may follow after a gap, or a usual one without: “楚庄村   负责人：…”. */
function beforeNextLabel(text: string): string {
  return text
    .replace(/\s+[^\s:]{1,8}\s*:.*$/su, '')
    .replace(/(?:联系人|联系电话|负责人|填[表报]人|审核人|电话|手机|填[表报]日期|日期)[^:]{0,4}:.*$/su, '')
    .trim();
}
