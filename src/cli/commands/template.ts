import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Locale, Roster, Unit } from '../../model/campaign.js';
import { type Chosen, chooseCampaign, requireRoster } from '../choose-campaign.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import type { CampaignOptions } from '../options.js';
import { workingFolder } from '../working-folder.js';

export interface TemplateOptions extends CampaignOptions {
  readonly unit?: readonly string[];
}

/** Makes the blank forms to hand out, for each unit its own. A file that is there is never written over. */
export async function template(dir: string, options: TemplateOptions, io: Io): Promise<ExitCode> {
  const chosen = await chooseCampaign(options, io, nothing());
  const { campaign } = chosen;
  const roster = requireRoster(options, chosen, io);
  const units = options.unit === undefined ? roster : await unitsAsked(options.unit, roster, chosen);
  const folder = outsideInbox(resolve(io.cwd, dir), chosen, io);
  const { unitForms } = await import('../../write/unit-forms.js');
  const outcomes: Outcome[] = [];
  for await (const { fileName, bytes } of unitForms(campaign, units)) {
    const path = join(folder, fileName);
    outcomes.push({ path: relative(io.cwd, path), made: await makeUnlessThere(path, bytes) });
  }
  io.stdout(told(outcomes, units.length, relative(io.cwd, folder) || '.', options.lang ?? campaign.locale));
  return outcomes.some(({ made }) => made === 'kept') ? 1 : 0;
}

/** `same`: there already, byte for byte. `kept`: something else is there under this name. */
interface Outcome {
  readonly path: string;
  readonly made: 'new' | 'same' | 'kept';
}

async function makeUnlessThere(path: string, bytes: Uint8Array): Promise<Outcome['made']> {
  try {
    return (await readFile(path)).equals(bytes) ? 'same' : 'kept';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw cannotWrite(path, error);
  }
  const { writeWhole } = await import('../../write/write-file.js');
  await writeWhole(path, bytes).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
  return 'new';
}

function cannotWrite(path: string, cause: unknown): Failure {
  return new Failure(
    { zh: `写不进去：${path}`, en: `cannot write: ${path}` },
    { zh: '请检查文件夹权限和磁盘空间', en: 'look at permissions and free space' },
    cause,
  );
}

/** Blank forms in the inbox would be taken for what the villages sent. */
function outsideInbox(folder: string, { place }: Chosen, io: Io): string {
  for (const inbox of [join(io.cwd, 'inbox'), join(workingFolder(place, io), 'inbox')]) {
    const inside = relative(inbox, folder);
    if (inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside)) {
      throw new Failure(
        { zh: `空表不能放在收件箱里：${folder}`, en: `blank forms do not go into the inbox: ${folder}` },
        { zh: '请换一个文件夹，例如 campaign template ./forms', en: 'name another folder: campaign template ./forms' },
      );
    }
  }
  return folder;
}

/** The units asked for by id, name or alias, however the name is written. Nothing is chosen between two. */
async function unitsAsked(names: readonly string[], roster: Roster, { campaign }: Chosen): Promise<readonly Unit[]> {
  const { buildDirectory, unitsNamed } = await import('../../identify/unit-directory.js');
  const { suggestUnits } = await import('../../identify/suggest-units.js');
  const directory = buildDirectory(roster, campaign.office);
  const asked = names.map((name) => {
    const byId = roster.filter((unit) => unit.id === name);
    const [unit, ...others] = byId.length > 0 ? byId : unitsNamed(name, directory);
    if (unit !== undefined && others.length === 0) return unit;
    const known = unit === undefined ? suggestUnits([name], directory) : [unit, ...others];
    throw notOne(
      name,
      known.map((one) => one.name),
    );
  });
  return roster.filter((unit) => asked.includes(unit));
}

function notOne(name: string, known: readonly string[]): Failure {
  const list = known.join('、');
  return new Failure(
    { zh: `名册里认不出这个单位：${name}`, en: `no one unit of the roster is called so: ${name}` },
    known.length === 0
      ? { zh: '请照名册里的名称或编号写', en: 'write a name or id as in the roster' }
      : { zh: `是不是：${list}`, en: `did you mean: ${list}` },
  );
}

function told(outcomes: readonly Outcome[], units: number, folder: string, locale: Locale): string {
  const count = (made: Outcome['made']) => outcomes.filter((one) => one.made === made).length;
  const kept = outcomes.filter(({ made }) => made === 'kept').map(({ path }) => path);
  const lines =
    locale === 'zh'
      ? [
          `${units}个单位，新建${count('new')}个空表：${folder}`,
          ...(count('same') > 0 ? [`已有，内容相同，未重写：${count('same')}个`] : []),
          ...kept.map((path) => `已有，内容不同，未改动：${path}`),
          ...(kept.length > 0 ? ['要换成新的空表，请先把这些文件移走，再运行一次'] : []),
        ]
      : [
          `${units} units, ${count('new')} blank forms made: ${folder}`,
          ...(count('same') > 0 ? [`there already, and the same: ${count('same')}`] : []),
          ...kept.map((path) => `there already and different, kept: ${path}`),
          ...(kept.length > 0 ? ['move these away and run again for new blank forms'] : []),
        ];
  return `${lines.join('\n')}\n`;
}

async function* nothing(): AsyncGenerator<never> {}
