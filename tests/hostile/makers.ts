import type { Maker } from './maker.js';
import { compounds } from './makers/compound.js';
import { damage } from './makers/damage.js';
import { documents } from './makers/documents.js';
import { mails } from './makers/mails.js';
import { media } from './makers/media.js';
import { texts } from './makers/texts.js';
import { workbooks } from './makers/workbooks.js';
import { zips } from './makers/zips.js';

/** Every attack there is. */
export const makers: readonly Maker[] = [
  ...zips,
  ...workbooks,
  ...documents,
  ...compounds,
  ...texts,
  ...mails,
  ...media,
  ...damage,
];
