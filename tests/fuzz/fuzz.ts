import { seeded } from '../hostile/maker.js';
import type { Coverage } from './coverage.js';
import type { FuzzEntry } from './entries.js';
import { mutate } from './mutate.js';

export interface Fuzzed {
  readonly cases: number;
  readonly corpus: number;
  readonly slowestMs: number;
  readonly failure: { readonly message: string; readonly base64: string } | null;
}

export interface FuzzOptions {
  readonly seed: number;
  /** Whether to go on after so many cases. */
  readonly goesOn: (cases: number) => boolean;
  /** With it, what reaches code not reached before is kept and changed further. */
  readonly coverage?: Coverage;
}

const BATCH = 40;
const longestMs = 5000;
const longestBytes = 64 * 1024;

/** Changes what an entry is tried with until told to stop, or until something does not hold. */
export async function fuzz(entry: FuzzEntry, { seed, goesOn, coverage }: FuzzOptions): Promise<Fuzzed> {
  const next = seeded(seed);
  const corpus = [...entry.seeds()];
  const pick = () => corpus[Math.floor(next() * corpus.length)] as Uint8Array;
  let [cases, slowestMs] = [0, 0];
  while (goesOn(cases)) {
    const batch = Array.from({ length: BATCH }, () => mutate(pick(), pick(), next).subarray(0, longestBytes));
    for (const bytes of batch) {
      const { ms, message } = await tried(entry, bytes);
      cases++;
      slowestMs = Math.max(slowestMs, ms);
      if (message !== null)
        return {
          cases,
          corpus: corpus.length,
          slowestMs,
          failure: { message, base64: Buffer.from(bytes).toString('base64') },
        };
    }
    if (coverage !== undefined && (await reachesFurther(coverage))) corpus.push(...batch);
  }
  return { cases, corpus: corpus.length, slowestMs, failure: null };
}

/** Looked at once for a batch, as looking takes longer than running. */
async function reachesFurther(coverage: Coverage): Promise<boolean> {
  await coverage.look();
  return coverage.note();
}

async function tried(entry: FuzzEntry, bytes: Uint8Array): Promise<{ ms: number; message: string | null }> {
  const begin = performance.now();
  try {
    await entry.run(bytes);
    const ms = performance.now() - begin;
    return { ms, message: ms > longestMs ? `took ${ms.toFixed(0)} ms` : null };
  } catch (error) {
    return { ms: performance.now() - begin, message: String((error as Error).stack ?? error) };
  }
}
