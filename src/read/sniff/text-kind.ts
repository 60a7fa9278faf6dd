import type { Format } from '../../model/rules.js';
import { latin } from '../bytes.js';
import { decodeText } from '../decode-text.js';
import { tidyMail } from '../tidy-mail.js';

const HEAD = 32 * 1024;

/** Web pages, mails, comma-separated and plain text. Null where the bytes are no text. */
export function sniffText(bytes: Uint8Array, name: string): Format | null {
  if (/%PDF-\d/.test(String.fromCharCode(...bytes.subarray(0, 1024)))) return 'pdf';
  // Whatever signs and encodings stand further on, headers are lines of ASCII for the most part.
  const head = latin(bytes, 0, HEAD);
  if (isWebArchive(head)) return 'mht';
  if (isMail(latin(tidyMail(bytes.subarray(0, HEAD)), 0, HEAD), name)) return 'eml';
  const text = decodeHead(bytes);
  if (text === null || CONTROL.test(text)) return null;
  if (isWholeXml(text)) return 'xml';
  const start = text.replace(/^(\s|<!--.*?-->|<\?xml[^>]*>)+/s, '');
  if (isHtml(start)) return 'html';
  if (text.trimStart().startsWith('<?xml')) return null;
  return isTabular(text, name) ? 'csv' : 'text';
}

/** Control characters other than white space, which text does not hold. */
const CONTROL = /[^\P{Cc}\s]/u;

/** A cut may fall inside a character, so the last bytes are given up until the rest decodes. */
function decodeHead(bytes: Uint8Array): string | null {
  if (bytes.length <= HEAD) return decodeText(bytes);
  for (const spare of [0, 2, 1, 3]) {
    const text = decodeText(bytes.subarray(0, HEAD - spare));
    if (text !== null) return text;
  }
  return null;
}

/** As Office of 2003 and LibreOffice write a whole file into one XML. */
function isWholeXml(text: string): boolean {
  if (!/^\ufeff?\s*<\?xml/.test(text)) return false;
  return /progid="(?:Excel\.Sheet|Word\.Document)"|="urn:schemas-microsoft-com:office:spreadsheet"|\/word\/2003\/wordml|\/2006\/xmlPackage|office:mimetype=/.test(
    text.slice(0, 8192),
  );
}

/** A web page with all it shows. Mails are built like one, and say to whom they went. */
function isWebArchive(head: string): boolean {
  const top = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (!/^mime-version:/im.test(top)) return false;
  if (/^x-document-type:|^snapshot-content-location:/im.test(top)) return true;
  return /^content-type:\s*multipart\/related/im.test(top) && !/^(?:to|received|message-id):/im.test(top);
}

function isHtml(start: string): boolean {
  if (/^<(!doctype html|html|head|body|table|meta|style|title)\b/i.test(start)) return true;
  return start.startsWith('<') && /<(html|table)[\s>]/i.test(start.slice(0, 8192));
}

const MAIL_HEADER =
  /^(received|from|to|cc|subject|date|mime-version|message-id|return-path|delivered-to|reply-to|sender|dkim-signature|authentication-results|content-type|x-[\w-]+):/i;

/** Header lines at the very top: two that mails have, or one where the name says mail. */
function isMail(text: string, name: string): boolean {
  const [top = ''] = text.replace(/^(?:\xef\xbb\xbf)?(From .*)?\r?\n*/, '').split(/\r?\n\r?\n/, 1);
  const lines = top.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  if (lines.length === 0 || !lines.every((line) => /^[!-9;-~]+:/.test(line) || line === '')) return false;
  const known = lines.filter((line) => MAIL_HEADER.test(line)).length;
  return known >= (/\.(eml|mht|mhtml)$/i.test(name) ? 1 : 2);
}

/** By its name, else by every line having the same tabs or commas. */
function isTabular(text: string, name: string): boolean {
  if (/\.(csv|tsv|tab)$/i.test(name)) return true;
  if (/\.(txt|text|md|log|yaml|json|ini)$/i.test(name)) return false;
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  return ['\t', ',', ';'].some((delimiter) => {
    const counts = new Set(whole.map((line) => line.split(delimiter).length));
    return whole.length > 1 && counts.size === 1 && !counts.has(1);
  });
}
