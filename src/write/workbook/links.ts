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
 * file of its own: its link opens the outermost container. Only files of the report are ever linked to, and only while
 * they are in the inbox.
 */
export function linksTo(files: readonly FileReport[], inbox: string, workbook: string): LinkTo {
  const known = new Map(files.filter(({ gone }) => !gone).map((file) => [file.path, file.outcome]));
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
    if (onDisk === null || leavesInbox(onDisk)) return null;
    const link = isAbsolute(way) ? pathToFileURL(join(inbox, onDisk)).href : relativeLink(onDisk);
    return link.length > longestLink ? null : link;
  };
}

function leavesInbox(path: string): boolean {
  return isAbsolute(path) || path.split(/[/\\]/).includes('..');
}

/** Also `!`, since exceljs takes `name!A1` for a place in the workbook. Half a character cannot be encoded. */
function encodeStep(step: string): string {
  if (/^[\w.-]*$/.test(step)) return step;
  return encodeURIComponent(step.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
