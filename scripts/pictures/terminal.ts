import type { Browser } from 'playwright-core';
import { columnsOf } from '../../src/findings/text.js';
import type { Season } from './season.js';
import type { Picture } from './shrink.js';

interface World {
  readonly season: Season;
  readonly browser: Browser;
}

const inbox = 'inbox';

/** Commands as they look on a terminal. */
export async function* terminalPictures({ season, browser }: World): AsyncGenerator<Picture> {
  const now = '2023-05-21T09:00:00+08:00';
  const aggregate = ['aggregate'];
  const told = await season.printed(aggregate, 100, now);
  // Where the reports lie is a folder of this machine.
  yield await shown('terminal-aggregate', aggregate, told.slice(0, told.indexOf('\n工作簿')), browser);
  const check = ['check', `${inbox}/万张村/信息统计表.xlsx`, `${inbox}/月屯村/信息统计表.xlsx`];
  yield await shown('terminal-check', check, await season.printed(check, 80), browser);
}

async function shown(name: string, argv: readonly string[], text: string, browser: Browser): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1.5 });
  const prompt = `\u001b[32m$\u001b[39m \u001b[1mcampaign ${argv.join(' ')}\u001b[22m\n`;
  await page.setContent(`<style>${style}</style><pre>${asHtml(prompt + text.trimEnd())}</pre>`);
  const png = await page.locator('pre').screenshot();
  await page.close();
  return { name, png, colours: 48 };
}

/** A terminal gives each sign one cell or two, whatever the font thinks of it. */
const style = `
  pre { display: inline-block; margin: 0; padding: 14px 18px; background: #16191f; color: #d5d8de;
    font: 14px/20px 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace; }
  i { display: inline-block; width: 16.86px; font: 16px/20px 'Noto Sans Mono CJK SC', monospace; font-weight: inherit;
    line-height: 1; text-align: center; white-space: pre; }
  u { display: inline-block; height: 20px; vertical-align: top; text-decoration: none; transform: scaleY(1.3); }
  .s1 { font-weight: bold; color: #f2f4f8; } .s2 { opacity: .66; }
  .s31 { color: #ff7b72; } .s32 { color: #7ee787; } .s33 { color: #f2cc60; } .s34 { color: #79c0ff; }
  .s35 { color: #d2a8ff; } .s36 { color: #6fdbe8; } .s90 { color: #8b929e; }
`;

/** What each code of a style begins, and which code ends it. */
const endings: Readonly<Record<string, readonly number[]>> = {
  22: [1, 2],
  23: [3],
  24: [4],
  39: [31, 32, 33, 34, 35, 36, 90],
};

function asHtml(text: string): string {
  let on: number[] = [];
  const [first = '', ...styled] = text.split('\u001b[');
  const spans = styled.map((part) => {
    const end = part.indexOf('m');
    for (const code of part.slice(0, end).split(';').map(Number)) {
      const ended = code === 0 ? on : endings[code];
      on = ended === undefined ? [...on, code] : on.filter((one) => !ended.includes(one));
    }
    return `<span class="${on.map((code) => `s${code}`).join(' ')}">${cells(part.slice(end + 1))}</span>`;
  });
  return [cells(first), ...spans].join('');
}

function cells(text: string): string {
  return [...text]
    .map((sign) => {
      const safe = sign.replace(/[&<>]/u, (one) => `&#${one.charCodeAt(0)};`);
      // Lines are to meet those of the next row.
      if (/[\u2500-\u257f]/u.test(sign)) return `<u>${sign}</u>`;
      return columnsOf(sign) === 2 ? `<i>${safe}</i>` : safe;
    })
    .join('');
}
