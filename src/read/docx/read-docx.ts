import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { damaged } from '../problem.js';
import { mainPart } from '../relationships.js';
import { assembleDocument } from '../word-document.js';
import { childNamed, parseXml } from '../xml-tree.js';
import { openPackage } from '../zip-package.js';
import { readBlocks } from './blocks.js';
import { countPictures } from './pictures.js';

/** Reads the body of a Word document; page headers and footers are left out. */
export function readDocx(bytes: Uint8Array, allowance: Allowance): Document {
  const zip = openPackage(bytes, allowance);
  const main = zip.bytes(mainPart(zip, 'word/document.xml'));
  if (main === null) throw damaged('no document part', 'part-missing');
  const body = childNamed(parseXml(main, allowance), 'w:body');
  if (body === undefined) throw damaged('no body', 'part-missing');
  return assembleDocument(readBlocks(body), countPictures(body));
}
