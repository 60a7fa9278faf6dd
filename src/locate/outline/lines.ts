import type { UnitLine } from '../../model/campaign.js';
import { type LabelSet, labelKeys } from '../label-key.js';
import { looksLikeTitle } from '../year.js';
import { cleanLabel } from './labels.js';

/** A text outside the blocks of a form: above them, or below. */
export interface SideText {
  readonly text: string;
  /** Alone in a row of the table, as wide as the table. */
  readonly isRow: boolean;
  readonly isBelow: boolean;
}

/** What the texts around a form say. */
export interface SideMatter {
  readonly title: string | null;
  /** It names a form or the event; another title is only a text alone above the form. */
  readonly isTitleSure: boolean;
  readonly attachment: string | null;
  readonly unit: UnitLine | null;
  readonly header: readonly string[];
  readonly notes: readonly string[];
  /** Texts above the form that are none of these. */
  readonly rest: readonly string[];
}

const attachment = /^附\s*[件表]\s*\d{0,2}\s*[:：]?$/u;
const attachmentBefore = /^附\s*[件表]\s*\d{0,2}(?=\s*[:：、\s]|\s*20\d\d)[:：、\s]*/u;
const noteStart =
  /^[（(]?(?:填[表报])?(?:注释|注意|备注|附注|注|说明|要求)|^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）).、]/u;
const pair = /([^\s：:，,；;。]{1,14}?)((?:[（(][^）)]{0,8}[）)])?)\s*[：:]/gu;
/** Where no line has a known label of the unit's name. */
const unitLike = /^(?:填[报表]|报送|上报)?(?:单位|村|社区|居委会|乡镇|镇街|街道)/u;
/** A note tells something; the label of a line to fill in is short. */
const longestLine = 60;

/** Sorts the texts around a form into title, lines to fill in, and notes. */
export function readSides(texts: readonly SideText[], unitWords: LabelSet, lineWords: LabelSet): SideMatter {
  const above = texts.filter(({ isBelow }) => !isBelow);
  const titles = above.map(({ text }) => withoutAttachment(text)).filter(looksLikeTitle);
  const lines = texts.filter(({ text }) => isLineToFill(text, lineWords));
  const pairs = lines.flatMap((line) => pairsIn(line, lineWords));
  const isUnit = ({ label }: Pair) => unitWords.matches(labelKeys(label));
  const unit = pairs.find(isUnit) ?? pairs.find(({ label }) => unitLike.test(label));
  const header = pairs.filter((one) => one !== unit && !isUnit(one)).map(({ label }) => label);
  const notes = texts.filter((one) => !lines.includes(one) && isNoteText(one)).map(({ text }) => text.trim());
  const known = (text: string) => attachment.test(text.trim()) || looksLikeTitle(withoutAttachment(text));
  const rest = texts.filter((one) => !lines.includes(one) && !isNoteText(one) && !known(one.text));
  const likely = rest.findLast(({ isRow, isBelow }) => isRow && !isBelow);
  const title = titles.findLast((text) => /统计表|写实表|表$/u.test(text)) ?? titles.at(-1) ?? likely?.text ?? null;
  return {
    title: title === null ? null : cleanLabel(title),
    isTitleSure: titles.length > 0,
    attachment: attachmentOf(above.map(({ text }) => text)),
    unit: unit === undefined ? null : { labels: [unit.label], blank: unit.blank, inTable: unit.isRow },
    header: [...new Set(header)],
    notes,
    rest: rest.filter((one) => titles.length > 0 || one !== likely).map(({ text }) => cleanLabel(text)),
  };
}

function attachmentOf(texts: readonly string[]): string | null {
  const alone = texts.findLast((text) => attachment.test(text.trim()));
  const before = texts.map((text) => attachmentBefore.exec(text.trim())?.[0]).find((text) => text !== undefined);
  const found = alone ?? before;
  return found === undefined ? null : cleanLabel(found).replace(/[:：、]$/u, '');
}

function withoutAttachment(text: string): string {
  return text.trim().replace(attachmentBefore, '');
}

function isNoteText({ text, isBelow }: SideText): boolean {
  return noteStart.test(text.trim()) || (isBelow && text.trim().length > 12);
}

function isLineToFill(text: string, lineWords: LabelSet): boolean {
  const plain = text.trim();
  if (plain.length > longestLine || noteStart.test(plain) || attachment.test(plain)) return false;
  if (looksLikeTitle(withoutAttachment(plain))) return false;
  return /[：:]/u.test(plain) || lineWords.matches(labelKeys(plain));
}

interface Pair {
  readonly label: string;
  readonly blank: string;
  readonly isRow: boolean;
}

/** 单位（公章）：　　村 联系人： parted into labels and what stands behind each. A seal stays with the blank. */
function pairsIn({ text, isRow }: SideText, lineWords: LabelSet): readonly Pair[] {
  const line = text.replace(/\n/gu, '  ');
  const marks = [...line.matchAll(pair)];
  if (marks.length === 0 && lineWords.matches(labelKeys(line))) return [{ label: cleanLabel(line), blank: '', isRow }];
  return marks.map((mark, n) => {
    const rest = line.slice(mark.index + mark[0].length, marks[n + 1]?.index ?? line.length);
    const bracket = (mark[2] ?? '').replace('(', '（').replace(')', '）');
    const seal = /[章印签]/u.test(bracket) ? bracket : '';
    return {
      label: cleanLabel(`${mark[1] ?? ''}${seal === '' ? bracket : ''}`),
      blank: `${seal}${n === marks.length - 1 ? rest : rest.trimEnd()}`,
      isRow,
    };
  });
}
