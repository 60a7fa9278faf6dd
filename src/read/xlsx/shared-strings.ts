import { scanXml } from '../scan-xml.js';

/** The workbook's texts in order; runs of rich text are joined, phonetic guides left out. */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
    open: (name) => {
      if (name === 's:si') text = '';
      else if (name === 's:rPh') phonetic++;
      else if (name === 's:t') inText = phonetic === 0;
    },
    close: (name) => {
      if (name === 's:si') strings.push(unescapeText(text));
      else if (name === 's:rPh') phonetic--;
      else if (name === 's:t') inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return strings;
}

/** `_x000D_` and its like stand for characters XML cannot carry. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
