import type { Campaign } from '../model/campaign.js';
import type { Decision } from '../model/decision.js';
import type { Severity } from '../model/finding.js';
import type { Outcome, RatedStatus, Status } from '../model/report.js';
import type { ReceiptEvidence } from '../model/submission.js';
import type { Words } from './words.js';

export const statusNames: Readonly<Record<Status, Words>> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  incomplete: { zh: '缺项', en: 'incomplete' },
  missing: { zh: '未报', en: 'missing' },
  pending: { zh: '未到期', en: 'not yet due' },
  exempt: { zh: '免报', en: 'exempt' },
};

/** The statuses whose rates add up to 100 %, in the order they are told. */
export const ratedStatuses: readonly RatedStatus[] = ['on-time', 'late', 'incomplete', 'missing'];

export const outcomeNames: Readonly<Record<Outcome, Words>> = {
  used: { zh: '使用', en: 'used' },
  superseded: { zh: '被新版替代', en: 'superseded' },
  duplicate: { zh: '重复', en: 'duplicate' },
  rejected: { zh: '退回', en: 'rejected' },
  unmatched: { zh: '未识别', en: 'unmatched' },
  later: { zh: '截至后', en: 'later' },
  ignored: { zh: '忽略', en: 'ignored' },
  container: { zh: '压缩包', en: 'container' },
};

/** What told when an entry was received, strongest first. */
export const evidenceNames: Readonly<Record<ReceiptEvidence, Words>> = {
  decision: { zh: '处理意见', en: 'decision' },
  mail: { zh: '邮件时间', en: 'mail' },
  'dated-folder': { zh: '文件夹日期', en: 'dated folder' },
  ledger: { zh: '台账', en: 'ledger' },
  mtime: { zh: '文件时间', en: 'file time' },
};

/** What a clerk may rule; decisions.csv calls it the same. */
export const actionNames: Readonly<Record<Decision['action'], Words>> = {
  assign: { zh: '归属', en: 'assign' },
  accept: { zh: '采用', en: 'accept' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  received: { zh: '收到时间', en: 'received' },
  extend: { zh: '延期', en: 'extend' },
  exempt: { zh: '免报', en: 'exempt' },
};

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What the campaign calls a material. */
export function materialNamed(id: string, { materials }: Campaign): string {
  return materials.find((material) => material.id === id)?.name ?? id;
}
