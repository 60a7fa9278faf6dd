import { joinBytes } from '../model/join-bytes.js';
import { int32, uint8, uint16, uint32 } from './bytes.js';
import { damaged } from './problem.js';

/** The container of Office 97 files: a small file system. */
export interface CompoundFile {
  /** Names of the streams in the root folder. */
  readonly names: readonly string[];
  /** The stream's bytes; null where there is none of that name. Throws where it breaks off. */
  read(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const ROOT = 5;
const STREAM = 2;
const SMALL = 4096;

export function isCompoundFile(file: Uint8Array): boolean {
  return uint32(file, 0) === 0xe011cfd0 && uint32(file, 4) === 0xe11ab1a1;
}

/** Whether sectors it speaks of lie behind the file's end; null where the bytes are no such container. */
export function isCutOff(file: Uint8Array): boolean | null {
  if (!isCompoundFile(file)) return null;
  const { shift, table, chain } = sectorsOf(file);
  const tables = Array.from({ length: Math.min(109, uint32(file, 44)) }, (_, n) => int32(file, 76 + n * 4));
  const large = readDirectory(chain(uint32(file, 48))).filter(({ kind, size }) => kind === ROOT || size >= SMALL);
  const isBehind = (index: number) => (index + 1) * 2 ** shift >= file.length;
  const starts = [uint32(file, 48), uint32(file, 60), ...large.map(({ start }) => start)];
  const seen = new Set<number>();
  return tables.some(isBehind) || starts.some((start) => [...linked(start, table, seen)].some(isBehind));
}

/** Null where the bytes are no such container. Of a broken one we name what can be reached; no chain is followed twice. */
export function openCompoundFile(file: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(file)) return null;
  const { chain } = sectorsOf(file);
  const directory = readDirectory(chain(uint32(file, 48)));
  const root = directory.find(({ kind }) => kind === ROOT);
  if (root === undefined) return null;
  const streams = childrenOf(root, directory).filter(({ kind }) => kind === STREAM);
  const small = chain(root.start);
  const smallTable = asIntegers(chain(uint32(file, 60)));
  const smallSector = (index: number) => small.subarray(index * 64, index * 64 + 64);

  return {
    names: streams.map(({ name }) => name),
    read: (wanted) => {
      const [stream, other] = streams.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
      if (stream === undefined) return null;
      if (other !== undefined) throw damaged(`two streams ${wanted}`, 'part-twice');
      const whole = stream.size < SMALL ? joinChain(stream.start, smallTable, smallSector) : chain(stream.start);
      if (whole.length < stream.size) throw damaged(`stream ${stream.name} breaks off`, brokenBy(file));
      return whole.subarray(0, stream.size);
    },
  };
}

/** Why a container does not hold what it should. */
export function brokenBy(file: Uint8Array): 'cut-off' | 'broken-container' {
  return isCutOff(file) ? 'cut-off' : 'broken-container';
}

/** How large a container's sectors are, which follows which, and what a chain of them holds. */
function sectorsOf(file: Uint8Array) {
  const shift = uint16(file, 30) === 12 ? 12 : 9;
  const table = allocationTable(file, shift);
  const sector = (index: number) => file.subarray((index + 1) * 2 ** shift, (index + 2) * 2 ** shift);
  return { shift, table, chain: (start: number) => joinChain(start, table, sector) };
}

function joinChain(start: number, table: Int32Array, sector: (index: number) => Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const index of linked(start, table)) {
    const part = sector(index);
    if (part.length === 0) break;
    parts.push(part);
  }
  return joinBytes(parts);
}

/** The sectors of a chain, none that was seen before. */
function* linked(start: number, table: Int32Array, seen = new Set<number>()): Generator<number> {
  for (let index = start | 0; index >= 0 && !seen.has(index); index = table[index] ?? -1) {
    seen.add(index);
    yield index;
  }
}

/** Which sector follows which, itself listed in the header and in further sectors chained from there. */
function allocationTable(file: Uint8Array, shift: number): Int32Array {
  const perSector = 1 << (shift - 2);
  const listed: number[] = Array.from({ length: 109 }, (_, i) => int32(file, 76 + i * 4));
  const seen = new Set<number>();
  for (let index = int32(file, 68); index >= 0 && !seen.has(index); ) {
    seen.add(index);
    const at = (index + 1) << shift;
    if (at < 0 || at >= file.length) break;
    for (let i = 0; i < perSector - 1; i++) listed.push(int32(file, at + i * 4));
    index = int32(file, at + (perSector - 1) * 4);
  }
  const last = file.length >> shift;
  const parts = [...new Set(listed)]
    .filter((index) => index >= 0 && index < last)
    .map((index) => file.subarray((index + 1) << shift, (index + 2) << shift));
  return asIntegers(joinBytes(parts));
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, uint16(bytes, at + 64));
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2)));
    entries.push({
      name,
      kind: uint8(bytes, at + 66),
      left: int32(bytes, at + 68),
      right: int32(bytes, at + 72),
      child: int32(bytes, at + 76),
      start: uint32(bytes, at + 116),
      size: uint32(bytes, at + 120),
    });
  }
  return entries;
}

/** What lies in a folder itself: files embedded in a document have folders, and streams, of their own. */
function childrenOf(folder: Entry, directory: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [folder.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = directory[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}

function asIntegers(bytes: Uint8Array): Int32Array {
  return Int32Array.from({ length: bytes.length >> 2 }, (_, i) => int32(bytes, i * 4));
}
