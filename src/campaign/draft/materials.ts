import type { Deadline, Material } from '../../model/campaign.js';
import type { CampaignDraft } from '../../model/form-draft.js';
import { commentedOut, comments, flow } from './yaml-lines.js';

/** What no form tells: what else is asked for and by when. Written as examples, with one deadline to make the file whole. */

export function materialLines({ base, outline, progress, isEvent }: CampaignDraft): readonly string[] {
  const kinds = progress === null ? ['statistics'] : ['progress', 'statistics'];
  const own = base.materials.filter(({ kind }) => kinds.includes(kind));
  const others = base.materials.filter((material) => !own.includes(material));
  const attachments = { statistics: outline.attachment, progress: progress?.attachment ?? null };
  const titles = isEvent ? {} : { statistics: outline.title, progress: progress?.title ?? null };
  return [
    'materials:',
    ...own.flatMap((material) => materialOf(withTitle(withAttachment(material, attachments), titles))),
    ...comments([`请填写：还要收别的材料，照下面的例子写（取自 ${base.id}）；要哪样，就把哪几行前面的 # 去掉`], '  '),
    ...(others.some(({ kind }) => kind === 'progress')
      ? comments(['收写实表的，要连同写实表的空表一起起草：campaign form init 统计表.xlsx 写实表.docx'], '  ')
      : []),
    ...commentedOut(others.flatMap(materialOf)),
  ];
}

export function deadlineLines({ base, year, progress }: CampaignDraft): readonly string[] {
  const due = `${year.year}-12-31`;
  const kinds = progress === null ? ['statistics'] : ['progress', 'statistics'];
  const materials = base.materials.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const placeholder = { id: 'final', name: '统计表', due, materials };
  const years = year.year - base.year;
  return [
    '# 每个时限当天 24:00 截止。',
    'deadlines:',
    ...comments([`请填写：表上没有时限，${due} 是占位的，请照通知改`], '  '),
    `  - ${flow(placeholder)}`,
    ...comments([`有几个时限就写几行，例如（取自 ${base.id}，年份已改）：`], '  '),
    ...commentedOut(base.deadlines.map((deadline) => `  - ${flow(later(deadline, years))}`)),
  ];
}

/** 附件2 among the words that tell a material is the number it had in the other notice. */
function withAttachment(material: Material, attachments: Readonly<Record<string, string | null>>): Material {
  const words = material.words.filter((word) => !word.startsWith('附件'));
  const own = attachments[material.kind];
  return { ...material, words: own ? [...words, own] : words };
}

/** Other work calls its forms otherwise: by their own titles, without the year. */
function withTitle(material: Material, titles: Readonly<Record<string, string | null>>): Material {
  const name = titles[material.kind]?.replace(/^\D{0,1}20\d{2}(?:[-—~至]\d{2,4})?年度?/u, '').trim();
  return name ? { ...material, name, words: [...new Set([name, ...material.words])] } : material;
}

function materialOf({ id, name, kind, words, formats, least, most }: Material): readonly string[] {
  const counted = kind === 'photos' || kind === 'video';
  return [
    `  - id: ${flow(id)}`,
    ...[`name: ${flow(name)}`, `kind: ${kind}`, `words: ${flow(words)}`, `formats: ${flow(formats)}`].map(indented),
    ...(counted ? [`least: ${least}`, `most: ${most}`].map(indented) : []),
  ];
}

function indented(line: string): string {
  return `    ${line}`;
}

function later({ id, name, due, materials }: Deadline, years: number) {
  return { id, name, due: laterDay(due, years), materials };
}

/** The same day so many years later; 29 February becomes the 28th. */
export function laterDay(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moved = `${year + years}-${String(month).padStart(2, '0')}-`;
  const isLeap = new Date(Date.UTC(year + years, 1, 29)).getUTCMonth() === 1;
  const last = month === 2 && date === 29 && !isLeap ? 28 : date;
  return moved + String(last).padStart(2, '0');
}
