import { finding } from '../findings/finding.js';
import type { Campaign, Field } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { FieldValue, StatisticsRecord, UnfilledFields } from '../model/submission.js';

/** What the rules of meaning look at: a record and the levels whose figures its unit may fill. */
interface Subject {
  readonly campaign: Campaign;
  readonly record: StatisticsRecord;
  readonly unfilled: UnfilledFields;
  readonly fills: readonly string[];
}

/** What there is to ask: the same of all units that fill the same levels. */
interface Questions {
  /** The counts that are its own to fill, and the texts. */
  readonly counts: readonly Field[];
  readonly texts: readonly Field[];
  /** Those of people among the counts and texts, each with the sessions these came to. */
  readonly paired: readonly { readonly sessions: Field; readonly people: Field }[];
  /** Its own fields that belong to a level; null where a form cannot have left all of them out. */
  readonly leftOut: readonly Field[] | null;
  /** Levels that are others' to fill, with their fields. */
  readonly foreign: readonly { readonly label: string; readonly fields: readonly Field[] }[];
}

type Rule = (subject: Subject, questions: Questions) => readonly Finding[];

const rules: readonly Rule[] = [ownLevelMissing, blank, pairs, implausible, notYours, onlineNotFilled];

/** Findings on a record that depend on whose it is. They question figures, they never change them. */
export function checkMeaning(subject: Subject): readonly Finding[] {
  const questions = questionsFor(subject);
  const all: Finding[] = [];
  for (const rule of rules) for (const one of rule(subject, questions)) all.push(one);
  return all;
}

const known = new WeakMap<Campaign, Map<string, Questions>>();

function questionsFor({ campaign, fills }: Subject): Questions {
  const ofCampaign = known.get(campaign) ?? new Map<string, Questions>();
  known.set(campaign, ofCampaign);
  const key = fills.length === 1 ? (fills[0] as string) : fills.join('\n');
  const before = ofCampaign.get(key);
  if (before !== undefined) return before;
  const questions = workOut(campaign, fills);
  ofCampaign.set(key, questions);
  return questions;
}

function workOut({ forms, levels }: Campaign, fills: readonly string[]): Questions {
  const { fields } = forms.statistics;
  const own = fields.filter((field) => isOwnField(field, fills));
  const paired = own.flatMap((people) => {
    const sessions = fields.find(({ id }) => id === people.sessionsField);
    return sessions === undefined ? [] : [{ sessions, people }];
  });
  const levelled = own.filter((field) => field.level !== null);
  const foreign = levels
    .filter(({ id }) => !fills.includes(id))
    .map(({ id, labels }) => ({ label: labels[0] ?? id, fields: fields.filter(({ level }) => level === id) }));
  return {
    counts: own.filter((field) => field.kind === 'count'),
    texts: own.filter((field) => field.kind !== 'count'),
    paired,
    leftOut: levelled.every((field) => field.optional) && levelled.length > 0 ? levelled : null,
    foreign,
  };
}

/** Fields whose figures the unit may fill: its own levels, and those of no level. */
export function isOwnField(field: Field, fills: readonly string[]): boolean {
  return field.level === null || fills.includes(field.level);
}

const nothing: readonly never[] = [];

/** A level that forms may leave out cannot be left out by the very unit whose it is. */
function ownLevelMissing(subject: Subject, { leftOut }: Questions): readonly Finding[] {
  const { campaign, record, unfilled, fills } = subject;
  if (leftOut === null || leftOut.some(({ id }) => id in record || id in unfilled)) return nothing;
  const labels = campaign.levels.filter((level) => fills.includes(level.id)).flatMap((level) => level.labels[0] ?? []);
  return labels.map((label) => finding('form/label-missing', { label }, somewhere(subject)));
}

function blank(subject: Subject, { counts }: Questions): readonly Finding[] {
  const labels = labelsLeftBlank(counts, subject);
  return labels.length === 0 ? nothing : [finding('count/blank', { labels }, somewhere(subject))];
}

function labelsLeftBlank(fields: readonly Field[], { unfilled }: Subject): readonly string[] {
  const blanks = fields.filter(({ id }) => unfilled[id] === 'blank');
  return blanks.map(({ label }) => label);
}

function pairs(subject: Subject, { paired }: Questions): readonly Finding[] {
  return found(paired, ({ sessions, people }) => pair(subject, sessions, people));
}

/** What there is to say of some of many things. */
function found<Thing>(things: readonly Thing[], say: (thing: Thing) => Finding | null): readonly Finding[] {
  let all: Finding[] | null = null;
  for (const thing of things) {
    const one = say(thing);
    if (one === null) continue;
    all ??= [];
    all.push(one);
  }
  return all ?? nothing;
}

/** Sessions without people, people without sessions, fewer people than sessions: likely swapped or left out. */
function pair({ record, unfilled }: Subject, sessionsField: Field, peopleField: Field): Finding | null {
  const sessions = countIn(record, sessionsField);
  const people = countIn(record, peopleField);
  if (sessions === null && people === null) return null;
  const labels = { sessions: sessionsField.label, people: peopleField.label };
  const unsaid = (field: Field, value: FieldValue | null) => value?.value === 0 || field.id in unfilled;
  if (people !== null && people.value > 0 && unsaid(sessionsField, sessions)) {
    return finding('pair/people-without-sessions', { ...labels, value: people.value }, people.place, people.found);
  }
  if (sessions !== null && sessions.value > 0 && unsaid(peopleField, people)) {
    return finding(
      'pair/sessions-without-people',
      { ...labels, value: sessions.value },
      sessions.place,
      sessions.found,
    );
  }
  if (sessions === null || people === null || people.value >= sessions.value) return null;
  const args = { ...labels, sessionsValue: sessions.value, peopleValue: people.value };
  return finding('pair/fewer-people-than-sessions', args, people.place, people.found);
}

function implausible({ record }: Subject, { counts }: Questions): readonly Finding[] {
  return found(counts, (field) => {
    const value = countIn(record, field);
    if (value === null) return null;
    const sessions = field.sessionsField === undefined ? undefined : record[field.sessionsField]?.value;
    const limit = limitOf(field, value.value, typeof sessions === 'number' ? sessions : 0);
    if (limit === null) return null;
    return finding('count/implausible', { label: field.label, value: value.value, ...limit }, value.place, value.found);
  });
}

function limitOf(field: Field, value: number, sessions: number): { limit: number; perSession: boolean } | null {
  if (field.askAbove !== undefined && value > field.askAbove) return { limit: field.askAbove, perSession: false };
  const each = field.askAbovePerSession;
  return each !== undefined && sessions > 0 && value > each * sessions ? { limit: each, perSession: true } : null;
}

/** Figures of levels that are not the unit's: kept out of the totals, or they would be counted once per village. */
function notYours({ record }: Subject, { foreign }: Questions): readonly Finding[] {
  return found(foreign, ({ label, fields }) => {
    const filled = fields.filter((field) => (countIn(record, field)?.value ?? 0) > 0);
    const first = filled[0] === undefined ? undefined : record[filled[0].id];
    if (first === undefined) return null;
    return finding(
      'level/not-yours',
      { level: label, labels: filled.map((one) => one.label) },
      first.place,
      first.found,
    );
  });
}

function onlineNotFilled(subject: Subject, { texts }: Questions): readonly Finding[] {
  const labels = labelsLeftBlank(texts, subject);
  return labels.length === 0 ? nothing : [finding('online/not-filled', { labels }, somewhere(subject))];
}

interface Count extends FieldValue {
  readonly value: number;
}

function countIn(record: StatisticsRecord, field: Field): Count | null {
  const held = record[field.id];
  return held !== undefined && field.kind === 'count' && isCount(held) ? held : null;
}

function isCount(held: FieldValue): held is Count {
  return typeof held.value === 'number';
}

/** The table the record stands in, for findings about several of its cells. */
function somewhere({ record }: Subject): Place {
  const place = Object.values(record)[0]?.place;
  if (place?.kind === 'sheet') return { kind: 'sheet', sheet: place.sheet };
  return place?.kind === 'word' ? { kind: 'word', table: place.table } : { kind: 'file' };
}
