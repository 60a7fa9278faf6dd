import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A blank form in `bench/forms/`, and where on its first sheet the unit's line and each field's value stand. */
export interface BlankForm {
  /** Also the name of its file. */
  readonly producer: string;
  readonly addresses: Readonly<Record<string, string>>;
}

const folder = new URL('../forms/', import.meta.url);

export function blankForms(): readonly BlankForm[] {
  return JSON.parse(readFileSync(new URL('forms.json', folder), 'utf8')) as BlankForm[];
}

export function bytesOfBlank({ producer }: BlankForm): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`${producer}.xlsx`, folder)));
}
