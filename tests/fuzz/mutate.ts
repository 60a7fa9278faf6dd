/** Values at which counting and comparing go wrong. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x22, 0x2c, 0x2d, 0x2f, 0x3c, 0x3e, 0x0a];

/** Bytes changed the ways files are spoilt and attacked: single bytes, bits, runs lost, doubled, moved, mixed with another's. */
export function mutate(from: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
  let bytes: Uint8Array = from.slice();
  for (let n = 1 + Math.floor(next() * 6); n > 0; n--) bytes = step(bytes, other, next);
  return bytes;
}

function step(bytes: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * bytes.length);
  const length = 1 + Math.floor(next() ** 3 * 64);
  switch (Math.floor(next() * 7)) {
    case 0:
      return changed(bytes, at, () => Math.floor(next() * 256));
    case 1:
      return changed(bytes, at, (byte) => byte ^ (1 << Math.floor(next() * 8)));
    case 2:
      return changed(bytes, at, () => EDGES[Math.floor(next() * EDGES.length)] ?? 0);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    case 4:
      return Uint8Array.from([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
    case 5: {
      const piece = Math.floor(next() * other.length);
      return Uint8Array.from([
        ...bytes.subarray(0, at),
        ...other.subarray(piece, piece + length),
        ...bytes.subarray(at),
      ]);
    }
    default:
      return next() < 0.2 ? bytes.slice(0, at) : changed(bytes, at, (byte) => byte + (next() < 0.5 ? 1 : -1));
  }
}

function changed(bytes: Uint8Array, at: number, how: (byte: number) => number): Uint8Array {
  if (bytes.length > 0) bytes[at] = how(bytes[at] ?? 0);
  return bytes;
}
