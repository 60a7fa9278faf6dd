const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** 1980-01-01 00:00, the first day a zip can name. */
const day = 0x0021;
const time = 0;

/**
 * The same zip with every entry dated alike: the libraries put in the clock, and the same input must give the same bytes.
 * Changes the bytes in place and returns them.
 */
export function stillZip(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < entries; n++) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error('zip directory is not where its end says');
    const local = view.getUint32(at + 42, true);
    setDate(view, at + 12);
    setDate(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new Error('not a zip');
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, time, true);
  view.setUint16(at + 2, day, true);
}
