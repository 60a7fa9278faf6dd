import type { Campaign } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { guardedTrialOf, mostTried } from './trial.js';

/** The campaigns whose forms' titles stand in the first lines of a file. */
export async function campaignsNamed(
  bytes: Uint8Array,
  name: string,
  campaigns: readonly Campaign[],
): Promise<readonly Campaign[]> {
  const [first] = campaigns;
  if (first === undefined || bytes.length > mostTried) return [];
  const allowance = guardedTrialOf(first);
  const read = await readDocument(
    bytes,
    allowance.within(() => sniff(bytes, name)),
    allowance,
  );
  if (!read.ok) return [];
  const text = squeeze(opening(read.document));
  return campaigns.filter(({ forms }) =>
    [forms.statistics.title, forms.progress?.title].some(
      (title) => title !== undefined && text.includes(squeeze(title)),
    ),
  );
}

function opening(document: Document): string {
  const cells = document.tables.flatMap((table) => table.cells.slice(0, 10));
  const texts = cells.map((cell) => (cell.value.kind === 'text' ? cell.value.text : ''));
  return [...document.paragraphs.slice(0, 10), ...texts].join('\n');
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\n]/gu, '');
}
