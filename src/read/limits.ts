/** What every sheet program has at most; a file that names a row or column beyond them names none. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
