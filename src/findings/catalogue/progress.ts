import type { ActivityPart } from '../../model/rules.js';
import { dayOf, listOf, plural, quotePath, type Words } from '../words.js';
import type { Family } from './entry.js';

export const progress: Family<'progress'> = {
  'progress/no-activity': {
    severity: 'warning',
    title: { zh: '写实表里没有活动', en: 'No activity listed' },
    message: () => ({ zh: '写实表里没有写活动', en: 'The progress table lists no activity' }),
    remedy: () => ({
      zh: '请写明已开展的活动；确实还没有开展的，请来电说明',
      en: 'Please write down what has been held; if nothing has, please tell the office',
    }),
    meaning: {
      zh: '写实表是用来看活动开展情况的，空表等于没有报进度。',
      en: 'The table is there to show what was held; an empty one says nothing.',
    },
    example: {
      wrong: { zh: '“开展的具体活动写实”一栏空着', en: 'The column of activities is blank' },
      right: {
        zh: '5月12日，村文化广场，党员和群众60人，宣讲计生家庭奖扶政策',
        en: '12 May, village square, 60 villagers, talk on support for families',
      },
    },
    sample: {},
  },

  'progress/vague': {
    severity: 'warning',
    title: { zh: '活动写得不具体', en: 'Activity lacks particulars' },
    message: ({ activity, lacking }) => ({
      zh: `第${activity}项活动没有写清${listOf(lacking.map((part) => parts[part].zh)).zh}`,
      en: `Activity ${activity} does not say ${listOf(lacking.map((part) => parts[part].en)).en}`,
    }),
    remedy: ({ lacking }) => ({
      zh: `请补上${listOf(lacking.map((part) => parts[part].zh)).zh}，例如“5月12日，村文化广场，群众60人，宣讲奖扶政策”`,
      en: `Please add ${listOf(lacking.map((part) => parts[part].en)).en}, as in “12 May, village square, 60 villagers, talk on support for families”`,
    }),
    meaning: {
      zh: '通知要求写清时间、地点、参加人和内容，缺了这些就没法核实。',
      en: 'The notice asks for time, place, people and content; without them nothing can be verified.',
    },
    example: {
      wrong: { zh: '开展了宣传活动', en: 'Held a publicity event' },
      right: {
        zh: '5月12日，村文化广场，群众60人，宣讲计生家庭奖扶政策',
        en: '12 May, village square, 60 villagers, talk on support for families',
      },
    },
    sample: { activity: 2, lacking: ['time', 'place'] },
  },

  'progress/outside-period': {
    severity: 'warning',
    title: { zh: '活动日期不在活动期内', en: 'Activity outside the period' },
    message: ({ activity, day, from, to }) => ({
      zh: `第${activity}项活动的日期是${dayOf(day).zh}，不在${dayOf(from).zh}至${dayOf(to).zh}之间`,
      en: `Activity ${activity} is dated ${dayOf(day).en}, outside ${dayOf(from).en} to ${dayOf(to).en}`,
    }),
    remedy: () => ({
      zh: '请核对日期；不是活动期内的活动请不要写进来',
      en: 'Please check the date, and leave out what was held outside the period',
    }),
    meaning: {
      zh: '只报活动期内的活动，日期不对常常是笔误，或抄了去年的内容。',
      en: 'Only activities of the period are asked for; another date is often a slip or last year’s text.',
    },
    example: {
      wrong: { zh: '4月28日，村文化广场……', en: '28 April, village square …' },
      right: { zh: '5月8日，村文化广场……', en: '8 May, village square …' },
    },
    sample: { activity: 1, day: '2023-04-28', from: '2023-05-01', to: '2023-05-31' },
  },

  'progress/not-cumulative': {
    severity: 'warning',
    title: { zh: '以前报过的活动不见了', en: 'Earlier activities left out' },
    message: ({ missing, earlier }) => ({
      zh: `${quotePath(earlier)}报过的活动有${missing}项这次没有写`,
      en: `${plural(missing, 'activity', 'activities')} from ${quotePath(earlier)} left out this time`,
    }),
    remedy: () => ({
      zh: '写实表要从月初累计，请把以前报过的活动也写上再报；确实要删的，请来电说明',
      en: 'The table runs from the first of the month: please add the earlier activities, or tell the office why they are gone',
    }),
    meaning: {
      zh: '每次报的写实表都应包含以前的活动，以最后一次为准；漏写的活动就会从汇总里消失。',
      en: 'Every report holds all that came before, and the latest one counts: what it leaves out is lost.',
    },
    example: {
      wrong: { zh: '第二次只写了5月10日以后的活动', en: 'The second report lists only what came after 10 May' },
      right: { zh: '第二次写5月1日以来的全部活动', en: 'The second report lists everything since 1 May' },
    },
    sample: { missing: 2, earlier: 'inbox/前李庄村/写实表5月10日.docx' },
  },

  'progress/photos-missing': {
    severity: 'warning',
    title: { zh: '活动照片不够', en: 'Photos of an activity missing' },
    message: ({ activity, wanted }) => ({
      zh: `第${activity}项活动的照片不够，要求每项至少${wanted}张`,
      en: `Activity ${activity} has too few photos; each needs at least ${wanted}`,
    }),
    remedy: ({ activity, wanted }) => ({
      zh: `请在第${activity}项活动的“活动照片”栏补够${wanted}张`,
      en: `Please add photos to activity ${activity} until there are ${wanted}`,
    }),
    meaning: {
      zh: '通知要求每项活动附照片，作为活动开展的凭证。',
      en: 'The notice asks for photos of every activity as a record that it was held.',
    },
    example: {
      wrong: { zh: '“活动照片”栏空着', en: 'The photo column is blank' },
      right: { zh: '“活动照片”栏贴了 2 张照片', en: 'The photo column holds 2 photos' },
    },
    sample: { activity: 1, wanted: 2 },
  },
};

const parts: Readonly<Record<ActivityPart, Words>> = {
  time: { zh: '时间', en: 'when' },
  place: { zh: '地点', en: 'where' },
  people: { zh: '参加人', en: 'who took part' },
  content: { zh: '活动内容', en: 'what was done' },
};
