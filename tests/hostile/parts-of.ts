import { unzipSync } from 'fflate';
import { zip } from '../read/build-package.js';
import { type HonestName, honest } from './honest.js';

/** The parts of an honest package, from a village that there is not: what is read of it counts for none. */
export function packageParts(name: HonestName): Record<string, Uint8Array> {
  const parts = Object.entries(unzipSync(honest(name)));
  return Object.fromEntries(parts.map(([part, bytes]) => [part, /\.xml$/.test(part) ? estranged(bytes) : bytes]));
}

export function stranger(name: HonestName): Uint8Array {
  return name === 'form.xls' ? estrangedBytes(honest(name)) : zip(packageParts(name));
}

/** As old workbooks write texts: two bytes a sign. */
function estrangedBytes(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const [own, other] = ['商庄', '无名'].map((text) => Buffer.from(text, 'utf16le')) as [Buffer, Buffer];
  for (let at = copy.indexOf(own); at !== -1; at = copy.indexOf(own, at + 1)) other.copy(copy, at);
  return new Uint8Array(copy);
}

function estranged(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('月屯', '无名'));
}

export function partOf(name: HonestName, part: string): string {
  return new TextDecoder().decode(packageParts(name)[part] ?? new Uint8Array());
}

/** The honest package with some of its parts changed, left out (null) or added. */
export function withParts(name: HonestName, parts: Record<string, string | Uint8Array | null>): Uint8Array {
  const all: Record<string, string | Uint8Array> = packageParts(name);
  for (const [part, content] of Object.entries(parts)) {
    if (content === null) delete all[part];
    else all[part] = content;
  }
  return zip(all);
}
