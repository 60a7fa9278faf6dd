import type { Bounds } from '../model/bounds.js';
import type { ProgressForm } from '../model/campaign.js';
import type { Marks } from '../model/marks.js';
import type { Report } from '../model/report.js';
import { Aside } from './aside.js';
import type { InboxEntry } from './inbox-bytes.js';
import type { MarkedCopy, WhyUnmarked } from './marked-copy.js';
import { type MergedPart, withoutPictures } from './merged-units.js';
import { filesOf, sourcesOf, type UnitSources } from './progress-material.js';

/** Opens files of an inbox once more for what is made from them, in a process that may be ended as when they are examined. */
export class WatchedInbox {
  readonly #aside: Aside;

  constructor(
    private readonly inbox: string,
    private readonly bounds: Bounds,
  ) {
    this.#aside = new Aside(bounds);
  }

  async markedCopy(
    { path, sha256 }: InboxEntry,
    name: string,
    marks: Marks,
  ): Promise<MarkedCopy | { readonly why: WhyUnmarked }> {
    const parameters = [this.inbox, { path, sha256 }, name, marks, this.bounds];
    const result = await this.#aside.run<MarkedCopy | { readonly why: WhyUnmarked }>('mark', parameters);
    return 'done' in result ? result.done : { why: 'unreadable' };
  }

  /** Where the pictures take more memory than one file may, the large ones are left out; where all do, all are. */
  async mergedPart(sources: UnitSources, picturesEach: number): Promise<MergedPart> {
    for (const megapixels of [this.bounds.megapixels, Math.min(this.bounds.megapixels, easyMegapixels)]) {
      const parameters = [this.inbox, sources, { picturesEach, megapixels }, this.bounds];
      const result = await this.#aside.run<MergedPart>('merge', parameters, filesOf(sources));
      if ('done' in result) return result.done;
    }
    return withoutPictures(sources);
  }

  close(): Promise<void> {
    return this.#aside.close();
  }
}

/** Every unit's latest progress report with its pictures made fit, one unit after another. */
export async function* mergedUnits(report: Report, form: ProgressForm, folder: string): AsyncGenerator<MergedPart> {
  const inbox = new WatchedInbox(folder, report.campaign.bounds);
  try {
    for (const sources of sourcesOf(report)) yield await inbox.mergedPart(sources, form.photos.most);
  } finally {
    await inbox.close();
  }
}

/** Of most telephones; such a picture takes a third of the memory that one file may. */
const easyMegapixels = 13;
