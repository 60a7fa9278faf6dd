import { type BoundId, type BoundUnit, bounds } from '../../model/bounds.js';
import type { RuleArgs } from '../../model/rules.js';
import { rounded, type Words } from '../words.js';
import { acknowledged } from './causes/cause.js';

/** A bound in words. */
interface BoundWords {
  readonly name: Words;
  /** What is said of a file that meets it, before the limit is named. */
  readonly met: (found: Words | null) => Words;
  readonly remedy: Words;
}

const split: Words = { zh: '请分成几个文件发送', en: 'Please send several smaller files' };
const onlyForm: Words = {
  zh: '请打开它，只留要报的那张表，另存一份再报',
  en: 'Please open it, keep only the form that is asked for, and send a fresh copy',
};
const unpacked: Words = {
  zh: '请解压后直接发送各文件，不要压缩包里再套压缩包',
  en: 'Please unpack it and send the files themselves, not archives inside archives',
};

export const boundWords: Readonly<Record<BoundId, BoundWords>> = {
  fileMebibytes: words('一个文件', 'one file', counted('文件有', 'The file has'), {
    zh: '请压缩里面的照片，或分成几个文件发送',
    en: 'Please make the pictures in it smaller, or send several files',
  }),
  containerMebibytes: words(
    '一个压缩包或一封邮件',
    'one archive or mail',
    counted('压缩包或邮件有', 'The archive or mail has'),
    {
      zh: '请压缩照片和视频后再报，或分成几个文件发送',
      en: 'Please make photos and videos smaller, or send several files',
    },
  ),
  inflatedMebibytes: words(
    '一个文件解压后合计',
    'one file, everything in it unpacked',
    counted('文件解压后合计有', 'Unpacked, the file has'),
    split,
  ),
  partMebibytes: words(
    '文件里的一个部分解压后',
    'one part of a file, unpacked',
    counted('文件里有一部分解压后有', 'Unpacked, one part of the file has'),
    onlyForm,
  ),
  treeMebibytes: words(
    'Word 正文、样式等须整体读入的部分',
    'a part that is read as a whole, such as the text of a Word document',
    counted('文件的正文或样式解压后有', 'Unpacked, the text or styles of the file have'),
    onlyForm,
  ),
  members: words(
    '压缩包里的文件数，连同里面套着的压缩包和邮件',
    'files in one archive, with those in archives and mails inside it',
    counted('压缩包里有', 'The archive holds', '个文件', 'files'),
    {
      zh: '请分开发送，只发要报的材料',
      en: 'Please send several archives with only the material asked for',
    },
  ),
  pathCharacters: words(
    '压缩包里一个文件连同文件夹的名字、附件名的字数',
    'characters in the name of a file in an archive with its folders, or of an attachment',
    counted('里面有个文件的名字有', 'The name of a file in it has', '个字', 'characters'),
    {
      zh: '请把文件名和文件夹名改短，重新压缩后再报',
      en: 'Please give the file and its folders shorter names and pack it again',
    },
  ),
  zipDepth: words('压缩包套压缩包的层数', 'archives inside archives', depth('压缩包', 'Archives'), unpacked),
  mailDepth: words('邮件套邮件的层数', 'mails inside mails', depth('邮件', 'Mails'), {
    zh: '请把材料直接作为附件发送，不要层层转发',
    en: 'Please attach the material itself instead of forwarding mails inside mails',
  }),
  attachments: words(
    '一封邮件的附件数',
    'attachments of one mail',
    counted('邮件里有', 'The mail has', '个附件', 'attachments'),
    split,
  ),
  cells: words(
    '一个文件里填了内容的单元格数',
    'cells that hold something, in one file',
    counted('文件里填了内容的单元格有', 'The file has', '个', 'filled cells'),
    onlyForm,
  ),
  cellCharacters: words(
    '一个单元格的字数',
    'characters in one cell',
    counted('有一个单元格里有', 'One cell holds', '个字', 'characters'),
    onlyForm,
  ),
  merges: words(
    '一张表里合并单元格的数目',
    'merged areas of one table',
    counted('表里的合并单元格有', 'A table has', '处', 'merged areas'),
    onlyForm,
  ),
  xmlDepth: words(
    '文件内部结构的层数',
    'nesting inside a part',
    depth('文件内部的结构', 'Elements inside the file'),
    onlyForm,
  ),
  megapixels: words(
    '一张图片的像素（百万）',
    'megapixels of one picture',
    counted('图片有', 'The picture has', '百万像素', 'megapixels'),
    { zh: '请把图片缩小后再报', en: 'Please make the picture smaller' },
  ),
  seconds: words(
    '读取一个文件的时间',
    'time to read one file',
    () => ({
      zh: '文件太复杂，读了很久还没读完，只好放下',
      en: 'The file is so complex that reading it took too long, so it was given up',
    }),
    onlyForm,
  ),
  memoryMebibytes: words(
    '读取一个文件的内存',
    'memory to read one file',
    () => ({
      zh: '文件太复杂，读取要用太多内存，只好放下',
      en: 'The file is so complex that reading it takes too much memory, so it was given up',
    }),
    onlyForm,
  ),
};

/** The sentence that names the bound and its value. */
export function tooLarge({ bound, limit, found }: RuleArgs['file/too-large']): Words {
  const { met } = boundWords[bound];
  const most = amount(bound, limit);
  const { zh, en } = met(found === undefined ? null : amount(bound, found));
  const given = bound === 'seconds' || bound === 'memoryMebibytes';
  return given
    ? { zh: `${zh}（上限 ${most.zh.trim()}）`, en: `${en} (limit ${most.en})` }
    : { zh: `${zh}，超过 ${most.zh}的上限，没有读取`, en: `${en}, above the limit of ${most.en}; it was not read` };
}

export function smallEnough({ bound }: RuleArgs['file/too-large']): Words {
  const { zh, en } = boundWords[bound].remedy;
  return { zh: `${zh}${acknowledged.zh}`, en: `${en}${acknowledged.en}` };
}

/** A value of a bound with its unit, such as 10 000 or 50 MB. */
export function amount(bound: BoundId, value: number): Words {
  const unit: BoundUnit = bounds.find(({ id }) => id === bound)?.unit ?? 'count';
  switch (unit) {
    case 'MiB':
      return { zh: `${rounded(value)} MB `, en: `${rounded(value)} MB` };
    case 'seconds':
      return { zh: `${value} 秒`, en: `${value} s` };
    default:
      return { zh: `${thousands(value)} `, en: thousands(value) };
  }
}

/** Groups of three, as 12 000 is read at a glance. */
function thousands(value: number): string {
  return rounded(value).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

function words(zh: string, en: string, met: BoundWords['met'], remedy: Words): BoundWords {
  return { name: { zh, en }, met, remedy };
}

function counted(zh: string, en: string, zhUnit = '', enUnit = ''): BoundWords['met'] {
  return (found) => {
    if (found !== null)
      return { zh: `${zh} ${found.zh.trim()} ${zhUnit}`.trim(), en: `${en} ${found.en} ${enUnit}`.trim() };
    const much = enUnit === '' ? { zh: '太大', en: 'too much' } : { zh: '太多', en: `too many ${enUnit}` };
    return { zh: `${zh.replace(/有$/, '')}${much.zh}`, en: `${en} ${much.en}` };
  };
}

function depth(zh: string, en: string): BoundWords['met'] {
  return () => ({ zh: `${zh}套得太深`, en: `${en} are nested too deeply` });
}
