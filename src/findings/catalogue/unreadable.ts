import type { Format, RuleArgs, UnreadableReason } from '../../model/rules.js';
import { formatChoice, formatNames, spaced, type Words, worthAsking } from '../words.js';

/** Said wherever something came that we cannot use, so that nobody is called missing who has sent. */
export const acknowledged: Words = {
  zh: '。已收到的仍作收到登记，不算未报',
  en: '. What has arrived stays on record as received and does not count as missing',
};

export const unreadable: Readonly<Record<UnreadableReason, { readonly message: Words; readonly remedy: Words }>> = {
  damaged: {
    message: {
      zh: '文件已损坏或没有传完，无法读取',
      en: 'The file is damaged or arrived incomplete, so it cannot be read',
    },
    remedy: {
      zh: `请在电脑上确认能打开，再重新发送${acknowledged.zh}`,
      en: `Please make sure it opens on a computer and send it again${acknowledged.en}`,
    },
  },
  'not-downloaded': {
    message: {
      zh: '文件还在网盘上，没有下载到这台电脑',
      en: 'The file is still in the cloud and has not been downloaded to this computer',
    },
    remedy: {
      zh: '请先在网盘里把它下载到这台电脑，再重新汇总',
      en: 'Please download it to this computer first, then run this again',
    },
  },
  'no-permission': {
    message: { zh: '没有打开这个文件的权限', en: 'There is no permission to open this file' },
    remedy: {
      zh: '请检查文件权限，或另存一份再放进收件箱',
      en: 'Please check its permissions, or put a fresh copy into the inbox',
    },
  },
  'in-use': {
    message: {
      zh: '文件正被别的程序打开，这次没有读取',
      en: 'Another program has the file open; it was not read this time',
    },
    remedy: {
      zh: '请在 WPS 或 Office 里关闭它，再运行一次',
      en: 'Please close it in Office or WPS and run this again',
    },
  },
  'no-table': {
    message: {
      zh: '文件里没有找到表格，读不到数字',
      en: 'No table was found in the file, so there are no figures to read',
    },
    remedy: {
      zh: `请报送填好的原表（.xlsx 或 .docx），不要贴截图${acknowledged.zh}`,
      en: `Please send the completed form itself (.xlsx or .docx), not a picture of it${acknowledged.en}`,
    },
  },
  unsupported: {
    message: {
      zh: '文件格式太旧或不认识，无法读取',
      en: 'The file is of an old or unfamiliar format and cannot be read',
    },
    remedy: {
      zh: `请用 WPS 或 Office 打开，另存为 .xlsx 或 .docx 再报${acknowledged.zh}`,
      en: `Please open it in Office or WPS, save it as .xlsx or .docx and send that${acknowledged.en}`,
    },
  },
  link: {
    message: { zh: '这是快捷方式或链接，不是文件本身', en: 'This is a shortcut or link, not the file itself' },
    remedy: { zh: '请把文件本身放进收件箱', en: 'Please put the file itself into the inbox' },
  },
  settling: {
    message: { zh: '文件正在写入，这次没有读取', en: 'The file is still being written and was not read this time' },
    remedy: { zh: '不用处理，下次运行会读取', en: 'Nothing to do: the next run will read it' },
  },
  'too-deep': {
    message: {
      zh: '压缩包或邮件套得太深，里面的内容没有读取',
      en: 'Archives or mails are nested too deeply; what lies inside was not read',
    },
    remedy: {
      zh: '请解压后直接发送各文件，不要压缩包里再套压缩包',
      en: 'Please unpack it and send the files themselves, not archives inside archives',
    },
  },
  'given-up': {
    message: {
      zh: '这个文件太复杂，读了很久或用了太多内存还没读完，只好放下',
      en: 'The file is so complex that reading it took too long or too much memory, so it was given up',
    },
    remedy: {
      zh: `请打开它，只留要报的那张表，另存一份再报${acknowledged.zh}`,
      en: `Please open it, keep only the form that is asked for, and send a fresh copy${acknowledged.en}`,
    },
  },
  'too-many': {
    message: { zh: '里面的文件太多，没有读取', en: 'It holds too many files and was not read' },
    remedy: { zh: '请只发送要报的材料', en: 'Please send only the material asked for' },
  },
};

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
