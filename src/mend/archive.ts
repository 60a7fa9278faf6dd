import { gzipSync, inflateSync } from 'fflate';
import { joinBytes } from '../model/join-bytes.js';

/** A zip whose entries can be read, and replaced without touching a byte of the others. */
export interface Archive {
  /** As office programs compare them: forward slashes, lower case. */
  readonly names: readonly string[];
  /** The entry's bytes, whatever the case and slashes of its name; null where there is none or its packing is unknown. */
  read(name: string): Uint8Array | null;
  with(changes: ReadonlyMap<string, Uint8Array>): Uint8Array;
}

interface Entry {
  /** As it is compared. */
  readonly name: string;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
  /** Where its local header begins, and where the next one does. */
  readonly from: number;
  readonly to: number;
}

const localSignature = 0x04034b50;
const recordSignature = 0x02014b50;
const endSignature = 0x06054b50;
const deflated = 8;
/** Of an entry's flags: encrypted, and sizes told behind the data. */
const encrypted = 0x0001;
const sizesBehind = 0x0008;
/** A form is a thousand times smaller; a size that needs 64 bits is told elsewhere. */
const largest = 64 * 1024 * 1024;

/** Strict where readers are tolerant: null for any zip that is not laid out as office programs do it. */
export function openArchive(file: Uint8Array): Archive | null {
  const end = findEnd(file);
  if (end === null) return null;
  const entries = listEntries(file, end);
  if (entries === null || new Set(entries.map(({ name }) => name)).size < entries.length) return null;
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = entries.find((one) => one.name === compared(name));
      return entry === undefined ? null : content(file, entry);
    },
    with: (changes) => rebuilt(file, entries, end, new Map([...changes].map(([name, data]) => [compared(name), data]))),
  };
}

interface End {
  readonly at: number;
  readonly count: number;
  readonly directory: number;
}

function findEnd(file: Uint8Array): End | null {
  const view = viewOf(file);
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const directory = view.getUint32(at + 16, true);
    const isWhole =
      directory + view.getUint32(at + 12, true) === at && at + 22 + view.getUint16(at + 20, true) === file.length;
    return isWhole ? { at, count: view.getUint16(at + 10, true), directory } : null;
  }
  return null;
}

function listEntries(file: Uint8Array, end: End): Entry[] | null {
  const view = viewOf(file);
  const records: { name: string; record: Uint8Array; from: number }[] = [];
  for (let at = end.directory; at < end.at; ) {
    if (at + 46 > end.at || view.getUint32(at, true) !== recordSignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const from = view.getUint32(at + 42, true);
    if (next > end.at || from + 30 > end.directory || view.getUint32(from, true) !== localSignature) return null;
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength));
    records.push({ name: compared(name), record: file.subarray(at, next), from });
    at = next;
  }
  const starts = records.map(({ from }) => from).sort((a, b) => a - b);
  if (records.length !== end.count || new Set(starts).size < starts.length) return null;
  return records.map((one) => ({ ...one, to: starts[starts.indexOf(one.from) + 1] ?? end.directory }));
}

function compared(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function content(file: Uint8Array, { record, from, to }: Entry): Uint8Array | null {
  const directory = viewOf(record);
  const size = directory.getUint32(24, true);
  const packedSize = directory.getUint32(20, true);
  const method = directory.getUint16(10, true);
  const start = from + headLength(file, from);
  if ((directory.getUint16(8, true) & encrypted) !== 0 || size > largest || start + packedSize > to) return null;
  const packed = file.subarray(start, start + packedSize);
  if (method === 0) return packed;
  if (method !== deflated) return null;
  return inflated(packed, size);
}

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return null; // Broken, and told so by whoever reads the file.
  }
}

function rebuilt(file: Uint8Array, entries: readonly Entry[], end: End, changes: ReadonlyMap<string, Uint8Array>) {
  const moved = new Map<Entry, { readonly record: Uint8Array; readonly from: number }>();
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const inPlace = [...entries].sort((a, b) => a.from - b.from);
  add(file.subarray(0, inPlace[0]?.from ?? end.directory));
  for (const entry of inPlace) {
    const data = changes.get(entry.name);
    const packed = data === undefined ? null : pack(data);
    moved.set(entry, { record: packed === null ? entry.record : restated(entry.record, 0, packed), from: length });
    if (packed === null) add(file.subarray(entry.from, entry.to));
    else {
      add(restated(file.subarray(entry.from, entry.from + headLength(file, entry.from)), -2, packed));
      add(packed.bytes);
    }
  }
  const directory = length;
  for (const entry of entries) {
    const at = moved.get(entry);
    const record = copyOf(at?.record ?? entry.record);
    viewOf(record).setUint32(42, at?.from ?? entry.from, true);
    add(record);
  }
  const tail = copyOf(file.subarray(end.at));
  viewOf(tail).setUint32(12, length - directory, true);
  viewOf(tail).setUint32(16, directory, true);
  add(tail);
  return joinBytes(parts);
}

interface Packed {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** A gzip is the deflated data between ten bytes of header and eight of checksum and size: just what a zip wants. */
function pack(data: Uint8Array): Packed {
  const gzip = gzipSync(data, { level: 9, mtime: 0 });
  return { bytes: gzip.subarray(10, -8), size: data.length, crc: viewOf(gzip).getUint32(gzip.length - 8, true) };
}

/** A header with other sizes. The local one has the same fields two bytes earlier than the directory's record. */
function restated(header: Uint8Array, shift: 0 | -2, { bytes, size, crc }: Packed): Uint8Array {
  const copy = copyOf(header);
  const view = viewOf(copy);
  view.setUint16(8 + shift, view.getUint16(8 + shift, true) & ~sizesBehind, true);
  view.setUint16(10 + shift, deflated, true);
  view.setUint32(16 + shift, crc, true);
  view.setUint32(20 + shift, bytes.length, true);
  view.setUint32(24 + shift, size, true);
  return copy;
}

function headLength(file: Uint8Array, from: number): number {
  const view = viewOf(file);
  return 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Not by `slice`, which on a Buffer gives a window onto the same bytes. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}
