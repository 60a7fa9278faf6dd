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

/** What the words of the workbook mean, for the sheet 说明. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  'on-time': '在时限前收到全部材料；注“待核”的，收到时间还要核实，暂按按时',
  late: '材料收齐了，但在时限之后，注明迟了几天',
  incomplete: '收到了一部分，还缺所列材料，或报来的因有错误被退回',
  missing: '时限已过，没有收到材料',
  pending: '时限未到，不计入比率；经办人准予延期的，注明延到哪天',
  exempt: '经办人已准予免报，不计入比率',
};

export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  used: '内容已采用',
  superseded: '同一单位后来又报了合格的一份，数字以后一份为准',
  duplicate: '与另一份内容完全相同',
  rejected: '有必须更正的错误，没有采用',
  unmatched: '认不出是哪个单位或哪种材料，请人工处理',
  later: '在本表的截至时间之后收到，或正在写入，这次没有计入',
  ignored: '不是报送的材料，例如系统或软件留下的文件；或按处理意见撤回',
  container: '压缩包或邮件本身；里面的文件逐个另列',
};

export const evidenceMeanings: Readonly<Record<ReceiptEvidence, string>> = {
  decision: '经办人认定',
  mail: '邮件服务器收到的时间',
  'dated-folder': '所在文件夹的名称是日期',
  ledger: '以前运行时已经登记',
  mtime: '文件的修改时间',
};

export function formatWord(format: Format): string {
  const words: Partial<Record<Format, string>> = { unknown: '未知', text: '文本', ole: '旧版Office', html: '网页' };
  return words[format] ?? format;
}

export const none = '（无）';
