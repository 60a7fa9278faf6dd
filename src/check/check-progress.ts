import { finding } from '../findings/finding.js';
import type { Campaign, Day, ProgressForm } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { ActivityPart } from '../model/rules.js';
import type { Activity } from '../model/submission.js';

/** One row of a 写实表 as it stands. */
export interface ProgressRow {
  readonly text: string;
  readonly pictures: number;
  readonly place: Place;
}

export interface CheckedProgress {
  readonly activities: readonly Activity[];
  readonly findings: readonly Finding[];
}

/** What 注2 of the form asks of each activity: time, place, people, content. */
const parts: readonly { readonly part: ActivityPart; readonly told: RegExp }[] = [
  {
    part: 'time',
    told: /\d{1,2}\s*月\s*\d{1,2}|(?<![\d.])(?!5\.29)\d{1,2}[./]\d{1,2}|[一二三四五六七八九十]+月|[上中下]旬|月[初底末]/u,
  },
  {
    part: 'place',
    told: /[在到于赴进入].{1,20}|广场|实践站|服务站|中心|村委|会议室|活动室|之家|学校|卫生[室院]|大院|集市|街|入户|上门|走访|家中/u,
  },
  {
    part: 'people',
    told: /[\d一二三四五六七八九十百千]+\s*(?:余|多)?\s*(?:名|人|位|户|个)|群众|会员|志愿者|村民|居民|妇女|老人|家庭|干部|参加/u,
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
  const activities = rows
    .filter((row) => row.text !== '')
    .map((row) => ({ text: row.text, day: dayIn(row.text, campaign), photos: row.pictures, place: row.place }));
  if (activities.length === 0) {
    return { activities, findings: [finding('progress/no-activity', {}, rows[0]?.place ?? { kind: 'file' })] };
  }
  const enough = loosePictures >= activities.length * form.photos.least;
  const findings = activities.flatMap((activity, n) => [
    ...vague(activity, n + 1),
    ...outsidePeriod(activity, n + 1, campaign),
    ...(enough || activity.photos >= form.photos.least
      ? []
      : [finding('progress/photos-missing', { activity: n + 1, wanted: form.photos.least }, activity.place)]),
  ]);
  return { activities, findings };
}

function vague(activity: Activity, number: number): Finding[] {
  const lacking: ActivityPart[] = parts.filter(({ told }) => !told.test(activity.text)).map(({ part }) => part);
  if (activity.text.replace(/[\s\p{P}\d]/gu, '').length < leastContent) lacking.push('content');
  return lacking.length === 0
    ? []
    : [finding('progress/vague', { activity: number, lacking }, activity.place, activity.text)];
}

function outsidePeriod(activity: Activity, number: number, campaign: Campaign): Finding[] {
  const { day } = activity;
  const { from, to } = campaign.period;
  if (day === null || (day >= from && day <= to)) return [];
  return [finding('progress/outside-period', { activity: number, day, from, to }, activity.place, activity.text)];
}

/** 5.29 is the event's name, not the day of an activity. */
const eventName = '5.29';

/** The first day a text names, such as 5月8日, 5.8 or 2023年5月8日; a day without a year is the campaign's. */
export function dayIn(text: string, campaign: Campaign): Day | null {
  const match =
    /(?:(20\d{2})\s*[年./-]\s*)?(?<![\d.])(\d{1,2})\s*(?:月|[./](?=\d))\s*(\d{1,2})(?:\s*[日号]|(?![\d.]))/u.exec(
      text.normalize('NFKC').replaceAll(eventName, ''),
    );
  if (match === null) return null;
  const [, year = String(campaign.year), month = '', day = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== written ? null : written;
}
