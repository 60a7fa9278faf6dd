import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { damaged, locked } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import { assembleWorkbook } from '../workbook-document.js';
import { descendants, parseXml } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import { ContentReader } from './content.js';

/** Reads an OpenDocument spreadsheet. */
export function readOds(bytes: Uint8Array, allowance: Allowance): Document {
  const zip = openPackage(bytes, allowance);
  if (isEncrypted(zip)) throw locked('workbook');
  const content = zip.bytes('content.xml');
  if (content === null) throw damaged('no content part', 'part-missing');
  return readOpenSheets(content, allowance);
}

/** The sheets in the part that holds them, or in a file that is that part and all others in one. */
export function readOpenSheets(content: Uint8Array, allowance: Allowance): Document {
  const reader = scanXml(content, () => new ContentReader(allowance), allowance);
  if (reader.sheets.length === 0) throw damaged('no sheets', 'no-sheet');
  const sheets = reader.sheets.filter(isOwn).map((sheet) => ({
    ...sheet,
    hidden: reader.hiddenStyles.has(sheet.style),
    // LibreOffice states no type for an empty text: where any formula has been calculated all have.
    cells: reader.calculated ? sheet.cells.filter(({ value }) => value.kind !== 'formula') : sheet.cells,
  }));
  return assembleWorkbook(sheets, reader.loosePictures, allowance);
}

/** What was last seen in other files is kept in tables that no program shows, named by the file. */
function isOwn({ name }: { readonly name: string }): boolean {
  return !/^'\w+:\/(?:[^']|'')*'#/.test(name);
}

function isEncrypted(zip: ZipPackage): boolean {
  const manifest = zip.parsed('META-INF/manifest.xml', parseXml);
  return manifest !== null && descendants(manifest, 'manifest:encryption-data').length > 0;
}
