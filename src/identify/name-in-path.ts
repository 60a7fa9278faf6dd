import type { Unit } from '../model/campaign.js';
import { normaliseName, saysKind } from './fold-name.js';
import { withoutWords } from './known-words.js';
import { type Look, namesInPiece } from './name-in-piece.js';
import { readableName, splitAtGaps, splitIntoPieces, strangeParts } from './name-pieces.js';
import { isElsewhere, isHere } from './region.js';
import { type UnitDirectory, unitsNamed } from './unit-directory.js';

/**
 * Units the name of a file or folder may stand for. A piece of it tells a unit only where the unit's name and known
 * words account for all of it: 李庄 is never found in 前李庄.
 */
export function unitsInName(name: string, look: Look): readonly Unit[] {
  const text = readableName(name);
  const { directory } = look;
  const whole = directory.exact.get(normaliseName(text));
  if (whole !== undefined) return whole;
  const { units: coded, isStrange } = unitsWithCode(text, directory);
  if (isStrange) return [];
  const pieces = splitIntoPieces(text).map((piece) => ({ piece, names: namesInPiece(piece, look) }));
  const silent = pieces.filter(({ names }) => names.length === 0).map(({ piece }) => piece);
  if (silent.some((piece) => namesElsewhere(piece, look))) return [];
  const names = pieces.flatMap((one) => one.names);
  // “东岭-西岭村”: where another place has its full name, 东岭 may be what that lies in.
  const isPlace = (part: string) => saysKind(part) && !isHere(part, directory.region);
  const isBeside = silent.some((piece) => strangeParts(piece, look.words).some(isPlace));
  if (isBeside && names.every((one) => !one.isFull)) return coded;
  return belowOffice([...coded, ...names.flatMap((one) => one.units)], text, look);
}

/** Division codes in a name; a code that is not in the roster is that of a village elsewhere. */
function unitsWithCode(
  text: string,
  { exact, isCoded }: UnitDirectory,
): { units: readonly Unit[]; isStrange: boolean } {
  if (!manyDigits.test(text)) return noCode;
  const codes = [...text.matchAll(/(?<!\d)\d{9,12}(?!\d)/g)].map((match) => match[0]);
  const isVillage = (code: string) => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{10}$/.test(code);
  return {
    units: codes.flatMap((code) => exact.get(code) ?? []),
    isStrange: isCoded && codes.some((code) => isVillage(code) && !exact.has(code)),
  };
}

const manyDigits = /\d{9}/;
const noCode = { units: [], isStrange: false };

/** Whether the piece names a township that is not ours. */
function namesElsewhere(piece: string, { words, directory }: Look): boolean {
  if (!/[镇乡县道木]/u.test(piece)) return false;
  return [...splitAtGaps(piece), piece.replace(/\s+/g, '')].some((part) => {
    const rest = withoutWords(part, words);
    return isElsewhere(rest, directory.region) && unitsNamed(rest, directory).length === 0;
  });
}

/** Before a village's name the office's tells only where that lies, be the village in the roster or not. */
function belowOffice(units: readonly Unit[], text: string, { words, directory }: Look): readonly Unit[] {
  const { offices } = directory;
  const below = units.filter((unit) => !offices.has(unit));
  if (below.length > 0 || units.length === 0) return [...new Set(below)];
  const isOffice = (part: string) => unitsNamed(part, directory).some((unit) => offices.has(unit));
  return strangeParts(text, words).every(isOffice) ? [...new Set(units)] : [];
}
