import { columnsOf } from '../findings/text.js';

/** Sets items on lines no wider than allowed, breaking only between items; a wide item keeps a line to itself. */
export function inLines(items: readonly string[], separator: string, widest: number): readonly string[] {
  const lines: string[] = [];
  items.forEach((item, n) => {
    const piece = n < items.length - 1 ? `${item}${separator}` : item;
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last}${piece}`) <= widest) lines[lines.length - 1] = `${last}${piece}`;
    else lines.push(piece);
  });
  return lines.map((line) => line.trimEnd());
}
