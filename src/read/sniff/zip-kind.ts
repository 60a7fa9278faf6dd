import type { Format } from '../../model/rules.js';
import { Allowance } from '../allowance.js';
import { latin, uint16, uint32 } from '../bytes.js';
import { listZip, localNames, partKey, type ZipEntry } from '../zip-directory.js';
import { readEntry } from '../zip-package.js';

/** A zip by the parts it holds. One whose directory is lost is judged by what is left of it, then by its name. */
export function sniffZip(bytes: Uint8Array, name: string): Format {
  const listed = listZip(bytes)?.entries;
  const parts = new Set(listed?.map(({ key }) => key) ?? localNames(bytes).map(partKey));
  const packaged = packageKind(parts) ?? statedKind(bytes, listed ?? []) ?? openDocumentKind(bytes, parts, name);
  if (packaged !== null) return packaged;
  return listed === undefined || listed.length === 0 ? kindByName(name) : 'zip';
}

function packageKind(parts: ReadonlySet<string>): Format | null {
  if (parts.has('ofd.xml')) return 'ofd';
  if (parts.has('androidmanifest.xml')) return 'apk';
  for (const [part, format] of MAIN_PARTS) if (parts.has(part)) return format;
  if (!parts.has('[content_types].xml') && !parts.has('_rels/.rels')) return null;
  for (const [folder, format] of FOLDERS) if ([...parts].some((part) => part.startsWith(folder))) return format;
  return null;
}

const MAIN_PARTS: readonly (readonly [string, Format])[] = [
  ['xl/workbook.xml', 'xlsx'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
];

const FOLDERS: readonly (readonly [string, Format])[] = [
  ['xl/', 'xlsx'],
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
  ['visio/', 'visio'],
];

/** Packages may keep their parts in any folder; what each part is stands in a list of its own. */
function statedKind(bytes: Uint8Array, entries: readonly ZipEntry[]): Format | null {
  const list = entries.find(({ key }) => key === '[content_types].xml');
  if (list === undefined || list.size > mostListed || !entries.some(({ key }) => key === '_rels/.rels')) return null;
  const text = stated(bytes, list);
  return STATED.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const mostListed = 256 * 1024;

function stated(bytes: Uint8Array, list: ZipEntry): string {
  try {
    return latin(readEntry(bytes, list, new Allowance()), 0, mostListed);
  } catch {
    return '';
  }
}

const STATED: readonly (readonly [RegExp, Format])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.\w+(?:\.\w+)?\.main/, 'xlsx'],
  [/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.\w+\.main/, 'docx'],
  [/presentationml\.\w+\.main\+xml/, 'pptx'],
];

/** Its first part names its kind, unpacked, by custom; we read none but the spreadsheets. */
function openDocumentKind(bytes: Uint8Array, parts: ReadonlySet<string>, name: string): Format | null {
  const first = latin(bytes, 30, uint16(bytes, 26) === 8 ? 8 : 0);
  const kind = first === 'mimetype' ? latin(bytes, 38, Math.min(100, uint32(bytes, 22))) : '';
  if (kind.includes('opendocument.spreadsheet')) return 'ods';
  for (const [word, format] of OTHER_KINDS) if (kind.includes(word)) return format;
  if (kind.startsWith('application/')) return 'unknown';
  const looksLike = parts.has('content.xml') && parts.has('meta-inf/manifest.xml');
  if (!looksLike) return null;
  // Packed by another program, its parts say nothing of the kind: the name is all there is.
  return (/\.(od[stp])$/i.exec(name)?.[1]?.toLowerCase() as 'ods' | 'odt' | 'odp' | undefined) ?? 'unknown';
}

const OTHER_KINDS: readonly (readonly [string, Format])[] = [
  ['opendocument.text', 'odt'],
  ['opendocument.presentation', 'odp'],
  ['epub+zip', 'epub'],
];

function kindByName(name: string): Format {
  if (/\.(xls|et)[xm]?$/i.test(name)) return 'xlsx';
  if (/\.(doc|wps)[xm]?$/i.test(name)) return 'docx';
  if (/\.ods$/i.test(name)) return 'ods';
  return 'zip';
}
