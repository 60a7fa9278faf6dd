import type { Campaign, Field, FieldId } from '../model/campaign.js';
import type { Place } from '../model/finding.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { FieldValue, StatisticsRecord, UnfilledFields } from '../model/submission.js';

/**
 * Entries as text, for sending between processes and for keeping: JSON without what is as in most entries, in which the
 * figures of a form are lists. Unpacked with the same campaign they are the same again; what is alike in many is shared.
 */
export function pack(entries: readonly StoredEntry[], { forms }: Campaign): string {
  const { fields } = forms.statistics;
  return JSON.stringify(entries.map((entry) => packEntry(entry, fields)));
}

/** Key by key, because objects made of the rest of others take several times as long. */
function packEntry(entry: StoredEntry, fields: readonly Field[]): PackedEntry {
  const { sha256, bytes, examination } = entry;
  const packed: Growing<PackedEntry> = { sha256, bytes, examination: packExamination(examination, fields) };
  addUnusual(packed, entry, usualEntry);
  return packed;
}

function packExamination(examination: Examination, fields: readonly Field[]): PackedExamination {
  const { format, unfilled, statistics } = examination;
  const packed: Growing<PackedExamination> = { format };
  addUnusual(packed, examination, usualExamination);
  if (!isEmpty(unfilled)) packed.unfilled = packUnfilled(unfilled, fields);
  if (statistics !== null) packed.statistics = packRecord(statistics, fields);
  return packed;
}

export function unpack(body: string, { forms }: Campaign): readonly StoredEntry[] {
  const { fields } = forms.statistics;
  return (JSON.parse(body) as PackedEntry[]).map((entry) => unpackEntry(entry, fields));
}

/** Written out in full, because objects made of the rest of others take several times the room. */
function unpackEntry(entry: PackedEntry, fields: readonly Field[]): StoredEntry {
  return {
    inside: entry.inside ?? usualEntry.inside,
    sha256: entry.sha256,
    bytes: entry.bytes,
    mailedAt: entry.mailedAt ?? usualEntry.mailedAt,
    archives: shared(entry.archives),
    sender: entry.sender ?? usualEntry.sender,
    role: entry.role ?? usualEntry.role,
    examination: unpackExamination(entry.examination, fields),
  };
}

function unpackExamination(packed: PackedExamination, fields: readonly Field[]): Examination {
  const { statistics = null, unfilled = nothingIn } = packed;
  return {
    format: packed.format,
    material: packed.material ?? usualExamination.material,
    unitText: packed.unitText ?? usualExamination.unitText,
    blank: packed.blank ?? usualExamination.blank,
    statistics: statistics && (isPacked(statistics) ? unpackRecord(statistics, fields) : statistics),
    unfilled: typeof unfilled === 'string' ? unpackUnfilled(unfilled, fields) : unfilled,
    progress: packed.progress ?? usualExamination.progress,
    photo: packed.photo ?? usualExamination.photo,
    header: packed.header ?? usualExamination.header,
    heading: packed.heading ?? usualExamination.heading,
    findings: shared(packed.findings),
  };
}

type Examination = StoredEntry['examination'];
type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** What most entries and examinations have alike, and is left out. */
type UsualEntry = Omit<StoredEntry, 'sha256' | 'bytes' | 'examination'>;
type UsualExamination = Omit<Examination, 'format' | 'statistics' | 'unfilled'>;

interface PackedEntry extends Pick<StoredEntry, 'sha256' | 'bytes'>, Partial<UsualEntry> {
  readonly examination: PackedExamination;
}

interface PackedExamination extends Pick<Examination, 'format'>, Partial<UsualExamination> {
  /** Earlier versions kept records, and what is not filled in, as they are. */
  readonly statistics?: PackedRecord | StatisticsRecord | null;
  readonly unfilled?: string | UnfilledFields;
}

const nothing: readonly never[] = [];
const nothingIn: Readonly<Record<string, never>> = {};

const usualEntry: UsualEntry = { inside: '', mailedAt: null, archives: nothing, sender: null, role: 'material' };
const usualExamination: UsualExamination = {
  ...{ material: null, unitText: null, blank: false, progress: null, photo: null },
  ...{ header: nothingIn, heading: '', findings: nothing },
};

function addUnusual<Usual extends object>(packed: Partial<Usual>, whole: Usual, usual: Usual): void {
  for (const key in usual) if (!isUsual(whole[key], usual[key])) packed[key] = whole[key];
}

function isUsual(value: unknown, known: unknown): boolean {
  return value === known || (isObject(value) && isObject(known) && isEmpty(value));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

function shared<T>(list: readonly T[] = nothing): readonly T[] {
  return list.length === 0 ? nothing : list;
}

const signs = { blank: 'b', none: 'n' } as const;

/** A sign for each field in their order. */
function packUnfilled(unfilled: UnfilledFields, fields: readonly Field[]): string {
  let packed = '';
  for (const { id } of fields) {
    const how = unfilled[id];
    packed += how === undefined ? '.' : signs[how];
  }
  return packed;
}

/** Many forms leave out the same. */
function unpackUnfilled(packed: string, fields: readonly Field[]): UnfilledFields {
  const known = knownTo(fields).unfilled;
  return remembered(known, packed, () => {
    const entries = fields.flatMap(({ id }, n): (readonly [FieldId, 'blank' | 'none'])[] => {
      const sign = packed[n];
      return sign === signs.blank ? [[id, 'blank']] : sign === signs.none ? [[id, 'none']] : [];
    });
    return Object.fromEntries(entries);
  });
}

/** The sheet of most places, and the figures: index of the field, value, place, and where they differ, estimate and text. */
interface PackedRecord {
  readonly sheet: string | null;
  readonly values: readonly PackedValue[];
}

/** An address on the sheet, or another place; text is left out where it is the value as JavaScript writes it. */
type PackedValue = readonly [
  field: number,
  value: number | string,
  place: string | Place,
  estimate?: 0 | 1,
  found?: string,
];

function isPacked(statistics: PackedRecord | StatisticsRecord): statistics is PackedRecord {
  return Array.isArray(statistics.values);
}

function packRecord(record: StatisticsRecord, fields: readonly Field[]): PackedRecord {
  const sheet = firstSheet(record);
  const values: PackedValue[] = [];
  for (let n = 0; n < fields.length; n++) {
    const value = record[(fields[n] as Field).id];
    if (value !== undefined) values.push(packValue(n, value, sheet));
  }
  return { sheet, values };
}

function firstSheet(record: StatisticsRecord): string | null {
  for (const id in record) {
    const place = record[id]?.place;
    if (place?.kind === 'sheet') return place.sheet;
  }
  return null;
}

function packValue(field: number, { value, estimate, place, found }: FieldValue, sheet: string | null): PackedValue {
  const isOnSheet = place.kind === 'sheet' && place.sheet === sheet && place.address !== undefined;
  const at = isOnSheet ? (place.address ?? '') : place;
  if (found !== String(value)) return [field, value, at, estimate ? 1 : 0, found];
  return estimate ? [field, value, at, 1] : [field, value, at];
}

function unpackRecord({ sheet, values }: PackedRecord, fields: readonly Field[]): StatisticsRecord {
  const record: Record<FieldId, FieldValue> = {};
  const cells = remembered(knownTo(fields).sheets, sheet ?? '', () => new Map<string, KnownCell>());
  for (const packed of values) {
    const field = fields[packed[0]];
    if (field !== undefined) record[field.id] = unpackValue(packed, sheet ?? '', cells);
  }
  return record;
}

/** The same small figures stand in the same cells of many forms. */
function unpackValue(
  [, value, at, estimate = 0, found = String(value)]: PackedValue,
  sheet: string,
  cells: Map<string, KnownCell>,
): FieldValue {
  if (typeof at !== 'string') return { value, estimate: estimate === 1, place: at, found };
  const cell = remembered(
    cells,
    at,
    (): KnownCell => ({ place: { kind: 'sheet', sheet, address: at }, counts: new Map() }),
  );
  const make = () => ({ value, estimate: estimate === 1, place: cell.place, found });
  const isPlain = typeof value === 'number' && value <= mostShared && estimate === 0 && found === String(value);
  return isPlain ? remembered(cell.counts, value, make) : make();
}

const mostShared = 1000;

interface KnownCell {
  readonly place: Place;
  readonly counts: Map<number, FieldValue>;
}

interface Known {
  readonly unfilled: Map<string, UnfilledFields>;
  readonly sheets: Map<string, Map<string, KnownCell>>;
}

const known = new WeakMap<readonly Field[], Known>();

function knownTo(fields: readonly Field[]): Known {
  const before = known.get(fields);
  if (before !== undefined) return before;
  const made: Known = { unfilled: new Map(), sheets: new Map() };
  known.set(fields, made);
  return made;
}

const most = 10_000;

function remembered<Key, Value>(before: Map<Key, Value>, key: Key, make: () => Value): Value {
  const one = before.get(key);
  if (one !== undefined) return one;
  const made = make();
  if (before.size >= most) before.clear();
  before.set(key, made);
  return made;
}
