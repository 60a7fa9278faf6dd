import type { Finding } from '../model/finding.js';
import type { FileReport, Report } from '../model/report.js';

/** Files that a person must deal with, by path: nobody's, rejected and not yet mended, containers that did not open. */
export function filesToDealWith(report: Report): readonly FileReport[] {
  return report.files.filter((file) => {
    if (file.outcome === 'unmatched') return true;
    if (file.outcome === 'rejected') return !isMended(file, report.files);
    return isAside(file) && file.findings.some(({ severity }) => severity === 'error');
  });
}

/** What is still to be mended or checked in a file: nothing where another version has taken its place. */
export function openFindings(file: FileReport, files: readonly FileReport[]): readonly Finding[] {
  const asking = file.findings.filter(({ severity }) => severity !== 'info');
  if (file.outcome === 'superseded' || file.outcome === 'later') return [];
  // A second copy repeats the first one's findings; only a repeated photo leaves one short.
  if (file.outcome === 'duplicate') return asking.filter(({ rule }) => rule === 'photo/repeated');
  return file.outcome === 'rejected' && isMended(file, files) ? [] : asking;
}

/** Containers and what was left aside belong to no unit. */
function isAside({ outcome }: FileReport): boolean {
  return outcome === 'container' || outcome === 'ignored';
}

/** An acceptable version of the same material has come from the same unit since. */
function isMended(file: FileReport, files: readonly FileReport[]): boolean {
  return (
    file.unit !== null &&
    files.some(
      (other) =>
        other.outcome === 'used' &&
        other.unit?.id === file.unit?.id &&
        other.material === file.material &&
        Date.parse(other.receipt.at) > Date.parse(file.receipt.at),
    )
  );
}
