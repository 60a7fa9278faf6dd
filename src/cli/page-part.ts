import { readFile } from 'node:fs/promises';
import { breaksOut } from '../render/check-page.js';
import { Failure } from './failure.js';

/** A part of the page as the build left it, seen alike from the sources and from what was built. */
export async function pagePart(name: string): Promise<string> {
  const path = new URL(`../../dist/page/${name}`, import.meta.url);
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new Failure(
      { zh: `程序没有装完整：缺 dist/page/${name}`, en: `the program is incomplete: no dist/page/${name}` },
      { zh: '请运行 npm run build', en: 'run npm run build' },
      error,
    );
  });
  if (breaksOut.test(text)) throw new Error(`${name} would end the page that holds it`);
  return text;
}
