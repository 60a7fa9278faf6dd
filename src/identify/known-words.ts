import type { Campaign } from '../model/campaign.js';
import { association } from './fold-name.js';

/** Words that file and folder names are made of beside a unit's name. */
export interface KnownWords {
  readonly words: readonly string[];
}

/**
 * No single Chinese character: 张 could be the 张 of 3张 and of 张王庄, and 王庄 must not be found in the latter.
 * Words that may begin a place's name, such as 新建, stay out for the same reason.
 */
const common = [
  ...[
    '附件',
    '附表',
    '材料',
    '报送',
    '上报',
    '报表',
    '报告',
    '填报',
    '汇总',
    '资料',
    '文件',
    '文档',
    '关于',
    '开展',
    '情况',
    '工作',
  ],
  ...[
    '最终版',
    '最新版',
    '最终',
    '最新',
    '定稿',
    '终稿',
    '初稿',
    '修改版',
    '修改后',
    '修改',
    '修订版',
    '更正版',
    '更正后',
    '更正',
    '正式版',
  ],
  ...['补报', '重报', '补充', '副本', '复件', '电子版', '盖章版', '扫描件', '新版', '原件', '压缩包', '新建文件夹'],
  ...[
    '照片',
    '图片',
    '相片',
    '微信图片',
    '视频',
    '微信视频',
    '录像',
    '截图',
    'mmexport',
    'img',
    'dsc',
    'vid',
    'image',
    'video',
  ],
  ...[
    '会员活动日',
    '会员活动月',
    '活动日',
    '活动月',
    '会员日',
    '会员',
    '宣传服务月',
    '宣传服务',
    '宣传',
    '服务',
    '活动',
    '进展',
  ],
  ...[
    '统计',
    '信息',
    '数据',
    '年度',
    '上半年',
    '下半年',
    '总结',
    '小结',
    '方案',
    '计划',
    '计划生育',
    'copy',
    'final',
    'new',
    'ver',
  ],
  ...association,
];
const compound =
  /^(?:第[0-9一二三四五六七八九十]+[次期版个批]|[0-9一二三四五六七八九十]+(?:月份?|日|号|年|张|段|份|个)|v[0-9]+)/u;
const trailing = ['的', '表', '版'];

export function knownWords(campaign: Campaign): KnownWords {
  const { statistics, progress } = campaign.forms;
  const own = [
    ...campaign.materials.flatMap((material) => [material.name, ...material.words]),
    ...[campaign.title, statistics.title, progress?.title ?? ''],
  ];
  const words = [...own.map(tidyName), ...common].filter((word) => word.length > 1);
  return { words: [...new Set(words)] };
}

/** A name as it is compared: one width, no quotes, small letters. */
export function tidyName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}“”"']/gu, '')
    .toLowerCase();
}

/** For each position of the text: whether all before it is known words and signs. */
export function knownUpTo(text: string, { words }: KnownWords): boolean[] {
  const known = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (let at = 0; at < text.length; at++) {
    if (!known[at]) continue;
    for (const length of steps(text.slice(at), words)) known[at + length] = true;
  }
  return known;
}

/** For each position of the text: whether all from it on is known words and signs. */
export function knownFrom(text: string, { words }: KnownWords): boolean[] {
  const known = Array.from({ length: text.length + 1 }, (_, at) => at === text.length);
  for (let at = text.length - 1; at >= 0; at--) {
    known[at] = steps(text.slice(at), [...words, ...trailing]).some((length) => known[at + length] === true);
  }
  return known;
}

function steps(rest: string, words: readonly string[]): number[] {
  const lengths = words.filter((word) => rest.startsWith(word)).map((word) => word.length);
  const more = compound.exec(rest)?.[0].length;
  if (more !== undefined) lengths.push(more);
  if (isSign(rest[0] ?? '') || /^\d/.test(rest)) lengths.push(1);
  return lengths;
}

export function isSign(sign: string): boolean {
  return /^[^\p{L}\p{N}]$/u.test(sign);
}
