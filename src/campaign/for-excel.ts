/** A .csv whose Chinese Excel reads: without the byte order mark it takes UTF-8 for the code page of the system. */
export function forExcel(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text}`);
}
