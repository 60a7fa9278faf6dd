import { escapedJson } from '../findings/text.js';

/** JSON as it is printed: exact for programs, and with nothing in it that could order a terminal or turn a line about. */
export function jsonText(value: unknown): string {
  return escapedJson(JSON.stringify(value, null, 2));
}
