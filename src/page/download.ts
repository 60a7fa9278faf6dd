import { element } from './element.js';

/** Hands the bytes over as a file to be saved. */
export function offerDownload(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
