import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inbox = fileURLToPath(new URL('../../fixtures/wanzhang-2023/inbox/', import.meta.url));
const readable = fileURLToPath(new URL('../read/files/', import.meta.url));

const paths = {
  'form.xlsx': `${inbox}月屯村/信息统计表.xlsx`,
  'form.xls': `${inbox}商庄村/附件2.xls`,
  'progress.docx': `${inbox}月屯村/写实表（5月10日）.docx`,
  'plan.eml': `${inbox}万福村/实施方案.eml`,
  'all.zip': `${inbox}向阳村/向阳村6月材料.zip`,
  'photo.jpg': `${inbox}月屯村/活动照片1.jpg`,
  'video.mp4': `${inbox}月屯村/活动视频.mp4`,
  'word.doc': `${readable}word.doc`,
  'book.ods': `${readable}book.ods`,
} as const;

/** What attacks are made from: files as villages really send them. */
export type HonestName = keyof typeof paths;
export const honestNames = Object.keys(paths) as HonestName[];

const kept = new Map<HonestName, Uint8Array>();

export function honest(name: HonestName): Uint8Array {
  const bytes = kept.get(name) ?? new Uint8Array(readFileSync(paths[name]));
  kept.set(name, bytes);
  return bytes;
}
