import { Chalk, type ChalkInstance } from 'chalk';
import type { Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { Difference, DifferencePart, DifferenceScope, DifferenceValue } from '../model/difference.js';
import type { RenderOptions } from './options.js';
import { clean } from './words.js';

/** Two definitions and what differs between them. */
export interface Comparison {
  /** As they were named on the command line. */
  readonly a: string;
  readonly b: string;
  readonly scope: DifferenceScope;
  readonly differences: readonly Difference[];
}

/** `--json` of `form diff`, a contract. */
export function differencesJson({ a, b, scope, differences }: Comparison): object {
  return { schema: 1, a, b, scope, equal: differences.length === 0, differences };
}

/** What differs, part by part; what changed in the same way is told in one line. */
export function renderDifferences(comparison: Comparison, { locale, colour }: RenderOptions): string {
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const { a, b, scope, differences } = comparison;
  const head = [`${paint.dim('a')}  ${clean(a)}`, `${paint.dim('b')}  ${clean(b)}`];
  const note = scope === 'form' ? [paint.dim(formOnly[locale])] : [];
  const parts = (Object.keys(partNames) as DifferencePart[]).flatMap((part) => {
    const ofPart = alike(differences.filter((one) => one.part === part));
    return ofPart.length === 0
      ? []
      : ['', paint.bold(partNames[part][locale]), ...ofPart.map((one) => line(one, locale, paint))];
  });
  const verdict = differences.length === 0 ? ['', paint.green(same[locale])] : [];
  return `${[...head, ...note, ...parts, ...verdict].join('\n')}\n`;
}

const same: Words = { zh: '没有差别', en: 'No difference' };
const formOnly: Words = {
  zh: '空表上没有时限、材料和规则，只比表样',
  en: 'a blank form tells nothing of deadlines, materials and rules: only the form is compared',
};

/** In the order in which they are told. */
const partNames: Readonly<Record<DifferencePart, Words>> = {
  campaign: { zh: '活动', en: 'Campaign' },
  deadline: { zh: '时限', en: 'Deadlines' },
  material: { zh: '材料', en: 'Materials' },
  level: { zh: '分级', en: 'Levels' },
  form: { zh: '统计表', en: 'Statistics form' },
  header: { zh: '表外各行', en: 'Lines around the table' },
  block: { zh: '项目', en: 'Blocks' },
  group: { zh: '栏目上一层', en: 'Groups' },
  field: { zh: '指标', en: 'Fields' },
  progress: { zh: '写实表', en: 'Progress form' },
  rule: { zh: '规则', en: 'Rules' },
};

const changeNames: Readonly<Record<Difference['change'], Words>> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '去掉', en: 'removed' },
  renamed: { zh: '改名', en: 'renamed' },
  moved: { zh: '移动', en: 'moved' },
  changed: { zh: '改动', en: 'changed' },
};

const colours: Readonly<Record<Difference['change'], (paint: ChalkInstance, text: string) => string>> = {
  added: (paint, text) => paint.green(text),
  removed: (paint, text) => paint.red(text),
  renamed: (paint, text) => paint.yellow(text),
  moved: (paint, text) => paint.yellow(text),
  changed: (paint, text) => paint.yellow(text),
};

const keyNames: Readonly<Record<string, Words>> = {
  title: { zh: '标题', en: 'title' },
  year: { zh: '年份', en: 'year' },
  ordinal: { zh: '第几个', en: 'ordinal' },
  office: { zh: '主办单位', en: 'office' },
  from: { zh: '活动开始', en: 'begins' },
  to: { zh: '活动结束', en: 'ends' },
  cutoff: { zh: '截止钟点', en: 'cutoff' },
  rollover: { zh: '遇休息日顺延', en: 'rollover' },
  due: { zh: '日期', en: 'due' },
  name: { zh: '名称', en: 'name' },
  materials: { zh: '要交的材料', en: 'materials' },
  formats: { zh: '格式', en: 'formats' },
  words: { zh: '文件名里的叫法', en: 'words' },
  least: { zh: '最少', en: 'least' },
  most: { zh: '最多', en: 'most' },
  labels: { zh: '认得的写法', en: 'known wordings' },
  label: { zh: '名称', en: 'label' },
  attachment: { zh: '附件号', en: 'attachment' },
  notes: { zh: '说明', en: 'notes' },
  severity: { zh: '程度', en: 'severity' },
  optional: { zh: '可缺', en: 'optional' },
  kind: { zh: '填法', en: 'kind' },
  level: { zh: '分级', en: 'level' },
  of: { zh: '对应的场次', en: 'sessions' },
  askAbove: { zh: '超过就核实', en: 'asked about above' },
  askAbovePerSession: { zh: '每场超过就核实', en: 'asked about above, a session' },
  blank: { zh: '空白处', en: 'blank' },
  inTable: { zh: '在表格里面', en: 'inside the table' },
  holidays: { zh: '节假日', en: 'holidays' },
  workdays: { zh: '调休上班', en: 'workdays' },
  reportingLevel: { zh: '报表的一级', en: 'reporting level' },
  estimates: { zh: '约数', en: 'estimates' },
};

const mostIds = 4;

/** Differences of several things that are the same but for their ids. */
interface Alike {
  readonly one: Difference;
  readonly ids: readonly string[];
}

function alike(differences: readonly Difference[]): readonly Alike[] {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) {
    const apart = one.change === 'changed' || one.change === 'renamed' ? '' : one.id;
    const key = JSON.stringify([one.change, one.key, one.before, one.after, apart]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    return one === undefined ? [] : [{ one, ids: group.map(({ id }) => id) }];
  });
}

function line({ one, ids }: Alike, locale: Locale, paint: ChalkInstance): string {
  const change = colours[one.change](paint, changeNames[one.change][locale]);
  return `  ${change}  ${told(one, few(ids.map(clean))[locale], locale)}`;
}

function few(ids: readonly string[]): Words {
  const shown = ids.length > mostIds ? ids.slice(0, mostIds - 1) : ids;
  const rest = ids.length - shown.length;
  return {
    zh: shown.join('、') + (rest > 0 ? `等${ids.length}项` : ''),
    en: shown.join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}

function told(one: Difference, ids: string, locale: Locale): string {
  const { key, before, after, label } = one;
  switch (one.change) {
    case 'added':
    case 'removed':
      return `${ids}  ${clean(label ?? '')}`;
    case 'moved':
      return `${ids}  ${moved(clean(String(before)), clean(String(after)))[locale]}`;
    case 'renamed':
      return `${ids}  ${arrow(before, after, locale)}${one.known === true ? alreadyKnown[locale] : ''}`;
    case 'changed': {
      const name = keyNames[key ?? '']?.[locale] ?? key ?? '';
      const what = key === ids ? name : `${ids}  ${name}`;
      return `${what}${locale === 'zh' ? '：' : ': '}${arrow(before, after, locale)}`;
    }
  }
}

const alreadyKnown: Words = { zh: '（原来就认得，不影响读表）', en: ' (known already: forms are read as before)' };

function moved(before: string, after: string): Words {
  const place = (follows: string): Words =>
    follows === '' ? { zh: '最前面', en: 'first' } : { zh: `“${follows}”之后`, en: `after “${follows}”` };
  return {
    zh: `原来在${place(before).zh}，现在在${place(after).zh}`,
    en: `was ${place(before).en}, now ${place(after).en}`,
  };
}

/** What was and what is; of two lists what came and what went. */
function arrow(before: DifferenceValue, after: DifferenceValue, locale: Locale): string {
  if (typeof before === 'object' && before !== null && typeof after === 'object' && after !== null) {
    const list = (sign: string, from: readonly string[], other: readonly string[]) =>
      from.filter((item) => !other.includes(item)).map((item) => `${sign}${clean(item)}`);
    const changes = [...list('−', before, after), ...list('＋', after, before)];
    const order: Words = { zh: '顺序不同', en: 'in another order' };
    return changes.length === 0 ? order[locale] : changes.join('  ');
  }
  return `${shown(before, locale)} → ${shown(after, locale)}`;
}

function shown(value: DifferenceValue, locale: Locale): string {
  if (value === null || value === '') return locale === 'zh' ? '（无）' : '(none)';
  return clean(typeof value === 'object' ? value.join(locale === 'zh' ? '、' : ', ') : String(value));
}
