import { finding } from '../findings/finding.js';
import type { Material } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { Format } from '../model/rules.js';

const whole = { kind: 'file' } as const;

/** What one picture or video shows of itself: kind and soundness. Numbers of them are judged for the unit as a whole. */
export function checkMedia(
  format: Format,
  material: Material,
  photo: { readonly damaged: boolean } | null,
): readonly Finding[] {
  if (photo?.damaged === true) return [finding('photo/damaged', {}, whole)];
  if (material.formats.includes(format)) return [];
  if (material.kind === 'photos') return [finding('photo/wrong-format', { format, wanted: material.formats }, whole)];
  if (material.kind === 'video') return [finding('video/wrong-format', { format }, whole)];
  return [finding('file/wrong-kind', { format, wanted: material.formats }, whole)];
}
