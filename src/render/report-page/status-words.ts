import { statusNames } from '../../findings/terms.js';
import { dayOf, type Words } from '../../findings/words.js';
import type { DeadlineReport, Standing, UnitReport } from '../../model/report.js';
import { shortNameOf } from '../words.js';
import type { Icon } from './icons.js';
import { receiptOf } from './moments.js';
import type { Page } from './page.js';

/** A status as a cell shows it. */
export interface StatusWords {
  readonly icon: Icon;
  /** 迟报3天. */
  readonly word: string;
  /** When it came, what is lacking; empty where there is nothing to add. */
  readonly detail: string;
}

export function statusWords(at: DeadlineReport, standing: Standing, unit: UnitReport, page: Page): StatusWords {
  const details = [detailOf(at, unit, page), ownDue(at, standing, page)].filter((text) => text !== '');
  return {
    icon: at.uncertain === null ? at.status : 'uncertain',
    word: wordOf(at, page),
    detail: details.join(page.locale === 'zh' ? '，' : ', '),
  };
}

/** What is still owed, by the short names of the materials. */
function lackingWords({ lacking }: DeadlineReport, { report, locale }: Page): string {
  const names = lacking.map((id) => shortNameOf(id, report.campaign));
  return locale === 'zh' ? `缺${names.join('、')}` : `lacks ${names.join(', ')}`;
}

function wordOf({ status, daysLate, uncertain }: DeadlineReport, { locale, say }: Page): string {
  const word = say(statusNames[status]);
  if (uncertain !== null) return say({ zh: `${word}（待核）`, en: `${word}?` });
  if (status !== 'late') return word;
  return locale === 'zh' ? `${word}${daysLate}天` : `${word} ${daysLate}d`;
}

function detailOf(at: DeadlineReport, unit: UnitReport, page: Page): string {
  const { status, receipt, uncertain } = at;
  const { campaign } = page.report;
  if (uncertain !== null) return page.say(toBeConfirmed);
  if (status === 'incomplete') return lackingWords(at, page);
  if (status === 'missing') return strays(at, unit, page);
  if (receipt === null) return '';
  return status === 'pending' ? lackingWords(at, page) : receiptOf(receipt, campaign, page.locale);
}

const toBeConfirmed: Words = { zh: '收到时间待核', en: 'time of receipt to be confirmed' };

/** A file that nobody could match may be what is missing here: the report must not blame in error. */
function strays({ name }: DeadlineReport, { findings }: UnitReport, { say }: Page): string {
  for (const finding of findings) {
    if (finding.rule !== 'deadline/missing' || finding.args.deadline !== name) continue;
    const { unmatched } = finding.args;
    return unmatched === 0 ? '' : say({ zh: `另有${unmatched}件未识别`, en: `${unmatched} unmatched` });
  }
  return '';
}

/** Where the unit was given another day than the others. */
function ownDue({ status, due }: DeadlineReport, standing: Standing, { say }: Page): string {
  if (status === 'exempt' || due === standing.due.day) return '';
  const day = dayOf(due);
  return due > standing.due.day
    ? say({ zh: `延期至${day.zh}`, en: `extended to ${day.en}` })
    : say({ zh: `时限为${day.zh}`, en: `due ${day.en}` });
}
