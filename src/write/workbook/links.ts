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
  return (path) => {
    const holder = path.includes('!') ? holdersOf(path).find(isContainer) : undefined;
    const onDisk = holder ?? (known.has(path) ? path : null);
    if (onDisk === null || leavesInbox(onDisk)) return null;
    const steps = join(way, onDisk);
    const link = isAbsolute(way) ? pathToFileURL(join(inbox, onDisk)).href : steps.split(sep).map(encodeStep).join('/');
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
