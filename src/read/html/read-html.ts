import { Parser } from 'htmlparser2';
import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { decodeText } from '../decode-text.js';
import { damaged } from '../problem.js';
import { HtmlReader } from './html-reader.js';

/** Reads the tables of a web page, which is what many programs save under `.xls`. */
export function readHtml(bytes: Uint8Array, allowance: Allowance): Document {
  const text = decodeText(bytes, declaredCharset(bytes));
  if (text === null) throw damaged('not text', 'encoding');
  const reader = new HtmlReader(allowance);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.write(text);
  parser.end();
  return reader.document(sheetNames(text));
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  return /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

/** Excel notes the names of its sheets in a comment. */
function sheetNames(text: string): string[] {
  return [...text.matchAll(/<x:Name>([^<]*)<\/x:Name>/g)].map(([, name]) => name ?? '');
}
