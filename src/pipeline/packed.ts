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
  return JSON.stringify(
    entries.map(({ examination, ...entry }): PackedEntry => {
      const { statistics, unfilled, ...rest } = examination;
      return {
        ...unusual(entry, usualEntry),
        examination: {
          ...unusual(rest, usualExamination),
          ...(isEmpty(unfilled) ? {} : { unfilled: packUnfilled(unfilled, fields) }),
          ...(statistics === null ? {} : { statistics: packRecord(statistics, fields) }),
        },
      } as PackedEntry;
    }),
  );
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

function unpackExamination(packed: PackedEntry['examination'], fields: readonly Field[]): Examination {
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
type PackedEntry = Pick<StoredEntry, 'sha256' | 'bytes'> &
  Partial<StoredEntry> & {
    readonly examination: Pick<Examination, 'format'> &
      Partial<Omit<Examination, 'statistics' | 'unfilled'>> & {
        /** Earlier versions kept records, and what is not filled in, as they are. */
        readonly statistics?: PackedRecord | StatisticsRecord | null;
        readonly unfilled?: string | UnfilledFields;
      };
  };

const nothing: readonly never[] = [];
const nothingIn: Readonly<Record<string, never>> = {};

/** What is left out. */
const usualEntry = { inside: '', mailedAt: null, archives: nothing, sender: null, role: 'material' } as const;
const usualExamination = {
  ...{ material: null, unitText: null, blank: false, progress: null, photo: null },
  ...{ header: nothingIn, heading: '', findings: nothing },
} as const;

function unusual<Whole extends object>(whole: Whole, usual: Partial<Whole>): Partial<Whole> {
  const left: Partial<Whole> = {};
  for (const key in whole) if (!isUsual(whole[key], usual[key])) left[key] = whole[key];
  return left;
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
  return fields.map(({ id }) => (unfilled[id] === undefined ? '.' : signs[unfilled[id]])).join('');
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
  const places = Object.values(record).map(({ place }) => place);
  const sheet = places.find((place) => place.kind === 'sheet')?.sheet ?? null;
  const values = fields.flatMap(({ id }, n) => {
    const value = record[id];
    return value === undefined ? [] : [packValue(n, value, sheet)];
  });
  return { sheet, values };
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
