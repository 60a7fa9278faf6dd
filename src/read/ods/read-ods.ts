import type { Document, Table } from '../../model/document.js';
import { placeCells } from '../place-cells.js';
import { damaged, ReadProblem } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import { descendants, parseXml } from '../xml-tree.js';
import { openPackage, type ZipPackage } from '../zip-package.js';
import { ContentReader } from './content.js';

/** Reads an OpenDocument spreadsheet. */
export function readOds(bytes: Uint8Array): Document {
  const zip = openPackage(bytes);
  if (isEncrypted(zip)) throw new ReadProblem('encrypted', 'manifest');
  const xml = zip.text('content.xml');
  if (xml === null) throw damaged('no content part');
  const reader = new ContentReader();
  scanXml(xml, reader);
  if (reader.sheets.length === 0) throw damaged('no sheets');
  const tables = reader.sheets.map(
    (sheet): Table => ({
      source: 'sheet',
      name: sheet.name,
      hidden: reader.hiddenStyles.has(sheet.style),
      heading: [],
      cells: placeCells(sheet.cells, sheet.merges),
    }),
  );
  return {
    tables: [...tables.filter(({ hidden }) => !hidden), ...tables.filter(({ hidden }) => hidden)],
    paragraphs: [],
    pictures: reader.pictures,
  };
}

function isEncrypted(zip: ZipPackage): boolean {
  const manifest = zip.text('META-INF/manifest.xml');
  return manifest !== null && descendants(parseXml(manifest), 'manifest:encryption-data').length > 0;
}
