import type { Format } from '../../model/rules.js';
import { openCompoundFile } from '../compound-file.js';

/**
 * Which Office program wrote the container, by the streams it keeps. What is under a password or under rights stays `ole`,
 * though Office puts a workbook or document beside it that only says so.
 */
export function sniffCompoundFile(bytes: Uint8Array, name: string): Format {
  const file = openCompoundFile(bytes);
  const names = new Set(file?.names.map((stream) => stream.toLowerCase()));
  if (names.has('encryptedpackage') || names.has('\tdrmcontent')) return 'ole';
  if (names.has('workbook') || names.has('book')) return /\.ett?$/i.test(name) ? 'et' : 'xls';
  if (names.has('worddocument')) return 'doc';
  if (names.has('powerpoint document')) return 'pptx';
  if (names.has('visiodocument')) return 'visio';
  return 'ole';
}
