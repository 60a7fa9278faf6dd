import type * as Docx from 'docx';
import { harmless } from '../findings/text.js';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import type { FittedPicture } from './pictures/fit-picture.js';
import { cellText, progressPaper, tableRow } from './progress-paper.js';

type Library = typeof Docx;

/** What one unit brings to the merged 写实表. */
export interface MergedUnit {
  readonly name: string;
  readonly activities: readonly MergedActivity[];
  /** Pictures no activity is known for, and a remark that says where they come from. */
  readonly loose: { readonly remark: string; readonly pictures: readonly FittedPicture[] } | null;
}

export interface MergedActivity {
  readonly text: string;
  readonly pictures: readonly FittedPicture[];
}

export interface MergedProgress {
  readonly campaign: Campaign;
  readonly form: ProgressForm;
  readonly units: readonly MergedUnit[];
  /** Lines below the form's own notes. */
  readonly remarks: readonly string[];
}

/** In pixels of 1/96 inch: what the third column holds beside its margins, and a third of the other two together. */
const box = { beside: 172, loose: 164 };
const twipsPerPixel = 15;
const pictureGap = 80;
/** A row higher than this may break over pages, or half a page would stay blank. */
const wholeRow = 7200;
const charactersPerLine = 20;
const lineHeight = 320;

/** The 写实表 of all units in one, in the form the notice printed, ready to be sent up. The same input gives the same bytes. */
export async function mergedProgress({ campaign, form, units, remarks }: MergedProgress): Promise<Uint8Array> {
  const docx = await import('docx');
  const numbers = { next: 1 };
  const rows = units.flatMap((unit) => [
    ...unit.activities.map((activity) => activityRow(docx, unit.name, activity, numbers)),
    ...(unit.loose === null ? [] : [looseRow(docx, unit.name, unit.loose, numbers)]),
  ]);
  return progressPaper(campaign, form, { unit: campaign.office, rows, below: [...form.notes, ...remarks].map(plain) });
}

/** Drawings are numbered within the document; the library would count on from the last one. */
interface Numbers {
  next: number;
}

function activityRow(docx: Library, unit: string, { text, pictures }: MergedActivity, numbers: Numbers): Docx.TableRow {
  const lines = plain(text).split('\n');
  const sizes = pictures.map((picture) => shownWithin(picture, box.beside));
  const ofPictures = sizes.reduce((sum, { height }) => sum + height * twipsPerPixel + pictureGap, 0);
  const ofText = lines.reduce((sum, line) => sum + Math.ceil(line.length / charactersPerLine), 0) * lineHeight;
  const photos = pictures.map((picture, n) => {
    const run = pictureRun(docx, picture, sizes[n] ?? { width: 1, height: 1 }, numbers);
    return new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: n === 0 ? 40 : 0, after: 40 },
      children: [run],
    });
  });
  return tableRow(
    docx,
    [
      [cellText(docx, plain(unit))],
      lines.map((line) => cellText(docx, line, { leading: true })),
      photos.length === 0 ? [cellText(docx, '')] : photos,
    ],
    { height: 560, whole: Math.max(ofPictures, ofText) < wholeRow },
  );
}

/** Side by side, three to a line, over content and photos together. */
function looseRow(
  docx: Library,
  unit: string,
  loose: NonNullable<MergedUnit['loose']>,
  numbers: Numbers,
): Docx.TableRow {
  const runs = loose.pictures.flatMap((picture, n) => [
    ...(n === 0 ? [] : [new docx.TextRun({ text: ' ' })]),
    pictureRun(docx, picture, shownWithin(picture, box.loose), numbers),
  ]);
  const pictures = new docx.Paragraph({ spacing: { before: 40, after: 40 }, children: runs });
  const cells = [[cellText(docx, plain(unit))], [cellText(docx, plain(loose.remark), { leading: true }), pictures]];
  return tableRow(docx, cells, { height: 560, whole: true });
}

function pictureRun(
  docx: Library,
  picture: FittedPicture,
  transformation: { readonly width: number; readonly height: number },
  numbers: Numbers,
): Docx.ImageRun {
  const id = numbers.next++;
  const name = `图片${id}`;
  return new docx.ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation,
    altText: { id: String(id), name, title: name, description: name },
  });
}

/** As large as fits the box, small pictures not larger than they are. */
function shownWithin({ width, height }: FittedPicture, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What XML cannot hold is left out; line breaks stay. */
function plain(text: string): string {
  return harmless(text).replace(/[\ufffe\uffff]/gu, '');
}
