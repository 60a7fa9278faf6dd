/** Takes a field that is not empty; rows and columns count from 1. */
type Take = (row: number, column: number, field: string) => void;

const QUOTE = 0x22;
const LINE = 0x0a;
const RETURN = 0x0d;

/**
 * Tells the fields of separated values one by one, so that what is empty costs nothing. A quotation mark inside a field
 * that does not begin with one is a character like any other. False where one at the beginning is never closed.
 */
export function scanCsv(
  text: string,
  delimiter: string,
  quotes: boolean,
  take: Take,
  endLine: (row: number, fields: number) => void = () => {},
): boolean {
  const separator = delimiter.charCodeAt(0);
  let [row, column] = [1, 1];
  for (let at = 0; at <= text.length; ) {
    const found = fieldAt(text, at, separator, quotes);
    if (found === null) return false;
    const { field, end } = found;
    if (field !== '') take(row, column, field);
    const goesOn = text.charCodeAt(end) === separator;
    if (!goesOn) endLine(row, column);
    [row, column] = goesOn ? [row, column + 1] : [row + 1, 1];
    at = end + (isReturnAndLine(text, end) ? 2 : 1);
  }
  return true;
}

function fieldAt(text: string, at: number, separator: number, quotes: boolean): Field | null {
  return quotes && text.charCodeAt(at) === QUOTE ? quotedField(text, at, separator) : bare(text, at, separator);
}

interface Field {
  readonly field: string;
  readonly end: number;
}

function bare(text: string, at: number, separator: number): Field {
  const end = endOfField(text, at, separator);
  return { field: text.slice(at, end), end };
}

/** Without its quotation marks, if they enclose all of it. Null where they are not closed. */
function quotedField(text: string, at: number, separator: number): Field | null {
  const closing = closingQuote(text, at + 1);
  if (closing === text.length) return null;
  const end = endOfField(text, closing + 1, separator);
  if (closing + 1 !== end) return { field: text.slice(at, end), end };
  return { field: text.slice(at + 1, closing).replaceAll('""', '"'), end };
}

function isReturnAndLine(text: string, at: number): boolean {
  return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE;
}

/** Two quotation marks in a row stand for one. The text's length where none closes. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return text.length;
}

function endOfField(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at++) if (endsField(text.charCodeAt(at), separator)) return at;
  return text.length;
}

/** What follows the text's last character is no character. */
function endsField(code: number, separator: number): boolean {
  return code === separator || code === LINE || code === RETURN || Number.isNaN(code);
}
