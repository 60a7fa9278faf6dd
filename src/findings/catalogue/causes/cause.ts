import type { Words } from '../../words.js';

/** Why a file gives nothing, and what to ask of whom it came from. */
export interface Cause {
  readonly message: Words;
  readonly remedy: Words;
}

/** Said wherever something came that we cannot use, so that nobody is called missing who has sent. */
export const acknowledged: Words = {
  zh: '。已收到的仍作收到登记，不算未报',
  en: '. What has arrived stays on record as received and does not count as missing',
};

export function cause(zh: string, en: string, remedy: Words): Cause {
  return { message: { zh, en }, remedy };
}

function ask(zh: string, en: string): Words {
  return { zh: `${zh}${acknowledged.zh}`, en: `${en}${acknowledged.en}` };
}

/** What senders are asked for. */
export const again = ask(
  '请在电脑上确认能打开，再重新发送',
  'Please make sure it opens on a computer and send it again',
);
export const resaved = ask(
  '请用 WPS 或 Office 打开，另存为 .xlsx 或 .docx 再报',
  'Please open it in Office or WPS, save it as .xlsx or .docx and send that',
);
export const repacked = ask(
  '请重新打成 zip 压缩包，或直接发送各文件',
  'Please pack it as a zip once more, or send the files one by one',
);
export const anew = ask(
  '请另存一份再报，压缩包请重新打包',
  'Please save a fresh copy and send that; pack an archive once more',
);
export const original = ask(
  '请报送填好的原表（.xlsx 或 .docx），不要贴截图',
  'Please send the completed form itself (.xlsx or .docx), not a picture of it',
);
export const itself = ask(
  '请把文件下载或复制出来，发送文件本身',
  'Please download or copy the file and send the file itself',
);
export const simpler = ask(
  '请打开它，只留要报的那张表，另存一份再报',
  'Please open it, keep only the form that is asked for, and send a fresh copy',
);
export const unlocked = ask('请取消密码后另存再报', 'Please remove the password, save a copy and send that');
export const exported = ask(
  '请在原来的程序里导出或另存为 .xlsx 或 .docx 再报',
  'Please export it as .xlsx or .docx from the program it was made with',
);
