/** A text file for Windows: a byte order mark and CRLF, without which older Notepads show no Chinese and one long line. */
export function forNotepad(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`);
}
