import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { utils } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { Cell, Document, Table } from '../../src/model/document.js';
import { examine } from '../../src/pipeline/examine.js';
import { markedCopy } from '../../src/pipeline/marked-copy.js';
import { useNode } from '../../src/pipeline/native.js';
import { readDocument } from '../../src/read/read-document.js';
import { honest } from '../../tests/hostile/honest.js';
import { wanzhang } from '../../tests/pipeline/inbox.js';

/**
 * `npm run foreign:graft FOLDER`: the cells of an honest form put into the first sheet of every .xlsx and .xlsm below
 * FOLDER, among that program's styles, names, drawings and extensions. The figures read must be the form's, and the copy
 * marked for its sender must read as the file does.
 */

const [folder = '.'] = process.argv.slice(2);

useNode();
const form = await documentOf(honest('form.xlsx'));
const figures = await figuresOf(honest('form.xlsx'));
const tally = new Map<string, string[]>();
for (const path of packagesBelow(folder)) note(await tried(path), path);
for (const [what, paths] of tally) console.log(`${paths.length} ${what}  ${paths.slice(0, 3).join('  ')}`);

function packagesBelow(at: string): readonly string[] {
  const found = readdirSync(at, { recursive: true, withFileTypes: true });
  return found
    .filter((one) => one.isFile() && /\.xls[xm]$/i.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort();
}

function note(what: string, path: string): void {
  tally.set(what, [...(tally.get(what) ?? []), path]);
}

async function tried(path: string): Promise<string> {
  const bytes = grafted(new Uint8Array(readFileSync(path)));
  if (bytes === null) return 'have no first sheet to put it into';
  const read = await readDocument(bytes, 'xlsx');
  if (!read.ok) return `are refused: ${JSON.stringify(read.trouble)}`;
  if ((await figuresOf(bytes)) !== figures) return 'GIVE OTHER FIGURES';
  const copy = await markedCopy(bytes, 'form.xlsx', marksIn(read.document));
  return copy === null ? 'give the figures, and no marked copy' : `give the figures, and a marked copy: ${copy.made}`;
}

async function documentOf(bytes: Uint8Array): Promise<Document> {
  const read = await readDocument(bytes, 'xlsx');
  if (!read.ok) throw new Error('the form is not readable');
  return read.document;
}

/** Each with its cell, whatever the sheet is called. */
async function figuresOf(bytes: Uint8Array): Promise<string> {
  const { statistics } = await examine(bytes, 'form.xlsx', wanzhang);
  return JSON.stringify(statistics, (key, value) => (key === 'sheet' ? undefined : value));
}

/** Null where the package is broken, or lists no sheet where office programs put the first. */
function grafted(bytes: Uint8Array): Uint8Array | null {
  const parts = unzipped(bytes);
  const name = parts && firstSheet(parts);
  const part = name && parts[name];
  if (!part) return null;
  const xml = text(part).replace(/<(\w+:)?mergeCells\b[\s\S]*?<\/(\w+:)?mergeCells>/, '');
  const rows = /<(\w+:)?sheetData\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?sheetData>)/.exec(xml);
  const table = form.tables[0];
  if (rows === null || table === undefined) return null;
  const own = rowsOf(table, rows[1] ?? '');
  const sheet = xml.slice(0, rows.index) + own + xml.slice(rows.index + rows[0].length);
  return zipSync({ ...parts, [name]: new TextEncoder().encode(sheet) });
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

function firstSheet(parts: Readonly<Record<string, Uint8Array>>): string | undefined {
  const id = /<(?:\w+:)?sheet\s[^>]*?\br:id="([^"]+)"/.exec(text(parts['xl/workbook.xml']))?.[1];
  const stated = text(parts['xl/_rels/workbook.xml.rels']).match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const target = /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(stated.find((one) => one.includes(`Id="${id}"`)) ?? '')?.[1];
  return target && `xl/${target}`;
}

function text(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part);
}

/** Rows and merged areas of a table, each text in its cell, with the prefix that the sheet gives its elements. */
function rowsOf({ cells }: Table, prefix: string): string {
  const rows = [...new Set(cells.map(({ row }) => row))].map((row) => {
    const own = cells.filter((cell) => cell.row === row).map(cellOf);
    return `<:row r="${row}">${own.join('')}</:row>`;
  });
  const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1).map(areaOf);
  const areas = merged.map((area) => `<:mergeCell ref="${area}"/>`);
  const xml = `<:sheetData>${rows.join('')}</:sheetData><:mergeCells>${areas.join('')}</:mergeCells>`;
  return xml.replaceAll(/<(\/?):/g, `<$1${prefix}`);
}

function cellOf({ row, column, value }: Cell): string {
  const at = `r="${addressOf(row, column)}"`;
  if (value.kind === 'number') return `<:c ${at}><:v>${value.value}</:v></:c>`;
  if (value.kind !== 'text') return '';
  const shown = value.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<:c ${at} t="inlineStr"><:is><:t xml:space="preserve">${shown}</:t></:is></:c>`;
}

function areaOf({ row, column, rowSpan, columnSpan }: Cell): string {
  return `${addressOf(row, column)}:${addressOf(row + rowSpan - 1, column + columnSpan - 1)}`;
}

function marksIn({ tables }: Document) {
  const at = { sheet: tables[0]?.name ?? '', address: 'V6' };
  return {
    cells: [{ ...at, severity: 'error', text: '问题：请改' }],
    author: '计生协',
    noteHeads: ['问题：'],
    list: {
      name: '需修改',
      title: '请改',
      caption: '',
      headers: ['怎么办'],
      rows: [{ severity: 'error', cells: ['请改'], at }],
    },
  } as const;
}

function addressOf(row: number, column: number): string {
  return utils.encode_cell({ r: row - 1, c: column - 1 });
}
