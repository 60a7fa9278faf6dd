import { expect, it } from 'vitest';
import { takenOn } from '../../src/read/photo/taken-on.js';

it('a HEIC that holds nothing but its type is left alone, not read for ever', async () => {
  const bytes = new Uint8Array(124);
  bytes.set([0, 0, 0, 0x18, ...Buffer.from('ftypheic')]);
  expect(await takenOn(bytes, 'heic')).toBeNull();
});
