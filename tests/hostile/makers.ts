import type { Maker } from './maker.js';
import { archives } from './makers/archives.js';
import { cellValues } from './makers/cell-values.js';
import { compounds } from './makers/compound.js';
import { damage } from './makers/damage.js';
import { documents } from './makers/documents.js';
import { encodings } from './makers/encodings.js';
import { halfArrived } from './makers/half-arrived.js';
import { mails } from './makers/mails.js';
import { media } from './makers/media.js';
import { moreMails } from './makers/more-mails.js';
import { moreMedia } from './makers/more-media.js';
import { moreTexts } from './makers/more-texts.js';
import { oddFormMakers } from './makers/odd-forms.js';
import { oddLookMakers } from './makers/odd-looks.js';
import { oddMails } from './makers/odd-mails.js';
import { oddMedia } from './makers/odd-media.js';
import { oddOld } from './makers/odd-old-sheets.js';
import { oddPost } from './makers/odd-post.js';
import { oddSheets } from './makers/odd-sheets.js';
import { oddTexts } from './makers/odd-texts.js';
import { oddWholeMakers } from './makers/odd-whole.js';
import { oddWord } from './makers/odd-word.js';
import { oldFormats } from './makers/old-formats.js';
import { otherKinds } from './makers/other-kinds.js';
import { sealed } from './makers/sealed.js';
import { texts } from './makers/texts.js';
import { words } from './makers/word.js';
import { workbookPartAttacks } from './makers/workbook-parts.js';
import { workbooks } from './makers/workbooks.js';
import { zips } from './makers/zips.js';

/** Every attack there is. */
export const makers: readonly Maker[] = [
  ...zips,
  ...archives,
  ...workbooks,
  ...workbookPartAttacks,
  ...cellValues,
  ...oddFormMakers,
  ...oddWord,
  ...oddSheets,
  ...oddOld,
  ...oddTexts,
  ...oddMails,
  ...oddPost,
  ...oddLookMakers,
  ...oddWholeMakers,
  ...encodings,
  ...documents,
  ...words,
  ...compounds,
  ...oldFormats,
  ...texts,
  ...moreTexts,
  ...mails,
  ...moreMails,
  ...media,
  ...moreMedia,
  ...oddMedia,
  ...damage,
  ...halfArrived,
  ...otherKinds,
  ...sealed,
];
