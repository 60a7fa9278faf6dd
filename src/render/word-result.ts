import { formatNames, listOf, plural, sizeOf, type Words } from '../findings/words.js';
import type { Campaign, Instant, Locale, Unit } from '../model/campaign.js';
import type { Format } from '../model/rules.js';
import { clean } from './words.js';

/** What became of the merged 写实表. */
export interface WordResult {
  readonly campaign: Campaign;
  readonly asOf: Instant;
  readonly included: number;
  /** Units that must report and have no activities to show. */
  readonly absent: readonly Unit[];
  readonly expected: number;
  readonly activities: number;
  readonly pictures: number;
  /** Sound pictures beyond those asked for. */
  readonly surplus: number;
  readonly leftOut: readonly LeftOutPicture[];
  readonly written: readonly { readonly path: string; readonly bytes: number }[];
}

interface LeftOutPicture {
  readonly unit: string;
  readonly path: string;
  readonly part: string | null;
  readonly format: Format | null;
  readonly why: 'format' | 'damaged' | 'too-large' | 'lost' | 'not-stored' | 'sealed' | 'costly';
  readonly count: number;
}

/** More are counted, not listed. */
const mostListed = 30;

/** What the clerk reads: how much is in it, what is not, where it is. */
export function renderWordResult(result: WordResult, locale: Locale): string {
  const say = (words: Words) => words[locale];
  const { leftOut, written } = result;
  const lost = leftOut.reduce((sum, { count }) => sum + count, 0);
  const listed = leftOut.slice(0, mostListed);
  const more = leftOut.length - listed.length;
  return [
    say(contents(result)),
    ...(result.absent.length === 0 ? [] : [say(absentees(result.absent))]),
    ...(result.surplus === 0 ? [] : [say(surplusWords(result.surplus))]),
    ...(lost === 0 ? [] : [say({ zh: `没能放进去的图片（${lost}张）：`, en: `Pictures left out (${lost}):` })]),
    ...listed.map((one) => `  ${say(leftOutWords(one))}`),
    ...(more > 0 ? [say({ zh: `  …另有${more}条`, en: `  … and ${more} more` })] : []),
    ...written.map(({ path, bytes }) =>
      say({ zh: `写实表：${path}（${sizeOf(bytes)}）`, en: `Report: ${path} (${sizeOf(bytes)})` }),
    ),
    '',
  ].join('\n');
}

function contents({ included, expected, activities, pictures }: WordResult): Words {
  return {
    zh: `汇总了${included}个单位的写实表（应报${expected}个），${activities}项活动，${pictures}张图片`,
    en: `${plural(included, 'report')} merged (${plural(expected, 'unit')} must report): ${plural(activities, 'activity', 'activities')}, ${plural(pictures, 'picture')}`,
  };
}

function absentees(absent: readonly Unit[]): Words {
  const names = listOf(absent.map(({ name }) => clean(name)));
  return {
    zh: `没有写实表的单位（${absent.length}个）：${names.zh}`,
    en: `No report from (${absent.length}): ${names.en}`,
  };
}

function surplusWords(count: number): Words {
  return {
    zh: `另有${count}张图片超出每项活动的张数，没有放`,
    en: `${plural(count, 'picture')} beyond the number asked for left out`,
  };
}

function leftOutWords({ unit, path, part, format, why, count }: LeftOutPicture): Words {
  const at = clean(part ? `${path} ${part.split('/').at(-1) ?? part}` : path);
  const words = reasons[why](format ?? 'unknown', count);
  return { zh: `${clean(unit)}　${at}：${words.zh}`, en: `${clean(unit)}  ${at}: ${words.en}` };
}

const reasons: Readonly<Record<LeftOutPicture['why'], (format: Format, count: number) => Words>> = {
  format: (format) =>
    format === 'heic'
      ? {
          zh: '是苹果手机的 HEIC 照片，这里打不开，请转成 JPG 再发；手机“设置—相机—格式”选“兼容性最佳”，以后拍的就可以直接用',
          en: 'an iPhone HEIC picture, which cannot be opened here; ask for it as JPG (Settings – Camera – Formats on “Most Compatible” gives JPG from then on)',
        }
      : {
          zh: `是${formatNames[format].zh}，Word 里显示不了，请另存为 JPG`,
          en: `${formatNames[format].en} does not show in Word; save it as JPG`,
        },
  damaged: () => ({
    zh: '打不开，可能没有传完，请另要一张',
    en: 'cannot be opened, perhaps cut off; ask for it again',
  }),
  'too-large': () => ({ zh: '太大，请另存为 JPG', en: 'too large; save it as JPG' }),
  lost: () => ({ zh: '找不到了，收件箱里的文件可能改动过', en: 'no longer there; the inbox may have changed' }),
  'not-stored': () => ({
    zh: '文件里没有存这张图片，只有它的位置，请另要一张',
    en: 'the file has a place for it but not the picture itself; ask for it',
  }),
  costly: (_, count) => ({
    zh: `连同${count}张图片太大，打开它要的时间或内存太多，图片没有放，请压缩后再报`,
    en: `too large with its ${plural(count, 'picture')} to be opened within the time and memory for one file; ask for smaller ones`,
  }),
  sealed: (_, count) => ({
    zh: `里面的${count}张图片取不出来，请改报 Word 文档（.docx）或 .xlsx`,
    en: `its ${plural(count, 'picture')} cannot be taken out; ask for a .docx or .xlsx`,
  }),
};

/** The contract of `--json` of `word`. */
export function wordJson(result: WordResult) {
  const { campaign, asOf, included, expected, absent, activities, pictures, surplus, leftOut, written } = result;
  return {
    schema: 1,
    campaign: campaign.id,
    asOf,
    coverage: { included, expected, absent: absent.map(({ id }) => id) },
    activities,
    pictures,
    surplus,
    leftOut: leftOut.map(({ unit, path, part, format, why, count }) => ({ unit, path, part, format, why, count })),
    outputs: { word: written.map(({ path }) => path) },
  };
}
