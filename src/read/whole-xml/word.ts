import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { decodeXml } from '../decode-text.js';
import { readBody } from '../docx/blocks.js';
import { countPictures } from '../docx/pictures.js';
import { damaged, otherKind } from '../problem.js';
import { assembleDocument } from '../word-document.js';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '../xml-tree.js';

const OF_2003 = 'http://schemas.microsoft.com/office/word/2003/wordml';
const OF_TODAY = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Reads a Word document in one XML as Word 2003 wrote it, which is much like the main part of a .docx. */
export function readWord2003(bytes: Uint8Array, allowance: Allowance): Document {
  const renamed = decodeXml(bytes)
    .replace(/^<\?xml[^>]*\?>/, '')
    .replaceAll(OF_2003, OF_TODAY);
  const root = asToday(parseXml(new TextEncoder().encode(renamed), allowance));
  return documentOf([root, ...root.children]);
}

/** Reads the parts of a .docx that were written into one XML one after the other. */
export function readWordParts(bytes: Uint8Array, allowance: Allowance): Document {
  const parts = childrenNamed(parseXml(bytes, allowance), 'ms:part');
  return documentOf(parts.flatMap((part) => childNamed(part, 'ms:xmlData')?.children ?? []));
}

function documentOf(parts: readonly XmlElement[]): Document {
  const main = parts.filter(({ name }) => name === 'w:document' || name === 'w:wordDocument');
  const [body, ...others] = main.flatMap((part) => childrenNamed(part, 'w:body'));
  if (body === undefined) throw otherKind('flat-xml');
  if (others.length > 0) throw damaged('two bodies');
  const named = (name: string) => parts.find((part) => part.name === name) ?? null;
  const blocks = readBody(body, { styles: named('w:styles'), numbering: named('w:numbering') });
  return assembleDocument(blocks, countPictures(body));
}

/** Merged cells under the names of today, and the numbers of lists, which stood beside the text, in it. */
function asToday(element: XmlElement): XmlElement {
  const name = element.name === 'w:vmerge' ? 'w:vMerge' : element.name === 'w:hmerge' ? 'w:hMerge' : element.name;
  const children = element.children.map(asToday);
  const number = name === 'w:p' ? listNumber(element) : '';
  return { ...element, name, children: number === '' ? children : [runOf(`${number} `), ...children] };
}

function listNumber(paragraph: XmlElement): string {
  const list = childNamed(childNamed(paragraph, 'w:pPr'), 'w:listPr');
  return childNamed(list, 'ms:t')?.attributes['ms:val'] ?? '';
}

function runOf(text: string): XmlElement {
  return { name: 'w:r', attributes: {}, text: '', children: [{ name: 'w:t', attributes: {}, text, children: [] }] };
}
