import { finding } from '../findings/finding.js';
import type { Campaign, Material } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { Format } from '../model/rules.js';
import type { Photo } from '../model/submission.js';

const whole = { kind: 'file' } as const;

/** What reading a picture or a video brought to light; null of what it is not. */
export interface ProbedMedia {
  readonly photo: (Photo & { readonly damaged: boolean }) | null;
  readonly video: { readonly damaged: boolean } | null;
}

/** What one picture or video shows of itself. Numbers of them are judged for the unit as a whole. */
export function checkMedia(
  format: Format,
  material: Material,
  { photo, video }: ProbedMedia,
  campaign: Campaign,
): readonly Finding[] {
  if (photo?.damaged) return [finding('photo/damaged', {}, whole)];
  if (video?.damaged) return [finding('video/damaged', {}, whole)];
  if (!material.formats.includes(format)) return [wrongFormat(format, material)];
  return photo === null ? [] : [...outsidePeriod(photo, campaign), ...tooSmall(photo)];
}

function wrongFormat(format: Format, material: Material): Finding {
  if (material.kind === 'photos') return finding('photo/wrong-format', { format, wanted: material.formats }, whole);
  if (material.kind === 'video') return finding('video/wrong-format', { format }, whole);
  return finding('file/wrong-kind', { format, wanted: material.formats }, whole);
}

function outsidePeriod({ takenOn }: Photo, campaign: Campaign): Finding[] {
  const { from, to } = campaign.period;
  if (takenOn === null || (takenOn >= from && takenOn <= to)) return [];
  return [finding('photo/outside-period', { day: takenOn, from, to }, whole)];
}

/** Chat programs show previews of some 120 to 240 pixels, and send pictures of 1000 and more. */
const LEAST_PIXELS = 300;

function tooSmall({ width, height }: Photo): Finding[] {
  const least = Math.min(width, height);
  if (least === 0 || least >= LEAST_PIXELS) return [];
  return [finding('photo/too-small', { width, height }, whole)];
}
