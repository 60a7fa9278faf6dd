import { type KnownWords, tidyName, withoutWords } from './known-words.js';

const longestText = 240;

/** All but letters, digits, gaps and what stands for a letter that was lost. Between digits it is part of a date. */
const apart = '[^\\p{L}\\p{N}\\p{M}\\p{Co}\\s()、,·?*□○\\uFFFD]';
const separator = new RegExp(`(?<!\\d)${apart}+|${apart}+(?!\\d)`, 'u');
const extension = /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i;

/** What programs call a new file: 新建 in it is no 新建村. */
const unnamed =
  /^(?:新建(?=.)[ ]?(?:microsoft )?(?:excel|word|powerpoint|xlsx?|docx?|pptx?|wps|et|rtf|zip|rar)?[ ]?(?:工作表|工作簿|文档|文本文档|文件夹|文件|压缩文件|压缩\(zipped\)文件夹|演示文稿)?|工作簿|文档|演示文稿|未命名|无标题|book|sheet|document|untitled)[ ]?\d*(?: ?\(\d+\))*(?: ?-? ?副本)?$/u;

/** The name of a file or folder as it is read: in one form, without its extension. Empty where nobody named it. */
export function readableName(name: string): string {
  const text = tidyName(name.replace(extension, '')).slice(0, longestText);
  return unnamed.test(text) ? '' : text;
}

/** A readable name falls into pieces at its separators; what a unit is called never reaches across one. */
export function splitIntoPieces(text: string): readonly string[] {
  return text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 1);
}

/** The parts between gaps, and of “楚庄村和骆堂村” those around 和. */
export function splitAtGaps(piece: string): readonly string[] {
  return piece.split(/[\s()、,·]+|(?<=村|委会|社区)[和与及]/u).filter((part) => part !== '');
}

/** What a name holds beside known words: the place it may be meant to name. */
export function strangeParts(name: string, words: KnownWords): readonly string[] {
  return splitIntoPieces(readableName(name))
    .flatMap(splitAtGaps)
    .map((part) => withoutWords(part, words))
    .filter((part) => part !== '');
}
