import type { CampaignDraft, DraftYear, ReadBack } from '../../model/form-draft.js';
import { list } from './doubts.js';
import { formLines, levelLines } from './form-lines.js';
import { deadlineLines, laterDay, materialLines } from './materials.js';
import { comments, flow } from './yaml-lines.js';

/**
 * A campaign.yaml drafted from blank forms, complete and to be looked through: every spot that is open says 请核对, every
 * one that no form can tell 请填写.
 */
export function writeDraft(draft: CampaignDraft, read: ReadBack | null): string {
  const sections = [introduction(draft, read), head(draft), levelLines(draft), materialLines(draft)];
  const rest = [deadlineLines(draft), formLines(draft), closing];
  return `${[...sections, ...rest].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The lines, from 1, that a person must look at. */
export function openSpots(yaml: string): readonly { readonly line: number; readonly text: string }[] {
  return yaml.split('\n').flatMap((text, n) => {
    const open = /^\s*#\s*(请(?:核对|填写)：.*)$/u.exec(text)?.[1];
    return open === undefined ? [] : [{ line: n + 1, text: open }];
  });
}

function introduction({ sources, unused, formless, figures }: CampaignDraft, read: ReadBack | null): readonly string[] {
  return comments([
    `由空表${list(sources)}起草（campaign form init）。写着“请核对”“请填写”的地方看过、改好以后，把那一行删掉。`,
    '编号（id）用小写字母、数字、连字符，可以改；收过一次表以后就不要再改，往年的数靠它对得上。',
    ...(read === null ? [] : [readBack(read)]),
    ...(figures === 0 ? [] : [`请核对：表上已经填了${figures}个数；最好用没填过的空表起草，填的字可能被当作栏目`]),
    ...(formless.length === 0
      ? []
      : [
          `请核对：${list(formless)}里没有认出表样，没有用上；写实表要有一列写活动内容，旁边有“单位”或“照片”一列，统计表要有填数的栏目`,
        ]),
    ...(unused.length === 0 ? [] : [`请核对：表上这些文字没有用上：${list(unused)}`]),
  ]);
}

function readBack({ fields, unread }: ReadBack): string {
  if (unread.length === 0) return `用这份草稿读回空表和填好的表：${fields}个指标全部找到。`;
  return `请核对：表上有${fields}个指标；用这份草稿读回填好的表，这些读不对：${list(unread)}`;
}

function head({ id, year, outline, base, isEvent }: CampaignDraft): readonly string[] {
  const years = year.year - base.year;
  const period = { from: laterDay(base.period.from, years), to: laterDay(base.period.to, years) };
  const { title } = outline;
  return [
    ...(id.isAsked ? [] : comments(['请核对：编号是临时起的，台账按它记账，用过一次就不要再改'])),
    `id: ${flow(id.value)}`,
    ...(title === null ? comments(['请填写：活动名称']) : []),
    `title: ${flow(title === null ? '请填写活动名称' : eventOf(title))}`,
    ...comments(yearComments(year)),
    `year: ${year.year}`,
    ...(isEvent ? [`ordinal: ${year.year - 1998} # 第${year.year - 1998}个会员活动日 = ${year.year} − 1998`] : []),
    ...comments([`请填写：发通知的单位，如 某某街道${isEvent ? '计划生育协会' : '办事处'}`]),
    'office: 请填写主办单位',
    'locale: zh',
    'timeZone: Asia/Shanghai',
    ...comments([`请填写：活动从哪天到哪天；暂照 ${base.id} 的月日`]),
    `period: ${flow(period)}`,
  ];
}

function yearComments({ year, from, replaced, stated }: DraftYear): readonly string[] {
  return [
    ...(from === 'today' ? ['请核对：表样没有写年份，暂按今年'] : []),
    ...(replaced === null ? [] : [`请核对：表样写的是${replaced}年，标题等处已改成${year}年`]),
    ...(stated.length > 1 ? [`请核对：标题里的年份和第几个对不上，看起来有${stated.join('、')}`] : []),
  ];
}

/** 2024年“5.29会员活动月”信息统计表 is the form of 2024年“5.29会员活动月”. */
function eventOf(title: string): string {
  const event = title.replace(/(?:活动)?(?:情况)?(?:信息)?(?:汇总)?(?:统计|登记|情况|汇总)表.*$/u, '');
  return event === '' ? title : event;
}

const closing = [
  '# 要改某条规则的程度，写在这里，例如 { count/estimate: info }；规则见 docs/rules.md。',
  'rules: {}',
  '# “约200”按 200 计并提示核实；不计入合计就写 exclude。',
  'estimates: include',
];
