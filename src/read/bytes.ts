/** Numbers in a byte array; what lies beyond its end reads as 0. */

export function uint8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function uint16(bytes: Uint8Array, at: number): number {
  return uint8(bytes, at) | (uint8(bytes, at + 1) << 8);
}

export function int16(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) << 16) >> 16;
}

export function uint32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}

export function int32(bytes: Uint8Array, at: number): number {
  return uint32(bytes, at) | 0;
}

/** Up to 2^53, which no file comes near. */
export function uint64(bytes: Uint8Array, at: number): number {
  return uint32(bytes, at) + uint32(bytes, at + 4) * 2 ** 32;
}

export function float64(bytes: Uint8Array, at: number): number {
  const eight = Uint8Array.from({ length: 8 }, (_, i) => uint8(bytes, at + i));
  return new DataView(eight.buffer).getFloat64(0, true);
}

export function bigEndian16(bytes: Uint8Array, at: number): number {
  return (uint8(bytes, at) << 8) | uint8(bytes, at + 1);
}

export function bigEndian32(bytes: Uint8Array, at: number): number {
  return ((bigEndian16(bytes, at) << 16) | bigEndian16(bytes, at + 2)) >>> 0;
}

/** Bytes as characters 0–255, for comparing with magic words. */
export function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** The bytes between two positions in memory of their own. What Node calls a slice of its buffers keeps all of them. */
export function copyOf(bytes: Uint8Array, from = 0, to = bytes.length): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}

/** Whether these bytes stand anywhere in the others. */
export function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let n = 1;
    while (n < wanted.length && bytes[at + n] === wanted[n]) n++;
    if (n >= wanted.length) return true;
  }
  return false;
}
