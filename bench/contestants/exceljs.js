import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { contend, isPlainCount, readTask } from './contend.js';

/** The loop most programs write: load the workbook, ask for cells by address. */
const task = readTask();
await contend(task, async (path, producer) => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await readFile(path));
  const sheet = workbook.worksheets[0];
  const values = {};
  for (const [field, address] of Object.entries(task.addresses[producer])) {
    const { value } = sheet.getCell(address);
    if (isPlainCount(value)) values[field] = value;
  }
  return values;
});
