import type { Locale } from '../../model/campaign.js';
import type { Finding } from '../../model/finding.js';
import type { FileReport } from '../../model/report.js';
import { type Bundle, bundled } from '../bundled.js';
import { clean, placeOf, sentences, told } from '../words.js';
import type { UnitCase } from './unit-case.js';

/** A finding and the file it stands in; null where no one file is meant. */
export interface Item {
  readonly file: FileReport | null;
  readonly finding: Finding;
  /** The file’s findings stand on several sheets, so that a cell’s address alone does not tell which. */
  readonly namesSheet?: boolean;
}

/** So many are told one by one, each with its cell. */
const fewItems = 6;

/** What a unit is told of what it sent, the gravest first; where there is much of it, what is alike is one item. */
export function itemsOf({ files, whole }: UnitCase): readonly Bundle<Item>[] {
  const items: readonly Item[] = [
    ...files.flatMap(({ file, findings }) => {
      const namesSheet = new Set(findings.flatMap(({ place }) => (place.kind === 'sheet' ? place.sheet : []))).size > 1;
      return findings.map((finding) => ({ file, finding, namesSheet }));
    }),
    ...whole.map((finding) => ({ file: null, finding })),
  ];
  const isFew = items.length <= fewItems;
  return bundled(items, (one) => {
    const { file, finding } = one;
    if (isOfMedia(finding)) return finding.rule;
    return isFew ? String(items.indexOf(one)) : `${finding.rule} ${file?.path ?? ''}`;
  });
}

/** One photo is like another: those with one fault are told together. */
export function isOfMedia({ rule }: Finding): boolean {
  return rule.startsWith('photo/') || rule.startsWith('video/');
}

/** “统计表.xlsx”V5格，“宣传人数”填的是“很多”，不是一个数字。请填阿拉伯数字，例如 200。 */
export function itemLine(bundle: Bundle<Item>, namesFiles: boolean, locale: Locale): string {
  const [{ finding }] = bundle;
  const { message, remedy } = told(finding, locale);
  const where = whereOf(bundle, namesFiles, locale);
  const said = sentences([message, remedy], locale);
  if (where === '') return said;
  return locale === 'zh' ? `${where}，${said}` : `${where}: ${said}`;
}

/** The last step of its path: what its sender called it. */
export function ownName({ path }: Pick<FileReport, 'path'>): string {
  return clean(path.split(/[/!]/u).at(-1) ?? path);
}

/** Of many places or files the first are named. */
const mostNamed = 4;

function whereOf(bundle: Bundle<Item>, namesFiles: boolean, locale: Locale): string {
  const names = [...new Set(bundle.flatMap(({ file }) => (file === null ? [] : [ownName(file)])))];
  const count = bundle.length;
  const together = { zh: `共${count}处，第一处`, en: ` (${count} in all; the first)` }[locale];
  if (names.length > 1) {
    const comma = locale === 'zh' ? '、' : ', ';
    const etc = { zh: '等', en: ', …' }[locale];
    const shown = `${names.slice(0, mostNamed).join(comma)}${names.length > mostNamed ? etc : ''}`;
    return { zh: `${shown}（${count}个）`, en: `${shown} (${count})` }[locale];
  }
  const file = namesFiles ? names.map((name) => ({ zh: `“${name}”`, en: `${name} ` })[locale]).join('') : '';
  const places = placesOf(bundle, locale);
  return `${file}${places}${count > 1 ? together : ''}`.trim();
}

/** V5、X5格; 表1 第7行第3列; nothing where a whole file or its only sheet is meant. */
function placesOf(bundle: Bundle<Item>, locale: Locale): string {
  const words = [...new Set(bundle.flatMap((one) => placeIn(one, locale)))];
  if (words.length === 0) return '';
  const comma = locale === 'zh' ? '、' : ', ';
  const etc = { zh: '等', en: ', …' }[locale];
  const shown = `${words.slice(0, mostNamed).join(comma)}${words.length > mostNamed ? etc : ''}`;
  if (!bundle.every(({ finding: { place } }) => place.kind === 'sheet' && place.address !== undefined)) return shown;
  return locale === 'zh' ? `${shown}格` : `cell${words.length > 1 ? 's' : ''} ${shown}`;
}

function placeIn({ finding: { place }, namesSheet = false }: Item, locale: Locale): readonly string[] {
  if (place.kind === 'file') return [];
  if (place.kind === 'word' || namesSheet) return [placeOf(place, locale)];
  return place.address === undefined ? [] : [place.address];
}
