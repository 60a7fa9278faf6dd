/** Fonts whose digits are digits; in other fonts of symbols they are pictures. */
const figureFonts = /^symbol$/i;
const symbolFonts = /wingdings|webdings|dingbats|symbol|marlett/i;

/** Ticks and boxes that clerks put in, by font and code. */
const known: Readonly<Record<string, string>> = {
  'wingdings fc': '✓',
  'wingdings fe': '☑',
  'wingdings fd': '☒',
  'wingdings a8': '□',
  'wingdings 6f': '□',
  'wingdings fb': '✗',
  'wingdings 2 50': '✓',
  'wingdings 2 52': '☑',
  'wingdings 2 54': '☒',
  'wingdings 2 a3': '□',
};

/** A sign told by its place in a font; U+FFFD where that is a picture we have no sign for. */
export function symbolSign(font: string, code: string): string {
  const stated = Number.parseInt(code, 16);
  if (!(stated > 0 && stated <= 0xffff)) return '\ufffd';
  const own = stated >= 0xf000 ? stated - 0xf000 : stated;
  if (!symbolFonts.test(font) && stated < 0xf000) return String.fromCharCode(stated);
  if (figureFonts.test(font) && own > 0x20 && own < 0x40) return String.fromCharCode(own);
  return known[`${font.toLowerCase()} ${own.toString(16)}`] ?? '\ufffd';
}
