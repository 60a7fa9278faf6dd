import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.js';
import type { WorkbookOptions } from '../../src/write/workbook/book.js';
import { writeWorkbook } from '../../src/write/workbook.js';
import { writeWhole } from '../../src/write/write-file.js';

/** The workbook as it would stand on the disk. */
export async function workbookBytes(report: Report, options: WorkbookOptions): Promise<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  try {
    const path = join(folder, '汇总.xlsx');
    await writeWhole(path, (file) => writeWorkbook(report, options, file));
    const bytes = readFileSync(path);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
