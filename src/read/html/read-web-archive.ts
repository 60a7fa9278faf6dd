import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { latin } from '../bytes.js';
import { damaged, otherKind } from '../problem.js';
import { readHtml } from './read-html.js';

/** Reads the web pages of a page that was saved with all it shows in one file (.mht), as Word and Excel do. */
export function readWebArchive(bytes: Uint8Array, allowance: Allowance): Document {
  allowance.inflate(bytes.length);
  const pages = pagesOf(textOf(bytes));
  // Excel notes in the frame around its sheets which of them are hidden.
  if (pages.length === 0 || pages.some((page) => hidden.test(textOf(page)))) throw otherKind('web-archive');
  const documents = pages.map((page) => readHtml(page, allowance));
  return {
    tables: documents.flatMap(({ tables }) => tables),
    paragraphs: documents.flatMap(({ paragraphs }) => paragraphs),
    pictures: documents.reduce((sum, { pictures }) => sum + pictures, 0),
  };
}

const hidden = /<x:Visible>Sheet(?:Very)?Hidden</i;

/** Characters 0 to 255, as many as bytes. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += step) text += latin(bytes, at, step);
  return text;
}

const step = 8192;

function pagesOf(archive: string): readonly Uint8Array[] {
  const [head, body] = divided(archive.replace(/^\s+/, ''));
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;]+))/i.exec(stated('content-type', head));
  if (boundary === null) return isPage(head) ? [decoded(head, body)] : [];
  const parts = `\n${body}`.split(`\n--${boundary[1] ?? boundary[2]}`);
  const end = parts.findIndex((part) => part.startsWith('--'));
  if (end === -1) throw damaged('no closing boundary', 'cut-off');
  return parts.slice(1, end).flatMap((part) => {
    const [partHead, content] = divided(part.replace(/^[ \t]*\r?\n/, ''));
    if (isMore(partHead)) throw otherKind('web-archive');
    return isPage(partHead) ? [decoded(partHead, content)] : [];
  });
}

/** Header lines, those that go on in the next put together, and what comes behind the empty line. */
function divided(part: string): readonly [head: string, body: string] {
  const gap = /\r?\n\r?\n/.exec(part);
  if (gap === null) return [part, ''];
  return [part.slice(0, gap.index).replace(/\r?\n[ \t]+/g, ' '), part.slice(gap.index + gap[0].length)];
}

function stated(name: string, head: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1] ?? '';
}

/** Other parts within, or a file that hangs on it: it is more than a page. */
function isMore(head: string): boolean {
  return /^multipart\//i.test(stated('content-type', head)) || /^attachment/i.test(stated('content-disposition', head));
}

function isPage(head: string): boolean {
  return /^text\/html\b/i.test(stated('content-type', head));
}

function decoded(head: string, body: string): Uint8Array {
  const encoding = stated('content-transfer-encoding', head).trim().toLowerCase();
  if (encoding === 'base64') return bytesOf(unpacked(body));
  return bytesOf(encoding === 'quoted-printable' ? unquoted(body) : body);
}

function unpacked(body: string): string {
  try {
    return atob(body.replace(/\s+/g, ''));
  } catch {
    throw damaged('no base64', 'broken-container');
  }
}

function unquoted(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
