import type { Document } from '../model/document.js';
import { decodeText } from './decode-text.js';
import { damaged } from './problem.js';

/** Each line that is not blank is a paragraph. */
export function readPlainText(bytes: Uint8Array): Document {
  const text = decodeText(bytes);
  if (text === null) throw damaged('not text', 'encoding');
  const paragraphs = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return { tables: [], paragraphs, pictures: 0 };
}
