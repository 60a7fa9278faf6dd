import type { Campaign } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import type { Examination } from '../model/submission.js';
import { examineProgress, type ProgressPart } from './examine-progress.js';
import { examineStatistics, formsIn, type StatisticsPart } from './examine-statistics.js';

type TablesPart = Pick<Examination, 'material' | 'unitText' | 'blank' | 'findings'> & Partial<Examination>;

/**
 * What the tables of a document tell as the campaign's forms; null where none is one. The attachments of a notice come
 * in one file and are sent back in one: what is filled in of either form counts.
 */
export function examineTables(document: Document, campaign: Campaign): TablesPart | null {
  const statistics = examineStatistics(document, campaign);
  if (statistics === null) return examineProgress(document, campaign);
  const progress = document.tables.length > 1 ? progressBeside(document, campaign) : null;
  if (progress === null) return statistics;
  const unitText = statistics.unitText ?? progress.unitText;
  if (isEmpty(statistics)) return { ...progress, unitText };
  return {
    ...statistics,
    unitText,
    progress: progress.progress,
    findings: [...statistics.findings, ...progress.findings],
  };
}

/** The activities told in the other tables; null where there are none. */
function progressBeside(document: Document, campaign: Campaign): ProgressPart | null {
  const tables = document.tables.filter((table) => formsIn(table, campaign.forms.statistics).length === 0);
  const progress = examineProgress({ ...document, tables }, campaign, true);
  return progress?.progress?.activities.length ? progress : null;
}

function isEmpty({ blank, findings }: StatisticsPart): boolean {
  return blank || findings.some((one) => one.rule === 'file/empty');
}
