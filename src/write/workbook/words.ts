import type { Outcome, Status } from '../../model/report.js';
import type { Format } from '../../model/rules.js';
import type { ReceiptEvidence } from '../../model/submission.js';

/** Names and order of the sheets, which formulas and people refer to. */
export const sheetNames = {
  totals: '汇总表',
  units: '分村明细',
  deadlines: '报送情况',
  findings: '问题清单',
  activities: '活动写实',
  files: '来件清单',
  notes: '说明',
} as const;

/** A word of the workbook and what it means, for the sheet 说明. */
interface Term {
  readonly word: string;
  readonly meaning: string;
}

export const statusTerms: Readonly<Record<Status, Term>> = {
  'on-time': { word: '按时', meaning: '时限当天 24:00 前收到全部材料' },
  late: { word: '迟报', meaning: '材料收齐了，但在时限之后，注明迟了几天' },
  incomplete: { word: '缺项', meaning: '收到了一部分，还缺所列材料，或报来的因有错误被退回' },
  missing: { word: '未报', meaning: '时限已过，没有收到材料' },
  pending: { word: '未到期', meaning: '时限未到，不计入比率' },
  exempt: { word: '免报', meaning: '经办人已准予免报，不计入比率' },
};

export const outcomeTerms: Readonly<Record<Outcome, Term>> = {
  used: { word: '使用', meaning: '内容已采用' },
  superseded: { word: '被更正版替代', meaning: '同一单位后来又报了合格的一份，数字以后一份为准' },
  duplicate: { word: '重复', meaning: '与另一份内容完全相同' },
  rejected: { word: '退回', meaning: '有必须更正的错误，没有采用' },
  unmatched: { word: '未识别', meaning: '认不出是哪个单位或哪种材料，请人工处理' },
  later: { word: '截至后', meaning: '在本表的截至时间之后收到，这次没有计入' },
  ignored: { word: '忽略', meaning: '不是报送的材料，例如系统或软件留下的文件' },
  container: { word: '压缩包', meaning: '压缩包或邮件本身；里面的文件逐个另列' },
};

export const evidenceTerms: Readonly<Record<ReceiptEvidence, Term>> = {
  decision: { word: '处理意见', meaning: '经办人认定' },
  mail: { word: '邮件时间', meaning: '邮件服务器收到的时间' },
  'dated-folder': { word: '文件夹日期', meaning: '所在文件夹的名称是日期' },
  ledger: { word: '台账', meaning: '以前运行时已经登记' },
  mtime: { word: '文件时间', meaning: '文件的修改时间' },
};

export function formatWord(format: Format): string {
  const words: Partial<Record<Format, string>> = { unknown: '未知', text: '文本', ole: '旧版Office', html: '网页' };
  return words[format] ?? format;
}

export const none = '（无）';
