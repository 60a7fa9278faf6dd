import type { Campaign } from '../model/campaign.js';
import { beginsWithDay, daysIn, numberOf } from './days-in-text.js';

/** A numbered sentence in the middle of a line that tells of a day: “……。2.5月12日……”. */
const inlineNumber = /(?<=[。;；!！])\s*(?=(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*[月./])/gu;
/** 1.时间：… 2.地点：… are parts of one activity. */
const partLabel =
  /^\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]+|[①-⑳])?[)）.、．\s]*(?:活动)?(?:时间|日期|地点|地址|参加|参与|人员|人数|对象|主题|内容|形式|效果|组织)[^:：]{0,6}[:：]/u;

/** The activities one cell tells of: its lines that begin with a day, or its numbered lines where each names one. */
export function splitActivities(text: string, campaign: Campaign): readonly string[] {
  const lines = text.replace(inlineNumber, '\n').split('\n');
  const byDay = partsFrom(lines, (line, n) => beginsWithDay(line) && !(n === lines.length - 1 && isDayAlone(line)));
  if (byDay.length > 1) return byDay;
  const numbers = lines.map(numberOf);
  const byNumber = partsFrom(
    lines,
    (_, n) => numbers[n] === 1 + numbers.slice(0, n).filter((one) => one !== null).length,
  );
  const isActivity = (part: string) => !partLabel.test(part) && daysIn(part, campaign).length > 0;
  return byNumber.length > 1 && byNumber.every(isActivity) ? byNumber : [text.trim()];
}

/** It heads what follows, and at the end it dates the report. */
function isDayAlone(line: string): boolean {
  return /^[\s\p{P}\d年月日号]*$/u.test(line);
}

/** Lines from one beginning to the next; what stands before the first belongs to it. */
function partsFrom(lines: readonly string[], begins: (line: string, n: number) => boolean): readonly string[] {
  const starts = lines.flatMap((line, n) => (begins(line, n) ? [n] : []));
  return starts.map((start, n) =>
    lines
      .slice(n === 0 ? 0 : start, starts[n + 1])
      .join('\n')
      .trim(),
  );
}
