import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip as it is stored, so that a part that never changes is deflated once. */
export interface StoredPart {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly method: 0 | 8;
  readonly size: number;
  readonly crc: number;
}

/** The day before which no zip can be: the same bytes whenever they are made. */
const date = 0x0021;

export function storePart(name: string, content: Uint8Array): StoredPart {
  const method = content.length > 0 ? 8 : 0;
  const data = method === 8 ? deflateRawSync(content, { level: 6 }) : Buffer.alloc(0);
  return { name: Buffer.from(name), data, method, size: content.length, crc: crc32(content) };
}

export function zipOf(parts: readonly StoredPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    describe(local, 8, part);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    describe(central, 10, part);
    central.writeUInt32LE(offset, 42);
    pieces.push(local, part.name, part.data);
    directory.push(central, part.name);
    offset += local.length + part.name.length + part.data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** What both headers of a part say: method, time, checksum, sizes, length of the name. */
function describe(header: Buffer, at: number, part: StoredPart): void {
  header.writeUInt16LE(part.method, at);
  header.writeUInt16LE(date, at + 4);
  header.writeUInt32LE(part.crc, at + 6);
  header.writeUInt32LE(part.data.length, at + 10);
  header.writeUInt32LE(part.size, at + 14);
  header.writeUInt16LE(part.name.length, at + 18);
}
