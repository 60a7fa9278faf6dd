import type { RuleArgs, UnitEvidence } from '../../model/rules.js';
import { choiceOf, listOf, quote, type Words } from '../words.js';
import type { Family } from './entry.js';

export const unit: Family<'unit'> = {
  'unit/unknown': {
    severity: 'error',
    title: { zh: '认不出是哪个单位', en: 'Unit not in the roster' },
    message: unknown,
    remedy: ({ suggestions, inName }) => {
      const [example] = suggestions;
      const such =
        example === undefined
          ? { zh: '', en: '' }
          : { zh: `，例如${quote(example)}`, en: `, such as ${quote(example)}` };
      if (inName) {
        return {
          zh: `请在表内“单位”栏或文件名里写名册上的全称${such.zh}`,
          en: `Please write the unit’s full name as in the roster${such.en}${such.en && ','} into the form or the file’s name`,
        };
      }
      return {
        zh: `请在“单位”栏写名册上的全称${such.zh}`,
        en: `Please write the unit’s full name as in the roster${such.en}`,
      };
    },
    suggestions: ({ suggestions }) => suggestions,
    meaning: {
      zh: '不知道是谁报的，数字就没法计到谁的名下。名字差一个字就可能是另一个村，所以只提示，不替您猜。',
      en: 'Without its owner a figure belongs to nobody. One character may be another village, so names are suggested, never guessed.',
    },
    example: {
      wrong: { zh: '单位：前李', en: 'Unit: 前李' },
      right: { zh: '单位：前李庄村委会', en: 'Unit: 前李庄村委会' },
    },
    sample: { text: '前李', suggestions: ['前李庄村委会', '后李庄村委会'] },
  },

  'unit/ambiguous': {
    severity: 'error',
    title: { zh: '单位名称对应不止一个', en: 'Unit name fits several units' },
    message: ({ text, candidates, of }) => {
      const names = choiceOf(candidates.map((name) => quote(name)));
      if (of !== undefined) {
        const few = fewOf(candidates);
        return {
          zh: `单位写的是${quote(text)}，叫这个名字的有${few.zh}等${of}个，分不清是哪一个`,
          en: `The unit says ${quote(text)}, which may be any of ${of}, such as ${few.en}`,
        };
      }
      return {
        zh: `单位写的是${quote(text)}，可能是${names.zh}，分不清是哪一个`,
        en: `The unit says ${quote(text)}, which may be ${names.en}`,
      };
    },
    remedy: ({ candidates, of }) => {
      if (of !== undefined) {
        return {
          zh: '请写全称，前面写上县（市、区）和乡镇（街道）的名字',
          en: 'Please write the full name, with county and township before it',
        };
      }
      const names = choiceOf(candidates.map((name) => quote(name)));
      return { zh: `请写全称：${names.zh}`, en: `Please write the full name: ${names.en}` };
    },
    meaning: {
      zh: '同一个镇里可能既有“大黎社区”又有“大黎村”，只写“大黎”分不清，认错了两家的数字都不对。',
      en: 'One town may have both 大黎社区 and 大黎村. A wrong choice spoils the figures of both.',
    },
    example: {
      wrong: { zh: '单位：大黎', en: 'Unit: 大黎' },
      right: { zh: '单位：大黎社区居委会', en: 'Unit: 大黎社区居委会' },
    },
    sample: { text: '大黎', candidates: ['大黎社区居委会', '大黎村委会'] },
  },

  'unit/conflict': {
    severity: 'error',
    title: { zh: '单位前后不一致', en: 'Different units named' },
    message: ({ claims }) => {
      return {
        zh: `单位对不上：${claims.map(claimInChinese).join('，')}`,
        en: `Different units are named: ${listOf(claims.map(claimInEnglish)).en}`,
      };
    },
    remedy: () => ({
      zh: '请核对是谁报的，把表内“单位”和文件名改成一致后重报',
      en: 'Please check whose it is, make the form and the file name agree, and send it again',
    }),
    meaning: {
      zh: '表里写一个村，文件名或文件夹又是另一个村，随便算给谁都可能错。',
      en: 'The form names one village, the file or folder another. Giving it to either may be wrong.',
    },
    example: {
      wrong: {
        zh: '文件名“前李庄.xlsx”，表内单位写“后李庄村委会”',
        en: 'A file named 前李庄.xlsx whose form says 后李庄村委会',
      },
      right: {
        zh: '文件名“前李庄.xlsx”，表内单位写“前李庄村委会”',
        en: 'A file named 前李庄.xlsx whose form says 前李庄村委会',
      },
    },
    sample: {
      claims: [
        { evidence: 'form', text: '后李庄村委会', unit: '后李庄村委会' },
        { evidence: 'file-name', text: '前李庄', unit: '前李庄村委会' },
      ],
    },
  },

  'unit/several': {
    severity: 'error',
    title: { zh: '一个文件里有几个单位的表', en: 'Forms of several units in one file' },
    message: ({ units }) => {
      const names = listOf(units.map((name) => quote(name)));
      return {
        zh: `一个文件里有${units.length}个单位的表：${names.zh}，都没有使用`,
        en: `One file holds the forms of ${units.length} units, ${names.en}; none was used`,
      };
    },
    remedy: () => ({
      zh: '请一个单位存成一个文件，分开报送',
      en: 'Please save the form of each unit as a file of its own and send them all',
    }),
    meaning: {
      zh: '一份来件只能记在一个单位名下。几个村的表放在一起，只取一张，别的村就成了未报；合在一起，又分不清各是谁的。',
      en: 'A file is recorded for one unit. Taking one of several forms would leave the other units missing, and adding them up would be nobody’s figure.',
    },
    example: {
      wrong: {
        zh: '片区统一填写，一个工作簿里一村一张表',
        en: 'One workbook for a group of villages, a sheet for each',
      },
      right: { zh: '每个村一个文件', en: 'A file for each village' },
    },
    sample: { units: ['前李庄村委会', '后李庄村委会'] },
  },
};

const evidence: Readonly<Record<UnitEvidence, Words>> = {
  decision: { zh: '处理意见', en: 'the decision' },
  form: { zh: '表内“单位”', en: 'the form' },
  folder: { zh: '文件夹', en: 'the folder' },
  archive: { zh: '压缩包', en: 'the archive' },
  'file-name': { zh: '文件名', en: 'the file name' },
  sender: { zh: '发件人', en: 'the sender' },
};

/** Of very many with one name a few are enough to see what is meant. */
function fewOf(names: readonly string[]): Words {
  return listOf(names.slice(0, 3).map((name) => quote(name)));
}

function unknown({ text, suggestions, inName }: RuleArgs['unit/unknown']): Words {
  const names = choiceOf(suggestions.map((name) => quote(name)));
  const ask: Words =
    suggestions.length === 0 ? { zh: '', en: '' } : { zh: `；是不是${names.zh}？`, en: `. Is it ${names.en}?` };
  if (text.trim() === '') {
    return { zh: `没有写明是哪个单位报的${ask.zh}`, en: `Nothing says which unit sent this${ask.en}` };
  }
  if (inName) {
    return {
      zh: `没有写明是哪个单位报的，文件名${quote(text)}里也看不出${ask.zh}`,
      en: `Nothing says which unit sent this, nor does the file’s name ${quote(text)}${ask.en}`,
    };
  }
  return {
    zh: `单位写的是${quote(text)}，名册里没有${ask.zh}`,
    en: `The unit says ${quote(text)}, which is not in the roster${ask.en}`,
  };
}

/** What was written, and the unit meant by it where that is another word. */
function claimInChinese(claim: RuleArgs['unit/conflict']['claims'][number]): string {
  const more = claim.of === undefined ? '' : `等${claim.of}个`;
  const meant = claim.text === claim.unit ? '' : `（即${claim.unit}${more}）`;
  return `${evidence[claim.evidence].zh}是${quote(claim.text)}${meant}`;
}

function claimInEnglish(claim: RuleArgs['unit/conflict']['claims'][number]): string {
  const more = claim.of === undefined ? '' : ` and others, ${claim.of} in all`;
  const meant = claim.text === claim.unit ? '' : ` (${claim.unit}${more})`;
  return `${evidence[claim.evidence].en} says ${quote(claim.text)}${meant}`;
}
