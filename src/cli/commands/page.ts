import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { plural, type Words } from '../../findings/words.js';
import type { Roster } from '../../model/campaign.js';
import type { PageData } from '../../model/page-data.js';
import { type Allowed, checkPage } from '../../render/check-page.js';
import { writeWhole } from '../../write/write-file.js';
import { chooseCampaign, ownRoster } from '../choose-campaign.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import type { PageOptions } from '../options.js';
import { pagePart } from '../page-part.js';

/** Writes the page in which villages check their files themselves: one file, to be sent to them and opened anywhere. */
export async function page(options: PageOptions, io: Io, version: string): Promise<ExitCode> {
  const chosen = await chooseCampaign(options, io, nothing());
  const { campaign } = chosen;
  const roster = ownRoster(options, chosen, io);
  const locale = options.lang ?? campaign.locale;
  const data: PageData = { campaign, roster: roster && withoutPeople(roster), locale, version };
  const html = checkPage(data, {
    script: allowed(await pagePart('check-page.js')),
    style: allowed(await pagePart('check-page.css')),
    licences: await pagePart('licences.txt'),
  });
  const path = resolve(io.cwd, options.out);
  try {
    await writeWhole(path, html);
  } catch (error) {
    throw new Failure({ zh: `写不了：${path}`, en: `cannot write: ${path}` }, null, error);
  }
  const size = Math.ceil(Buffer.byteLength(html) / 1024);
  io.stdout(`${written(relative(io.cwd, path) || path, size, roster)[locale]}\n`);
  return 0;
}

function written(path: string, kilobytes: number, roster: Roster | null): Words {
  const names: Words =
    roster === null
      ? { zh: '', en: '' }
      : {
          zh: `页面里有名册上${roster.length}个单位的名称，没有联系人和电话。`,
          en: ` It holds the names of ${plural(roster.length, 'unit')} of the roster, but no contacts or telephones.`,
        };
  return {
    zh: `已写好  ${path}（${kilobytes} KB）\n发给各单位，用浏览器打开就能检查；文件不会上传。${names.zh}`,
    en: `written  ${path} (${kilobytes} KB)\nSend it to the units: it opens in any browser, and nothing is uploaded.${names.en}`,
  };
}

/** Only what a unit is told by: the page goes through many hands. */
function withoutPeople(roster: Roster): Roster {
  return roster.map((unit) => ({ ...unit, contact: '', phone: '', email: '' }));
}

function allowed(text: string): Allowed {
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}

async function* nothing(): AsyncGenerator<never> {}
