import { acknowledged, again, anew, cause, original, repacked, resaved, simpler } from './cause.js';

/** What went wrong with the bytes themselves. */
export const damage = {
  damaged: cause(
    '文件已损坏或没有传完，无法读取',
    'The file is damaged or arrived incomplete, so it cannot be read',
    again,
  ),
  zeros: cause(
    '文件里全是空字节，多半是没有下载完或 U 盘出了故障',
    'The file holds nothing but zero bytes: a download or a memory stick has failed',
    again,
  ),
  'zero-part': cause(
    '文件有一大段全是空字节，多半是没有下载完或 U 盘出了故障',
    'A large part of the file is nothing but zero bytes: a download or a memory stick has failed',
    again,
  ),
  'cut-off': cause(
    '文件后半截丢了，多半是没有传完',
    'The end of the file is missing: it did not arrive completely',
    again,
  ),
  'damaged-archive': cause(
    '压缩结构损坏，里面的目录对不上',
    'The file’s inner directory does not agree with what it holds',
    again,
  ),
  'damaged-part': cause(
    '文件内部有一部分损坏，校验不符',
    'A part inside the file is damaged: its checksum is wrong',
    again,
  ),
  'part-size': cause(
    '文件内部有一部分的大小与登记的不符，没有读取',
    'A part inside the file is not of the size it states, so nothing was read',
    resaved,
  ),
  'part-missing': cause('文件里缺少必需的部分，不完整', 'A part that the file needs is missing inside it', resaved),
  'part-twice': cause(
    '文件里有两个同名的部分，分不清该用哪一个，没有读取',
    'Two parts inside the file bear one name, so it cannot be told which counts',
    anew,
  ),
  'member-twice': cause(
    '压缩包里有两个文件同名，分不清该用哪一个，都没有读取',
    'Two files of the archive bear one name; it cannot be told which counts, so neither was read',
    repacked,
  ),
  'parts-overlap': cause(
    '文件内部各部分互相重叠，不是正常保存的文件，没有读取',
    'Parts inside the file overlap, which no program writes; nothing was read',
    anew,
  ),
  'headers-disagree': cause(
    '文件内部两处登记互相矛盾，没有读取',
    'Two records inside the file contradict each other, so nothing was read',
    anew,
  ),
  'mail-cut-off': cause(
    '邮件不完整，后半截丢了，附件可能不全，没有读取',
    'The end of the mail is missing, and with it perhaps attachments; it was not read',
    {
      zh: `请从邮箱重新导出或转发这封邮件，或直接发送附件${acknowledged.zh}`,
      en: `Please export or forward the mail once more, or send what hangs on it${acknowledged.en}`,
    },
  ),
  'broken-xml': cause(
    '文件内容写到一半就断了，或者不合规范，无法读取',
    'What the file holds breaks off or is not well-formed, so it cannot be read',
    resaved,
  ),
  doctype: cause(
    '文件里夹带了表格不该有的声明（DOCTYPE），没有读取',
    'The file carries a declaration that no form has (DOCTYPE); nothing was read',
    resaved,
  ),
  'broken-container': cause(
    '旧版 Office 文件的内部结构损坏，无法读取',
    'The inner structure of this older Office file is damaged',
    resaved,
  ),
  encoding: cause(
    '文字编码认不出来，读出来会是乱码，没有读取',
    'The encoding of the text cannot be told, so it was not read',
    resaved,
  ),
  compression: cause(
    '文件用了少见的压缩方式，打不开',
    'The file is packed by an uncommon method and cannot be opened',
    anew,
  ),
  'split-archive': cause(
    '这是分卷压缩包的一卷，单独打不开',
    'This is one volume of a split archive and cannot be opened alone',
    repacked,
  ),
  'no-sheet': cause('工作簿里一张工作表也没有', 'The workbook has no sheet', original),
  'only-charts': cause(
    '工作簿里只有图表或宏，没有填数字的工作表',
    'The workbook holds only charts or macros and no sheet with figures',
    original,
  ),
  'only-hidden': cause('工作簿里的工作表全部是隐藏的', 'Every sheet of the workbook is hidden', original),
  'no-table': cause(
    '文件里没有找到表格，读不到数字',
    'No table was found in the file, so there are no figures to read',
    original,
  ),
  'content-elsewhere': cause(
    '文档的内容放在另一个文件或嵌入的网页里，直接读不出来',
    'What the document shows lies in another file or in a page embedded in it, and cannot be read from it',
    resaved,
  ),
  'torn-figures': cause(
    '有的行比别的行多出几列，多半是 1,200 这样的数字没加引号，被逗号拆成了两格',
    'Some lines have more columns than all others: figures such as 1,200 were most likely torn apart at their commas',
    {
      zh: `请去掉数字里的逗号，或另存为 .xlsx 再报${acknowledged.zh}`,
      en: `Please leave the commas out of figures, or save the file as .xlsx and send that${acknowledged.en}`,
    },
  ),
  'encoded-text': cause(
    '文件内容变成了一长串编码字符，不能直接打开',
    'What is in the file was turned into a long string of code letters',
    again,
  ),
  'sent-as-text': cause(
    '文件传送时被当成文字改写过，内容已经坏了',
    'On its way the file was taken for text and rewritten, which destroyed it',
    again,
  ),
  'given-up': cause(
    '这个文件读到一半程序就停了，只好放下',
    'Reading this file ended the program that read it, so it was given up',
    simpler,
  ),
} as const;
