import { unzipSync } from 'fflate';
import { zip } from '../read/build-package.js';
import { type HonestName, honest } from './honest.js';

/** The parts of an honest package. */
export function packageParts(name: HonestName): Record<string, Uint8Array> {
  return unzipSync(honest(name));
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
