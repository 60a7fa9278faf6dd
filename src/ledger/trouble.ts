/** What SQLite answers where the disk or another program is at fault: busy, locked, read only, I/O, damaged, full, cannot open. */
const codes = /^SQLITE_(?:BUSY|LOCKED|READONLY|IOERR|CORRUPT|NOTADB|FULL|CANTOPEN|PROTOCOL)/;
const words =
  /database (?:table )?is locked|readonly database|disk I\/O error|malformed|not a database|disk is full|unable to open/i;

/** Whether the ledger could not be read or written for a reason outside the program, whichever binding says so. */
export function isLedgerTrouble(error: unknown): error is Error {
  const { code = '' } = (error ?? {}) as { readonly code?: string };
  return error instanceof Error && /SQLITE/.test(code) && (codes.test(code) || words.test(error.message));
}
