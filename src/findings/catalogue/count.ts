import { labelsOf, quote, typed, type Words } from '../words.js';
import type { Family } from './entry.js';

const people = '宣传活动 / 村居社区计生协 / 宣传人数';
const sessions = '宣传活动 / 村居社区计生协 / 活动场次';

export const count: Family<'count'> = {
  'count/unreadable': {
    severity: 'error',
    title: { zh: '填的不是数字', en: 'Not a number' },
    message: ({ label }, found) => unreadable(label, found),
    remedy: ({ suggestion }, found) =>
      suggestion === undefined
        ? digitsInstead(found)
        : {
            zh: `如果是 ${suggestion}，请直接填 ${suggestion}；没有就填 0 或“无”`,
            en: `If it is ${suggestion}, please write just ${suggestion}; write 0 or 无 if there were none`,
          },
    wanted: () => ({ zh: '要填整数', en: 'a whole number' }),
    suggestions: ({ suggestion }) => (suggestion === undefined ? [] : [String(suggestion)]),
    meaning: {
      zh: '看不懂的内容绝不能当作 0 加进去，那样合计会悄悄变少。',
      en: 'What cannot be read must never be added up as 0: the total would shrink and nobody would notice.',
    },
    example: {
      wrong: { zh: '宣传人数：很多', en: '宣传人数: 很多' },
      right: { zh: '宣传人数：200', en: '宣传人数: 200' },
    },
    sample: { label: people },
    sampleFound: '很多',
  },

  'count/negative': {
    severity: 'error',
    title: { zh: '填了负数', en: 'Negative number' },
    message: ({ label, value }, found) => ({
      zh: `${quote(label)}填的是${typed(found, value)}，这里不会小于 0`,
      en: `${quote(label)} says ${typed(found, value)}; a count cannot be below 0`,
    }),
    remedy: () => ({ zh: '请填实际的数字；没有就填 0', en: 'Please write the actual number, or 0 if there were none' }),
    wanted: () => ({ zh: '要填 0 或更大的整数', en: 'a whole number, 0 or more' }),
    meaning: {
      zh: '场次、人数、篇数没有负的，多半是打错了，或把短横线打成了减号。',
      en: 'A count is never negative: mostly a slip, or a dash taken for a minus.',
    },
    example: {
      wrong: { zh: '宣传人数：-200', en: '宣传人数: -200' },
      right: { zh: '宣传人数：200', en: '宣传人数: 200' },
    },
    sample: { label: people, value: -200 },
    sampleFound: '-200',
  },

  'count/fraction': {
    severity: 'error',
    title: { zh: '填了小数', en: 'Not a whole number' },
    message: ({ label, value }, found) => ({
      zh: `${quote(label)}填的是${typed(found, value)}，这里要填整数`,
      en: `${quote(label)} says ${typed(found, value)}; a count must be a whole number`,
    }),
    remedy: () => ({
      zh: '请填整数；按“万”计的请换算，例如 0.5万 填 5000',
      en: 'Please write a whole number; convert units, such as 5000 for 0.5万',
    }),
    wanted: () => ({ zh: '要填整数', en: 'a whole number' }),
    meaning: {
      zh: '半场、半个人、半篇稿件是没有的，多半是单位写成了“万”，或日期被当成了数字。',
      en: 'There is no half session or half person: mostly the unit was ten thousand, or a date became a number.',
    },
    example: {
      wrong: { zh: '宣传人数：0.5', en: '宣传人数: 0.5' },
      right: { zh: '宣传人数：5000', en: '宣传人数: 5000' },
    },
    sample: { label: people, value: 0.5 },
    sampleFound: '0.5',
  },

  'count/estimate': {
    severity: 'warning',
    title: { zh: '填的是约数', en: 'An estimate' },
    message: ({ label, value, counted }, found) => ({
      zh: `${quote(label)}填的是${typed(found, value)}，是个约数，${counted ? `暂按 ${value} 计入合计` : '没有计入合计'}`,
      en: `${quote(label)} says ${typed(found, value)}, an estimate; ${counted ? `${value} is counted for now` : 'it is not counted'}`,
    }),
    remedy: () => ({
      zh: '请核实后填准确数字，不写“约”“余”“多”“近”',
      en: 'Please find out the exact number and write it without 约, 余, 多 or 近',
    }),
    wanted: () => ({ zh: '要填准确数字', en: 'the exact number' }),
    meaning: {
      zh: '“约”“余”“多”“近”不是准数，各村加起来误差会越滚越大。',
      en: 'Rough numbers (约, 余, 多, 近) add up to rougher totals.',
    },
    example: {
      wrong: { zh: '宣传人数：约200', en: '宣传人数: 约200' },
      right: { zh: '宣传人数：196', en: '宣传人数: 196' },
    },
    sample: { label: people, value: 200, counted: true },
    sampleFound: '约200',
  },

  'count/normalised': {
    severity: 'info',
    title: { zh: '数字的写法已统一', en: 'Number rewritten' },
    message: ({ label, value }, found) => ({
      zh: `${quote(label)}填的是${typed(found, value)}，已按 ${value} 计`,
      en: `${quote(label)} says ${typed(found, value)}; taken as ${value}`,
    }),
    remedy: ({ value }) => ({
      zh: `不用处理；如果不是 ${value}，请更正。以后直接填 ${value} 就好`,
      en: `Nothing to do, unless ${value} is not what you meant; next time just write ${value}`,
    }),
    meaning: {
      zh: '带单位、带逗号、全角或汉字的数字都能认，但改成了什么要让您看得见。',
      en: 'Units, separators, full-width digits and Chinese numerals are understood, but what was made of them is always shown.',
    },
    example: {
      wrong: { zh: '活动场次：３场', en: '活动场次: ３场' },
      right: { zh: '活动场次：3', en: '活动场次: 3' },
    },
    sample: { label: sessions, value: 3 },
    sampleFound: '３场',
  },

  'count/households': {
    severity: 'warning',
    title: { zh: '人数填成了户数', en: 'Households instead of people' },
    message: ({ label, value }, found) => ({
      zh: `${quote(label)}填的是${typed(found, value)}，这里要的是人数，不是户数；暂按 ${value} 计`,
      en: `${quote(label)} says ${typed(found, value)}: people were asked for, not households; ${value} is counted for now`,
    }),
    remedy: () => ({ zh: '请改填人数', en: 'Please write the number of people' }),
    wanted: () => ({ zh: '要填人数', en: 'people, not households' }),
    meaning: {
      zh: '一户不止一人，户数和人数加在一起，合计就说不清了。',
      en: 'A household is more than one person; a total of both means nothing.',
    },
    example: {
      wrong: { zh: '慰问人数：30户', en: '慰问人数: 30户' },
      right: { zh: '慰问人数：76', en: '慰问人数: 76' },
    },
    sample: { label: '服务活动 / 村居社区计生协 / 慰问人数', value: 30 },
    sampleFound: '30户',
  },

  'count/blank': {
    severity: 'info',
    title: { zh: '有空着没填的项', en: 'Items left blank' },
    message: ({ labels }) => {
      const shown = labelsOf(labels);
      return { zh: `${shown.zh}空着没填`, en: `Left blank: ${shown.en}` };
    },
    remedy: () => ({
      zh: '没有的请填 0 或“无”；漏填的请补上',
      en: 'Please write 0 or 无 where there were none, and fill in what was forgotten',
    }),
    meaning: {
      zh: '空着看不出是“没有”还是“忘了填”，合计时按没有处理，这里记一笔备查。',
      en: 'A blank may mean none or forgotten. It adds nothing to the totals, and is noted here.',
    },
    example: {
      wrong: { zh: '慰问人数：（空）', en: '慰问人数: (blank)' },
      right: { zh: '慰问人数：0', en: '慰问人数: 0' },
    },
    sample: { labels: ['服务活动 / 村居社区计生协 / 慰问服务场次', '服务活动 / 村居社区计生协 / 慰问人数'] },
  },

  'count/formula-error': {
    severity: 'error',
    title: { zh: '公式出错', en: 'Formula error' },
    message: ({ label, code }) => ({
      zh: `${quote(label)}里的公式出错了，显示的是${quote(code)}`,
      en: `The formula in ${quote(label)} fails and shows ${quote(code)}`,
    }),
    remedy: () => ({ zh: '请删掉公式，直接填数字', en: 'Please replace the formula with the number' }),
    wanted: () => ({ zh: '要填数字', en: 'a number' }),
    meaning: {
      zh: '公式引用的格子删了或表没带过来，就算不出数，不能当作 0。',
      en: 'The formula points at cells that are gone. Its value is unknown, not 0.',
    },
    example: {
      wrong: { zh: '宣传人数：#REF!', en: '宣传人数: #REF!' },
      right: { zh: '宣传人数：200', en: '宣传人数: 200' },
    },
    sample: { label: people, code: '#REF!' },
    sampleFound: '#REF!',
  },

  'count/formula-without-value': {
    severity: 'error',
    title: { zh: '公式没有算出结果', en: 'Formula not calculated' },
    message: ({ label, formula }) => ({
      zh: `${quote(label)}里是公式${quote(withEquals(formula))}，没有算出结果`,
      en: `${quote(label)} holds the formula ${quote(withEquals(formula))}, which has not been calculated`,
    }),
    remedy: () => ({
      zh: '请用 WPS 或 Excel 打开，保存一次再报；或直接填数字',
      en: 'Please open the file in Excel or WPS, save it and send it again, or write the number itself',
    }),
    wanted: () => ({ zh: '要有算好的数字', en: 'a calculated number' }),
    meaning: {
      zh: '有的软件只存公式、不存结果。没有结果就不知道是多少，不能当作 0。',
      en: 'Some programs store the formula without its result. The value is then unknown, not 0.',
    },
    example: {
      wrong: { zh: '宣传人数：=B5+B6（没有结果）', en: '宣传人数: =B5+B6 (no result)' },
      right: { zh: '宣传人数：200', en: '宣传人数: 200' },
    },
    sample: { label: people, formula: 'B5+B6' },
  },

  'count/merged-values': {
    severity: 'error',
    title: { zh: '几项合并成一格', en: 'One cell for several items' },
    message: ({ labels }) => {
      const shown = labelsOf(labels);
      return {
        zh: `${shown.zh}合并成了一格，不知道数字是哪一项的`,
        en: `${shown.en} share one merged cell, and nothing says whose the number is`,
      };
    },
    remedy: () => ({
      zh: '请取消合并，每一项单独填；没有的填 0 或“无”',
      en: 'Please unmerge the cell and fill in each item; write 0 or 无 where there were none',
    }),
    wanted: () => ({ zh: '每项要单独填', en: 'one cell for each item' }),
    meaning: {
      zh: '一个数字占了几项的位置，算给哪一项都可能错，每项都算又会重复。',
      en: 'One number for several items: any choice may be wrong, and all of them would count it twice.',
    },
    example: {
      wrong: { zh: '“活动场次”和“宣传人数”合并成一格，填 200', en: '活动场次 and 宣传人数 merged into one cell: 200' },
      right: { zh: '活动场次：2；宣传人数：200', en: '活动场次: 2; 宣传人数: 200' },
    },
    sample: { labels: [sessions, people] },
    sampleFound: '200',
  },

  'count/implausible': {
    severity: 'warning',
    title: { zh: '数字偏大', en: 'Unusually large' },
    message: ({ label, value, limit, perSession }, found) => {
      const held = typed(found, value);
      return perSession
        ? {
            zh: `${quote(label)}填的是${held}，平均每场超过 ${limit} 人，偏大`,
            en: `${quote(label)} says ${held}, more than ${limit} people a session on average`,
          }
        : {
            zh: `${quote(label)}填的是${held}，超过 ${limit}，比一般情况大`,
            en: `${quote(label)} says ${held}, above ${limit}, which is more than usual`,
          };
    },
    remedy: () => ({
      zh: '请核实是否多打了零，或把年份、电话填了进去；数字属实的不用改',
      en: 'Please check for a zero too many, or a year or phone number; if it is right, leave it',
    }),
    wanted: ({ limit, perSession }) =>
      perSession
        ? { zh: `一般每场不超过 ${limit} 人`, en: `usually at most ${limit} people a session` }
        : { zh: `一般不超过 ${limit}`, en: `usually at most ${limit}` },
    meaning: {
      zh: '一个村多打一个零，就能盖过全镇的合计。这里只请核实，数字照常计入。',
      en: 'One zero too many in one village can outweigh all the others. This only asks; the number counts.',
    },
    example: {
      wrong: { zh: '宣传人数：20000', en: '宣传人数: 20000' },
      right: { zh: '宣传人数：200', en: '宣传人数: 200' },
    },
    sample: { label: people, value: 20_000, limit: 5000, perSession: false },
    sampleFound: '20000',
  },
};

function unreadable(label: string, found: string | undefined): Words {
  if (found === undefined || found.trim() === '') {
    return {
      zh: `${quote(label)}填的内容看不懂，不是一个数字`,
      en: `What ${quote(label)} holds cannot be read as a number`,
    };
  }
  return {
    zh: `${quote(label)}填的是${quote(found)}，不是一个数字`,
    en: `${quote(label)} says ${quote(found)}, which is not a number`,
  };
}

/** What to write instead of what cannot be read: by what it looks like, never by what it may mean. */
function digitsInstead(found = ''): Words {
  const text = found.normalize('NFKC');
  const numbers = text.match(/\d[\d.,]*|[一二两三四五六七八九十百千万]+/gu) ?? [];
  if (looksLikeDay.test(text)) {
    return {
      zh: '这里要填个数，表格软件可能把“5-3”这样的写法变成了日期；请把这一格的格式改成“常规”，再填一个数；没有就填 0 或“无”',
      en: 'A count belongs here; the spreadsheet may have made a date of something like 5-3. Please set the cell’s format to General and write one number; write 0 or 无 if there were none',
    };
  }
  if (pointsElsewhere.test(text)) {
    return {
      zh: '请把数字直接填在这一格里；没有就填 0 或“无”',
      en: 'Please write the number itself into this cell; write 0 or 无 if there were none',
    };
  }
  if (numbers.length > 1 || severalNumerals.test(text)) {
    return {
      zh: '请只填一个数（要相加的，加好再填）；没有就填 0 或“无”',
      en: 'Please write one number only (add up first what belongs together); write 0 or 无 if there were none',
    };
  }
  if (/\d/.test(text)) {
    return {
      zh: '请只填一个数，别的字不要写在这一格；没有就填 0 或“无”',
      en: 'Please write one number only, and no other words in this cell; write 0 or 无 if there were none',
    };
  }
  return {
    zh: '请填阿拉伯数字，例如 200；没有就填 0 或“无”',
    en: 'Please write digits, such as 200; write 0 or 无 if there were none',
  };
}

const looksLikeDay = /^(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)|\d{1,2}月\d{1,2}[日号])/u;
const pointsElsewhere = /^(?:同上|同左|同前|见|详见|另附|附后|如上)/u;
/** 三四场, 两三百: two figures side by side. */
const severalNumerals = /[一二两三四五六七八九]{2}/u;

function withEquals(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
