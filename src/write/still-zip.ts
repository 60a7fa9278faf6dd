import type { FileHandle } from 'node:fs/promises';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** 1980-01-01 00:00, the first day a zip can name: its time and its day, each in two bytes. */
const stillDate = Uint8Array.of(0, 0, 0x21, 0);

/**
 * The same zip with every entry dated alike: the libraries put in the clock, and the same input must give the same bytes.
 * Changes the bytes in place and returns them.
 */
export function stillZip(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const from = view.getUint32(end + 16, true);
  const directory = new DataView(bytes.buffer, bytes.byteOffset + from, end - from);
  for (const local of stillDirectory(directory, view.getUint16(end + 10, true))) bytes.set(stillDate, local);
  return bytes;
}

/** The same in a file, of which only the directory is read. */
export async function stillZipFile(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 0xffff), size);
  const end = findEnd(tail);
  const endAt = size - tail.byteLength + end;
  const from = tail.getUint32(end + 16, true);
  const directory = await read(file, from, endAt);
  for (const local of stillDirectory(directory, tail.getUint16(end + 10, true)))
    await file.write(stillDate, 0, 4, local);
  await file.write(new Uint8Array(directory.buffer), 0, directory.byteLength, from);
}

async function read(file: FileHandle, from: number, to: number): Promise<DataView> {
  const bytes = new Uint8Array(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  if (bytesRead < bytes.length) throw new Error('the file is shorter than its directory says');
  return new DataView(bytes.buffer);
}

/** Dates the entries of a directory, and gives where each has its date a second time. */
function stillDirectory(directory: DataView, entries: number): readonly number[] {
  const others: number[] = [];
  let at = 0;
  for (let n = 0; n < entries; n++) {
    if (directory.getUint32(at, true) !== entrySignature) throw new Error('zip directory is not where its end says');
    stillDate.forEach((byte, i) => {
      directory.setUint8(at + 12 + i, byte);
    });
    others.push(directory.getUint32(at + 42, true) + 10);
    at +=
      46 + directory.getUint16(at + 28, true) + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return others;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new Error('not a zip');
}
