import { plural, quote, quotePath, rounded } from '../words.js';
import type { Family } from './entry.js';

const people = '宣传活动 / 村居社区计生协 / 宣传人数';

export const series: Family<'series'> = {
  'series/outlier': {
    severity: 'warning',
    title: { zh: '与其他单位相差很大', en: 'Far from the other units' },
    message: ({ label, value, median }) => ({
      zh: `${quote(label)}是 ${value}，其他单位一般在 ${rounded(median)} 左右，相差很大`,
      en: `${quote(label)} is ${value}, while the other units are around ${rounded(median)}`,
    }),
    remedy: () => ({
      zh: '请核实是否多打或少打了零；数字属实的不用改',
      en: 'Please check for a zero too many or too few; if it is right, leave it',
    }),
    meaning: {
      zh: '比其他单位高出许多倍，常常是多打了一个零。这里只请核实，数字照常计入。',
      en: 'Many times the usual is often a zero too many. This only asks; the number counts.',
    },
    example: {
      wrong: { zh: '各村都在 100 人左右，本村填 2000', en: 'Others have about 100 people, this one 2000' },
      right: { zh: '核实后填 200', en: 'Checked, and 200 it is' },
    },
    sample: { label: people, value: 2000, median: 105 },
  },

  'series/dropped': {
    severity: 'warning',
    title: { zh: '数字比上次少了', en: 'Lower than before' },
    message: ({ label, value, before, earlier }) => ({
      zh: `${quote(label)}上次报的是 ${before}，这次是 ${value}，变少了（上次：${quotePath(earlier)}）`,
      en: `${quote(label)} was ${before} and is now ${value} (before: ${quotePath(earlier)})`,
    }),
    remedy: () => ({
      zh: '请核实；以前报多了的不用改，这次漏了的请补上再报',
      en: 'Please check: if the earlier number was too high, leave it; if something was forgotten, add it and send again',
    }),
    meaning: {
      zh: '数字应当累计，只增不减，少了多半是漏算了以前的。',
      en: 'The numbers run on and should not fall; mostly the earlier part was left out.',
    },
    example: {
      wrong: { zh: '上次 200 人，这次 80 人', en: '200 people before, 80 now' },
      right: { zh: '上次 200 人，这次 280 人', en: '200 people before, 280 now' },
    },
    sample: { label: people, value: 80, before: 200, earlier: 'inbox/前李庄村/信息统计表.xlsx' },
  },

  'series/same-figures-as-another-unit': {
    severity: 'warning',
    title: { zh: '数字与别的单位完全一样', en: 'Same figures as another unit' },
    message: ({ unit }) => ({
      zh: `整张表的数字与${quote(unit)}完全一样`,
      en: `All figures are the same as those of ${quote(unit)}`,
    }),
    remedy: () => ({
      zh: '请核对是否照抄了别人的表；确实巧合的不用改',
      en: 'Please check whether another’s form was copied; if it is chance, leave it',
    }),
    meaning: {
      zh: '两个单位每个数字都一样，很少是巧合，多半是在别人的表上改了名字。',
      en: 'Two units with all figures alike are rarely chance: mostly someone changed only the name.',
    },
    example: {
      wrong: { zh: '只把邻村表里的单位名改成本村', en: 'The next village’s form with only the name changed' },
      right: { zh: '填本村自己的数字', en: 'The village’s own figures' },
    },
    sample: { unit: '后李庄村委会' },
  },

  'series/reports-disagree': {
    severity: 'warning',
    title: { zh: '写实表与统计表对不上', en: 'Progress and statistics disagree' },
    message: ({ activities, sessions }) => ({
      zh: `写实表写了${activities}项活动，统计表填了${sessions}场，对不上`,
      en: `The progress table lists ${plural(activities, 'activity', 'activities')}, the statistics form ${plural(sessions, 'session')}`,
    }),
    remedy: () => ({
      zh: '请核对两张表；漏写的活动请补上，场次填错的请更正',
      en: 'Please compare the two: add what is missing from the one, or correct the other',
    }),
    meaning: {
      zh: '同一个月的活动，两张表应当说得一样；对不上时，上级一核就会发现。',
      en: 'Both tables speak of the same month and should agree; the office above will compare them.',
    },
    example: {
      wrong: { zh: '写实表 2 项活动，统计表 6 场', en: '2 activities in the one, 6 sessions in the other' },
      right: { zh: '写实表 6 项活动，统计表 6 场', en: '6 activities and 6 sessions' },
    },
    sample: { activities: 2, sessions: 6 },
  },
};
