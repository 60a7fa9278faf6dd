/** What one file may cost at most, in one place. A campaign may set each otherwise; `findings/catalogue/bounds` has the words. */
export const bounds = [
  { id: 'fileMebibytes', unit: 'MiB', value: 50, most: 100 },
  { id: 'containerMebibytes', unit: 'MiB', value: 100, most: 100 },
  { id: 'inflatedMebibytes', unit: 'MiB', value: 256, most: 1024 },
  { id: 'partMebibytes', unit: 'MiB', value: 128, most: 512 },
  { id: 'treeMebibytes', unit: 'MiB', value: 24, most: 64 },
  { id: 'members', unit: 'count', value: 10_000, most: 100_000 },
  { id: 'pathCharacters', unit: 'count', value: 500, most: 4000 },
  { id: 'zipDepth', unit: 'count', value: 3, most: 10 },
  { id: 'mailDepth', unit: 'count', value: 10, most: 50 },
  { id: 'attachments', unit: 'count', value: 2000, most: 20_000 },
  { id: 'cells', unit: 'count', value: 300_000, most: 10_000_000 },
  { id: 'cellCharacters', unit: 'count', value: 32_767, most: 1_000_000 },
  { id: 'merges', unit: 'count', value: 200_000, most: 1_000_000 },
  { id: 'xmlDepth', unit: 'count', value: 256, most: 1000 },
  { id: 'megapixels', unit: 'megapixels', value: 50, most: 100 },
  { id: 'seconds', unit: 'seconds', value: 60, most: 3600 },
  { id: 'memoryMebibytes', unit: 'MiB', value: 512, most: 8192 },
] as const satisfies readonly Bound[];

export interface Bound {
  readonly id: string;
  readonly unit: BoundUnit;
  readonly value: number;
  /** A campaign may not set it higher: the readers are not made for more. */
  readonly most: number;
}

export type BoundUnit = 'MiB' | 'count' | 'megapixels' | 'seconds';
export type BoundId = (typeof bounds)[number]['id'];
export type Bounds = Readonly<Record<BoundId, number>>;

export const defaultBounds = Object.fromEntries(bounds.map(({ id, value }) => [id, value])) as Bounds;

/** Larger files are never held in memory, whatever a campaign says: of them the beginning tells what they are. */
export const largestHeld = 100 * 1024 * 1024;

export const mebibyte = 1024 * 1024;
