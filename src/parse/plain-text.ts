/**
 * Text as it is compared: full width made half, Chinese radicals made letters, invisible signs gone. No more than that:
 * Unicode's own folding would make 52 of 5² and 1200 of ①200.
 */
export function plainText(raw: string): string {
  return raw
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/gu, ' ')
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2212\ufe63]/gu, '-')
    .trim();
}
