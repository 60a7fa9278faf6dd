import { choiceOf, listOf, quote } from '../words.js';
import type { Family } from './entry.js';

export const form: Family<'form'> = {
  'form/wrong-form': {
    severity: 'error',
    title: { zh: '不是要报的表', en: 'Not the form asked for' },
    message: ({ expected, texts }) => {
      if (texts !== undefined) {
        const kinds = texts.map((name) => quote(name));
        return {
          zh: kinds.length > 1 ? `看不出这是哪一样材料，是${kinds.join('还是')}？` : `看不出这是不是${kinds.join('')}`,
          en: `Nothing says whether this text is ${choiceOf(kinds).en}`,
        };
      }
      const names = choiceOf(expected.map((title) => quote(title)));
      return expected.length === 0
        ? { zh: '这不是要报的表', en: 'This is not the form asked for' }
        : { zh: `这不是要报的表，要报的是${names.zh}`, en: `This is not the form asked for, which is ${names.en}` };
    },
    remedy: ({ texts }) =>
      texts === undefined
        ? {
            zh: '请用今年下发的表填写，不要换表、改表头',
            en: 'Please use this year’s form as it was sent out, headings untouched',
          }
        : {
            zh: `请在文件名里写明是哪一样材料（${texts.join('、')}）再发；如果本来要填表，请用今年下发的表填写`,
            en: `Please say in the file’s name which material it is (${texts.join(', ')}) and send it again; if a form was meant, use this year’s as it was sent out`,
          },
    meaning: {
      zh: '表不对，就不知道哪个数字是哪一项，硬套会张冠李戴。',
      en: 'In another form nobody knows which figure is which, and forcing it would mix them up.',
    },
    example: {
      wrong: { zh: '把其他工作的月报表发了过来', en: 'The monthly table of some other work' },
      right: { zh: '附件2 会员活动信息统计表', en: 'The form of attachment 2' },
    },
    sample: { expected: ['会员活动信息统计表', '会员活动写实表'] },
  },

  'form/other-year': {
    severity: 'error',
    title: { zh: '不是今年的表', en: 'Form of another year' },
    message: ({ found, wanted }) => ({
      zh: `表题写的是${quote(found)}，今年应是${quote(wanted)}`,
      en: `The title says ${quote(found)}; this year’s is ${quote(wanted)}`,
    }),
    remedy: ({ wanted }) => ({
      zh: `请用今年的表重新填报；如果数字是今年的、只是表题没改，请把表题改成${quote(wanted)}`,
      en: `Please complete this year’s form; if only the title is old, change it to ${quote(wanted)}`,
    }),
    meaning: {
      zh: '很多单位在去年的表上改。表题还是去年的，就分不清数字是去年的还是今年的。',
      en: 'Many start from last year’s file. With the old title nobody can tell whose year the figures are.',
    },
    example: {
      wrong: { zh: '第24个会员活动日信息统计表', en: '第24个会员活动日信息统计表' },
      right: { zh: '第25个会员活动日信息统计表', en: '第25个会员活动日信息统计表' },
    },
    sample: { found: '第24个', wanted: '第25个' },
  },

  'form/label-missing': {
    severity: 'error',
    title: { zh: '表里少了一项', en: 'An item is missing from the form' },
    message: ({ label, suggestion }) =>
      suggestion === undefined
        ? { zh: `表里找不到${quote(label)}这一项`, en: `The form has no item ${quote(label)}` }
        : {
            zh: `表里找不到${quote(label)}这一项，有一处写的是${quote(suggestion)}`,
            en: `The form has no item ${quote(label)}; one place says ${quote(suggestion)}`,
          },
    remedy: ({ suggestion }) =>
      suggestion === undefined
        ? {
            zh: '请用下发的空表填写，不要删改表头',
            en: 'Please use the form as sent out and leave its headings as they are',
          }
        : {
            zh: `如果${quote(suggestion)}就是这一项，请改回原来的写法；不是的话，请用下发的空表填写`,
            en: `If ${quote(suggestion)} is that item, restore the original wording; if not, use the form as sent out`,
          },
    meaning: {
      zh: '每个数字靠表头认。表头改了、删了，这一项就没有数，也不能当作 0。',
      en: 'Figures are known by their headings. Without the heading there is no figure, and it must not pass for 0.',
    },
    example: {
      wrong: { zh: '表头“宣传人数”改成了“参加群众”', en: 'The heading 宣传人数 changed to 参加群众' },
      right: { zh: '表头仍是“宣传人数”', en: 'The heading is still 宣传人数' },
    },
    sample: { label: '宣传活动 / 村居社区计生协 / 宣传人数', suggestion: '参加群众' },
  },

  'form/label-repeated': {
    severity: 'error',
    title: { zh: '同一项出现多次', en: 'An item appears more than once' },
    message: ({ label, times }) => ({
      zh: `${quote(label)}在表里出现了${times}次，不知道该用哪一个`,
      en: `${quote(label)} appears ${times} times, and nothing says which one to use`,
    }),
    remedy: () => ({
      zh: '请只保留要报的一处，其余删掉后重报',
      en: 'Please keep the one to report, delete the others and send it again',
    }),
    wanted: () => ({ zh: '只留一处', en: 'one of them only' }),
    meaning: {
      zh: '同一项有两处数字，用哪个都是猜，加起来又会重复计算。',
      en: 'Choosing one of two figures is a guess, and adding them may count twice.',
    },
    example: {
      wrong: { zh: '同一张表上下粘贴了两遍', en: 'The table pasted twice into one sheet' },
      right: { zh: '一份文件只有一张表', en: 'One table in one file' },
    },
    sample: { label: '宣传活动 / 村居社区计生协 / 宣传人数', times: 2 },
  },

  'form/several-value-rows': {
    severity: 'error',
    title: { zh: '一项填了好几行', en: 'Several rows of figures' },
    message: ({ label, rows }) => {
      const zh = rows.map((row) => `第${row}行`).join('、');
      return {
        zh: `${quote(label)}下面有好几行填了数字（${zh}），不知道该用哪一行`,
        en: `Below ${quote(label)} rows ${listOf(rows.map(String)).en} hold figures, and nothing says which to use`,
      };
    },
    remedy: () => ({
      zh: '请合计成一行填写，多出的行删掉',
      en: 'Please add them up into one row and delete the others',
    }),
    wanted: () => ({ zh: '只留一行', en: 'one row only' }),
    meaning: {
      zh: '几行可能是各组的明细，也可能带着合计，自行相加容易重复。',
      en: 'The rows may be parts, or parts with their sum. Adding them unasked could count twice.',
    },
    example: {
      wrong: { zh: '一组 80 人、二组 120 人各占一行', en: 'A row of 80 for group one, a row of 120 for group two' },
      right: { zh: '只填一行：200', en: 'A single row: 200' },
    },
    sample: { label: '宣传活动', rows: [7, 8] },
  },

  'form/extra-sheet': {
    severity: 'warning',
    title: { zh: '多出一张工作表', en: 'Another sheet in the file' },
    message: ({ sheet, used }) => ({
      zh: `文件里还有一张表${quote(sheet)}没有使用，用的是${quote(used)}`,
      en: `The file also has ${quote(sheet)}, which was not used; ${quote(used)} was`,
    }),
    remedy: ({ sheet, used }) => ({
      zh: `请核对要报的是不是${quote(used)}；如果是${quote(sheet)}，请只留这一张再报`,
      en: `Please check that ${quote(used)} is the one to report; if it is ${quote(sheet)}, keep only that and send it again`,
    }),
    meaning: {
      zh: '有的文件里还留着去年的或别的单位的表，只能用一张，要请您确认没用错。',
      en: 'Files may still hold last year’s sheet or another unit’s. Only one is used, and you should know which.',
    },
    example: {
      wrong: { zh: '“信息统计表”和“2022年”两张表都填了数', en: 'Both 信息统计表 and 2022年 hold figures' },
      right: { zh: '只有“信息统计表”一张', en: 'Only 信息统计表' },
    },
    sample: { sheet: '2022年', used: '信息统计表' },
  },
};
