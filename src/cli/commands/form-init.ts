import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openSpots } from '../../campaign/draft/write-draft.js';
import { findCampaign, loadCampaign, shippedCampaigns } from '../../campaign/find-campaign.js';
import { ruleIds } from '../../findings/catalogue.js';
import { finding } from '../../findings/finding.js';
import { speak } from '../../findings/speak.js';
import type { Words } from '../../findings/words.js';
import { asOnDisk } from '../../intake/disk-name.js';
import type { Campaign, Locale } from '../../model/campaign.js';
import type { ReadBack } from '../../model/form-draft.js';
import type { FileOnDisk } from '../../pipeline/check-on-disk.js';
import type { DraftResult } from '../../pipeline/draft-campaign.js';
import { draftWatched } from '../../pipeline/draft-on-disk.js';
import { readGiven } from '../../pipeline/read-given.js';
import { clean } from '../../render/words.js';
import { adviceOnReading } from '../disk-error.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';

export interface FormInitOptions extends LanguageOption {
  readonly out: string;
  readonly id?: string;
  readonly year?: string;
}

/** Drafts a campaign.yaml from blank forms. A file that is there is never written over; `-` prints the draft. */
export async function formInit(paths: readonly string[], options: FormInitOptions, io: Io): Promise<ExitCode> {
  const locale = localeOf(options.lang, io.env);
  const out = options.out === '-' ? null : resolve(io.cwd, options.out);
  if (out !== null && existsSync(out)) throw alreadyThere(options.out);
  const result = await draftWatched({
    files: given(paths, io),
    known: knownCampaigns(io),
    id: idAsked(options.id),
    year: yearAsked(options.year),
    thisYear: io.now().getFullYear(),
    rules: ruleIds,
  });
  if (!result.ok) throw cannotDraft(result);
  if (out === null) io.stdout(result.yaml);
  else {
    const { writeWhole } = await import('../../write/write-file.js');
    await writeWhole(out, result.yaml).catch((error: unknown) => {
      throw new Failure({ zh: `写不进去：${out}`, en: `cannot write: ${out}` }, null, error);
    });
  }
  const told = report(result.yaml, result.read, options.out, locale);
  (out === null ? io.stderr : io.stdout)(told);
  return result.read.unread.length === 0 ? 0 : 1;
}

/** The files that were named, each of which can be opened. */
export function given(paths: readonly string[], io: Io): readonly FileOnDisk[] {
  return paths.map((typed) => {
    const path = asOnDisk(typed, io.cwd);
    const absolute = resolve(io.cwd, path);
    try {
      readGiven(absolute, 0);
    } catch (error) {
      throw new Failure({ zh: `读不到文件：${path}`, en: `cannot read: ${path}` }, adviceOnReading(error), error);
    }
    return { path, name: basename(path), absolute };
  });
}

/** One's own campaign first, then the shipped ones: the labels that are known, and their ids. */
export function knownCampaigns(io: Io): readonly Campaign[] {
  const own = findCampaign(undefined, io.cwd);
  const places = [own, ...shippedCampaigns().map((id) => findCampaign(id, io.cwd))];
  return places.flatMap((place) => (place === null ? [] : [loadCampaign(place, ruleIds)]));
}

function idAsked(id: string | undefined): string | undefined {
  if (id === undefined || /^[a-z0-9][a-z0-9-]*$/.test(id)) return id;
  throw new Failure(
    { zh: `编号不能用：${id}`, en: `not an id: ${id}` },
    { zh: '请用小写字母、数字和连字符，如 wanzhang-2024', en: 'small letters, digits and hyphens: wanzhang-2024' },
  );
}

function yearAsked(year: string | undefined): number | undefined {
  if (year === undefined) return undefined;
  if (/^(?:1999|2\d{3})$/.test(year)) return Number(year);
  throw new Failure({ zh: `年份看不懂：${year}`, en: `not a year: ${year}` });
}

function alreadyThere(path: string): Failure {
  return new Failure(
    { zh: `已经有这个文件，没有改动：${path}`, en: `there already, and left as it is: ${path}` },
    { zh: '请用 --out 换一个名字', en: 'give another name with --out' },
  );
}

export function cannotDraft({ problem, file }: Extract<DraftResult, { ok: false }>): Failure {
  if (problem === 'no-form')
    return new Failure({ zh: `没有找到统计表：${file}`, en: `no statistics form in: ${file}` }, whatIsNeeded);
  const why = problem === 'other-kind' ? otherKind : saying(problem);
  return new Failure({ zh: `${why.zh}：${file}`, en: `${why.en}: ${file}` }, whatToGive);
}

function saying({ rule, args }: Exclude<Extract<DraftResult, { ok: false }>['problem'], string>): Words {
  const one = finding(rule, args, { kind: 'file' });
  return { zh: speak(one, 'zh').message, en: speak(one, 'en').message };
}

const otherKind: Words = { zh: '这种文件里读不出表格', en: 'no table can be read from this kind' };
const whatToGive: Words = {
  zh: '请给 .xlsx、.xls、.et、.ods、.docx 或 .doc 的空表，去掉密码',
  en: 'give a blank form as .xlsx, .xls, .et, .ods, .docx or .doc, without a password',
};
const whatIsNeeded: Words = {
  zh: '统计表要有这样的表头：左边是项目，上面是分级，再下面是栏目，栏目正下方填数；只有写实表时，请连同统计表一起给',
  en: 'it needs labels at the left, groups across, leaf labels below them and values below those; give the statistics form too, not the progress form alone',
};

const next: Words = {
  zh: '下一步：看过这些地方，把名册 roster.csv 放在旁边，再运行 campaign template 做空表',
  en: 'next: look through these, put roster.csv beside it, then run campaign template for blank forms',
};

function report(yaml: string, { fields, unread }: ReadBack, path: string, locale: Locale): string {
  const spots = openSpots(yaml);
  const made = path === '-' ? [] : [{ zh: `已写 ${path}`, en: `wrote ${path}` }];
  const read: Words =
    unread.length === 0
      ? {
          zh: `用它读回空表和填好的表：${fields}个指标全部找到`,
          en: `it reads its own form back: all ${fields} fields`,
        }
      : {
          zh: `表上有${fields}个指标；用它读回填好的表，这些读不对：`,
          en: `the form has ${fields} fields; these do not come back when a filled-in copy is read:`,
        };
  const open: Words = { zh: `要看一遍的地方有${spots.length}处：`, en: `${spots.length} spots to look at:` };
  return [
    ...made.map((words) => words[locale]),
    read[locale],
    ...unread.map((label) => `  ${clean(label)}`),
    open[locale],
    ...spots.map(({ line, text }) => `  ${path === '-' ? '' : `${path}:`}${line}  ${text}`),
    ...(path === '-' ? [] : [next[locale]]),
    '',
  ].join('\n');
}
