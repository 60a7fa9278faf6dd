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

/** And what there is to ask of its unit. */
interface Asked extends Subject, Questions {}

/** The same for all units that fill the same levels. */
interface Questions {
  /** The fields that are its own. */
  readonly own: readonly Field[];
  /** Those of people among them, each with the sessions these came to. */
  readonly paired: readonly { readonly sessions: Field; readonly people: Field }[];
  /** Levels that are others' to fill, with their fields. */
  readonly foreign: readonly { readonly label: string; readonly fields: readonly Field[] }[];
}

type Rule = (asked: Asked) => readonly Finding[];

const rules: readonly Rule[] = [ownLevelMissing, blank, pairs, implausible, notYours, onlineNotFilled];

/** Findings on a record that depend on whose it is. They question figures, they never change them. */
export function checkMeaning(subject: Subject): readonly Finding[] {
  const asked = { ...subject, ...questionsFor(subject) };
  return rules.flatMap((rule) => rule(asked));
}

const questions = new WeakMap<Campaign, Map<string, Questions>>();

function questionsFor({ campaign, fills }: Subject): Questions {
  const ofCampaign = questions.get(campaign) ?? new Map<string, Questions>();
  questions.set(campaign, ofCampaign);
  const key = fills.join('\n');
  const known = ofCampaign.get(key) ?? workOut(campaign, fills);
  ofCampaign.set(key, known);
  return known;
}

function workOut({ forms, levels }: Campaign, fills: readonly string[]): Questions {
  const { fields } = forms.statistics;
  const own = fields.filter((field) => isOwnField(field, fills));
  const paired = own.flatMap((people) => {
    const sessions = fields.find(({ id }) => id === people.sessionsField);
    return sessions === undefined ? [] : [{ sessions, people }];
  });
  const foreign = levels
    .filter(({ id }) => !fills.includes(id))
    .map(({ id, labels }) => ({ label: labels[0] ?? id, fields: fields.filter(({ level }) => level === id) }));
  return { own, paired, foreign };
}

/** Fields whose figures the unit may fill: its own levels, and those of no level. */
export function isOwnField(field: Field, fills: readonly string[]): boolean {
  return field.level === null || fills.includes(field.level);
}

/** A level that forms may leave out cannot be left out by the very unit whose it is. */
function ownLevelMissing(subject: Asked): Finding[] {
  const { campaign, record, unfilled, fills } = subject;
  const own = subject.own.filter((field) => field.level !== null);
  if (own.some((field) => !field.optional || field.id in record || field.id in unfilled)) return [];
  const labels = campaign.levels.filter((level) => fills.includes(level.id)).flatMap((level) => level.labels[0] ?? []);
  return labels.map((label) => finding('form/label-missing', { label }, somewhere(subject)));
}

function blank(subject: Asked): Finding[] {
  const counts = subject.own.filter((field) => field.kind === 'count' && subject.unfilled[field.id] === 'blank');
  const labels = counts.map((field) => field.label);
  return labels.length === 0 ? [] : [finding('count/blank', { labels }, somewhere(subject))];
}

function pairs(subject: Asked): Finding[] {
  return subject.paired.flatMap(({ sessions, people }) => pair(subject, sessions, people));
}

/** Sessions without people, people without sessions, fewer people than sessions: likely swapped or left out. */
function pair({ record, unfilled }: Subject, sessionsField: Field, peopleField: Field): Finding[] {
  const sessions = countIn(record, sessionsField);
  const people = countIn(record, peopleField);
  const labels = { sessions: sessionsField.label, people: peopleField.label };
  const unsaid = (field: Field, value: FieldValue | null) => value?.value === 0 || field.id in unfilled;
  if (people !== null && people.value > 0 && unsaid(sessionsField, sessions)) {
    return [finding('pair/people-without-sessions', { ...labels, value: people.value }, people.place, people.found)];
  }
  if (sessions !== null && sessions.value > 0 && unsaid(peopleField, people)) {
    return [
      finding('pair/sessions-without-people', { ...labels, value: sessions.value }, sessions.place, sessions.found),
    ];
  }
  if (sessions === null || people === null || people.value >= sessions.value) return [];
  const args = { ...labels, sessionsValue: sessions.value, peopleValue: people.value };
  return [finding('pair/fewer-people-than-sessions', args, people.place, people.found)];
}

function implausible(subject: Asked): Finding[] {
  return subject.own.flatMap((field) => {
    const value = countIn(subject.record, field);
    if (value === null) return [];
    const sessions = field.sessionsField === undefined ? undefined : subject.record[field.sessionsField]?.value;
    const limit = limitOf(field, value.value, typeof sessions === 'number' ? sessions : 0);
    if (limit === null) return [];
    const args = { label: field.label, value: value.value, ...limit };
    return [finding('count/implausible', args, value.place, value.found)];
  });
}

function limitOf(field: Field, value: number, sessions: number): { limit: number; perSession: boolean } | null {
  if (field.askAbove !== undefined && value > field.askAbove) return { limit: field.askAbove, perSession: false };
  const each = field.askAbovePerSession;
  return each !== undefined && sessions > 0 && value > each * sessions ? { limit: each, perSession: true } : null;
}

/** Figures of levels that are not the unit's: kept out of the totals, or they would be counted once per village. */
function notYours({ foreign, record }: Asked): Finding[] {
  return foreign.flatMap(({ label, fields }) => {
    const filled = fields.filter((field) => (countIn(record, field)?.value ?? 0) > 0);
    const first = filled[0] === undefined ? undefined : record[filled[0].id];
    if (first === undefined) return [];
    const args = { level: label, labels: filled.map((field) => field.label) };
    return [finding('level/not-yours', args, first.place, first.found)];
  });
}

function onlineNotFilled(subject: Asked): Finding[] {
  const texts = subject.own.filter((field) => field.kind !== 'count' && subject.unfilled[field.id] === 'blank');
  const labels = texts.map((field) => field.label);
  return labels.length === 0 ? [] : [finding('online/not-filled', { labels }, somewhere(subject))];
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
