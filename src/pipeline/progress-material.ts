import type { FileReport, Report, UnitReport } from '../model/report.js';
import type { Format } from '../model/rules.js';
import type { Activity } from '../model/submission.js';
import { isUpright } from '../read/photo/orientation.js';
import type { StoredPicture } from '../read/picture-marks.js';
import { placedPictures } from '../read/placed-pictures.js';
import { probePhoto } from '../read/probe-photo.js';
import { sniff } from '../read/sniff.js';
import { sortPictures } from './activity-pictures.js';
import type { InboxBytes } from './inbox-bytes.js';

/** A picture as it was sent, not yet fit for anything. */
export interface SentPicture {
  /** Of the file it comes from, and where it lies in that; null for a photo by itself. */
  readonly path: string;
  readonly part: string | null;
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  readonly damaged: boolean;
  readonly upright: boolean;
}

/** A picture whose bytes are fetched when they are needed: a campaign's pictures do not fit into memory. */
export type PictureSource = () => Promise<SentPicture | LostPicture>;

/** It was counted and cannot be had any more. */
export interface LostPicture {
  readonly path: string;
  readonly part: string | null;
  readonly bytes: null;
}

/** The progress report of one unit with all its pictures. */
export interface ProgressMaterial {
  readonly unit: UnitReport['unit'];
  readonly activities: readonly { readonly text: string; readonly pictures: readonly PictureSource[] }[];
  readonly loose: readonly PictureSource[];
  /** Whether `loose` come from the report itself or from the photos sent beside it. */
  readonly looseFrom: 'report' | 'photos';
  /** The report says it has pictures, but its format does not give them out. */
  readonly sealed: { readonly path: string; readonly pictures: number } | null;
}

/** What one unit's part is made from: the latest report, and the photos sent beside it. */
export interface UnitSources {
  readonly unit: UnitReport['unit'];
  readonly activities: readonly Activity[];
  readonly file: SourceFile;
  readonly photos: readonly SourceFile[];
}

type SourceFile = Pick<FileReport, 'path' | 'sha256' | 'format'>;

/** Of each unit that has a report, in the roster's order. */
export function sourcesOf(report: Report): readonly UnitSources[] {
  const photosOf = photosByUnit(report);
  const byPath = new Map(report.files.map((file) => [file.path, file]));
  return report.units.flatMap(({ unit, activities }) => {
    const file = byPath.get(activities?.path ?? '');
    const list = activities?.list ?? [];
    if (file === undefined || list.length === 0) return [];
    return [{ unit, activities: list, file: sourceOf(file), photos: (photosOf.get(unit.id) ?? []).map(sourceOf) }];
  });
}

function sourceOf({ path, sha256, format }: FileReport): SourceFile {
  return { path, sha256, format };
}

/** So many files are read for it, each picture in the report counted as one. */
export function filesOf({ activities, photos }: UnitSources): number {
  return 1 + photos.length + picturesCounted(activities);
}

export async function progressMaterial(
  { unit, activities, file, photos }: UnitSources,
  inbox: InboxBytes,
): Promise<ProgressMaterial> {
  const own = await ownPictures(activities, file, inbox);
  const sent = photos.map((photo) => () => sentPhoto(photo, inbox));
  return materialOf(unit, activities, file, own, sent);
}

/** Photos sent beside the report stand in only where the report gives out none of its own. */
function materialOf(
  unit: UnitReport['unit'],
  list: readonly Activity[],
  { path }: SourceFile,
  own: OwnPictures,
  photos: readonly PictureSource[],
): ProgressMaterial {
  const hasOwn = own.loose.length > 0 || own.byActivity.some((pictures) => pictures.length > 0);
  const counted = picturesCounted(list);
  return {
    unit,
    activities: list.map(({ text }, n) => ({ text, pictures: own.byActivity[n] ?? [] })),
    loose: hasOwn ? own.loose : photos,
    looseFrom: hasOwn ? 'report' : 'photos',
    sealed: counted > 0 && !hasOwn ? { path, pictures: counted } : null,
  };
}

export function picturesCounted(activities: readonly Activity[]): number {
  return activities.reduce((sum, { photos }) => sum + photos, 0);
}

interface OwnPictures {
  readonly byActivity: readonly (readonly PictureSource[])[];
  readonly loose: readonly PictureSource[];
}

/** Of these the pictures can be taken out; of older spreadsheets only how many there are is known. */
const open: readonly (Format | null)[] = ['docx', 'doc', 'xlsx'];

async function ownPictures(activities: readonly Activity[], file: SourceFile, inbox: InboxBytes): Promise<OwnPictures> {
  const bytes = open.includes(file.format) ? await bytesOf(inbox, file) : null;
  const placed = bytes === null ? null : await placedPictures(bytes, file.format);
  if (placed === null) return { byActivity: [], loose: [] };
  const sorted = sortPictures(activities, placed);
  const fetched = (picture: StoredPicture) => () => sentPicture(picture, file.path);
  return {
    byActivity: sorted.byActivity.map((pictures) => pictures.map(fetched)),
    loose: sorted.loose.map(fetched),
  };
}

async function sentPicture(picture: StoredPicture, path: string): Promise<SentPicture | LostPicture> {
  const bytes = picture.read();
  return bytes === null ? { path, part: picture.name, bytes } : described(bytes, path, picture.name);
}

async function sentPhoto(file: SourceFile, inbox: InboxBytes): Promise<SentPicture | LostPicture> {
  const bytes = await bytesOf(inbox, file);
  return bytes === null ? { path: file.path, part: null, bytes } : described(bytes, file.path, null);
}

async function described(bytes: Uint8Array, path: string, part: string | null): Promise<SentPicture> {
  const format = sniff(bytes, (part ?? path).split('/').at(-1) ?? '');
  return { path, part, bytes, format, ...probePhoto(bytes, format), upright: await isUpright(bytes, format) };
}

/** The accepted photos of each unit. */
function photosByUnit({ files, campaign }: Report): ReadonlyMap<string, readonly FileReport[]> {
  const photos = new Set(campaign.materials.filter(({ kind }) => kind === 'photos').map(({ id }) => id));
  const byUnit = new Map<string, FileReport[]>();
  for (const file of files) {
    if (file.unit === null || file.outcome !== 'used' || !photos.has(file.material ?? '')) continue;
    byUnit.set(file.unit.id, [...(byUnit.get(file.unit.id) ?? []), file]);
  }
  return byUnit;
}

async function bytesOf(inbox: InboxBytes, { path, sha256 }: SourceFile): Promise<Uint8Array | null> {
  const found = await inbox.fetch(path, sha256);
  return found.ok ? found.bytes : null;
}
