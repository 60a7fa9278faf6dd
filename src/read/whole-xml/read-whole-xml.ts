import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { readOpenSheets } from '../ods/read-ods.js';
import { otherKind } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import type { Attributes } from '../xml-events.js';
import { readSpreadsheet } from './spreadsheet.js';
import { readWord2003, readWordParts } from './word.js';

type Reader = (bytes: Uint8Array, allowance: Allowance) => Document;

/** By the name of what the file is: Excel and Word of 2003, a package written as one XML, OpenDocument written so. */
const readers: Readonly<Record<string, Reader>> = {
  'ss:Workbook': readSpreadsheet,
  'ms:wordDocument': readWord2003,
  'ms:package': readWordParts,
  'office:document': readOpenSheets,
};

/** Reads a workbook or document that is one XML instead of a package, as every office program opens it. */
export function readWholeXml(bytes: Uint8Array, allowance: Allowance): Document {
  const { root, kind } = scanXml(bytes, () => new Root(), allowance);
  const reader = readers[root];
  // OpenDocument says its kind in its first element; texts are not read in its packages either.
  const isOther = root === 'office:document' && !kind.includes('opendocument.spreadsheet');
  if (reader === undefined || isOther) throw otherKind('flat-xml');
  return reader(bytes, allowance);
}

class Root {
  root = '';
  kind = '';

  open(name: string, attributes: Attributes): void {
    if (this.root !== '') return;
    this.root = name;
    this.kind = attributes.get('office:mimetype') ?? '';
  }

  close(): void {}

  text(): void {}
}
