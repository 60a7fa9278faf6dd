/** Signs as a person sees them where their look says that they are not what stands there. */

/** Each letter and digit with the line through it that a person sees. */
export function struckThrough(text: string): string {
  return text.replace(/[\p{L}\p{N}]/gu, '$&\u0336');
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** Digits above or below the line are no more digits of the number they stand beside. */
export function shiftedDigits(text: string, to: 'superscript' | 'subscript'): string {
  const signs = to === 'superscript' ? raised : lowered;
  return text.replace(/\d/g, (digit) => signs.charAt(Number(digit)));
}
