import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/findings/text.js';
import type { Cell, Table } from '../../../src/model/document.js';
import { type ExcerptPaint, excerpt } from '../../../src/render/check/excerpt.js';
import { cellAt } from '../../../src/render/check/excerpt-grid.js';
import type { Mark } from '../../../src/render/check/excerpt-plan.js';

const plain: ExcerptPaint = { frame: (text) => text, fault: (_, text) => text };

function table(
  cells: readonly (readonly [row: number, column: number, text: string, columnSpan?: number, rowSpan?: number])[],
): Table {
  return {
    ...{ source: 'sheet', name: '表', hidden: false, heading: [] },
    cells: cells.map(([row, column, text, columnSpan = 1, rowSpan = 1]): Cell => {
      const value = text === '' ? ({ kind: 'empty' } as const) : ({ kind: 'text', text } as const);
      return { row, column, rowSpan, columnSpan, value, pictures: 0 };
    }),
  };
}

function drawn(
  of: Table,
  marked: readonly (readonly [row: number, column: number, note?: string])[],
  width = 80,
): readonly string[] {
  const marks = marked.map(
    ([row, column, note = '']): Mark => ({ cell: cellAt(of, row, column), severity: 'error', note }),
  );
  return excerpt(of, marks, width, plain)?.lines ?? [];
}

const form = table([
  [1, 1, '标题很长很长很长很长很长很长很长很长很长很长很长', 8],
  [3, 1, '宣传活动', 1, 3],
  [3, 2, '乡镇', 2],
  [3, 4, '村居社区计生协', 2],
  [4, 2, '场次'],
  [4, 3, '人数'],
  [4, 4, '活动场次'],
  [4, 5, '宣传人数'],
  [5, 4, '2'],
  [5, 5, '很多'],
]);

describe('an excerpt', () => {
  test('shows the cell under its labels, beside its neighbours, and marks it', () => {
    expect(drawn(form, [[5, 5, '要填整数']])).toEqual([
      '        A          B      C      D          E',
      '    3 | 宣传活动 | 乡镇        | 村居社区计生协      |',
      '    4 |          | 场次 | 人数 | 活动场次 | 宣传人数 |',
      '    5 |          |      |      | 2        | 很多     |',
      '                                            ^^^^ 要填整数',
    ]);
  });

  test('marks a blank cell, and several cells of one row without notes', () => {
    expect(
      drawn(form, [[5, 3, '要填']])
        .at(-1)
        ?.trim(),
    ).toBe('^^ 要填');
    const marks: readonly Mark[] = [4, 5].map((column) => ({
      ...{ cell: cellAt(form, 5, column), severity: 'error', note: '要填整数' },
    }));
    const both = excerpt(form, marks, 80, plain);
    expect(both?.lines.at(-1)?.trim()).toBe('^^         ^^^^');
    expect(both?.unsaid).toEqual(marks);
  });

  test('grows smaller where the terminal is narrow, and gives up where there is no room at all', () => {
    const widths = [80, 50, 40, 30, 24].map((width) => Math.max(0, ...drawn(form, [[5, 5]], width).map(columnsOf)));
    expect(widths.every((width, n) => width <= ([80, 50, 40, 30, 24][n] ?? 0))).toBe(true);
    expect(drawn(form, [[5, 5]], 10)).toEqual([]);
  });

  test('skips the empty rows between labels and values', () => {
    const gapped = table([
      [2, 1, '人数'],
      [9, 1, '很多'],
    ]);
    expect(drawn(gapped, [[9, 1]]).map((line) => line.trimEnd())).toEqual([
      '        A',
      '    2 | 人数 |',
      '    9 | 很多 |',
      '        ^^^^',
    ]);
  });

  test('of a Word table is without letters, and finds its cell by counting', () => {
    const word: Table = {
      ...form,
      source: 'word',
      cells: form.cells.map((cell, n) => ({ ...cell, ordinal: n === 9 ? 3 : 1 + (n % 2) })),
    };
    const lines = drawn(word, [[5, 3]]);
    expect(lines[0]).toMatch(/^ +3 \|/u);
    expect(lines.at(-2)).toContain('很多');
  });
});

const anyCell = fc.record({
  row: fc.integer({ min: 1, max: 8 }),
  column: fc.integer({ min: 1, max: 12 }),
  rowSpan: fc.integer({ min: 1, max: 3 }),
  columnSpan: fc.integer({ min: 1, max: 4 }),
  text: fc.oneof(
    fc.constantFrom('', '3', '约200人', '村居社区计生协', 'a\nb\u001b[31m', '“引”…①'),
    fc.string({ unit: 'grapheme' }),
  ),
});

test('any table at any width: nothing wider than allowed, every row as wide as the others, the marks under the text', () => {
  fc.assert(
    fc.property(
      fc.array(anyCell, { maxLength: 25 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 14 })), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.integer({ min: 20, max: 130 }),
      (cells, marked, width) => {
        const of = table(apart(cells).map((one) => [one.row, one.column, one.text, one.columnSpan, one.rowSpan]));
        const lines = drawn(of, marked, width);
        const rows = lines.filter((line) => line.endsWith(' |'));
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(new Set(rows.map(columnsOf)).size).toBeLessThanOrEqual(1);
        expect(lines.join('')).not.toMatch(/\p{Cc}/u);
        if (lines.length > 0) expect(lines.some((line) => /^ +\^\^/u.test(line))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

/** Cells as a reader gives them: none over another. */
function apart<C extends { row: number; column: number; rowSpan: number; columnSpan: number }>(
  cells: readonly C[],
): readonly C[] {
  const kept: C[] = [];
  for (const cell of cells) {
    const isOver = (other: C) =>
      cell.row < other.row + other.rowSpan &&
      other.row < cell.row + cell.rowSpan &&
      cell.column < other.column + other.columnSpan &&
      other.column < cell.column + cell.columnSpan;
    if (!kept.some(isOver)) kept.push(cell);
  }
  return kept.sort((a, b) => a.row - b.row || a.column - b.column);
}
