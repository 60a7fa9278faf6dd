/** What a number format makes of numbers: numbers, days, or something that is not the number stored. */
export type NumberFormat = 'number' | 'date' | OtherFormat;

/** A format that shows a number as another, or not at all. */
export interface OtherFormat {
  readonly code: string;
  readonly percent: boolean;
  /** Whether that is so of numbers above, below and at nothing. */
  readonly misleads: readonly [above: boolean, below: boolean, nothing: boolean];
}

/** Formats every program knows by number alone: dates, and the East Asian ones of Chinese Excel and WPS. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_OTHERS: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

export function numberFormat(id: number, code = BUILT_IN_OTHERS[id]): NumberFormat {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : 'number';
  return isDateCode(code) ? 'date' : (otherFormat(code) ?? 'number');
}

/** As it is shown, where the format makes something else of it; undefined where it shows the number. */
export function shownIn({ code, percent, misleads }: OtherFormat, value: number): string | undefined {
  const [above, below, nothing] = misleads;
  if (!(value > 0 ? above : value < 0 ? below : nothing)) return undefined;
  return percent ? `${Number((value * 100).toPrecision(12))}%` : `${value} [${code}]`;
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

function otherFormat(code: string): OtherFormat | null {
  const sections = sectionsOf(code);
  const [above = '', below = above, nothing = above] = sections;
  // Under conditions of its own any number may come under any section.
  const all = /\[\s*[<>=]/.test(code) ? sections.some(misleads) : null;
  const each = [all ?? misleads(above), all ?? misleads(below), all ?? saysMore(nothing)] as const;
  return each.includes(true) ? { code, percent: isPercent(above), misleads: each } : null;
}

/** Its sections; a semicolon in a text divides none. */
function sectionsOf(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"?|\\.|!.|[^;])+|(?<=;|^)(?=;|$)/gs) ?? [];
}

function misleads(section: string): boolean {
  const literal = literalOf(section);
  const bare = bareOf(section);
  if (/\d/.test(literal) || isPercent(section) || isSilent(section)) return true;
  const scaled = /[0#?]\s*,+(?![,0#?])/.test(bare) && !/[千万亿百kKmM]/.test(literal);
  return scaled || holdsDigits(section);
}

/** Digits of its own beside the places for those of the number; those of a fraction are none. */
function holdsDigits(section: string): boolean {
  const bare = bareOf(section);
  return /[1-9]/.test(bare) && !bare.includes('/');
}

/** Of 0 too it makes another figure. */
function saysMore(section: string): boolean {
  return /[1-9]/.test(literalOf(section)) || holdsDigits(section);
}

/** It shows nothing of the number. */
function isSilent(section: string): boolean {
  const bare = bareOf(section);
  return !/[0#?@hms]|general|g\/通用格式/i.test(bare) && !/\[[hms]+\]/i.test(section);
}

function isPercent(section: string): boolean {
  return bareOf(section).includes('%');
}

/** What stands there whatever the number. */
function literalOf(section: string): string {
  return (section.match(/"[^"]*"|[\\!]./gs) ?? []).join('');
}

/** Without texts, colours, conditions and fillers. */
function bareOf(section: string): string {
  return section.replace(/"[^"]*"?|[\\!_*].|\[[^\]]*\]/gs, '');
}
