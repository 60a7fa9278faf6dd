import type { Day } from '../model/campaign.js';
import type { Severity } from '../model/finding.js';
import type { Format } from '../model/rules.js';

/** The same thing said in every language we speak. */
export type Words = { readonly zh: string; readonly en: string };

const longestQuote = 40;
const longestList = 5;

/** Words of the file itself, on one line and cut short: they are the same in every language. */
export function quote(text: string, longest = longestQuote): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return `“${line}”`;
  const signs = [...line];
  return `“${signs.length > longest ? `${signs.slice(0, longest).join('')}…` : line}”`;
}

/** An entry's path, which is of use only in full. */
export function quotePath(path: string): string {
  return quote(path, Number.POSITIVE_INFINITY);
}

/** What stood in the cell, else the value we read there. */
export function typed(found: string | undefined, value: number): string {
  return quote(found === undefined || found.trim() === '' ? String(value) : found);
}

/** All of them: 甲、乙、丙 / a, b and c. */
export function listOf(items: readonly string[]): Words {
  return { zh: items.join('、'), en: withLast(items, 'and') };
}

/** Any of them: 甲、乙或丙 / a, b or c. */
export function choiceOf(items: readonly string[]): Words {
  const last = items.at(-1) ?? '';
  const before = items.slice(0, -1);
  const zh = before.length === 0 ? last : `${before.join('、')}或${spaced(last)}`;
  return { zh, en: withLast(items, 'or') };
}

/** Set off by a space from the Chinese before it where it begins in Latin letters, as careful typists do. */
export function spaced(text: string): string {
  return /^[A-Za-z0-9]/.test(text) ? ` ${text}` : text;
}

/** Quoted labels; of a long list the first few and how many there are. */
export function labelsOf(labels: readonly string[]): Words {
  const shown = labels.slice(0, longestList).map((label) => quote(label));
  if (labels.length <= longestList) return { zh: shown.join('、'), en: withLast(shown, 'and') };
  return {
    zh: `${shown.join('、')}等${labels.length}项`,
    en: `${shown.join(', ')} and ${labels.length - longestList} more`,
  };
}

/** 3 photos, 1 photo. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 5月10日 / 10 May. The year is the campaign's and goes without saying. */
export function dayOf(day: Day): Words {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const name = months[month - 1];
  return name === undefined ? { zh: day, en: day } : { zh: `${month}月${date}日`, en: `${date} ${name}` };
}

/** 3.4 MB, in the steps a file manager shows. */
export function sizeOf(bytes: number): string {
  const steps = ['B', 'KB', 'MB', 'GB'];
  const step = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), steps.length - 1);
  return `${rounded(bytes / 1024 ** step)} ${steps[step]}`;
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export const severityNames: Readonly<Record<Severity, Words>> = {
  error: { zh: '需更正', en: 'error' },
  warning: { zh: '需核实', en: 'warning' },
  info: { zh: '仅提示', en: 'info' },
};

export const severityMeanings: Readonly<Record<Severity, Words>> = {
  error: { zh: '改好重报之前不能用', en: 'not used until it is mended and sent again' },
  warning: { zh: '照常收下，但请核对', en: 'accepted, but please check' },
  info: { zh: '记一笔备查，不用处理', en: 'for the record, nothing to do' },
};

/** English with its article, for use in a sentence. */
export const formatNames: Readonly<Record<Format, Words>> = {
  xlsx: { zh: 'Excel 表格（.xlsx）', en: 'an Excel workbook (.xlsx)' },
  xls: { zh: 'Excel 97-2003 表格（.xls）', en: 'an Excel 97-2003 workbook (.xls)' },
  et: { zh: 'WPS 表格（.et）', en: 'a WPS spreadsheet (.et)' },
  ods: { zh: 'OpenDocument 表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  csv: { zh: 'CSV 表格', en: 'a CSV table' },
  docx: { zh: 'Word 文档（.docx）', en: 'a Word document (.docx)' },
  doc: { zh: 'Word 97-2003 文档（.doc）', en: 'a Word 97-2003 document (.doc)' },
  xml: { zh: '整份存成 XML 的表格或文档', en: 'a workbook or document in one XML' },
  mht: { zh: '单个文件网页（.mht）', en: 'a single-file web page (.mht)' },
  html: { zh: '网页文件', en: 'a web page' },
  text: { zh: '纯文本', en: 'plain text' },
  pdf: { zh: 'PDF', en: 'a PDF' },
  jpg: { zh: 'JPG 图片', en: 'a JPG picture' },
  png: { zh: 'PNG 图片', en: 'a PNG picture' },
  gif: { zh: 'GIF 图片', en: 'a GIF picture' },
  bmp: { zh: 'BMP 图片', en: 'a BMP picture' },
  webp: { zh: 'WebP 图片', en: 'a WebP picture' },
  heic: { zh: '苹果手机 HEIC 图片', en: 'an iPhone HEIC picture' },
  tiff: { zh: 'TIFF 图片', en: 'a TIFF picture' },
  mp4: { zh: 'MP4 视频', en: 'an MP4 video' },
  mov: { zh: 'MOV 视频', en: 'a MOV video' },
  avi: { zh: 'AVI 视频', en: 'an AVI video' },
  wmv: { zh: 'WMV 视频', en: 'a WMV video' },
  mkv: { zh: 'MKV 视频', en: 'an MKV video' },
  flv: { zh: 'FLV 视频', en: 'an FLV video' },
  mpeg: { zh: 'MPEG 视频', en: 'an MPEG video' },
  '3gp': { zh: '3GP 视频', en: 'a 3GP video' },
  zip: { zh: 'ZIP 压缩包', en: 'a ZIP archive' },
  rar: { zh: 'RAR 压缩包', en: 'a RAR archive' },
  '7z': { zh: '7Z 压缩包', en: 'a 7Z archive' },
  eml: { zh: '邮件（.eml）', en: 'a mail (.eml)' },
  ole: { zh: '旧版 Office 文件', en: 'an old Office file' },
  pptx: { zh: 'PPT 演示文稿', en: 'a PowerPoint presentation' },
  odt: { zh: 'OpenDocument 文档（.odt）', en: 'an OpenDocument text (.odt)' },
  odp: { zh: 'OpenDocument 演示文稿（.odp）', en: 'an OpenDocument presentation (.odp)' },
  ofd: { zh: 'OFD 版式文件', en: 'an OFD document' },
  epub: { zh: '电子书', en: 'an e-book' },
  visio: { zh: 'Visio 图', en: 'a Visio drawing' },
  onenote: { zh: 'OneNote 笔记', en: 'a OneNote notebook' },
  access: { zh: 'Access 数据库', en: 'an Access database' },
  sqlite: { zh: 'SQLite 数据库', en: 'an SQLite database' },
  dbf: { zh: 'dBASE/FoxPro 表', en: 'a dBASE table' },
  lotus: { zh: 'Lotus 1-2-3 表格', en: 'a Lotus 1-2-3 sheet' },
  audio: { zh: '录音或音乐', en: 'a sound file' },
  svg: { zh: 'SVG 图片', en: 'an SVG picture' },
  psd: { zh: 'Photoshop 图片（.psd）', en: 'a Photoshop picture (.psd)' },
  dwg: { zh: 'CAD 图纸（.dwg）', en: 'a CAD drawing (.dwg)' },
  ps: { zh: 'PostScript 文件', en: 'a PostScript file' },
  caj: { zh: 'CAJ 文献', en: 'a CAJ document' },
  chm: { zh: '帮助文件（.chm）', en: 'a help file (.chm)' },
  vcf: { zh: '名片（.vcf）', en: 'a contact card (.vcf)' },
  ics: { zh: '日历（.ics）', en: 'a calendar (.ics)' },
  font: { zh: '字体文件', en: 'a font' },
  exe: { zh: '程序', en: 'a program' },
  apk: { zh: '手机应用安装包（.apk）', en: 'an app for phones (.apk)' },
  torrent: { zh: '种子文件', en: 'a torrent' },
  unknown: { zh: '认不出格式的文件', en: 'a file of unknown format' },
};

/** Of all formats accepted, the one to ask for: naming seven helps nobody. */
const favourites: readonly Format[] = ['xlsx', 'docx', 'jpg', 'mp4'];

export function worthAsking(wanted: readonly Format[]): readonly Format[] {
  const best = favourites.filter((format) => wanted.includes(format));
  return best.length > 0 ? best : wanted;
}

export function formatChoice(formats: readonly Format[]): Words {
  return {
    zh: choiceOf(formats.map((format) => formatNames[format].zh)).zh,
    en: choiceOf(formats.map((format) => formatNames[format].en)).en,
  };
}

function withLast(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
