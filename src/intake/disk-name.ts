import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The names in a folder. Linux allows any bytes in a name: those that are no UTF-8 stand in the text as U+DC80 to U+DCFF,
 * as Python has them, so that two names are never one text and each can be turned back into the name on the disk.
 */
export function namesIn(folder: string): string[] {
  const names = readdirSync(onDisk(folder));
  if (!names.some((name) => name.includes('\ufffd'))) return names;
  return readdirSync(onDisk(folder), { encoding: 'buffer' }).map(textOf);
}

/** The name of a file or folder as the system takes it. */
export function onDisk(path: string): string | Buffer {
  return aByte.test(path) ? Buffer.concat(path.split(bytes).map(bytesOf)) : path;
}

/**
 * A path as it was typed, in which bytes that are no UTF-8 have become U+FFFD: the one thing on the disk that may be meant,
 * else the path as it is.
 */
export function asOnDisk(path: string, cwd: string): string {
  if (!path.includes('\ufffd')) return path;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    steps.push(step.includes('\ufffd') ? likeIn(resolve(cwd, steps.join('/')), step) : step);
  }
  return steps.join('/');
}

function likeIn(folder: string, step: string): string {
  try {
    const alike = namesIn(folder).filter((name) => Buffer.from(onDisk(name)).toString() === step);
    return alike.length === 1 ? (alike[0] ?? step) : step;
  } catch {
    return step; // no such folder, or closed: reading the path says so
  }
}

const aByte = /[\udc80-\udcff]/u;
const bytes = /([\udc80-\udcff])/u;

function bytesOf(piece: string): Buffer {
  return aByte.test(piece) ? Buffer.of(piece.charCodeAt(0) - 0xdc00) : Buffer.from(piece);
}

/** Sign by sign; a byte with which no sign of UTF-8 begins stands by itself. */
function textOf(name: Buffer): string {
  let text = '';
  for (let at = 0; at < name.length; ) {
    const length = [1, 2, 3, 4].find((one) => decoded(name.subarray(at, at + one)) !== null);
    text +=
      length === undefined ? String.fromCharCode(0xdc00 + (name[at] ?? 0)) : decoded(name.subarray(at, at + length));
    at += length ?? 1;
  }
  return text;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
