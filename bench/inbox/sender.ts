import { Chance } from '../../scripts/fixtures/random.js';
import type { Village } from './country.js';

export type Typed = number | string | null;

export type Fault = 'letters' | 'words' | 'negative' | 'other-year' | 'cut-off';

/** What one village sends: how it calls itself, what it types, under which name it saves the file, and when. */
export interface Sent {
  readonly unit: string;
  readonly typed: ReadonlyMap<string, Typed>;
  /** What the program must make of the counts; a field that states nothing is not among them. */
  readonly meant: ReadonlyMap<string, number>;
  readonly fault: Fault | null;
  /** Relative to the inbox. */
  readonly path: string;
  /** Seconds since 1970. */
  readonly savedAt: number;
  /** Which of the blank forms, from 0 up to 1. */
  readonly form: number;
}

const faults: readonly Fault[] = ['letters', 'words', 'negative', 'other-year', 'cut-off'];
const faultShare = 0.02;

const usual: readonly {
  sessions: string;
  people: string;
  held: readonly [number, number];
  each: readonly [number, number];
}[] = [
  { sessions: 'publicity.village.sessions', people: 'publicity.village.people', held: [1, 6], each: [15, 260] },
  { sessions: 'visits.village.sessions', people: 'visits.village.people', held: [0, 3], each: [2, 12] },
  { sessions: 'services.village.sessions', people: 'services.village.people', held: [0, 5], each: [10, 80] },
];
const media: readonly (readonly [string, number])[] = [
  ['media.national.articles', 0],
  ['media.national.av', 0],
  ['media.provincial.articles', 1],
  ['media.provincial.av', 0],
  ['media.municipal.articles', 2],
  ['media.municipal.av', 1],
  ['media.county.articles', 4],
  ['media.county.av', 2],
];
const online = ['online.website', 'online.wechat', 'online.weibo'];
const firstDay = Date.UTC(2023, 5, 1) / 1000;
const daysToSend = 9;

export function sentBy(village: Village, seed: string): Sent {
  const chance = new Chance(`${seed}/${village.id}`);
  const typed = new Map<string, Typed>();
  const meant = new Map<string, number>();
  const fault = chance.next() < faultShare ? chance.pick(faults) : null;
  for (const [field, value] of figures(chance)) {
    const text = asTyped(value, field.endsWith('people') ? '人' : '场', chance);
    typed.set(field, text);
    if (text !== null && text !== '无') meant.set(field, value);
  }
  for (const field of online) typed.set(field, chance.next() < 0.97 ? '无' : `${village.short}计生协`);
  const wrong = wrongCell(fault, chance);
  if (wrong !== null) typed.set('publicity.village.people', wrong);
  return {
    unit: calledItself(village, chance),
    typed,
    meant,
    fault,
    path: [...village.folders, fileName(village, chance)].join('/'),
    savedAt: firstDay + chance.between(0, daysToSend * 24 * 3600 - 1),
    form: chance.next(),
  };
}

/** The one of the forms that the sender took. */
export function chosenForm<Form>(sent: Sent, forms: readonly Form[]): Form {
  const form = forms[Math.floor(sent.form * forms.length)];
  if (form === undefined) throw new Error('no blank forms');
  return form;
}

/** What everybody must add up who opens the form: plain whole numbers from 0 up, whatever else is wrong with it. */
export function plainCounts({ typed, fault }: Sent): readonly (readonly [string, number])[] {
  if (fault === 'cut-off') return [];
  return [...typed].flatMap(([field, value]) =>
    typeof value === 'number' && value >= 0 ? [[field, value] as const] : [],
  );
}

function figures(chance: Chance): (readonly [string, number])[] {
  const pairs = usual.flatMap(({ sessions, people, held, each }) => {
    const times = chance.between(...held);
    return [[sessions, times] as const, [people, times * chance.between(...each)] as const];
  });
  const counts = media.map(([field, most]) => [field, chance.next() < 0.7 ? 0 : chance.between(0, most)] as const);
  return [...pairs, ...counts];
}

/** Mostly the plain number; now and then what a clerk writes in its place. */
function asTyped(value: number, unit: string, chance: Chance): Typed {
  const manner = chance.next();
  if (value === 0) return manner < 0.05 ? null : manner < 0.15 ? '无' : 0;
  if (manner < 0.015) return null;
  if (manner < 0.03) return `约${value}${unit}`;
  if (manner < 0.045) return `${value}${unit}`;
  return value >= 1000 && manner < 0.3 ? `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}` : value;
}

function wrongCell(fault: Fault | null, chance: Chance): Typed {
  if (fault === 'letters') return `${chance.between(1, 9)}OO`;
  if (fault === 'words') return '详见活动总结';
  return fault === 'negative' ? -chance.between(1, 300) : null;
}

/** Mostly as the roster has it; else without the body's name, or with a gap behind the township's. */
function calledItself({ name, folders, short }: Village, chance: Chance): string {
  const above = folders.slice(2).join('');
  const manner = chance.next();
  if (manner < 0.7) return name;
  return manner < 0.9 ? `${above}${short}` : `${above} ${name.slice(above.length)}`;
}

/** The file is called by the village, lies in a folder of its own, or bears its code. */
function fileName({ id, short }: Village, chance: Chance): string {
  const manner = chance.next();
  if (manner < 0.6) return `${short}信息统计表.xlsx`;
  return manner < 0.9 ? `${short}/附件2.xlsx` : `${id}.xlsx`;
}
