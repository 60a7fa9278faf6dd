import type { Campaign, FieldId } from '../model/campaign.js';
import type { Place } from '../model/finding.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { FieldValue, StatisticsRecord } from '../model/submission.js';

/**
 * Entries as text, for sending between processes and for keeping: JSON, in which the figures of a form, which are most
 * of it, are lists. Unpacked with the same campaign they are the same again; what is alike in many forms is then shared.
 */
export function pack(entries: readonly StoredEntry[], campaign: Campaign): string {
  return JSON.stringify(
    entries.map(({ examination, ...entry }) => {
      const { statistics, ...rest } = examination;
      return { ...entry, examination: { ...rest, statistics: statistics && packRecord(statistics, campaign) } };
    }),
  );
}

export function unpack(body: string, campaign: Campaign): readonly StoredEntry[] {
  const entries = JSON.parse(body) as PackedEntry[];
  return entries.map(({ examination, ...entry }) => {
    const { statistics, unfilled, header, findings, ...rest } = examination;
    return {
      ...entry,
      archives: shared(entry.archives, nothing),
      examination: {
        ...rest,
        unfilled: isEmpty(unfilled) ? noEntries : unfilled,
        header: isEmpty(header) ? noEntries : header,
        findings: shared(findings, nothing),
        statistics: statistics && (isPacked(statistics) ? unpackRecord(statistics, campaign) : statistics),
      },
    };
  });
}

type Examination = StoredEntry['examination'];
type PackedEntry = Omit<StoredEntry, 'examination'> & {
  readonly examination: Omit<Examination, 'statistics'> & {
    readonly statistics: PackedRecord | StatisticsRecord | null;
  };
};

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

/** Earlier versions kept records as they are. */
function isPacked(statistics: PackedRecord | StatisticsRecord): statistics is PackedRecord {
  return Array.isArray(statistics.values);
}

function packRecord(record: StatisticsRecord, { forms }: Campaign): PackedRecord {
  const { fields } = forms.statistics;
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

function unpackRecord({ sheet, values }: PackedRecord, { forms }: Campaign): StatisticsRecord {
  const record: Record<FieldId, FieldValue> = {};
  for (const packed of values) {
    const field = forms.statistics.fields[packed[0]];
    if (field !== undefined) record[field.id] = unpackValue(packed, sheet ?? '');
  }
  return record;
}

/** The same small figures stand in the same cells of many forms. */
function unpackValue([, value, at, estimate = 0, found = String(value)]: PackedValue, sheet: string): FieldValue {
  if (typeof at !== 'string') return { value, estimate: estimate === 1, place: at, found };
  const key = `${sheet}\n${at}\n${typeof value}\n${found}\n${value}\n${estimate}`;
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = { value, estimate: estimate === 1, place: placeAt(sheet, at), found };
  keep(values, key, made);
  return made;
}

function placeAt(sheet: string, address: string): Place {
  const key = `${sheet}\n${address}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const made: Place = { kind: 'sheet', sheet, address };
  keep(places, key, made);
  return made;
}

const most = 50_000;
const values = new Map<string, FieldValue>();
const places = new Map<string, Place>();

function keep<V>(known: Map<string, V>, key: string, value: V): void {
  if (known.size >= most) known.clear();
  known.set(key, value);
}

const nothing: readonly never[] = [];
const noEntries: Readonly<Record<string, never>> = {};

function shared<T>(list: readonly T[], empty: readonly T[]): readonly T[] {
  return list.length === 0 ? empty : list;
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
