import { harmless } from '../findings/text.js';

const forbidden = /[<>:"/\\|?*]/g;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** A name of Chinese signs takes three bytes each, and a file system allows 255. */
const longestPart = 60;

/**
 * A text as part of a file name that every system takes. What Windows forbids is written full-width, which looks the same
 * and is read as the same name again.
 */
export function fileNamePart(text: string): string {
  const line = harmless(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
  const allowed = line.replace(forbidden, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const short = [...allowed].slice(0, longestPart).join('');
  const bare = short.replace(/^[. ]+|[. ]+$/g, '');
  return reserved.test(bare) ? `_${bare}` : bare;
}
