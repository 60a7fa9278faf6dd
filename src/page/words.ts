import { plural, type Words } from '../findings/words.js';
import type { Severity } from '../model/finding.js';
import type { FailureReason } from './check-files.js';

/** What the page itself says; the words of findings are the catalogue's. */

export const pageTitle: Words = { zh: '报送前检查', en: 'Check before sending' };
export const dropHere: Words = { zh: '把要报送的文件拖到这里', en: 'Drop the files to be sent here' };
export const orChoose: Words = {
  zh: '或者点这里选文件，可以一次选几个',
  en: 'or choose them; several at once are fine',
};
export const tapHere: Words = { zh: '点这里选择要报送的文件', en: 'Tap to choose the files to be sent' };
export const severalAtOnce: Words = { zh: '可以一次选几个', en: 'several at once are fine' };
export const letGo: Words = { zh: '松手就开始检查', en: 'Let go to begin' };
export const chooseFiles: Words = { zh: '选择要检查的文件', en: 'Choose files to check' };
export const nothingLeaves: Words = {
  zh: '文件只在您这台电脑或手机上检查，不会上传，断网也能用。',
  en: 'Files are checked on this computer or phone only. Nothing is uploaded, and no network is needed.',
};
const checking: Words = { zh: '正在检查…', en: 'Checking…' };
export const copyResult: Words = { zh: '复制结果', en: 'Copy the result' };
export const copied: Words = { zh: '已复制', en: 'Copied' };
export const notCopied: Words = { zh: '复制不了，请手工选取', en: 'Could not copy; please select it by hand' };
export const printResult: Words = { zh: '打印', en: 'Print' };
export const mendedCopy: Words = { zh: '下载改好的副本', en: 'Download a corrected copy' };
export const mendedNote: Words = {
  zh: '写法能统一的数字已在副本里改好，原来的文件不动。请核对后报送副本。',
  en: 'Numbers whose writing could be settled are corrected in the copy; your own file stays as it is. Please look through the copy, then send it.',
};
export const foundThere: Words = { zh: '现在是', en: 'It says' };
export const whyAsked: Words = { zh: '为什么', en: 'Why' };
export const wrongSo: Words = { zh: '不对', en: 'Wrong' };
export const rightSo: Words = { zh: '正确', en: 'Right' };
export const unknownMaterial: Words = { zh: '认不出是哪种材料', en: 'Unknown material' };
export const technical: Words = { zh: '给维护人员看的内容', en: 'For whoever maintains the program' };
export const otherLanguage: Words = { zh: 'English', en: '中文' };

const groupTitles: Readonly<Record<Severity, Words>> = {
  error: { zh: '需要修改', en: 'To mend' },
  warning: { zh: '请核对', en: 'To look at again' },
  info: { zh: '仅供参考，不用处理', en: 'For your information, nothing to do' },
};

export function groupTitle(severity: Severity, count: number): Words {
  const { zh, en } = groupTitles[severity];
  return { zh: `${zh}（${count} 处）`, en: `${en} (${count})` };
}

export function checkingFile(done: number, all: number, name: string): Words {
  const nth = { zh: `正在检查第${done + 1}个，共${all}个`, en: `Checking ${done + 1} of ${all}` };
  return all === 1 ? checking : { zh: `${nth.zh}：${name}`, en: `${nth.en}: ${name}` };
}

/** `材料`: names as the notice has them. */
export function takes(materials: readonly string[]): Words {
  return {
    zh: `${materials.join('、')}，以及装着它们的压缩包和邮件，都可以检查。`,
    en: `Takes ${materials.join(', ')}, and archives or mails that hold them.`,
  };
}

export const fine: Words = { zh: '可以报送', en: 'Ready to send' };
export const fineNote: Words = { zh: '没有发现需要修改的地方。', en: 'Nothing needs mending.' };
export const blankForm: Words = { zh: '空白表，还没有填', en: 'A blank form' };
export const blankNote: Words = { zh: '这是空白表样，请填好后再检查一次。', en: 'Fill it in, then check it again.' };
export const notChecked: Words = { zh: '没能检查', en: 'Could not be checked' };

export function mendVerdict(errors: number): Words {
  return { zh: `需要修改 ${errors} 处`, en: `${plural(errors, 'thing')} to mend` };
}

export function mendNote(warnings: number): Words {
  return warnings === 0
    ? { zh: '请照下面说的改好，再检查一次。', en: 'Please correct what is told below, then check again.' }
    : {
        zh: `另有 ${warnings} 处请核对。请照下面说的改好，再检查一次。`,
        en: `And ${plural(warnings, 'thing')} to look at again. Please correct what is told below, then check again.`,
      };
}

export function severalFine(files: number): Words {
  return { zh: `可以报送（${files} 个）`, en: `Ready to send (${files})` };
}

export function askVerdict(warnings: number): Words {
  return { zh: `请核对 ${warnings} 处`, en: `${plural(warnings, 'thing')} to look at again` };
}

export const askNote: Words = { zh: '核对无误就可以报送。', en: 'If they are right, the file is ready to send.' };

export interface Tally {
  readonly all: number;
  readonly fine: number;
  readonly mend: number;
  readonly ask: number;
  readonly blank: number;
  readonly failed: number;
}

/** 共5个文件：3个可以报送，1个需要修改，1个要核对 */
export function inAll(tally: Tally): Words {
  const parts: readonly (readonly [count: number, words: Words])[] = [
    [tally.mend, { zh: '个需要修改', en: ' to mend' }],
    [tally.ask, { zh: '个要核对', en: ' to look at again' }],
    [tally.fine, { zh: '个可以报送', en: ' ready to send' }],
    [tally.blank, { zh: '个是空白表', en: ' blank' }],
    [tally.failed, { zh: '个没能检查', en: ' not checked' }],
  ];
  const told = parts.filter(([count]) => count > 0);
  return {
    zh: `共${tally.all}个文件：${told.map(([count, { zh }]) => `${count}${zh}`).join('，')}`,
    en: `${plural(tally.all, 'file')}: ${told.map(([count, { en }]) => `${count}${en}`).join(', ')}`,
  };
}

export const failures: Readonly<Record<FailureReason, Words>> = {
  folder: {
    zh: '这是一个文件夹。请打开它，把里面的文件选中（可以全选），再拖进来。',
    en: 'This is a folder. Please open it, select the files in it, and drop those.',
  },
  unread: {
    zh: '读不到这个文件：可能正被别的程序占用，或刚被移动、改名、保存过。请关掉 WPS 或 Excel，重新选一次。',
    en: 'This file cannot be read: another program may hold it, or it was just moved, renamed or saved. Close Excel or WPS and choose it again.',
  },
  bug: {
    zh: '程序没能看完这个文件，这是程序的毛病，不是您的错。请把文件照常报送，并把这个情况告诉收表的人。',
    en: 'The program could not finish this file. That is a fault of the program, not yours: send the file as usual and tell whoever collects it.',
  },
};

export function describes(campaign: string, version: string): Words {
  return {
    zh: `按${campaign}的要求检查 · campaign ${version}`,
    en: `Checks what ${campaign} asks for · campaign ${version}`,
  };
}
