import { expect, it } from 'vitest';
import { entries } from './entries.js';
import { fuzz } from './fuzz.js';

/** A change of seed tries others; `npm run fuzz` goes on for as long as it is told to, and goes by what code is reached. */
const seed = 20_230_529;
const cases = 10_000;

it.each(entries)('$name takes ten thousand spoilt inputs', async (entry) => {
  const { failure } = await fuzz(entry, { seed, goesOn: (tried) => tried < cases });
  expect(failure).toBeNull();
});
