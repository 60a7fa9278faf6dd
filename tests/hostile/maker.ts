/** A file as a stranger may send it, with the name it comes under. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it claims to have been saved, where that matters. */
  readonly savedAt?: string;
}

/** A kind of attack, and the files that carry it out. Made when asked for, as some are large. */
export interface Maker {
  readonly name: string;
  readonly files: () => Iterable<HostileFile>;
  /** Takes a machine seconds: left to `npm run hostile`. */
  readonly costly: boolean;
}

export function maker(name: string, files: () => Iterable<HostileFile>): Maker {
  return { name, files, costly: false };
}

export function costly(name: string, files: () => Iterable<HostileFile>): Maker {
  return { name, files, costly: true };
}

/** The honest form as another program might write it; `same` where every office program reads the same figures. */
export interface OddForm extends HostileFile {
  readonly same: boolean;
  /** A person sees other figures there, or two: none of the honest ones may be read. */
  readonly other?: true;
}

/** For a file's name: people are never told NaN, so that no file is called so. */
export function calm(value: string | number): string {
  return `${value}`.replace('NaN', '非数');
}

/** Numbers from 0 to 1 that are the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0;
    const mixed = state ^ (state + Math.imul(state ^ (state >>> 7), state | 61));
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
