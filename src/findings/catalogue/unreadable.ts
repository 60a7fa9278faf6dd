import type { Format, RuleArgs, UnreadableReason } from '../../model/rules.js';
import { formatChoice, formatNames, spaced, type Words, worthAsking } from '../words.js';
import { access } from './causes/access.js';
import { acknowledged, type Cause } from './causes/cause.js';
import { damage } from './causes/damage.js';
import { kinds } from './causes/kinds.js';

export const unreadable: Readonly<Record<UnreadableReason, Cause>> = { ...damage, ...access, ...kinds };

const sheets: readonly Format[] = ['xlsx', 'xls', 'et', 'ods', 'csv'];
const closedArchives: readonly Format[] = ['rar', '7z'];

export function wrongKind({ format, wanted }: RuleArgs['file/wrong-kind']): Words {
  const name = formatNames[format];
  const came: Words = { zh: `收到的是${spaced(name.zh)}`, en: `This is ${name.en}` };
  if (closedArchives.includes(format)) {
    return { zh: `${came.zh}，打不开`, en: `${came.en}, which cannot be opened here` };
  }
  if (wanted.length === 0) return { zh: `${came.zh}，不是要报的材料`, en: `${came.en}, which was not asked for` };
  if (holdsFigures(wanted)) {
    return { zh: `${came.zh}，无法读取其中的数字`, en: `${came.en}; the figures in it cannot be read` };
  }
  const asked = formatChoice(worthAsking(wanted));
  return { zh: `${came.zh}，要的是${spaced(asked.zh)}`, en: `${came.en}; wanted was ${asked.en}` };
}

export function rightKind({ format, wanted }: RuleArgs['file/wrong-kind']): Words {
  const advice = rightKindOnly(format, wanted);
  return { zh: `${advice.zh}${acknowledged.zh}`, en: `${advice.en}${acknowledged.en}` };
}

function rightKindOnly(format: Format, wanted: readonly Format[]): Words {
  if (closedArchives.includes(format)) {
    return {
      zh: '请解压后重新打成 zip，或直接发送各文件',
      en: 'Please unpack it and send a zip, or the files one by one',
    };
  }
  if (wanted.length === 0) return { zh: '请核对是否发错了文件', en: 'Please check whether the wrong file was sent' };
  const asked = worthAsking(wanted);
  if (holdsFigures(wanted)) {
    const endings = asked.map((one) => `.${one}`);
    return {
      zh: `请报送原来的表格文件（${endings.join(' 或 ')}）`,
      en: `Please send the original form (${endings.join(' or ')})`,
    };
  }
  const names = formatChoice(asked);
  return {
    zh: `请改报${spaced(names.zh)}，只改文件名后缀不行`,
    en: `Please send ${names.en}; renaming the file is not enough`,
  };
}

function holdsFigures(wanted: readonly Format[]): boolean {
  return sheets.some((sheet) => wanted.includes(sheet));
}
