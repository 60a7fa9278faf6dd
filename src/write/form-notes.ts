import type { DataValidation } from 'exceljs';
import type { Words } from '../findings/words.js';
import type { Campaign, Field, Locale, Unit } from '../model/campaign.js';

/** The unit a form is made for. */
export type FormUnit = Pick<Unit, 'name' | 'fills'>;

/** Whether the field is for others to fill in: a village leaves the county's figures to the county. */
export function isOthers(field: Field, unit: FormUnit): boolean {
  return field.level !== null && !unit.fills.includes(field.level);
}

export const othersNote: Words = {
  zh: '注：灰色的格不用本单位填写，请留空。',
  en: '注: the grey cells are not for this unit; please leave them blank.',
};

/** What a cell says when it is chosen, and what it takes. Programs show titles of up to 32 signs and texts of up to 255. */
export function cellRule(field: Field, unit: FormUnit | null, campaign: Campaign): DataValidation | null {
  const { locale } = campaign;
  if (unit === null) return field.kind === 'count' ? wholeNumber(locale) : null;
  const prompt = promptOf(field, unit, campaign)[locale].slice(0, 255);
  const spoken = { showInputMessage: true, promptTitle: leafOf(field).slice(0, 32), prompt };
  if (field.kind === 'count') return { ...wholeNumber(locale), ...spoken };
  return { ...anything, ...spoken };
}

function wholeNumber(locale: Locale): DataValidation {
  return {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: { zh: '请填整数', en: 'A whole number, please' }[locale],
    error: {
      zh: '这一格只填不小于 0 的整数，不带“场”“人”“约”“余”等字；没有就填 0。',
      en: 'Only a whole number, 0 or more, without words such as “about”; 0 where there is nothing.',
    }[locale],
  };
}

/** The writer knows a rule that allows all and only speaks; its types do not. */
const anything = { type: 'any' as DataValidation['type'], allowBlank: true, formulae: [] };

function promptOf(field: Field, unit: FormUnit, campaign: Campaign): Words {
  if (isOthers(field, unit)) {
    const owner = campaign.levels.find((level) => level.id === field.level)?.labels[0] ?? '';
    return {
      zh: `这一格由${owner}填写，本单位不用填，请留空。`,
      en: `For ${owner} to fill in; please leave it blank.`,
    };
  }
  switch (field.kind) {
    case 'count':
      return {
        zh: '请填整数，如 3；没有就填 0。不用写“场”“人”“篇”，也不要写“约”“余”。',
        en: 'A whole number such as 3; 0 where there is nothing. No units, no “about”.',
      };
    case 'text':
      return {
        zh: '没有就填“无”；已开通的，填网址或名称，也可以贴二维码图片。',
        en: 'Write 无 where there is none; else the address or the name, or put in the QR code.',
      };
    case 'count-or-text':
      return {
        zh: '填个数，或直接填名称、网址；没有就填“无”。',
        en: 'How many, or the name or address; 无 where there is none.',
      };
  }
}

function leafOf(field: Field): string {
  return field.label.split(' / ').at(-1) ?? field.label;
}
