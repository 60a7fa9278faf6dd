import { latin } from './bytes.js';

/** What stands before a mail where a program saved more than the mail: a server's answer, its length, empty lines. */
const before = /^(?:\xef\xbb\xbf)?(?:\+OK[^\n]{0,200}\n|\d{1,10}[ \t]*\n)?\s*/;

const CARRIAGE = 13;
const LINE = 10;

/** A mail from its first header on, with lines that end as lines of mails do. */
export function tidyMail(bytes: Uint8Array): Uint8Array {
  const mail = bytes.subarray(before.exec(latin(bytes, 0, headLength))?.[0].length ?? 0);
  // Sent as text from an old Mac, or by a program that took each line end for two.
  if (mail.indexOf(LINE) === -1) return mail.map((byte) => (byte === CARRIAGE ? LINE : byte));
  return /^[^\n]*\r\r\n/.test(latin(mail, 0, headLength))
    ? mail.filter((byte, n) => byte !== CARRIAGE || mail[n + 1] !== CARRIAGE)
    : mail;
}

const headLength = 1024;
