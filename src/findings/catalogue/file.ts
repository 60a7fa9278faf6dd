import type { RuleArgs } from '../../model/rules.js';
import { quote, quotePath, type Words } from '../words.js';
import { smallEnough, tooLarge } from './bounds.js';
import { unlocked } from './causes/cause.js';
import type { Family } from './entry.js';
import { rightKind, unreadable, wrongKind } from './unreadable.js';

export const file: Family<'file'> = {
  'file/unreadable': {
    severity: 'error',
    title: { zh: '文件无法读取', en: 'File cannot be read' },
    message: ({ reason }) => unreadable[reason].message,
    remedy: ({ reason }) => unreadable[reason].remedy,
    meaning: {
      zh: '打不开的文件没法汇总，也不能当作 0。已经收到的会登记为“已收到但无法读取”，不作未报。',
      en: 'A file that does not open cannot be added up, and must not pass for 0. It is recorded as received but unreadable, not as missing.',
    },
    example: {
      wrong: { zh: '手机流量断了，表格只传了一半', en: 'The connection dropped and half the spreadsheet arrived' },
      right: { zh: '在电脑上能正常打开的表格', en: 'A spreadsheet that opens on a computer' },
    },
    sample: { reason: 'damaged' },
  },

  'file/encrypted': {
    severity: 'error',
    title: { zh: '文件有密码', en: 'File has a password' },
    message: ({ what }) => locked[what],
    remedy: () => unlocked,
    meaning: {
      zh: '设了打开密码的文件，里面的数字看不到。已经收到的会登记为“已收到但无法读取”，不作未报。',
      en: 'The figures behind a password cannot be seen. The file is recorded as received but unreadable, not as missing.',
    },
    example: {
      wrong: { zh: '打开时要输入密码的表格', en: 'A spreadsheet that asks for a password' },
      right: { zh: '双击就能打开的表格', en: 'A spreadsheet that simply opens' },
    },
    sample: { what: 'workbook' },
  },

  'file/wrong-kind': {
    severity: 'error',
    title: { zh: '文件种类不对', en: 'Wrong kind of file' },
    message: wrongKind,
    remedy: rightKind,
    meaning: {
      zh: 'PDF、照片、截图里的数字读不出来，只有原来的表格文件才能汇总。已经收到的会登记为“已收到但无法读取”，不作未报。',
      en: 'Figures in a PDF, a photo or a screenshot cannot be read; only the original form can be added up. The file is recorded as received but unreadable, not as missing.',
    },
    example: {
      wrong: { zh: '盖章后扫描成 PDF 的统计表', en: 'The statistics form, stamped and scanned to PDF' },
      right: {
        zh: '填好的 信息统计表.xlsx（盖章扫描件可以另附）',
        en: 'The completed 信息统计表.xlsx (a stamped scan may come along)',
      },
    },
    sample: { format: 'pdf', wanted: ['xlsx', 'xls', 'et', 'docx'] },
  },

  'file/too-large': {
    severity: 'error',
    title: { zh: '文件太大或太复杂', en: 'File too large or too complex' },
    message: tooLarge,
    remedy: smallEnough,
    meaning: {
      zh: '太大、太复杂的文件多半是误发，或照片没有压缩，读取会拖住其他单位的汇总。超过上限的文件整个不读，决不只读一半；上限见 docs/bounds.md，可在 campaign.yaml 的 bounds 里调整。',
      en: 'A huge or strangely built file is mostly a mistake or uncompressed photos, and reading it would hold up all the others. A file above a bound is not read at all, never in part; docs/bounds.md lists the bounds, which campaign.yaml may change under bounds.',
    },
    example: {
      wrong: { zh: '一个装着几十段原始视频的 2 GB 压缩包', en: 'A 2 GB archive of raw videos' },
      right: { zh: '挑选压缩后的 1 段视频', en: 'One chosen video, compressed' },
    },
    sample: { bound: 'members', limit: 10_000, found: 12_000 },
  },

  'file/empty': {
    severity: 'error',
    title: { zh: '文件是空的', en: 'File is empty' },
    message: ({ what }) => empty[what],
    remedy: ({ what }) => emptyRemedy[what],
    meaning: {
      zh: '空文件、空表不能当作“全部为 0”，那样会把没填的单位算成零报送。',
      en: 'An empty file or form must not pass for all zeros: that would turn “not completed” into “nothing done”.',
    },
    example: {
      wrong: { zh: '把下发的空表原样发了回来', en: 'The blank form sent back as it was' },
      right: { zh: '写明单位、填好数字的表', en: 'A form with its unit and figures' },
    },
    sample: { what: 'form' },
  },

  'file/lock-file': {
    severity: 'info',
    title: { zh: '临时文件', en: 'Temporary file' },
    message: () => ({
      zh: '这是打开文档时自动生成的临时文件，不是报送的材料，没有使用',
      en: 'This is a temporary file that an office program made while a document was open; it was left aside',
    }),
    remedy: () => ({
      zh: '不用处理；如果同名的正式文件没有收到，请关闭文档后重新发送',
      en: 'Nothing to do, unless the real file is not there: then close the document and send it again',
    }),
    meaning: {
      zh: '文件名以“~$”开头的是 Office、WPS 的临时文件，里面没有报送内容。',
      en: 'Files whose names begin with ~$ are made by Office and WPS and hold nothing to report.',
    },
    example: {
      wrong: { zh: '~$信息统计表.xlsx', en: '~$信息统计表.xlsx' },
      right: { zh: '信息统计表.xlsx', en: '信息统计表.xlsx' },
    },
    sample: {},
  },

  'file/duplicate': {
    severity: 'info',
    title: { zh: '重复的文件', en: 'Same file again' },
    message: ({ of }) => ({
      zh: `与${quotePath(of)}内容完全相同，只算一份`,
      en: `Exactly the same as ${quotePath(of)}; counted once`,
    }),
    remedy: () => ({
      zh: '不用处理；如果本来要发的是更正后的表，请核对后重新发送',
      en: 'Nothing to do, unless a correction was meant: then please send the corrected file',
    }),
    meaning: {
      zh: '同一份文件发了两次很常见，只算一份，数字不会重复相加。',
      en: 'The same file often comes twice. It counts once, and its figures are never added twice.',
    },
    example: {
      wrong: {
        zh: '信息统计表.xlsx 和 信息统计表(1).xlsx 内容一样',
        en: '信息统计表.xlsx and an identical 信息统计表(1).xlsx',
      },
      right: { zh: '只发一份，更正的表写明“更正”', en: 'One file; a correction says so in its name' },
    },
    sample: { of: 'inbox/前李庄村/信息统计表.xlsx' },
  },

  'file/vanished': {
    severity: 'warning',
    title: { zh: '文件不见了', en: 'File has gone' },
    message: () => ({
      zh: '以前汇总过的这个文件，现在收件箱里没有了，仍按收到的计',
      en: 'This file was counted before and is no longer in the inbox; it still counts as received',
    }),
    remedy: () => ({
      zh: '误删的请放回收件箱；确实作废的，用“撤回”处理意见登记',
      en: 'Put it back if it was deleted by mistake; if it is void, record a decision “withdraw”',
    }),
    meaning: {
      zh: '收到过的材料不会因为文件被删除或被新文件盖掉而变成未报。',
      en: 'What was received does not become missing because a file was deleted or overwritten.',
    },
    example: {
      wrong: { zh: '整理文件夹时误删了某村的统计表', en: 'A village’s form deleted while tidying up' },
      right: {
        zh: '收件箱只增不减，更正的表另存一份',
        en: 'An inbox that only grows; corrections saved beside the original',
      },
    },
    sample: {},
  },

  'file/withdrawn': {
    severity: 'info',
    title: { zh: '已撤回', en: 'Withdrawn' },
    message: ({ reason, who }) => ({
      zh: `按处理意见撤回，不计（${who}：${reason}）`,
      en: `Withdrawn by decision, not counted (${who}: ${reason})`,
    }),
    remedy: () => ({ zh: '不用处理', en: 'Nothing to do' }),
    meaning: {
      zh: '经办人登记的“撤回”：这份来件不再参加汇总。',
      en: 'A recorded decision: this entry no longer takes part.',
    },
    example: {
      wrong: {
        zh: '村里说前一份发错了，但没有登记',
        en: 'A village says a file was sent in error, and nothing is recorded',
      },
      right: { zh: '在 decisions.csv 里登记“撤回”和理由', en: 'A line “withdraw” with its reason in decisions.csv' },
    },
    sample: { reason: '发错了', who: '王某某' },
  },

  'file/accepted': {
    severity: 'info',
    title: { zh: '按处理意见采用', en: 'Accepted by decision' },
    message: ({ reason, who }) => ({
      zh: `有问题，但按处理意见采用（${who}：${reason}）`,
      en: `Accepted by decision in spite of its findings (${who}: ${reason})`,
    }),
    remedy: () => ({ zh: '不用处理', en: 'Nothing to do' }),
    meaning: {
      zh: '经办人核实后登记的“采用”：本来要退回的来件照常使用，读不出的数字仍然不计。',
      en: 'A recorded decision: the entry counts although it has errors. What cannot be read is still left out.',
    },
    example: {
      wrong: { zh: '电话里核实过了，但没有登记', en: 'Settled on the phone, and nothing recorded' },
      right: { zh: '在 decisions.csv 里登记“采用”和理由', en: 'A line “accept” with its reason in decisions.csv' },
    },
    sample: { reason: '已电话核实', who: '王某某' },
  },

  'file/copied': {
    severity: 'warning',
    title: { zh: '与别的单位的文件相同', en: 'Same file as another unit' },
    message: ({ unit, path }) => ({
      zh: `与${quote(unit)}报的${quotePath(path)}内容完全相同`,
      en: `Exactly the same as ${quotePath(path)} from ${quote(unit)}`,
    }),
    remedy: () => ({
      zh: '请核对是否发错了文件；确实发错的，请把本单位的文件重新发来',
      en: 'Please check whether the wrong file was sent; if so, send your own',
    }),
    meaning: {
      zh: '两个单位交来一模一样的文件，多半是照抄了样表或发错了文件。',
      en: 'Two units with the very same file: most likely one copied a sample or sent the wrong file.',
    },
    example: {
      wrong: {
        zh: '把邻村在群里发的总结原样转发上来',
        en: 'The summary the next village posted in the chat group, forwarded',
      },
      right: { zh: '本村自己写的总结', en: 'The village’s own summary' },
    },
    sample: { unit: '后李庄村委会', path: 'inbox/后李庄村/活动总结.docx' },
  },

  'file/few-words': {
    severity: 'warning',
    title: { zh: '只有几个字', en: 'Only a few words' },
    message: ({ text }) => ({
      zh: `文件里只有${quote(text)}几个字，没有别的内容`,
      en: `The file says ${quote(text)} and nothing else`,
    }),
    remedy: () => ({
      zh: '请核对是否发错了文件；确实发错的，请把写好的材料重新发来',
      en: 'Please check whether the wrong file was sent; if so, send the finished text',
    }),
    meaning: {
      zh: '方案、总结要有内容。只写“已完成”“见附件”的，算收下了，但请看一眼是不是要报的材料。',
      en: 'A plan or a summary has something to say. “Done” or “see attachment” is taken in, but somebody should look whether it is what was asked for.',
    },
    example: {
      wrong: { zh: '总结.txt 里写着“已完成”', en: 'A 总结.txt that says 已完成' },
      right: { zh: '写明开展了哪些活动的总结', en: 'A summary that says what was held' },
    },
    sample: { text: '总结已报' },
  },
};

const locked: Readonly<Record<RuleArgs['file/encrypted']['what'], Words>> = {
  file: { zh: '文件设了打开密码，无法读取', en: 'The file asks for a password, so it cannot be read' },
  workbook: { zh: '表格设了打开密码，无法读取', en: 'The workbook asks for a password, so it cannot be read' },
  document: { zh: '文档设了打开密码，无法读取', en: 'The document asks for a password, so it cannot be read' },
  member: {
    zh: '压缩包里的这个文件设了解压密码，无法读取',
    en: 'This file of the archive asks for a password, so it cannot be read',
  },
};

const empty: Readonly<Record<RuleArgs['file/empty']['what'], Words>> = {
  bytes: { zh: '文件是空的，大小为 0', en: 'The file is empty: its size is 0' },
  text: {
    zh: '文件里没有文字，也没有填了内容的表格（页眉页脚、图形和图表里的不算）',
    en: 'The file holds no text and no table with anything in it; what stands in page headers, shapes and charts does not count',
  },
  form: { zh: '表还是空的，数字都没有填', en: 'The form is still blank: no figures are filled in' },
  mail: { zh: '邮件里没有附件', en: 'The mail has no attachment' },
  archive: { zh: '压缩包里没有文件', en: 'The archive holds no file' },
};

const sendAgain: Words = {
  zh: '请打开原文件核对，保存后重新发送',
  en: 'Please check the original, save it and send it again',
};
const emptyRemedy: Readonly<Record<RuleArgs['file/empty']['what'], Words>> = {
  bytes: sendAgain,
  text: sendAgain,
  form: {
    zh: '请填好后再报；没有开展的项目填 0 或“无”',
    en: 'Please complete it and send it; write 0 or 无 where nothing was done',
  },
  mail: {
    zh: '请把材料作为附件重新发送；网盘链接和“超大附件”过期后打不开，不算附件',
    en: 'Please send the material as attachments; links to a cloud drive expire and do not count',
  },
  archive: sendAgain,
};
