import { quote } from '../words.js';
import type { Family } from './entry.js';

const sessions = '宣传活动 / 村居社区计生协 / 活动场次';
const people = '宣传活动 / 村居社区计生协 / 宣传人数';

export const pair: Family<'pair'> = {
  'pair/people-without-sessions': {
    severity: 'warning',
    title: { zh: '有人数没有场次', en: 'People without sessions' },
    message: (args) => ({
      zh: `${quote(args.people)}填了 ${args.value}，但${quote(args.sessions)}是 0 或没填`,
      en: `${quote(args.people)} says ${args.value}, but ${quote(args.sessions)} is 0 or blank`,
    }),
    remedy: (args) => ({
      zh: `请补填${quote(args.sessions)}；如果没有开展，请把人数改为 0`,
      en: `Please fill in ${quote(args.sessions)}, or change the people to 0 if nothing was held`,
    }),
    wanted: () => ({ zh: '场次也要填', en: 'sessions are wanted too' }),
    meaning: {
      zh: '有人参加就应该有场次，多半是漏填了一格。',
      en: 'Where people came there was a session: mostly a cell was forgotten.',
    },
    example: {
      wrong: { zh: '活动场次：（空）；宣传人数：120', en: '活动场次: (blank); 宣传人数: 120' },
      right: { zh: '活动场次：2；宣传人数：120', en: '活动场次: 2; 宣传人数: 120' },
    },
    sample: { sessions, people, value: 120 },
  },

  'pair/sessions-without-people': {
    severity: 'warning',
    title: { zh: '有场次没有人数', en: 'Sessions without people' },
    message: (args) => ({
      zh: `${quote(args.sessions)}填了 ${args.value}，但${quote(args.people)}是 0 或没填`,
      en: `${quote(args.sessions)} says ${args.value}, but ${quote(args.people)} is 0 or blank`,
    }),
    remedy: (args) => ({
      zh: `请补填${quote(args.people)}；如果没有开展，请把场次改为 0`,
      en: `Please fill in ${quote(args.people)}, or change the sessions to 0 if nothing was held`,
    }),
    wanted: () => ({ zh: '人数也要填', en: 'people are wanted too' }),
    meaning: {
      zh: '开展了活动就应该有人参加，多半是漏填了一格。',
      en: 'A session has people: mostly a cell was forgotten.',
    },
    example: {
      wrong: { zh: '活动场次：2；宣传人数：（空）', en: '活动场次: 2; 宣传人数: (blank)' },
      right: { zh: '活动场次：2；宣传人数：120', en: '活动场次: 2; 宣传人数: 120' },
    },
    sample: { sessions, people, value: 2 },
  },

  'pair/fewer-people-than-sessions': {
    severity: 'warning',
    title: { zh: '人数比场次还少', en: 'Fewer people than sessions' },
    message: (args) => ({
      zh: `${quote(args.people)}是 ${args.peopleValue}，比${quote(args.sessions)}的 ${args.sessionsValue} 还少，可能填反了`,
      en: `${quote(args.people)} is ${args.peopleValue}, fewer than the ${args.sessionsValue} of ${quote(args.sessions)}; they may be swapped`,
    }),
    remedy: () => ({
      zh: '请核对这两格，填反了请对调',
      en: 'Please check the two cells, and swap them if they are the wrong way round',
    }),
    wanted: ({ sessionsValue }) => ({ zh: `不应少于 ${sessionsValue}`, en: `${sessionsValue} at least` }),
    meaning: {
      zh: '每场至少有一个人，人数少于场次，多半是两格填反了。',
      en: 'Each session has at least one person, so the two cells were most likely swapped.',
    },
    example: {
      wrong: { zh: '活动场次：120；宣传人数：2', en: '活动场次: 120; 宣传人数: 2' },
      right: { zh: '活动场次：2；宣传人数：120', en: '活动场次: 2; 宣传人数: 120' },
    },
    sample: { sessions, people, sessionsValue: 120, peopleValue: 2 },
  },
};
