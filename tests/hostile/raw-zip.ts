import { constants, deflateRawSync } from 'node:zlib';
import { joinBytes } from '../../src/model/join-bytes.js';
import { crc32 } from '../../src/read/crc32.js';

/** A member as a hostile hand writes it: whatever is stated here is written, true or not. */
export interface RawMember {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array;
  /** The bytes as they lie in the zip; left out, the content deflated. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly flags?: number;
  /** The name in the record before the data. */
  readonly localName?: string;
  /** Where the directory says the member begins. */
  readonly offset?: number;
  readonly time?: number;
  /** What stands behind the name, here and there. */
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
  /** What stands behind the data. */
  readonly behind?: Uint8Array;
  /** The program and system that wrote it, and what the system says of the file, such as that it is a link. */
  readonly madeBy?: number;
  readonly attributes?: number;
}

export interface RawZipOptions {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly disk?: number;
  readonly comment?: Uint8Array;
  /** Between the directory and the last record. */
  readonly before?: Uint8Array;
}

export function rawZip(members: readonly RawMember[], options: RawZipOptions = {}): Uint8Array {
  const { prefix = new Uint8Array(), suffix = new Uint8Array(), before = new Uint8Array() } = options;
  const locals: Uint8Array[] = [prefix];
  const directory: Uint8Array[] = [];
  let at = prefix.length;
  for (const member of members) {
    const { local, central } = written(member, at);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  return joinBytes([...locals, ...directory, before, endRecord(directory, at, options), suffix]);
}

function written(member: RawMember, at: number): { local: Uint8Array; central: Uint8Array } {
  const { content = new Uint8Array(), method = 8, flags = 0x800, time = 0x56bd0000 } = member;
  const packed = member.packed ?? (method === 8 ? new Uint8Array(deflateRawSync(content)) : content);
  const name = bytesOf(member.name);
  const stated = [member.crc ?? crc32(content), member.packedSize ?? packed.length, member.size ?? content.length];
  const fields = [u16(20), u16(flags), u16(method), u32(time), ...stated.map(u32)];
  const localName = bytesOf(member.localName ?? name);
  const { extra = new Uint8Array(), localExtra = extra, behind = new Uint8Array() } = member;
  const { madeBy = 20, attributes = 0 } = member;
  const lengths = [u16(localName.length), u16(localExtra.length)];
  const local = [u32(0x04034b50), ...fields, ...lengths, localName, localExtra, packed, behind];
  const central = [
    ...[u32(0x02014b50), u16(madeBy), ...fields, u16(name.length), u16(extra.length), u16(0), u16(0), u16(0)],
    ...[u32(attributes), u32(member.offset ?? at), name, extra],
  ];
  return { local: joinBytes(local), central: joinBytes(central) };
}

function endRecord(directory: readonly Uint8Array[], at: number, options: RawZipOptions): Uint8Array {
  const { count = directory.length, directoryOffset = at, disk = 0, comment = new Uint8Array() } = options;
  const length = directory.reduce((sum, { length }) => sum + length, 0);
  return joinBytes([
    ...[u32(0x06054b50), u16(disk), u16(disk), u16(count), u16(count), u32(length), u32(directoryOffset)],
    ...[u16(comment.length), comment],
  ]);
}

/** So many mebibytes of one byte, deflated to about a thousandth without ever being held. */
export function packedMebibytes(count: number, byte = 0): Uint8Array {
  const one = new Uint8Array(
    deflateRawSync(new Uint8Array(1 << 20).fill(byte), { finishFlush: constants.Z_SYNC_FLUSH }),
  );
  return joinBytes([...Array.from({ length: count }, () => one), Uint8Array.of(3, 0)]);
}

/** Between a beginning and an end, both deflated with the rest. */
export function packedAround(before: string, count: number, byte: number, after: string): Uint8Array {
  const flushed = (text: string) =>
    new Uint8Array(deflateRawSync(new TextEncoder().encode(text), { finishFlush: constants.Z_SYNC_FLUSH }));
  const middle = packedMebibytes(count, byte);
  return joinBytes([flushed(before), middle.subarray(0, -2), flushed(after), Uint8Array.of(3, 0)]);
}

/**
 * Members that all end in the same packed bytes: each quotes the header of the next in a stored block, so that one small
 * file inflates to the kernel once for each member.
 */
export function overlappingZip(names: readonly string[], kernel: Uint8Array, kernelSize: number): Uint8Array {
  const headerLength = (name: string) => 30 + bytesOf(name).length;
  const packedSizes: number[] = [];
  const sizes: number[] = [];
  let [packed, size] = [kernel.length, kernelSize];
  for (const [n, name] of [...names.entries()].reverse()) {
    packedSizes[n] = packed;
    sizes[n] = size;
    packed += 5 + headerLength(name);
    size += headerLength(name);
  }
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [n, name] of names.entries()) {
    const member = { name, packed: new Uint8Array(), packedSize: packedSizes[n] ?? 0, size: sizes[n] ?? 0, crc: 0 };
    const { local, central } = written(member, n === 0 ? 0 : at + 5);
    const quote = [Uint8Array.of(0), u16(local.length), u16(~local.length & 0xffff)];
    bodies.push(...(n === 0 ? [] : quote), local);
    at += local.length + (n === 0 ? 0 : 5);
    directory.push(central);
  }
  return joinBytes([...bodies, kernel, ...directory, endRecord(directory, at + kernel.length, {})]);
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8);
}

export function u32(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}
