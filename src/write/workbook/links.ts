import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { holdersOf } from '../../model/entry-path.js';
import type { FileReport } from '../../model/report.js';

/** Excel refuses longer ones. */
const longestLink = 2_000;

/** The target of a hyperlink to a file of the inbox; null where there is no such file to open. */
export type LinkTo = (path: string) => string | null;

/**
 * Links relative to the workbook, so that it may move together with the inbox. A member of an archive or a mail has no
 * file of its own: its link opens the outermost container. Only files that were read are ever linked to, only while
 * they are in the inbox, and only where opening them shows something and runs nothing.
 */
export function linksTo(files: readonly FileReport[], inbox: string, workbook: string): LinkTo {
  const known = new Map(files.filter(isThere).map((file) => [file.path, file.outcome]));
  const way = relative(dirname(workbook), inbox);
  const isContainer = (path: string) => known.get(path) === 'container';
  const start = way === '' ? '' : `${way.split(sep).map(encodeStep).join('/')}/`;
  // Many files lie in one folder.
  const folders = new Map<string, string>();
  const inFolder = (folder: string) => {
    const before = folders.get(folder);
    if (before !== undefined) return before;
    const encoded = folder.split('/').map(encodeStep).join('/');
    folders.set(folder, encoded);
    return encoded;
  };
  const relativeLink = (onDisk: string) => {
    const name = onDisk.lastIndexOf('/') + 1;
    return `${start}${inFolder(onDisk.slice(0, name))}${encodeStep(onDisk.slice(name))}`;
  };
  return (path) => {
    const holder = path.includes('!') ? holdersOf(path).find(isContainer) : undefined;
    const onDisk = holder ?? (known.has(path) ? path : null);
    if (onDisk === null || leavesInbox(onDisk) || !isForReading.test(onDisk)) return null;
    const link = isAbsolute(way) ? pathToFileURL(join(inbox, onDisk)).href : relativeLink(onDisk);
    return link.length > longestLink ? null : link;
  };
}

/** Of what was not read it is not known what would open: a link in the inbox may lead anywhere. */
function isThere({ gone, sha256 }: FileReport): boolean {
  return !gone && sha256 !== ofNothing;
}

const ofNothing = createHash('sha256').digest('hex');

/** By their endings, as the system chooses who opens a file: no program, no script, no shortcut, no page. */
const isForReading =
  /\.(?:xlsx?|et|ods|csv|docx?|wps|odt|txt|pdf|pptx?|jpe?g|png|gif|bmp|webp|heic|tiff?|mp4|mov|avi|wmv|mkv|flv|mpe?g|3gp|zip|rar|7z|eml)$/iu;

function leavesInbox(path: string): boolean {
  return isAbsolute(path) || path.split(/[/\\]/).includes('..');
}

/**
 * Also `!`, since exceljs takes `name!A1` for a place in the workbook. A byte of the name that is no text is the byte
 * itself; half a character cannot be encoded.
 */
function encodeStep(step: string): string {
  if (/^[\w.-]*$/.test(step)) return step;
  return step
    .split(/(\p{Surrogate})/u)
    .map((piece) => (/^\p{Surrogate}$/u.test(piece) ? encodeHalf(piece.charCodeAt(0)) : encodeText(piece)))
    .join('');
}

/** `intake` keeps a byte that is no text as U+DC80 to U+DCFF. */
function encodeHalf(code: number): string {
  return code >= 0xdc80 && code <= 0xdcff ? hex(code - 0xdc00) : encodeURIComponent('\ufffd');
}

function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => hex(sign.charCodeAt(0)));
}

function hex(byte: number): string {
  return `%${byte.toString(16).toUpperCase()}`;
}
