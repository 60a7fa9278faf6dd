import { describe, expect, it } from 'vitest';
import { workbook, zip } from './build-package.js';
import { problem } from './show.js';

const whole = workbook({ sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData>'] });

/** Changes bytes after the n-th central directory signature. */
function changed(at: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = whole.slice();
  const view = new DataView(copy.buffer);
  let seen = 0;
  for (let i = 0; i < copy.length - 4; i++) {
    if (view.getUint32(i, true) === 0x02014b50 && seen++ === at) change(view, i);
  }
  return copy;
}

describe('zip packages', () => {
  it('refuses a wrong checksum', async () => {
    expect(await problem(whole, 'xlsx')).toBe('ok');
    expect(
      await problem(
        changed(2, (view, at) => view.setUint32(at + 16, 1, true)),
        'xlsx',
      ),
    ).toBe('damaged');
  });

  it('refuses parts that inflate further than they say, or than we allow', async () => {
    expect(
      await problem(
        changed(2, (view, at) => view.setUint32(at + 24, 5, true)),
        'xlsx',
      ),
    ).toBe('damaged');
    expect(
      await problem(
        changed(2, (view, at) => view.setUint32(at + 24, 0x7fffffff, true)),
        'xlsx',
      ),
    ).toBe('damaged');
    const bomb = zip({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(await problem(bomb, 'xlsx')).toBe('damaged');
  });

  it('knows encrypted members', async () => {
    const bytes = changed(2, (view, at) => view.setUint16(at + 8, 1, true));
    expect(await problem(bytes, 'xlsx')).toBe('encrypted');
  });

  it('finds the directory behind bytes that were put before the archive', async () => {
    const shifted = new Uint8Array(whole.length + 1);
    shifted.set(whole, 1);
    expect(await problem(shifted, 'xlsx')).toBe('damaged');
    expect(await problem(Uint8Array.from([...whole, 0, 0, 0]), 'xlsx')).toBe('ok');
  });
});
