import { checkMedia } from '../check/check-media.js';
import { finding } from '../findings/finding.js';
import { materialNamed, materialOfMedia, materialOfText } from '../identify/identify-material.js';
import { yearOfTitles } from '../locate/year.js';
import { mebibyte } from '../model/bounds.js';
import type { Campaign, Material } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Format, UnreadableReason } from '../model/rules.js';
import type { Examination } from '../model/submission.js';
import { Allowance } from '../read/allowance.js';
import { takenOn } from '../read/photo/taken-on.js';
import { probePhoto } from '../read/probe-photo.js';
import { probeVideo } from '../read/probe-video.js';
import type { Trouble } from '../read/problem.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { examineTables } from './examine-tables.js';
import { kindOf } from './kind-of.js';
import { otherYear } from './other-year.js';

const whole = { kind: 'file' } as const;

/**
 * All that can be known of one entry without knowing the others. Pure given its bytes, its name and the campaign, so
 * that it can run anywhere and be kept by content. Content never throws. `kind` is given where it is known already.
 */
export async function examine(
  bytes: Uint8Array,
  name: string,
  campaign: Campaign,
  allowance = new Allowance(campaign.bounds),
  kind = allowance.within(() => kindOf(bytes, name)),
): Promise<Examination> {
  if (bytes.length === 0)
    return unexamined('unknown', materialNamed(name, campaign), [finding('file/empty', { what: 'bytes' }, whole)]);
  const { format, cause } = kind;
  const media = materialOfMedia(format, name, campaign);
  const named = materialNamed(name, campaign);
  if (media !== null) {
    const renamed = renamedMedia[media.kind];
    if (renamed !== undefined && documentName.test(name)) return otherKind(format, named, because(renamed));
    return examineMedia(bytes, format, media, campaign);
  }
  if (cause !== null) return unexamined(format, named, [troubled(because(cause))]);
  const read = await readDocument(bytes, format, allowance);
  if (read.ok) return allowance.within(() => examineDocument(read.document, format, named, campaign));
  if (read.isOtherKind) return otherKind(format, named, read.trouble);
  return unexamined(format, named, [troubled(read.trouble)]);
}

const documentName = /\.(?:xls[xmb]?|et|ods|csv|doc[xm]?|wps)$/i;
const renamedMedia: Partial<Record<Material['kind'], UnreadableReason>> = {
  photos: 'picture-renamed',
  video: 'video-renamed',
};

function because(reason: UnreadableReason): Trouble {
  return { rule: 'file/unreadable', args: { reason } };
}

/** What the first bytes of a file tell that is too large to be read. */
export function examineHead(head: Uint8Array, name: string, bytes: number, campaign: Campaign): Examination {
  const { containerMebibytes } = campaign.bounds;
  const format = sniff(head, name);
  const media = materialOfMedia(format, name, campaign);
  if (media?.kind === 'video')
    return unexamined(format, media, checkMedia(format, media, { photo: null, video: null }, campaign));
  return unexamined(format, media ?? materialNamed(name, campaign), [
    finding(
      'file/too-large',
      { bound: 'containerMebibytes', limit: containerMebibytes, found: bytes / mebibyte },
      whole,
    ),
  ]);
}

async function examineMedia(
  bytes: Uint8Array,
  format: Format,
  material: Material,
  campaign: Campaign,
): Promise<Examination> {
  const pixels = material.kind === 'photos' ? probePhoto(bytes, format) : null;
  const photo = pixels && { ...pixels, takenOn: pixels.damaged ? null : await takenOn(bytes, format) };
  const video = material.kind === 'video' ? probeVideo(bytes, format) : null;
  const base = unexamined(format, material, checkMedia(format, material, { photo, video }, campaign));
  return { ...base, photo: photo && { width: photo.width, height: photo.height, takenOn: photo.takenOn } };
}

/** A format no table can be read from. A notice that takes such files for a text takes them by name alone. */
function otherKind(format: Format, named: Material | null, trouble: Trouble | null): Examination {
  if (named?.kind === 'text' && named.formats.includes(format)) return unexamined(format, named, []);
  const wanted = named?.formats ?? [];
  const problem = trouble === null ? finding('file/wrong-kind', { format, wanted }, whole) : troubled(trouble);
  return unexamined(format, named, [problem]);
}

/** Why nothing could be had of a file, as a finding. */
export function troubled({ rule, args }: Trouble): Finding {
  return finding(rule, args, whole);
}

/** Content first: a table that is one of the campaign's forms; then the title; then the name. */
function examineDocument(document: Document, format: Format, named: Material | null, campaign: Campaign): Examination {
  const titled = materialOfText(document, campaign);
  const base = { ...unexamined(format, null, []), heading: headingOf(document) };
  const tables = examineTables(document, campaign);
  if (tables !== null) return { ...base, ...tables };
  const material = titled ?? named;
  if (isEmpty(document))
    return { ...base, material: material?.id ?? null, findings: [finding('file/empty', { what: 'text' }, whole)] };
  if (material === null) return { ...base, findings: [wrongForm(campaign, document.tables.length === 0)] };
  if (material.kind === 'text')
    return { ...base, material: material.id, findings: [...wrongYear(document, campaign), ...fewWords(document)] };
  const problem =
    document.tables.length === 0 ? finding('file/unreadable', { reason: 'no-table' }, whole) : wrongForm(campaign);
  return { ...base, material: material.id, findings: [problem] };
}

/** Last year's plan sent again: its title names another year, and this one nowhere. */
function wrongYear(document: Document, campaign: Campaign): Finding[] {
  return otherYear(yearOfTitles(document.paragraphs.slice(0, 3), campaign).other, whole, campaign);
}

/** Shorter than any title: 已完成, 见附件. */
const fewestSigns = 8;

function fewWords({ paragraphs, tables, pictures }: Document): Finding[] {
  if (pictures > 0 || tables.length > 0) return [];
  const text = paragraphs.join(' ').trim();
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return signs < fewestSigns ? [finding('file/few-words', { text }, whole, text)] : [];
}

function wrongForm(campaign: Campaign, isText = false): Finding {
  const { statistics, progress } = campaign.forms;
  const texts = campaign.materials.filter(({ kind }) => isText && kind === 'text').map(({ name }) => name);
  const expected = [statistics.title, ...(progress ? [progress.title] : [])];
  return finding('form/wrong-form', { expected, ...(texts.length > 0 ? { texts } : {}) }, whole);
}

function isEmpty(document: Document): boolean {
  const cells = document.tables.flatMap((table) => table.cells);
  return (
    document.paragraphs.length === 0 && document.pictures === 0 && cells.every((cell) => cell.value.kind === 'empty')
  );
}

/** The lines before the first table, where a report names its date. */
function headingOf(document: Document): string {
  const lines = document.tables[0]?.heading ?? document.paragraphs.slice(0, 3);
  return lines.slice(0, 6).join('\n').slice(0, 500);
}

/** An examination that found nothing but this. */
export function unexamined(format: Format, material: Material | null, findings: readonly Finding[]): Examination {
  return {
    format,
    material: material?.id ?? null,
    unitText: null,
    blank: false,
    statistics: null,
    unfilled: {},
    progress: null,
    photo: null,
    header: {},
    heading: '',
    findings,
  };
}
