import { ofText } from '../model/memo.js';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text its entities stand for; null where one is none that XML itself knows. */
export const decodeEntities: (text: string) => string | null = ofText((text) => {
  let decoded = '';
  let done = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', done)) {
    const end = text.indexOf(';', at);
    const sign = end === -1 ? undefined : signOf(text.slice(at + 1, end));
    if (sign === undefined) return null;
    decoded += text.slice(done, at) + sign;
    done = end + 1;
  }
  return decoded + text.slice(done);
});

const HASH = 35;
const SMALL_X = 120;

function signOf(entity: string): string | undefined {
  if (entity.charCodeAt(0) !== HASH) return Object.hasOwn(named, entity) ? named[entity] : undefined;
  const code = codeOf(entity);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** What XML 1.0 allows (§2.2). */
function isCharacter(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** `#8220` or `#x201C` as a number; −1 where it is neither. */
function codeOf(entity: string): number {
  if (entity.charCodeAt(1) === SMALL_X) {
    return /^#x[\da-fA-F]{1,6}$/.test(entity) ? Number.parseInt(entity.slice(2), 16) : -1;
  }
  if (entity.length < 2 || entity.length > 8) return -1;
  let code = 0;
  for (let at = 1; at < entity.length; at++) {
    const digit = entity.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    code = code * 10 + digit;
  }
  return code;
}
