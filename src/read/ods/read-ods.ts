import type { Document } from '../../model/document.js';
import { damaged, ReadProblem } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import { assembleWorkbook } from '../workbook-document.js';
import { descendants, parseXml } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import { ContentReader } from './content.js';

/** Reads an OpenDocument spreadsheet. */
export function readOds(bytes: Uint8Array): Document {
  const zip = openPackage(bytes);
  if (isEncrypted(zip)) throw new ReadProblem('encrypted', 'manifest');
  const content = zip.bytes('content.xml');
  if (content === null) throw damaged('no content part');
  const reader = scanXml(content, () => new ContentReader());
  if (reader.sheets.length === 0) throw damaged('no sheets');
  const sheets = reader.sheets.map((sheet) => ({ ...sheet, hidden: reader.hiddenStyles.has(sheet.style) }));
  return assembleWorkbook(sheets, reader.loosePictures);
}

function isEncrypted(zip: ZipPackage): boolean {
  const manifest = zip.bytes('META-INF/manifest.xml');
  return manifest !== null && descendants(parseXml(manifest), 'manifest:encryption-data').length > 0;
}
