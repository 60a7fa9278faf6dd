import { createHash } from 'node:crypto';

/** SHA-256 of the bytes in hexadecimal: what an entry is known by. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
