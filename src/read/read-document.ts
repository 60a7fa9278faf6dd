import { mebibyte } from '../model/bounds.js';
import type { Document } from '../model/document.js';
import type { Format } from '../model/rules.js';
import { Allowance } from './allowance.js';
import { ReadProblem, type Trouble, troubleOf } from './problem.js';
import { orZeros } from './zero-part.js';

/** What a file says, or why that cannot be had. */
export type ReadResult =
  | { readonly ok: true; readonly document: Document }
  /** `isOtherKind`: it is in good order, but holds no table we read. Nothing more may be known of it than its format. */
  | { readonly ok: false; readonly trouble: Trouble; readonly isOtherKind: false }
  | { readonly ok: false; readonly trouble: Trouble | null; readonly isOtherKind: true };

type Reader = (bytes: Uint8Array, allowance: Allowance) => Document;

/** Each is loaded when first needed. */
const readers: Partial<Record<Format, () => Promise<Reader>>> = {
  xlsx: async () => (await import('./xlsx/read-xlsx.js')).readXlsx,
  doc: async () => (await import('./doc/read-doc.js')).readDoc,
  xls: async () => (await import('./xls/read-xls.js')).readXls,
  et: async () => (await import('./xls/read-xls.js')).readXls,
  ods: async () => (await import('./ods/read-ods.js')).readOds,
  ole: async () => (await import('./read-other-container.js')).readOtherContainer,
  csv: async () => (await import('./read-csv.js')).readCsv,
  html: async () => (await import('./html/read-html.js')).readHtml,
  xml: async () => (await import('./whole-xml/read-whole-xml.js')).readWholeXml,
  mht: async () => (await import('./html/read-web-archive.js')).readWebArchive,
  text: async () => (await import('./read-plain-text.js')).readPlainText,
  docx: async () => (await import('./docx/read-docx.js')).readDocx,
};

const loaded = new Map<Format, Reader>();

async function readerOf(format: Format): Promise<Reader | undefined> {
  const known = loaded.get(format);
  if (known !== undefined) return known;
  const reader = await readers[format]?.();
  if (reader !== undefined) loaded.set(format, reader);
  return reader;
}

/** Reads whatever holds tables or text, within what the file may cost. Content never throws. */
export async function readDocument(
  bytes: Uint8Array,
  format: Format,
  allowance: Allowance = new Allowance(),
): Promise<ReadResult> {
  const reader = loaded.get(format) ?? (await readerOf(format));
  if (reader === undefined) return { ok: false, trouble: null, isOtherKind: true };
  try {
    allowance.keepTo('fileMebibytes', bytes.length / mebibyte);
    allowance.beginDocument();
    return { ok: true, document: allowance.within(() => reader(bytes, allowance)) };
  } catch (error) {
    const isOtherKind = error instanceof ReadProblem && error.isOtherKind;
    return { ok: false, trouble: orZeros(troubleOf(error), bytes), isOtherKind };
  }
}
