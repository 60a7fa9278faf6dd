import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sheetNames } from '../../src/write/workbook/words.js';
import type { Season } from './season.js';
import type { Picture } from './shrink.js';
import type { Tools } from './tools.js';

interface World {
  readonly season: Season;
  readonly tools: Tools;
}

/** The first page of each sheet of the workbook, and of what else is printed or sent on. */
export async function* paperPictures(world: World): AsyncGenerator<Picture> {
  const { season } = world;
  const workbook = asPdf(join(season.folder, 'reports', fileIn(join(season.folder, 'reports'), '.xlsx')), world);
  const feet = textOfPages(workbook).map((text) => /^\s*(\S+)\s+第 \d+ 页/mu.exec(text)?.[1]);
  for (const [name, sheet] of Object.entries(sheetNames)) {
    const page = feet.indexOf(sheet) + 1;
    if (page === 0) throw new Error(`no page says ${sheet}`);
    yield { name: `workbook-${name}`, png: pictureOf(workbook, page, 110, world), colours: 48 };
  }
  await season.printed(['return', '万张村委会'], 80);
  const returned = join(season.folder, '退回', fileIn(join(season.folder, '退回'), '万张村委会'));
  yield {
    name: 'marked-copy',
    png: pictureOf(asPdf(join(returned, fileIn(returned, '.xlsx')), world), 1, 80, world),
    colours: 48,
  };
  await season.printed(['word'], 80);
  const word = asPdf(join(season.folder, 'reports', fileIn(join(season.folder, 'reports'), '.docx')), world);
  yield { name: 'word-report', png: pictureOf(word, 1, 80, world), colours: 128 };
}

/** The latest: their names end with the day. */
function fileIn(folder: string, end: string): string {
  const found = readdirSync(folder)
    .sort()
    .findLast((name) => name.endsWith(end));
  if (found === undefined) throw new Error(`nothing in ${folder} ends in ${end}`);
  return found;
}

/** Its path. LibreOffice keeps a profile, which is not to be the one of whoever runs this. */
function asPdf(path: string, { season, tools }: World): string {
  const out = join(season.folder, 'pdf');
  const profile = `-env:UserInstallation=${pathToFileURL(join(season.folder, 'office')).href}`;
  command(tools.soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, path]);
  return join(out, `${basename(path).replace(/\.\w+$/, '')}.pdf`);
}

function textOfPages(pdf: string): readonly string[] {
  return command('pdftotext', ['-layout', pdf, '-']).toString().split('\f');
}

function pictureOf(pdf: string, page: number, resolution: number, { season, tools }: World): Uint8Array {
  const out = join(season.folder, 'pdf', `page-${page}`);
  const at = ['-f', String(page), '-l', String(page), '-r', String(resolution)];
  command(tools.pdftoppm, [...at, '-png', '-singlefile', pdf, out]);
  return readFileSync(`${out}.png`);
}

function command(program: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${program}: ${error ?? stderr}`);
  return stdout;
}
