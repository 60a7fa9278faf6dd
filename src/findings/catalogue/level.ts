import { labelsOf, quote } from '../words.js';
import type { Family } from './entry.js';

export const level: Family<'level'> = {
  'level/not-yours': {
    severity: 'warning',
    title: { zh: '填了别的级别的栏', en: 'Figures of another level' },
    message: (args) => {
      const shown = labelsOf(args.labels);
      return {
        zh: `${quote(args.level)}这一级不归本单位填，却填了${shown.zh}，没有计入合计`,
        en: `${quote(args.level)} is not this unit’s to fill, but ${shown.en} hold figures; they are not counted`,
      };
    },
    remedy: (args) => ({
      zh: `请只填本单位这一级，${quote(args.level)}的数字请清空；如果是填错了栏，请移到本级的栏里`,
      en: `Please fill in your own level only and clear ${quote(args.level)}; if the figures are yours, move them to your own columns`,
    }),
    wanted: () => ({ zh: '不归本单位填', en: 'not this unit’s to fill' }),
    meaning: {
      zh: '每个村都抄一遍县里、镇里的数，加起来就成了几十倍，所以别的级别的数不计入合计。',
      en: 'If every village copies the county’s figures, the sum counts them dozens of times. Only a unit’s own level is added up.',
    },
    example: {
      wrong: { zh: '村里填的表，“县级计生协”栏填了 5 场', en: 'A village’s form with 5 sessions under 县级计生协' },
      right: { zh: '只填“村居社区计生协”栏', en: 'Only 村居社区计生协 is filled in' },
    },
    sample: {
      level: '县级计生协',
      labels: ['宣传活动 / 县级计生协 / 活动场次', '宣传活动 / 县级计生协 / 宣传人数'],
    },
  },
};
