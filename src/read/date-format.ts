/** Formats every program knows by number alone: dates, and the East Asian ones of Chinese Excel and WPS. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number in this format stands for a day. Times of day and durations do not. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? BUILT_IN_DATES.has(id) : isDateCode(code);
}

/** The first section decides, once quoted text, colours, fillers and exponents are out of the way. */
function isDateCode(code: string): boolean {
  const [positive = ''] = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .split(';');
  const bare = positive
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|g\/通用格式/gi, '')
    .replace(/e[+-]/gi, '')
    .replace(/am\/pm|a\/p/gi, '');
  if (/[yde]|aaa/i.test(bare)) return true;
  return /m/i.test(bare) && !/[hs0#?]/i.test(bare) && !/\[[hms]+\]/i.test(positive);
}
