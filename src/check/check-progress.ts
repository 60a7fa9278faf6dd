import { finding } from '../findings/finding.js';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { ActivityPart } from '../model/rules.js';
import type { Activity } from '../model/submission.js';
import { daysIn } from './days-in-text.js';
import { splitActivities } from './split-activities.js';

/** One row of a 写实表 as it stands; it may tell of several activities. */
export interface ProgressRow {
  readonly text: string;
  readonly pictures: number;
  readonly place: Place;
}

export interface CheckedProgress {
  readonly activities: readonly Activity[];
  readonly findings: readonly Finding[];
}

/** What 注2 of the form asks of each activity: time, place, people, content. Generous: silence is safe, a wrong question is not. */
const parts: readonly { readonly part: ActivityPart; readonly told: RegExp }[] = [
  {
    part: 'time',
    told: /[\d一二三四五六七八九十]+\s*月|[\d一二三四五六七八九十]+\s*[日号]|[上中下]旬|月[初底末]|每周|周[一二三四五六日末]|[五六]一|端午|母亲节|儿童节|护士节|助残日|家庭日|当[天日]|期间/u,
  },
  {
    part: 'place',
    told: /[在到于赴进入].{1,20}|[广现市球操会]场|[站所室院校馆厅园店厂]|舞台|中心|之家|村委|村(?!民|计生|干|级|医)|社区|大院|集市|街|巷|超市|小区|学校|课堂|田间|地头|入户|上门|走访|看望|探望|慰问|家中|户|线上|网上|微信|公众号|网络|群内|大喇叭|广播|现场|门口|辖区/u,
  },
  {
    part: 'people',
    told: /[\d一二三四五六七八九十百千两几多]+\s*(?:余|多)?\s*(?:名|人|位|户|个|家)|群众|会员|志愿|村民|居民|妇女|老人|老年|儿童|孩子|学生|师生|青年|青少年|家庭|家属|干部|党员|代表|骨干|医生|医护|专家|人员|对象|夫妻|夫妇|孕妇|职工|乡亲|育龄|女性|大家|参加|参与/u,
  },
];
const leastContent = 12;

/** The activities of one report and what is to be asked about them. `loosePictures` lie outside the rows. */
export function checkProgress(
  rows: readonly ProgressRow[],
  loosePictures: number,
  campaign: Campaign,
  form: ProgressForm,
): CheckedProgress {
  const activities = rows.flatMap((row) => activitiesOf(row, campaign));
  if (activities.length === 0) {
    return { activities, findings: [finding('progress/no-activity', {}, rows[0]?.place ?? { kind: 'file' })] };
  }
  const bare = withoutPhotos(activities, loosePictures, form.photos.least);
  const findings = activities.flatMap((activity, n) => [
    ...vague(activity, n + 1, campaign),
    ...outsidePeriod(activity, n + 1, campaign),
    ...(bare.has(activity)
      ? [finding('progress/photos-missing', { activity: n + 1, wanted: form.photos.least }, activity.place)]
      : []),
  ]);
  return { activities, findings };
}

/** One a day told of; the row's pictures go round. */
function activitiesOf({ text, pictures, place }: ProgressRow, campaign: Campaign): readonly Activity[] {
  if (text.trim() === '') return [];
  const texts = splitActivities(text, campaign);
  const each = Math.floor(pictures / texts.length);
  const over = pictures % texts.length;
  return texts.map((one, n) => ({
    text: one,
    day: daysIn(one, campaign)[0] ?? null,
    photos: each + (n < over ? 1 : 0),
    place,
  }));
}

/** Activities still without enough photos once those that lie elsewhere are dealt out. */
function withoutPhotos(activities: readonly Activity[], loose: number, least: number): ReadonlySet<Activity> {
  let left = loose;
  return new Set(
    activities.filter(({ photos }) => {
      const lacking = Math.max(least - photos, 0);
      if (lacking <= left) left -= lacking;
      else return true;
      return false;
    }),
  );
}

function vague(activity: Activity, number: number, campaign: Campaign): Finding[] {
  const lacking: ActivityPart[] = parts.filter((one) => !isTold(one, activity, campaign)).map(({ part }) => part);
  if (activity.text.replace(/[\s\p{P}\d]/gu, '').length < leastContent) lacking.push('content');
  return lacking.length === 0
    ? []
    : [finding('progress/vague', { activity: number, lacking }, activity.place, activity.text)];
}

function isTold({ part, told }: (typeof parts)[number], { text }: Activity, campaign: Campaign): boolean {
  return told.test(text.normalize('NFKC')) || (part === 'time' && daysIn(text, campaign).length > 0);
}

/** None of the days the text names lies in the period: a preparation before or a date to come after is no mistake. */
function outsidePeriod(activity: Activity, number: number, campaign: Campaign): Finding[] {
  const { day, text, place } = activity;
  const { from, to } = campaign.period;
  const isInside = daysIn(text, campaign).some((one) => one >= from && one <= to);
  return day === null || isInside
    ? []
    : [finding('progress/outside-period', { activity: number, day, from, to }, place, text)];
}
