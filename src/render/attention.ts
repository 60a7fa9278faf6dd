import type { Finding } from '../model/finding.js';
import type { FileReport, Report } from '../model/report.js';

/** Files that a person must deal with, by path: nobody's, rejected and not yet mended, or not to be read. */
export function filesToDealWith(report: Report): readonly FileReport[] {
  return report.files.filter((file) => {
    if (file.outcome === 'unmatched') return true;
    if (file.outcome === 'rejected') return file.replacedBy === null;
    return isAside(file) && file.findings.some(({ severity }) => severity === 'error');
  });
}

/** What is still to be mended or checked in a file: nothing where another version has taken its place. */
export function openFindings(file: FileReport): readonly Finding[] {
  const asking = file.findings.filter(({ severity }) => severity !== 'info');
  if (file.outcome === 'superseded' || file.outcome === 'later') return [];
  // A second copy repeats the first one's findings; only a repeated photo leaves one short.
  if (file.outcome === 'duplicate') return asking.filter(({ rule }) => rule === 'photo/repeated');
  return file.outcome === 'rejected' && file.replacedBy !== null ? [] : asking;
}

/** Not a submission this time. */
function isAside({ outcome }: FileReport): boolean {
  return outcome === 'container' || outcome === 'ignored' || outcome === 'later';
}
