import { figuresOf } from '../../src/aggregate/figures.js';
import { findCampaign, loadCampaign, loadRoster } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { finding } from '../../src/findings/finding.js';
import type { Campaign, Deadline, Field, Roster, Unit } from '../../src/model/campaign.js';
import type { DecisionReport } from '../../src/model/decision.js';
import type { Finding } from '../../src/model/finding.js';
import type {
  DeadlineReport,
  FileReport,
  MaterialReport,
  Outcome,
  Report,
  Status,
  UnitReport,
} from '../../src/model/report.js';
import type { Activity, FieldValue } from '../../src/model/submission.js';

export function shipped(id: string): { campaign: Campaign; roster: Roster } {
  const place = findCampaign(id, '/');
  if (place === null) throw new Error(`no campaign ${id}`);
  const campaign = loadCampaign(place, ruleIds);
  return { campaign, roster: loadRoster(undefined, place, campaign, '/') ?? [] };
}

type Story =
  | 'late'
  | 'incomplete'
  | 'missing'
  | 'exempt'
  | 'estimate'
  | 'other-level'
  | 'uncertain'
  | 'extended'
  | 'corrected'
  | 'vanished';

/** What each unit of the sample has gone through, by its place in the roster; the others report everything in time. */
const stories: Readonly<Record<number, Story>> = {
  3: 'late',
  5: 'incomplete',
  8: 'missing',
  9: 'missing',
  12: 'exempt',
  14: 'estimate',
  16: 'other-level',
  17: 'uncertain',
  18: 'extended',
  19: 'corrected',
  20: 'vanished',
};

/** A report on a real roster with one unit of every fate, made by hand: no other stage takes part. */
export function sampleReport(id = 'wanzhang-2023', asOf = '2023-06-14T09:00:00+08:00'): Report {
  const { campaign, roster } = shipped(id);
  const units = roster.map((unit, index) => unitReport(campaign, unit, index, asOf));
  const files = [...units.flatMap((unit, index) => filesOf(unit, index)), ...strayFiles()];
  return {
    campaign,
    locale: 'zh',
    asOf,
    units,
    files,
    ...figuresOf(campaign, asOf, units, files),
    decisions: decisionsOn(roster),
    version: '0.1.0',
  };
}

function unitReport(campaign: Campaign, unit: Unit, index: number, asOf: string): UnitReport {
  const story = stories[index];
  const none = !unit.required || story === 'missing' || story === 'exempt';
  const fields = campaign.forms.statistics.fields;
  const record = Object.fromEntries(fields.flatMap((field, n) => entry(field, unit, index, n, story)));
  const counted = fields
    .filter((field) => field.id in record && (field.level === null || unit.fills.includes(field.level)))
    .map((field) => field.id);
  const deadlines = campaign.deadlines.map((deadline) => deadlineReport(deadline, unit, index, asOf));
  return {
    concerned: unit.required || deadlines.some(({ receipt }) => receipt !== null),
    unit: index === 1 ? { ...unit, contact: '张三', phone: '13800000000' } : unit,
    statistics: none ? null : { record, path: statisticsPath(unit, index) },
    counted: none ? [] : counted,
    deadlines,
    materials: campaign.materials.map(({ id }) => clocksOf(id, campaign, deadlines)),
    corrections: story === 'corrected' ? [correction(campaign, unit, index)] : [],
    activities: none ? null : { list: activitiesOf(unit, index), path: `${unit.name}/写实表.docx` },
    findings: unitFindings(campaign, unit, index),
  };
}

function entry(field: Field, unit: Unit, index: number, n: number, story: string | undefined): [string, FieldValue][] {
  const make = (value: number | string, more: Partial<FieldValue> = {}): [string, FieldValue][] => [
    [
      field.id,
      {
        value,
        estimate: false,
        place: { kind: 'sheet', sheet: '信息统计表', address: 'R5' },
        found: String(value),
        ...more,
      },
    ],
  ];
  if (field.kind !== 'count') return make(index === 2 && n % 3 === 1 ? '楚庄计生服务（微信公众号）' : '无');
  if (field.level !== null && !unit.fills.includes(field.level)) {
    return story === 'other-level' && field.level === 'county' ? make(12) : [];
  }
  if (index === 4 && n % 4 === 0) return [];
  const people = field.id.endsWith('.people');
  const value = field.level === null ? (index + n) % 3 : people ? 40 + index * 13 + n : 1 + ((index + n) % 5);
  if (story === 'estimate' && people) return make(200, { estimate: true, found: '约200人' });
  return make(value);
}

function deadlineReport(deadline: Deadline, unit: Unit, index: number, asOf: string): DeadlineReport {
  const final = deadline.materials.includes('statistics');
  const story = stories[index];
  const status = statusOf(story, final, unit.required);
  const pending = deadline.due > asOf.slice(0, 10);
  const none = status === 'missing' || status === 'exempt' || pending;
  const hour = String(9 + (index % 9)).padStart(2, '0');
  const extended = story === 'extended' && final;
  const uncertain = story === 'uncertain' && final;
  const day = status === 'late' ? `${deadline.due.slice(0, 8)}${Number(deadline.due.slice(8)) + 3}` : deadline.due;
  return {
    id: deadline.id,
    name: deadline.name,
    due: extended ? '2023-06-22' : deadline.due,
    dayKind: extended ? { kind: 'holiday', name: '端午节' } : kindOf(deadline.due),
    status: pending ? 'pending' : status,
    receipt: none ? null : { at: `${day}T${hour}:30:00+08:00`, evidence: index % 4 === 0 ? 'mail' : 'mtime' },
    daysLate: status === 'late' ? 3 : 0,
    uncertain: uncertain ? { from: '2023-06-10T18:00:00+08:00', to: '2023-06-11T09:00:00+08:00' } : null,
    lacking: status === 'incomplete' ? deadline.materials.slice(-2) : [],
  };
}

function kindOf(day: string): DeadlineReport['dayKind'] {
  return { kind: [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 'weekend' : 'workday', name: '' };
}

/** The first of each material came with the first deadline it was due at, and would do at the last. */
function clocksOf(id: string, { deadlines }: Campaign, reports: readonly DeadlineReport[]): MaterialReport {
  const due = deadlines.filter(({ materials }) => materials.includes(id)).map((deadline) => deadline.id);
  const own = reports.filter((one) => due.includes(one.id));
  return { id, firstReceived: own[0]?.receipt ?? null, firstAccepted: own.at(-1)?.receipt ?? null };
}

function correction(campaign: Campaign, unit: Unit, index: number): UnitReport['corrections'][number] {
  const field = campaign.forms.statistics.fields.find(({ id }) => id === 'publicity.village.people');
  return {
    from: `${unit.name}/附件2.xlsx`,
    to: statisticsPath(unit, index),
    receivedAt: '2023-06-09T10:00:00+08:00',
    changes: [{ label: field?.label ?? '', before: null, after: 300 }],
  };
}

/** One of each kind, and two that no longer apply to anything. */
function decisionsOn(roster: Roster): DecisionReport[] {
  const base = { reason: '电话核实', who: '王某某', date: '2023-06-12' };
  const file = { path: '待核/附件2.xlsx', sha256: null };
  const [, unit = '', other = ''] = roster.map(({ id }) => id);
  const decisions: DecisionReport['decision'][] = [
    { ...base, line: 2, action: 'assign', file, unit, material: 'statistics' },
    { ...base, line: 3, action: 'received', file, at: '2023-06-09T16:30:00+08:00' },
    { ...base, line: 4, action: 'extend', unit, deadline: 'final', due: '2023-06-22' },
    { ...base, line: 5, action: 'exempt', unit: other, deadline: null },
    { ...base, line: 6, action: 'withdraw', file: { path: null, sha256: '0123456789abcdef' } },
    { ...base, line: 7, action: 'accept', file: { path: '=没有的.xlsx', sha256: null } },
  ];
  return decisions.map((decision, n) => ({ decision, applied: n < 4 }));
}

function statusOf(story: string | undefined, final: boolean, required: boolean): Status {
  if (!required || story === 'missing') return 'missing';
  if (story === 'exempt') return 'exempt';
  if (final && (story === 'late' || story === 'incomplete')) return story;
  return 'on-time';
}

function unitFindings(campaign: Campaign, unit: Unit, index: number): Finding[] {
  const name = campaign.deadlines.at(-1)?.name ?? '';
  const story = unit.required ? stories[index] : undefined;
  if (story === 'missing') return [finding('deadline/missing', { deadline: name, unmatched: 1 }, { kind: 'file' })];
  if (story === 'late') return [finding('deadline/late', { deadline: name, days: 3 }, { kind: 'file' })];
  if (story === 'incomplete') {
    return [finding('deadline/incomplete', { deadline: name, lacking: ['活动照片', '活动视频'] }, { kind: 'file' })];
  }
  return [];
}

function activitiesOf(unit: Unit, index: number): Activity[] {
  const text = `5月${6 + index}日上午，${unit.name}在文化广场开展“倡新时代婚育文化·助家庭和谐幸福”主题宣传活动，计生协会长、会员、志愿者和群众共${30 + index}人参加，发放宣传折页120余份，现场讲解优生优育、生殖健康知识，并为群众义诊、测量血压。`;
  return [
    { text, day: `2023-05-${String(6 + index).padStart(2, '0')}`, photos: 3, place: word(2) },
    {
      text: index === 6 ? '=HYPERLINK("http://evil","点我")' : '走访慰问计生特殊家庭，送去米、面、油等慰问品。',
      day: null,
      photos: 0,
      place: word(3),
    },
  ];
}

function word(row: number): Activity['place'] {
  return { kind: 'word', table: 1, row, column: 2 };
}

function statisticsPath(unit: Unit, index: number): string {
  if (index === 2) return `${unit.name}.zip!附件2 #最终版.xlsx`;
  return `${unit.name}/附件2 信息统计表.xlsx`;
}

function filesOf({ unit, statistics, activities }: UnitReport, index: number): FileReport[] {
  if (!statistics) return [];
  const place = { kind: 'sheet', sheet: '信息统计表', address: 'R5' } as const;
  const label = '宣传活动 / 村居社区计生协 / 宣传人数';
  const findings =
    stories[index] === 'estimate'
      ? [finding('count/estimate', { label, value: 200, counted: true }, place, '约200人')]
      : [];
  const gone = stories[index] === 'vanished';
  const lost = gone ? [finding('file/vanished', {}, { kind: 'file' })] : [];
  const main = file(statistics.path, 'statistics', 'used', unit, { gone, findings: [...findings, ...lost] });
  const more = activities ? [file(activities.path, 'progress', 'used', unit, { format: 'docx' })] : [];
  if (stories[index] === 'corrected') {
    const replacedBy = statistics.path;
    return [file(`${unit.name}/附件2.xlsx`, 'statistics', 'superseded', unit, { replacedBy }), main, ...more];
  }
  if (index !== 2) return [main, ...more];
  return [file(`${unit.name}.zip`, null, 'container', null, { format: 'zip' }), main, ...more];
}

function strayFiles(): FileReport[] {
  const place = { kind: 'sheet', sheet: '信息统计表', address: 'P5' } as const;
  const label = '宣传活动 / 村居社区计生协 / 活动场次';
  return [
    file('=cmd|calc!A1.xlsx', 'statistics', 'unmatched', null, {
      findings: [
        finding('unit/unknown', { text: '前李庄', suggestions: ['后李庄村委会'] }, { kind: 'file' }, '前李庄'),
        finding('count/unreadable', { label }, place, '=cmd\u0007 很多\u0000场'),
      ],
    }),
    file('~$附件2.xlsx', null, 'ignored', null, { format: 'unknown' }),
    file('补报.xlsx', 'statistics', 'later', null, {}),
  ];
}

function file(
  path: string,
  material: string | null,
  outcome: Outcome,
  unit: Unit | null,
  more: Partial<FileReport>,
): FileReport {
  return {
    path,
    material,
    outcome,
    unit,
    sha256: '0123456789abcdef'.repeat(4),
    bytes: 9_876,
    receipt: { at: '2023-06-09T10:00:00+08:00', evidence: 'mtime' },
    format: 'xlsx',
    replacedBy: null,
    gone: false,
    findings: [],
    ...more,
  };
}
