import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { contend, isPlainCount, readTask } from './contend.js';

/** SheetJS at its leanest: rows as arrays, the first sheet only, no formulas, no formatted text. */
const task = readTask();
const lean = { type: 'buffer', dense: true, sheets: 0, cellFormula: false, cellHTML: false, cellText: false };
const places = Object.fromEntries(
  Object.entries(task.addresses).map(([producer, addresses]) => [
    producer,
    Object.entries(addresses).map(([field, address]) => ({ field, ...utils.decode_cell(address) })),
  ]),
);
await contend(task, async (path, producer) => {
  const workbook = read(await readFile(path), lean);
  const rows = workbook.Sheets[workbook.SheetNames[0]]['!data'];
  const values = {};
  for (const { field, r, c } of places[producer]) {
    const value = rows[r]?.[c]?.v;
    if (isPlainCount(value)) values[field] = value;
  }
  return values;
});
