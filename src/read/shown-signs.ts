/** Signs as a person sees them where their look says that they are not what stands there. */

/** Each letter and digit with the line through it that a person sees. */
export function struckThrough(text: string): string {
  return text.replace(/[\p{L}\p{N}]/gu, '$&\u0336');
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** Whether signs are small and raised or lowered, as the 2 of m². */
export type Shift = 'superscript' | 'subscript' | null;

/** A part of a text whose signs stand alike. */
export interface ShiftedPiece {
  readonly text: string;
  readonly shifted: Shift;
}

/** Only beside others do signs above or below the line look like such. */
export function joinPieces(pieces: readonly ShiftedPiece[]): string {
  const mixed = pieces.some(({ text, shifted }) => shifted === null && text.trim() !== '');
  return pieces.map(({ text, shifted }) => (mixed ? shiftedDigits(text, shifted) : text)).join('');
}

/** Digits above or below the line are no more digits of the number they stand beside. */
export function shiftedDigits(text: string, to: Shift): string {
  if (to === null) return text;
  const signs = to === 'superscript' ? raised : lowered;
  return text.replace(/\d/g, (digit) => signs.charAt(Number(digit)));
}
