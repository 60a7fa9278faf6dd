import { inZone } from '../deadlines/calendar.js';
import { isCalendarUnknown } from '../deadlines/workdays.js';
import { minuteIn } from '../findings/days.js';
import type { Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { RunResult } from './session.js';

/** What a run itself has to tell, apart from its result: lines for stderr. */
export function announcements(result: RunResult, locale: Locale): readonly string[] {
  return [...aboutTheRun(result), ...aboutTheCampaign(result)].map((words) => `campaign: ${words[locale]}\n`);
}

function aboutTheRun({ report, collected, replayed, latest, decisionsChanged }: RunResult): Words[] {
  const said: Words[] = [];
  if (report.files.length === 0) said.push({ zh: '收件箱是空的', en: 'the inbox is empty' });
  if (collected !== null && collected.remembered > 0) {
    const { examined, remembered } = collected;
    said.push({
      zh: `新检查${examined}个文件，${remembered}个没有变化`,
      en: `${examined} files examined, ${remembered} unchanged`,
    });
  }
  const last = latest === null ? '' : minuteIn(inZone(latest.asOf, report.campaign.timeZone));
  if (replayed) {
    said.push({
      zh: `这一天在上次运行（${last}）之前，按台账重现；那次以后放进收件箱的没有看`,
      en: `this day lies before the last run (${last}): shown again from the ledger; what was put into the inbox since is not looked at`,
    });
  } else if (latest !== null && Date.parse(latest.asOf) > Date.parse(report.asOf)) {
    said.push({
      zh: `台账里有一次汇总的时间（${last}）比现在还晚：请看看电脑的时间对不对，那次的 --as-of 写对没有`,
      en: `the ledger knows of a run at ${last}, which is later than now: is this computer’s clock right, and was that --as-of?`,
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
