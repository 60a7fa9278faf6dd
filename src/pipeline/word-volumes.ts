import type { MergedPart } from './merged-units.js';

/** As much of the merged report as fits one Word document. */
export interface Volume {
  readonly parts: readonly MergedPart[];
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
}

/** Above this a document is too large to mail, and above this too long for Word to turn its pages. */
const most = { bytes: 40_000_000, activities: 1_500 };

/** Divides the units among documents; nearly always one is enough. No more than one is in memory. */
export async function* volumesOf(merged: AsyncIterable<MergedPart>): AsyncGenerator<Volume> {
  let parts: MergedPart[] = [];
  let size = { bytes: 0, activities: 0 };
  let number = 1;
  for await (const part of merged) {
    const own = sizeOf(part);
    const isFull = size.bytes + own.bytes > most.bytes || size.activities + own.activities > most.activities;
    if (isFull && parts.length > 0) {
      yield { parts, number, isLast: false };
      number++;
      parts = [];
      size = { bytes: 0, activities: 0 };
    }
    parts.push(part);
    size = { bytes: size.bytes + own.bytes, activities: size.activities + own.activities };
  }
  if (parts.length > 0) yield { parts, number, isLast: true };
}

function sizeOf({ unit }: MergedPart): { readonly bytes: number; readonly activities: number } {
  const pictures = [...unit.activities.flatMap((one) => one.pictures), ...(unit.loose?.pictures ?? [])];
  return { bytes: pictures.reduce((sum, { bytes }) => sum + bytes.length, 0), activities: unit.activities.length };
}
