import { isCalendarUnknown } from '../deadlines/workdays.js';
import type { Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { RunResult } from './session.js';

/** What a run itself has to tell, apart from its result: lines for stderr. */
export function announcements(result: RunResult, locale: Locale): readonly string[] {
  return [...aboutTheRun(result), ...aboutTheCampaign(result)].map((words) => `campaign: ${words[locale]}\n`);
}

function aboutTheRun({ report, collected, replayed, decisionsChanged }: RunResult): Words[] {
  const said: Words[] = [];
  if (report.files.length === 0) said.push({ zh: '收件箱是空的', en: 'the inbox is empty' });
  if (collected !== null && collected.remembered > 0) {
    const { examined, remembered } = collected;
    said.push({
      zh: `新检查${examined}个文件，${remembered}个没有变化`,
      en: `${examined} files examined, ${remembered} unchanged`,
    });
  }
  if (replayed !== null) {
    said.push({
      zh: '这一天在上次运行之前，按台账重现',
      en: 'this day lies before the last run: shown again from the ledger',
    });
  }
  if (decisionsChanged) {
    said.push({
      zh: '当时以后处理意见有改动，结果可能与当时不同',
      en: 'decisions have changed since: the result may differ',
    });
  }
  return said;
}

function aboutTheCampaign({ report }: RunResult): Words[] {
  const { year, calendar } = report.campaign;
  const unknownHolidays: Words = {
    zh: `程序不知道${year}年的法定节假日，请在 campaign.yaml 的 calendar 里补上`,
    en: `the holidays of ${year} are not known here; add them under calendar in campaign.yaml`,
  };
  const idle = report.decisions.filter((one) => !one.applied);
  return [
    ...(isCalendarUnknown(year) && calendar.holidays.length === 0 ? [unknownHolidays] : []),
    ...idle.map(({ decision }) => ({
      zh: `decisions.csv 第${decision.line}行没有用上：找不到对应的来件或单位，或者后面另有一条管着它`,
      en: `decisions.csv line ${decision.line} no longer applies to anything, or a later one takes its place`,
    })),
  ];
}
