import type { Cell, Table } from '../../src/model/document.js';

/**
 * A sheet as it looks: a line a row, cells between bars. `<` continues the cell at its left, `^` the one above it, `*`
 * in front stands for a picture in the cell; digits alone are numbers.
 */
export function sheet(drawn: string, name = 'Sheet1', hidden = false): Table {
  return { source: 'sheet', name, hidden, heading: [], cells: cellsOf(drawn, false) };
}

/** The same for a table in Word, where empty cells are there too and all is text. */
export function word(drawn: string, heading: readonly string[] = [], name = '1'): Table {
  return { source: 'word', name, hidden: false, heading, cells: cellsOf(drawn, true) };
}

function cellsOf(drawn: string, inWord: boolean): Cell[] {
  const rows = drawn
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim().replaceAll('\\n', '\n')));
  const at = (row: number, column: number) => rows[row]?.[column] ?? '';
  return rows.flatMap((texts, r) =>
    texts.flatMap((text, c): Cell[] => {
      if (text === '<' || text === '^') return [];
      let [columnSpan, rowSpan] = [1, 1];
      while (at(r, c + columnSpan) === '<') columnSpan++;
      while (at(r + rowSpan, c) === '^') rowSpan++;
      const pictures = /^\**/.exec(text)?.[0].length ?? 0;
      const value = writtenValue(text.slice(pictures), inWord);
      const isListed = inWord || value.kind !== 'empty' || pictures > 0 || columnSpan * rowSpan > 1;
      return isListed ? [{ row: r + 1, column: c + 1, rowSpan, columnSpan, value, pictures }] : [];
    }),
  );
}

function writtenValue(text: string, inWord: boolean): Cell['value'] {
  if (text === '') return { kind: 'empty' };
  return /^\d+$/.test(text) && !inWord ? { kind: 'number', value: Number(text) } : { kind: 'text', text };
}
