import type { Format } from '../model/rules.js';
import { type FittedPicture, fitPicture, type PictureProblem } from '../write/pictures/fit-picture.js';
import type { MergedUnit } from '../write/progress-report.js';
import type { InboxBytes } from './inbox-bytes.js';
import { type PictureSource, picturesCounted, progressMaterial, type UnitSources } from './progress-material.js';

/** A picture that did not get into the merged report, and why. */
export interface LeftOut {
  readonly unit: string;
  /** The file it came in, and its part where that is a document. */
  readonly path: string;
  readonly part: string | null;
  readonly format: Format | null;
  readonly why: PictureProblem | 'lost' | 'not-stored' | 'sealed' | 'costly';
  /** More than one only where the pictures cannot be told apart. */
  readonly count: number;
}

/** One unit's rows of the merged report. */
export interface MergedPart {
  readonly unit: MergedUnit;
  readonly pictures: number;
  readonly leftOut: readonly LeftOut[];
  /** Sound pictures beyond those the notice asks for. */
  readonly surplus: number;
}

/** Pictures nobody can tell the activity of; two lines of them. */
const mostLoose = 6;

/** How many pictures an activity may have, and how large a picture may be. */
export interface PictureTerms {
  readonly picturesEach: number;
  readonly megapixels: number;
}

/** A unit's latest progress report with its pictures made fit. */
export async function mergedPart(
  sources: UnitSources,
  inbox: InboxBytes,
  { picturesEach, megapixels }: PictureTerms,
): Promise<MergedPart> {
  const material = await progressMaterial(sources, inbox);
  const { unit, sealed } = material;
  const album = new Album(unit.name, megapixels);
  const activities: MergedUnit['activities'][number][] = [];
  for (const { text, pictures } of material.activities) {
    activities.push({ text, pictures: await album.fitted(pictures, picturesEach) });
  }
  const loose = await album.fitted(material.loose, mostLoose);
  if (sealed !== null) {
    album.leftOut.push({
      unit: unit.name,
      path: sealed.path,
      part: null,
      format: null,
      why: 'sealed',
      count: sealed.pictures,
    });
  }
  return {
    unit: {
      name: unit.name,
      activities,
      loose: loose.length === 0 ? null : { remark: remarks[material.looseFrom], pictures: loose },
    },
    pictures: album.taken,
    leftOut: album.leftOut,
    surplus: album.surplus,
  };
}

/** What was known without opening the report again. */
export function withoutPictures({ unit, activities, file, photos }: UnitSources): MergedPart {
  const count = picturesCounted(activities) + photos.length;
  return {
    unit: { name: unit.name, activities: activities.map(({ text }) => ({ text, pictures: [] })), loose: null },
    pictures: 0,
    leftOut: [{ unit: unit.name, path: file.path, part: null, format: null, why: 'costly', count }],
    surplus: 0,
  };
}

const remarks = {
  report: '注：以下照片原附在写实表中，未注明属于哪项活动。',
  photos: '注：以下照片取自单独报送的活动照片，未注明属于哪项活动。',
} as const;

/** The pictures of one unit, made fit one by one. */
class Album {
  taken = 0;
  surplus = 0;
  readonly leftOut: LeftOut[] = [];
  readonly #unit: string;

  constructor(
    unit: string,
    private readonly megapixels: number,
  ) {
    this.#unit = unit;
  }

  /** So many at most; what is not needed is not even opened. */
  async fitted(sources: readonly PictureSource[], most: number): Promise<readonly FittedPicture[]> {
    const pictures: FittedPicture[] = [];
    for (const source of sources) {
      if (pictures.length === most) {
        this.surplus++;
        continue;
      }
      const picture = await this.#fit(source);
      if (picture !== null) pictures.push(picture);
    }
    this.taken += pictures.length;
    return pictures;
  }

  async #fit(source: PictureSource): Promise<FittedPicture | null> {
    const sent = await source();
    const at = { unit: this.#unit, path: sent.path, part: sent.part, count: 1 };
    if (sent.bytes === null) {
      this.leftOut.push({ ...at, format: null, why: sent.part === null ? 'lost' : 'not-stored' });
      return null;
    }
    const fitting = await fitPicture(sent, this.megapixels);
    if (fitting.ok) return fitting.picture;
    this.leftOut.push({ ...at, format: sent.format, why: fitting.problem });
    return null;
  }
}
