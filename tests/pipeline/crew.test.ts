import { describe, expect, it } from 'vitest';
import { processesFor } from '../../src/pipeline/crew.js';

describe('how many processes examine', () => {
  it('is one where there are few files or one processor', () => {
    expect(processesFor(499, 16)).toBe(1);
    expect(processesFor(1_000_000, 1)).toBe(1);
  });

  it('is two while the files of a county must keep to the memory of one file, whatever the machine has', () => {
    expect(processesFor(500, 16)).toBe(2);
    expect(processesFor(4999, 16)).toBe(2);
  });

  it('is as many as there are processors, and no more than eight, for a province', () => {
    expect(processesFor(5000, 4)).toBe(4);
    expect(processesFor(620_573, 64)).toBe(8);
  });
});
