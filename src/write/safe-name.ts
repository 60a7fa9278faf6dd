import { harmless } from '../findings/text.js';

/** Long enough to be told by, short enough that a path stays within what Windows takes. */
const longest = 60;
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/iu;

/** A name that every system takes for a file: no reserved or invisible signs, no device of Windows, not too long. */
export function safeName(text: string): string {
  const visible = harmless(text.normalize('NFC'))
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(/[<>:"/\\|?*\s]+/gu, '_');
  const [stem, ending] = split(visible);
  const kept = [...stem].slice(0, longest).join('');
  const name = `${kept}${ending}`.replace(/^[._~]+/u, '').replace(/[. ]+$/u, '');
  if (name === '' || name === ending) return `未命名${ending}`;
  return devices.test(name) ? `_${name}` : name;
}

/** The name itself, or with a number where it is taken; Windows makes no difference between capitals and small letters. */
export function unusedName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((one) => one.toLowerCase()));
  const [stem, ending] = split(name);
  let free = name;
  for (let n = 2; known.has(free.toLowerCase()); n++) free = `${stem}(${n})${ending}`;
  return free;
}

/** Without its ending, such as `.xlsx`. */
export function stemOf(name: string): string {
  return split(name)[0];
}

function split(name: string): readonly [stem: string, ending: string] {
  const [, stem = name, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/su.exec(name) ?? [];
  return [stem, ending];
}
