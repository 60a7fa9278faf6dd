import { expect, test } from 'vitest';
import { digest } from '../../src/intake/digest.js';
import { nothingRead } from '../../src/pipeline/examine-item.js';

test('what was not read is known by the hash of no bytes', () => {
  expect(nothingRead).toBe(digest(new Uint8Array()));
});
