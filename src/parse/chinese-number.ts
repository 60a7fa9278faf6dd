/** Chinese numerals as they are spoken and written: 二百三十, 两百零五, 一万二, 3万, 2千3百. */

const digits = '零一二三四五六七八九';
const variants: Readonly<Record<string, string>> = {
  ...{ 〇: '零', '○': '零', 两: '二', 兩: '二', 俩: '二', 壹: '一', 贰: '二', 貳: '二', 叁: '三', 參: '三', 叄: '三' },
  ...{ 肆: '四', 伍: '五', 陆: '六', 陸: '六', 柒: '七', 捌: '八', 玖: '九' },
  ...{ 廿: '二十', 卅: '三十', 卌: '四十' },
  ...{ 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿' },
};
const figure = '([1-9一二三四五六七八九])';
const belowMyriad = new RegExp(`^(?:${figure}千)?(?:${figure}百)?(?:(零)?${figure}?(十))?(?:(零)?${figure})?$`, 'u');

/** The number a text of Chinese numerals means, digits mixed in or not; null where it is not one whole grammar. */
export function parseChineseNumber(text: string): number | null {
  const plain = [...text].map((sign) => variants[sign] ?? sign).join('');
  if (/^[零一二三四五六七八九]{2,}$/u.test(plain)) return digitByDigit(plain);
  if (plain === '零') return 0;
  return splitAt(plain, '亿', 1e8, (part) => splitAt(part, '万', 1e4, parseBelowMyriad));
}

/** 一〇五 read digit by digit. Without a zero, as in 三五 (three to five), it is no number; 二〇二三 is a year. */
function digitByDigit(text: string): number | null {
  if (!text.includes('零') || text.startsWith('零') || /^(?:一九|二零)..$/u.test(text)) return null;
  return Number([...text].map(digitOf).join(''));
}

/** `a万b`: a × 10⁴ + b; a trailing digit alone means the next lower unit, as in 一万二. */
function splitAt(text: string, unit: string, worth: number, read: (part: string) => number | null): number | null {
  const [head = '', tail, ...more] = text.split(unit);
  if (tail === undefined) return read(text);
  const high = read(head);
  if (high === null || more.length > 0) return null;
  if (tail === '') return high * worth;
  if (/^[1-9一二三四五六七八九]$/u.test(tail)) return high * worth + (digitOf(tail) * worth) / 10;
  const low = read(tail.replace(/^零/u, ''));
  return low === null || low >= worth ? null : high * worth + low;
}

/** 零 stands only for a unit left out: 千零五十, 百零五, 千零五. */
const misplacedZero = /(?<!千)零.?十|十零|^零/u;

function parseBelowMyriad(text: string): number | null {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  const match = belowMyriad.exec(text);
  if (match === null || text === '' || misplacedZero.test(text)) return null;
  const [, thousands, hundreds, , tens, ten, onesZero, ones] = match;
  const high = scaled(thousands, 1000) + scaled(hundreds, 100) + (ten ? scaled(tens ?? '1', 10) : 0);
  if (ones === undefined || high === 0) return high + scaled(ones, 1);
  if (ten || onesZero) return high + scaled(ones, 1);
  return high + scaled(ones, hundreds === undefined ? 100 : 10);
}

function scaled(sign: string | undefined, unit: number): number {
  return sign === undefined ? 0 : digitOf(sign) * unit;
}

function digitOf(sign: string): number {
  const digit = digits.indexOf(sign);
  return digit === -1 ? Number(sign) : digit;
}
