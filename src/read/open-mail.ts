import PostalMime, { type Attachment } from 'postal-mime';
import { mebibyte } from '../model/bounds.js';
import { joinBytes } from '../model/join-bytes.js';
import type { Allowance } from './allowance.js';
import { holds } from './bytes.js';
import { toldApart } from './member-names.js';
import type { Member } from './open-zip.js';
import { damaged, type Trouble, troubleOf } from './problem.js';
import { tidyMail } from './tidy-mail.js';

/** A mail opened: what it says of itself, and what hangs on it. */
export interface Mail {
  readonly subject: string;
  /** The sender's address, small letters; null where the mail names none. */
  readonly sender: string | null;
  /** When it was received: the topmost `Received`, else `Date`; null where neither can be read. */
  readonly receivedAt: string | null;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment extends Member {
  /** A small picture the text of the mail shows, such as a signature's logo. */
  readonly decoration: boolean;
}

/** Pictures shown in the text below this size are taken for decoration. */
const decorationBytes = 10 * 1024;
const nestingLimit = 64;

export type OpenedMail = { readonly ok: true; readonly mail: Mail } | { readonly ok: false; readonly trouble: Trouble };

/** Reads a mail. Content never throws. */
export async function openMail(saved: Uint8Array, allowance: Allowance): Promise<OpenedMail> {
  try {
    const bytes = tidyMail(saved);
    allowance.leaveGuard(isPlain(bytes) ? bytes.length : Number.POSITIVE_INFINITY);
    allowance.keepTo('containerMebibytes', bytes.length / mebibyte);
    // What hangs on a mail is smaller than the mail, and is all unpacked at once.
    allowance.inflate(bytes.length);
    const mail = await new MailParser({ forceRfc822Attachments: true, maxNestingDepth: nestingLimit }).parse(
      headersAsUtf8(bytes),
    );
    if (isCutOff(bytes, mail.headers)) throw damaged('no closing boundary', 'mail-cut-off');
    const names = toldApart(mail.attachments.map(({ filename, mimeType }, n) => nameOf(filename, mimeType, n + 1)));
    for (const name of names) allowance.keepTo('pathCharacters', name.length);
    const read = {
      subject: evidence(mail.subject),
      sender: evidence(mail.from?.address).toLowerCase() || null,
      receivedAt: receivedAt(mail.headers, mail.date),
      attachments: mail.attachments.map((attachment, n) => {
        const content = toBytes(attachment.content);
        return {
          path: names[n] ?? '',
          size: content.length,
          decoration: isDecoration(attachment, content.length),
          read: () => ({ ok: true as const, bytes: content }),
        };
      }),
    };
    return { ok: true, mail: read };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}

/** A part of a mail as the library holds it. */
interface Part {
  readonly contentDisposition: { readonly parsed: { readonly params: Readonly<Record<string, string>> } };
  readonly contentType: { readonly parsed: { readonly params: Readonly<Record<string, string>> } };
}

/** The library takes every text and page for what the mail says; those that bear a file's name hang on it. */
class MailParser extends PostalMime {
  isInlineTextNode(part: Part): boolean {
    const { filename = '' } = part.contentDisposition.parsed.params;
    const { name = '' } = part.contentType.parsed.params;
    return filename === '' && name === '' && ownTexts.call(this, part);
  }
}

const ownTexts = (PostalMime.prototype as unknown as { isInlineTextNode(part: Part): boolean }).isInlineTextNode;

/** So much a mail may have to be taken apart at once: lines, those that begin like a boundary, bytes of a header. */
const plainly = { lines: 10_000, boundaries: 500, header: 16 * 1024 };

/** Nothing in it that the library would take long over; a header may be folded over many lines. */
function isPlain(bytes: Uint8Array): boolean {
  let [lines, boundaries] = [0, 0];
  let begin = 0;
  for (let end = bytes.indexOf(10), from = 0; end !== -1; from = end + 1, end = bytes.indexOf(10, from)) {
    const first = bytes[from];
    if (first !== 0x20 && first !== 0x09) begin = from;
    if (first === 0x2d && bytes[from + 1] === 0x2d) boundaries++;
    if (++lines > plainly.lines || boundaries > plainly.boundaries || end - begin > plainly.header) return false;
  }
  return bytes.length - bytes.lastIndexOf(10) <= plainly.header;
}

/** What names a unit is short; each attachment bears it, and there may be thousands. */
const longestEvidence = 500;

function evidence(text = ''): string {
  return text.length > longestEvidence ? '' : text;
}

/** A mail in parts ends each of its parts by a line of its own; where the last is missing, more may be. */
function isCutOff(bytes: Uint8Array, headers: readonly { key: string; value: string }[]): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const boundary = /^multipart\/.*?[;\s]boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/is.exec(type);
  return boundary !== null && !holds(bytes, new TextEncoder().encode(`--${boundary[1] ?? boundary[2] ?? ''}--`));
}

/** A signature's logo, or what mail servers cut off the end of a mail's text. */
function isDecoration(attachment: Attachment, bytes: number): boolean {
  if (bytes >= decorationBytes) return false;
  const isCutOffText = /^ATT\d{5}\.(?:txt|html?)$/i.test(attachment.filename ?? '');
  return isCutOffText || (isShownInText(attachment) && attachment.mimeType.startsWith('image/'));
}

function isShownInText({
  related,
  disposition,
}: {
  related?: boolean | undefined;
  disposition: string | null;
}): boolean {
  return related === true || disposition === 'inline';
}

function receivedAt(headers: readonly { key: string; value: string }[], date: string | undefined): string | null {
  const received = headers.find((header) => header.key === 'received')?.value;
  return instant(received?.slice(received.lastIndexOf(';') + 1)) ?? instant(date);
}

/** No date with all its remarks is longer; looking for brackets takes long in what is. */
const longestDate = 200;

function instant(text = ''): string | null {
  if (text.length > longestDate) return null;
  const time = new Date(text.replace(/\([^)]*\)/g, '').trim());
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function toBytes(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function nameOf(fileName: string | null | undefined, type: string, number: number): string {
  const name = (fileName ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (name !== '') return name;
  return type === 'message/rfc822' ? `邮件${number}.eml` : `附件${number}`;
}

/**
 * Headers of old mail programs hold raw GBK, which no mail reader expects: lines of headers that are no UTF-8 are
 * written anew as UTF-8. Bodies stay as they are.
 */
function headersAsUtf8(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const boundaries = new Set<string>();
  let inHeaders = true;
  const lines = splitLines(bytes).map((line) => {
    const text = latin1(line).trimEnd();
    inHeaders = inHeaders ? text !== '' : boundaries.has(text);
    if (!inHeaders) return line;
    const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(text);
    if (boundary) boundaries.add(`--${boundary[1] ?? boundary[2] ?? ''}`);
    return isUtf8(line) ? line : new TextEncoder().encode(new TextDecoder('gb18030').decode(line));
  });
  return joinBytes(lines);
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

function latin1(bytes: Uint8Array): string {
  return bytes.length > 2000 ? '-' : String.fromCharCode(...bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
