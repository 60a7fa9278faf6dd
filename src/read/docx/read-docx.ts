import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { assembleDocument } from '../word-document.js';
import { openPackage } from '../zip-package.js';
import { readBody } from './blocks.js';
import { openBody } from './open-body.js';
import { countPictures } from './pictures.js';

/** Reads the body of a Word document; page headers and footers are left out. */
export function readDocx(bytes: Uint8Array, allowance: Allowance): Document {
  const { body, looks } = openBody(openPackage(bytes, allowance), allowance);
  return assembleDocument(readBody(body, looks), countPictures(body));
}
