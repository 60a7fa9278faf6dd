import { type HonestName, honest, honestNames } from '../honest.js';
import { type HostileFile, maker, seeded } from '../maker.js';

/** An honest file's first tenths. */
function* truncated(from: HonestName): Generator<HostileFile> {
  const whole = honest(from);
  for (let tenth = 1; tenth < 10; tenth++) {
    yield { name: named(from, `断${tenth}`), bytes: whole.subarray(0, Math.floor((whole.length * tenth) / 10)) };
  }
}

/** An honest file with up to eight bytes changed at random places. */
export function mutant(from: Uint8Array, next: () => number): Uint8Array {
  const copy = from.slice();
  const changes = 1 + Math.floor(next() * 8);
  for (let n = 0; n < changes; n++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
  return copy;
}

function* mutants(from: HonestName): Generator<HostileFile> {
  const next = seeded(from.length);
  for (let n = 1; n <= 6; n++) yield { name: named(from, `变${n}`), bytes: mutant(honest(from), next) };
}

/** Two honest files, the one's beginning with the other's end. */
function* crossed(): Generator<HostileFile> {
  for (const [n, one] of honestNames.entries()) {
    const other = honestNames[(n + 1) % honestNames.length] as HonestName;
    const [head, tail] = [honest(one), honest(other)];
    yield {
      name: named(one, '嫁接'),
      bytes: Uint8Array.from([...head.subarray(0, head.length / 2), ...tail.subarray(tail.length / 2)]),
    };
  }
}

function named(from: HonestName, what: string): string {
  return from.replace('.', `${what}.`);
}

export const damage = [
  maker('broken off at every tenth', function* () {
    for (const name of honestNames) yield* truncated(name);
  }),
  maker('bytes changed', function* () {
    for (const name of honestNames) yield* mutants(name);
  }),
  maker('one file’s head, another’s tail', crossed),
  maker('times no file can have', function* () {
    for (const [n, savedAt] of ['1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '9999-12-31T00:00:00Z'].entries())
      yield { name: `时间${n}统计表.xlsx`, bytes: honest('form.xlsx').slice(0, -1), savedAt };
  }),
];
