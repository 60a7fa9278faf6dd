import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureChromium } from '../ensure-chromium.js';

/** Paths of the programs that pictures are made with. */
export interface Tools {
  readonly chromium: string;
  readonly soffice: string;
  readonly pdftoppm: string;
  readonly convert: string;
}

const wanted = {
  soffice: { names: ['soffice', 'libreoffice'], of: 'LibreOffice (Debian: libreoffice-calc libreoffice-writer)' },
  pdftoppm: { names: ['pdftoppm'], of: 'Poppler (Debian: poppler-utils)' },
  convert: { names: ['convert', 'magick'], of: 'ImageMagick (Debian: imagemagick)' },
} as const;

/** All of them, or null after saying which are not there. */
export function findTools(): Tools | null {
  const chromium = ensureChromium();
  const soffice = find(wanted.soffice.names);
  const pdftoppm = find(wanted.pdftoppm.names);
  const convert = find(wanted.convert.names);
  if (chromium !== null && soffice !== null && pdftoppm !== null && convert !== null) {
    return { chromium, soffice, pdftoppm, convert };
  }
  const lacking = [
    ...(chromium === null ? ['Chromium (Debian: chromium)'] : []),
    ...(soffice === null ? [wanted.soffice.of] : []),
    ...(pdftoppm === null ? [wanted.pdftoppm.of] : []),
    ...(convert === null ? [wanted.convert.of] : []),
  ];
  console.error(`No pictures were made. Missing:\n${lacking.map((one) => `  ${one}`).join('\n')}`);
  console.error('Chinese text also wants a font: fonts-noto-cjk.');
  return null;
}

function find(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
