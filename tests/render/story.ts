import { createHash } from 'node:crypto';
import { figuresOf } from '../../src/aggregate/figures.js';
import { withReplacements } from '../../src/aggregate/file-reports.js';
import { finding } from '../../src/findings/finding.js';
import type { Campaign, Day, Deadline, Instant, Unit } from '../../src/model/campaign.js';
import type { Finding } from '../../src/model/finding.js';
import type {
  DayKind,
  DeadlineReport,
  FileReport,
  MaterialReport,
  Outcome,
  Report,
  UnitReport,
} from '../../src/model/report.js';
import type { FieldValue, Receipt, StatisticsRecord } from '../../src/model/submission.js';
import { shipped } from '../write/sample-report.js';

const whole = { kind: 'file' } as const;
export const people = '宣传活动 / 村居社区计生协 / 宣传人数';

/** One file as a unit sends it; `serves` is the deadline it is for. */
interface Sent {
  readonly path: string;
  readonly material: string | null;
  readonly serves: string | null;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** What a unit changes in what it should send. */
type Fate = (sent: readonly Sent[]) => readonly Sent[];

/** No file at all. */
export function nothingSent(id: string, asOf: Instant): Report {
  return reportOf(id, asOf, () => []);
}

/** Every unit has sent everything in time, and nothing is to be asked. */
export function allInTime(id: string, asOf: Instant): Report {
  return reportOf(id, asOf, (_unit, sent) => sent);
}

/**
 * The Wanzhang month with one village of every fate: 楚庄 and 骆堂 send (some of) the last things early, 梁海 three days
 * late, 周庄 too few photos and no video, 薛庄 nothing, 宋王 a form that is sent back, 杨屯 estimates, 马海 figures of other
 * levels; two files are nobody's.
 */
export function wanzhang(asOf = '2023-06-14T09:00:00+08:00'): Report {
  const report = reportOf('wanzhang-2023', asOf, (unit, sent) => (fates[unit.name] ?? ((all) => all))(sent), strays);
  const { campaign, units } = report;
  return addedUp({ ...report, units: units.map((unit) => withQuestions(unit, campaign)) });
}

/** The report with everything that follows from its units and files. */
export function addedUp(report: Report): Report {
  const files = withReplacements(report.files);
  return { ...report, files, ...figuresOf(report.campaign, report.asOf, report.units, files) };
}

const isStatistics = ({ material }: Sent) => material === 'statistics';
const isFinal = ({ serves }: Sent) => serves === 'final';

const fates: Readonly<Record<string, Fate>> = {
  楚庄村委会: (sent) => sent.map((one) => (isFinal(one) ? { ...one, at: '2023-06-08T10:00:00+08:00' } : one)),
  骆堂村委会: (sent) => sent.map((one) => (isStatistics(one) ? { ...one, at: '2023-06-08T11:00:00+08:00' } : one)),
  梁海村委会: (sent) => sent.map((one) => (isFinal(one) ? { ...one, at: '2023-06-13T10:00:00+08:00' } : one)),
  周庄村委会: (sent) => sent.filter(({ path }) => !/照片3|视频/u.test(path)),
  薛庄村委会: () => [],
  宋王村委会: (sent) =>
    sent.map((one) => (isStatistics(one) ? { ...one, outcome: 'rejected', findings: unreadable() } : one)),
  杨屯村委会: (sent) => sent.map((one) => (isStatistics(one) ? { ...one, findings: estimated() } : one)),
  马海村委会: (sent) => sent.map((one) => (isStatistics(one) ? { ...one, findings: otherLevel() } : one)),
};

function unreadable(): Finding[] {
  return ['F4', 'G4', 'H4', 'I4'].map((address) =>
    finding('count/unreadable', { label: people }, { kind: 'sheet', sheet: '信息统计表', address }, '很多'),
  );
}

const estimatePlace = { kind: 'sheet', sheet: '信息统计表', address: 'F6' } as const;
const countyPlace = { kind: 'sheet', sheet: '信息统计表', address: 'B4' } as const;

function estimated(): Finding[] {
  return [
    finding('count/estimate', { label: people, value: 200, counted: true }, estimatePlace, '约200人'),
    finding('count/normalised', { label: people, value: 200 }, estimatePlace, '约200人'),
  ];
}

function otherLevel(): Finding[] {
  const labels = ['宣传活动 / 县级计生协 / 宣传人数'];
  return [finding('level/not-yours', { level: '县级计生协', labels }, countyPlace, '900')];
}

const strays: readonly Sent[] = [
  {
    ...{ path: '待核/附件2.xlsx', material: 'statistics', serves: null, at: '2023-06-09T08:00:00+08:00' },
    outcome: 'unmatched',
    findings: [finding('unit/unknown', { text: '前李庄', suggestions: [] }, whole, '前李庄')],
  },
  {
    ...{ path: '微信/全部材料.rar', material: null, serves: null, at: '2023-06-09T08:00:00+08:00' },
    outcome: 'unmatched',
    findings: [finding('file/wrong-kind', { format: 'rar', wanted: [] }, whole)],
  },
  {
    ...{ path: '~$附件2.xlsx', material: null, serves: null, at: '2023-06-09T08:00:00+08:00' },
    outcome: 'ignored',
    findings: [finding('file/lock-file', {}, whole)],
  },
];

function reportOf(
  id: string,
  asOf: Instant,
  fate: (unit: Unit, sent: readonly Sent[]) => readonly Sent[],
  others: readonly Sent[] = [],
): Report {
  const { campaign, roster } = shipped(id);
  const outcomeOf = (one: Sent): Sent =>
    one.at > asOf ? { ...one, outcome: 'later', material: null, findings: [] } : one;
  const sentBy = new Map(
    roster.map((unit) => [unit.id, unit.required ? fate(unit, everything(unit, campaign)).map(outcomeOf) : []]),
  );
  const nobodys = others.map(outcomeOf);
  const files = [
    ...roster.flatMap((unit) => (sentBy.get(unit.id) ?? []).map((one) => fileOf(one, unit))),
    ...nobodys.map((one) => fileOf(one, null)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const unmatched = nobodys.filter(({ outcome }) => outcome === 'unmatched').length;
  const units = roster.map((unit, n) => unitOf(unit, n, sentBy.get(unit.id) ?? [], campaign, asOf, unmatched));
  return addedUp({
    ...{ campaign, locale: campaign.locale, asOf, units, files, version: '0.1.0', decisions: [] },
    ...figuresOf(campaign, asOf, units, files),
  });
}

function everything(unit: Unit, campaign: Campaign): Sent[] {
  return campaign.deadlines.flatMap(({ id, due, materials }) =>
    materials.flatMap((material) => {
      const asked = campaign.materials.find((one) => one.id === material);
      const isSet = asked?.kind === 'photos' || asked?.kind === 'video';
      return Array.from({ length: isSet ? asked.least : 1 }, (_, k): Sent => {
        const number = isSet ? String(k + 1) : asked?.kind === 'progress' ? id.slice(-1) : '';
        const path = `${unit.name}/${asked?.name}${number}.${asked?.formats[0]}`;
        return { path, material, serves: id, at: `${due}T09:30:00+08:00`, outcome: 'used', findings: [] };
      });
    }),
  );
}

function fileOf({ path, material, at, outcome, findings }: Sent, unit: Unit | null): FileReport {
  return {
    path,
    sha256: createHash('sha256').update(path).digest('hex'),
    bytes: 9876,
    receipt: { at, evidence: 'mtime' },
    format: 'unknown',
    unit: outcome === 'later' ? null : unit,
    material,
    outcome,
    replacedBy: null,
    gone: false,
    findings,
  };
}

function unitOf(
  unit: Unit,
  n: number,
  sent: readonly Sent[],
  campaign: Campaign,
  asOf: Instant,
  unmatched: number,
): UnitReport {
  const form = sent.find((one) => isStatistics(one) && one.outcome === 'used');
  const record = form === undefined ? null : figures(n, campaign);
  const deadlines = campaign.deadlines.map((deadline) => judged(deadline, unit, sent, campaign, asOf));
  const photos = sent.filter(({ material, outcome }) => material === 'photos' && outcome === 'used').length;
  const wanted = campaign.materials.find(({ id }) => id === 'photos')?.least ?? 0;
  return {
    unit,
    concerned: unit.required || deadlines.some(({ receipt }) => receipt !== null),
    statistics: record === null || form === undefined ? null : { record, path: form.path },
    counted: campaign.forms.statistics.fields
      .filter((field) => field.kind === 'count' && isOwn(field.level, unit) && record !== null)
      .map(({ id }) => id),
    deadlines,
    materials: campaign.materials.map(({ id, least }) => clocksOf(id, least, sent)),
    corrections: [],
    activities: null,
    findings: [
      ...deadlines
        .filter(({ status }) => status === 'missing')
        .map(({ name }) => finding('deadline/missing', { deadline: name, unmatched }, whole)),
      ...(photos > 0 && photos < wanted ? [finding('photo/too-few', { count: photos, wanted }, whole)] : []),
    ],
  };
}

function clocksOf(id: string, least: number, sent: readonly Sent[]): MaterialReport {
  const own = sent.filter((one) => one.material === id);
  const accepted = own.filter(({ outcome }) => outcome === 'used');
  const receipt = (at: Instant | undefined): Receipt | null => (at === undefined ? null : { at, evidence: 'mtime' });
  return { id, firstReceived: receipt(own[0]?.at), firstAccepted: receipt(accepted[Math.max(least, 1) - 1]?.at) };
}

function isOwn(level: string | null, unit: Unit): boolean {
  return level === null || unit.fills.includes(level);
}

function judged(
  { id, name, due, materials }: Deadline,
  unit: Unit,
  sent: readonly Sent[],
  campaign: Campaign,
  asOf: Instant,
): DeadlineReport {
  const own = sent.filter((one) => one.serves === id && one.outcome !== 'later');
  const accepted = own.filter(({ outcome }) => outcome === 'used');
  const lacking = materials.filter(
    (material) =>
      accepted.filter((one) => one.material === material).length <
      (campaign.materials.find((one) => one.id === material)?.least ?? 1),
  );
  const times = (lacking.length === 0 ? accepted : own).map(({ at }) => at).sort();
  const at = lacking.length === 0 ? times.at(-1) : times[0];
  const daysLate = lacking.length > 0 || at === undefined ? 0 : Math.max(0, daysAfter(due, at.slice(0, 10)));
  const isOpen = asOf.slice(0, 10) <= due;
  const owing = !unit.required ? 'exempt' : isOpen ? 'pending' : own.length > 0 ? 'incomplete' : 'missing';
  return {
    ...{ id, name, due, lacking, daysLate, uncertain: null, dayKind: kindOf(due) },
    status: lacking.length > 0 ? owing : daysLate > 0 ? 'late' : 'on-time',
    receipt: at === undefined ? null : { at, evidence: 'mtime' },
  };
}

function daysAfter(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function kindOf(day: Day): DayKind {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return { kind: isWeekend ? 'weekend' : 'workday', name: '' };
}

function figures(n: number, campaign: Campaign): StatisticsRecord {
  return Object.fromEntries(
    campaign.forms.statistics.fields
      .filter(({ level }) => level === null || level === campaign.reportingLevel)
      .map((field, k) => {
        const value = field.kind === 'count' ? counted(field.id, n) : n % 4 === 0 ? '万张计生' : '无';
        return [field.id, stands(value, { kind: 'sheet', sheet: '信息统计表', address: `F${k + 1}` })];
      }),
  );
}

/** Sessions and people that agree; of the media only the county's. */
function counted(id: string, n: number): number {
  if (id.endsWith('.people')) return 100 + n;
  if (id.endsWith('.sessions')) return 2;
  return id === 'media.county.articles' ? 1 : 0;
}

function stands(value: number | string, place: FieldValue['place'], estimate = false): FieldValue {
  return { value, estimate, place, found: String(value) };
}

/** The figures behind what was found in the forms of 杨屯 and 马海. */
function withQuestions(unit: UnitReport, campaign: Campaign): UnitReport {
  if (unit.statistics === null) return unit;
  const { record, path } = unit.statistics;
  const more: Record<string, StatisticsRecord> = {
    杨屯村委会: { 'publicity.village.people': stands(200, estimatePlace, true) },
    马海村委会: { 'publicity.county.people': stands(900, countyPlace) },
  };
  const ids = campaign.forms.statistics.fields.map(({ id }) => id);
  const all = { ...record, ...more[unit.unit.name] };
  const inOrder = Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));
  return { ...unit, statistics: { record: inOrder, path } };
}
