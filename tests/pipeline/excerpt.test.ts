import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/model/finding.js';
import { type Excerpt, excerptAt } from '../../src/pipeline/excerpt.js';
import { readDocument } from '../../src/read/read-document.js';
import { sniff } from '../../src/read/sniff.js';
import { fixtures } from '../stories/fixture.js';

const bytesOf = (story: string, name: string) => readFileSync(join(fixtures, 'rules', story, 'inbox', name));
const texts = ({ rows }: Excerpt) =>
  rows.map(({ cells }) => cells.map((cell) => (cell.marked ? `[${cell.text}]` : cell.text)));
async function excerptsOf(bytes: Uint8Array, name: string): Promise<(place: Place) => Excerpt | null> {
  const read = await readDocument(bytes, sniff(bytes, name));
  return (place) => excerptAt(place, read.ok ? read.document.tables : []);
}
/** Each row fills the same columns once cells from above are counted in. */
function widths({ rows }: Excerpt): number[] {
  const from: number[] = rows.map(() => 0);
  for (const [n, { cells }] of rows.entries()) {
    for (const { rowSpan, columnSpan } of cells) {
      for (let down = 0; down < rowSpan; down++) from[n + down] = (from[n + down] ?? 0) + columnSpan;
    }
  }
  return from;
}

describe('the surroundings of a cell', () => {
  it('hold the labels above it, in the columns in which something begins', async () => {
    const at = await excerptsOf(bytesOf('count-unreadable', '东岭村统计表.xlsx'), '东岭村统计表.xlsx');
    const excerpt = at({ kind: 'sheet', sheet: 'Sheet1', address: 'V5' });
    expect(excerpt?.columns).toEqual(['N', 'R', 'V']);
    expect(excerpt?.rows.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
    expect(excerpt && texts(excerpt)).toEqual([
      ['乡镇计生协', '村居社区计生协'],
      ['宣传人数', '活动场次', '宣传人数'],
      ['', '2', '[很多]'],
      ['乡镇计生协', '村居社区计生协'],
    ]);
    expect(excerpt && widths(excerpt)).toEqual([3, 3, 3, 3]);
  });

  it('are found in Word by row and cell, without letters', async () => {
    const at = await excerptsOf(bytesOf('progress-vague', '东岭村第一次写实表.docx'), '表.docx');
    const excerpt = at({ kind: 'word', table: 1, row: 2, column: 2 });
    expect(excerpt?.columns).toEqual([]);
    expect(
      excerpt &&
        texts(excerpt)
          .flat()
          .filter((text) => text.startsWith('[')),
    ).toHaveLength(1);
  });

  it('are none where a place is no cell, is not there, or nothing was read', async () => {
    const at = await excerptsOf(bytesOf('count-unreadable', '东岭村统计表.xlsx'), '东岭村统计表.xlsx');
    expect(at({ kind: 'file' })).toBeNull();
    expect(at({ kind: 'sheet', sheet: 'Sheet1' })).toBeNull();
    expect(at({ kind: 'sheet', sheet: 'Sheet1', address: 'ZZ999' })).toBeNull();
    expect(excerptAt({ kind: 'sheet', sheet: 'Sheet1', address: 'V5' }, [])).toBeNull();
  });

  it('keep within the table at each of its edges', async () => {
    const at = await excerptsOf(bytesOf('count-merged-values', '东岭村统计表.xlsx'), '东岭村统计表.xlsx');
    for (const row of Array.from({ length: 18 }, (_, n) => n + 1)) {
      for (const column of ['A', 'B', 'F', 'J', 'N', 'R', 'V']) {
        const excerpt = at({ kind: 'sheet', sheet: 'Sheet1', address: `${column}${row}` });
        if (excerpt === null) continue;
        expect(new Set(widths(excerpt))).toEqual(new Set([excerpt.columns.length]));
        expect(
          texts(excerpt)
            .flat()
            .filter((text) => text.startsWith('[')),
        ).toHaveLength(1);
      }
    }
  });
});
