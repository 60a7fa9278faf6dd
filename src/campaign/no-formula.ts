/** What sheet programs take for a formula when they open a .csv, also as a Chinese keyboard writes it. */
const likeFormula = /^[\s'＇]*[=+\-@＝＋－＠]/u;

/** A text for a .csv, never a formula to the program that opens it. */
export function noFormula(text: string): string {
  return likeFormula.test(text) ? `'${text}` : text;
}

/** The text that was meant, read back. */
export function asMeant(text: string): string {
  return text.startsWith("'") && likeFormula.test(text) ? text.slice(1) : text;
}
