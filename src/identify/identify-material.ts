import type { Campaign, Material, MaterialKind } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import { once } from '../model/memo.js';
import type { Format } from '../model/rules.js';
import { tidyName } from './known-words.js';

const photoFormats: readonly Format[] = ['jpg', 'png', 'gif', 'bmp', 'webp', 'heic', 'tiff'];
const videoFormats: readonly Format[] = ['mp4', 'mov', 'avi', 'wmv', 'mkv', 'flv', 'mpeg', '3gp'];

/** The material a picture or a video is, told by its format alone. A photo of a paper form is no photo of an activity. */
export function materialOfMedia(format: Format, name: string, campaign: Campaign): Material | null {
  const kind = photoFormats.includes(format) ? 'photos' : videoFormats.includes(format) ? 'video' : null;
  if (kind === null) return null;
  const named = materialNamed(name, campaign, ['statistics', 'progress', kind]);
  return named ?? ofKind(campaign, kind);
}

/** The material whose words stand in the first lines of a text; null where none do. A notice only asks for material. */
export function materialOfText(document: Document, campaign: Campaign): Material | null {
  for (const line of document.paragraphs.slice(0, 5)) {
    if (asksOthers.test(line)) return null;
    const material = materialNamed(line.slice(0, 80), campaign, written);
    if (material !== null) return material;
    if (isOthersTitle.test(line)) return null;
  }
  return null;
}

/** “各村计划生育协会：”, “@所有人 请各村……”. */
const asksOthers = /^\s*(?:各(?:村(?!民)|社区|居|单位|镇|乡|街道)[^。]{0,12}[:：]|[@＠])/u;
const isOthersTitle = /(?:通知|公告|通报)[》”"）)\s]*$/u;

const written: readonly MaterialKind[] = ['statistics', 'progress', 'text'];

/**
 * The material of these kinds whose words stand last in a name; a longer word beats a shorter one at the same end.
 * 附件2 tells only where nothing else does.
 */
export function materialNamed(
  name: string,
  campaign: Campaign,
  kinds: readonly MaterialKind[] = written,
): Material | null {
  const text = tidyName(name).replace(/\s+/gu, '').replace(outlook, '');
  const { plain, numbers } = wordsOf(campaign);
  return last(text, plain, kinds) ?? last(text, numbers, kinds);
}

/** “活动总结及下一步工作计划” is a summary. */
const outlook = /(?<=..)[及和与暨、](?:下一?步|下一?阶段|下个?月|下半年|今后|明年|来年).*$/u;

interface Word {
  readonly material: Material;
  readonly word: string;
}

const wordsOf = once((campaign: Campaign): { readonly plain: readonly Word[]; readonly numbers: readonly Word[] } => {
  const words = campaign.materials.flatMap((material) =>
    material.words.map((word) => ({ material, word: tidyName(word) })),
  );
  const isNumber = ({ word }: Word) => word.startsWith('附件');
  return { plain: words.filter((one) => !isNumber(one)), numbers: words.filter(isNumber) };
});

function last(text: string, words: readonly Word[], kinds: readonly MaterialKind[]): Material | null {
  const found = words
    .filter(({ material }) => kinds.includes(material.kind))
    .map(({ material, word }) => ({ material, at: text.lastIndexOf(word), length: word.length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length);
  return found[0]?.material ?? null;
}

export function ofKind(campaign: Campaign, kind: MaterialKind): Material | null {
  return campaign.materials.find((material) => material.kind === kind) ?? null;
}

/** For a file whose content cannot be had: what its name says it is. */
export function ofName(name: string, campaign: Campaign): Material | null {
  const written = materialNamed(name, campaign);
  if (/\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)$/i.test(name)) return ofKind(campaign, 'photos');
  return /\.(?:mp4|mov|avi|wmv|mkv|flv|mpe?g|3gp)$/i.test(name) ? ofKind(campaign, 'video') : written;
}
