import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from './show.js';

it.each(['docx', 'doc'] as const)('a figure of a .%s is what a person sees', async (format) => {
  const bytes = readFileSync(new URL(`./files/looks.${format}`, import.meta.url));
  const { tables } = await read(new Uint8Array(bytes), format);
  const texts = tables[0]?.cells.map(({ value }) => (value.kind === 'text' ? value.text : ''));
  expect(texts).toEqual(['12', '9\u033612', '9\u033612', '12²', '12₂', '12']);
});
