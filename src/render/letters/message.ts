import { hasError } from '../../findings/finding.js';
import { dayOf, listOf, plural, type Words } from '../../findings/words.js';
import type { Day, Locale, Unit } from '../../model/campaign.js';
import type { Severity } from '../../model/finding.js';
import type { DeadlineReport, Report } from '../../model/report.js';
import type { Bundle } from '../bundled.js';
import { clean, sentences } from '../words.js';
import { greeting, ifSent, signature, spokenTo, thanks } from './courtesy.js';
import { byWhen, dueDay, isPast } from './days.js';
import { type Debt, debtInWords } from './debts.js';
import { type Item, itemLine, itemsOf, ownName } from './items.js';
import { type UnitCase, untoldDebts } from './unit-case.js';

/** What goes with a message: which file of the unit it is about, and the name it lies under beside the message. */
export interface Attachment {
  /** The entry's path; null for a list of all the rest. */
  readonly path: string | null;
  readonly name: string;
  /** `own`: the unit's workbook with marks. `drawn`: a workbook drawn from it, with marks. `list`: a plain text. */
  readonly kind: 'own' | 'drawn' | 'list';
}

export interface MessageOptions {
  readonly locale: Locale;
  readonly attachments: readonly Attachment[];
  /** By when the clerk wants an answer; null leaves it to the deadlines. */
  readonly by: Day | null;
}

/** What a phone shows on two screens. */
const longest: Readonly<Record<Locale, number>> = { zh: 600, en: 1300 };
const mostItems = 6;

/** A message, and the items that it leaves to what goes with it. */
export interface Message {
  readonly text: string;
  readonly left: readonly Bundle<Item>[];
}

/** A message for one unit, to be pasted into WeChat or DingTalk: what is wrong, what to write, by when. */
export function unitMessage(one: UnitCase, report: Report, options: MessageOptions): Message {
  const items = itemsOf(one);
  for (let shown = Math.min(mostItems, items.length); shown > 1; shown--) {
    const text = compose(one, report, items, shown, options);
    if ([...text].length <= longest[options.locale]) return { text, left: items.slice(shown) };
  }
  return { text: compose(one, report, items, 1, options), left: items.slice(1) };
}

function compose(
  one: UnitCase,
  report: Report,
  items: readonly Bundle<Item>[],
  shown: number,
  options: MessageOptions,
): string {
  const { locale } = options;
  const namesFiles = one.files.length > 1;
  const number = (n: number) => (items.length === 1 ? '' : `${n + 1}${numbered[locale]}`);
  const told = items.slice(0, shown).map((item, n) => `${number(n)}${itemLine(item, namesFiles, locale)}`);
  const rest = items.slice(shown).flat().length;
  const lines = [
    greeting(one.unit.unit)[locale],
    ...(items.length === 0 ? [] : [opening(one, items)[locale], ...told]),
    ...(rest === 0 ? [] : [more(rest, options)[locale]]),
    ...untoldDebts(one).map((debt) => debtLine(debt, one.unit.unit, report, locale)),
    ...closing(one, report, options).map((words) => words[locale]),
    signature(report)[locale],
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

const numbered = { zh: '．', en: '. ' } as const;

function opening({ unit, files }: UnitCase, items: readonly Bundle<Item>[]): Words {
  const who = spokenTo(unit.unit);
  const [only, second] = files;
  const what: Words =
    only !== undefined && second === undefined
      ? { zh: `${who.zh}报来的“${ownName(only.file)}”`, en: `${ownName(only.file)} from ${who.en}` }
      : { zh: `${who.zh}报来的材料`, en: `What ${who.en} sent` };
  const findings = items.flat().map(({ finding }) => finding);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const asks = askedFor(errors, findings.length - errors);
  return { zh: `${what.zh}收到了，谢谢。${asks.zh}：`, en: `${what.en} has arrived, thank you. ${asks.en}:` };
}

function askedFor(errors: number, warnings: number): Words {
  if (errors === 0) {
    return {
      zh: `有${warnings}处想请您核实一下`,
      en: `Please look at ${plural(warnings, 'place')} again`,
    };
  }
  const look: Words = { zh: `，${warnings}处请核实`, en: ` and ${warnings} to be checked` };
  return {
    zh: `有${errors}处要更正${warnings > 0 ? look.zh : ''}`,
    en: `There ${errors === 1 ? 'is' : 'are'} ${plural(errors, 'place')} to be mended${warnings > 0 ? look.en : ''}`,
  };
}

function more(count: number, { attachments }: MessageOptions): Words {
  if (attachments.length === 0) return { zh: `另外还有${count}处。`, en: `There are ${count} more.` };
  const { zh, en } = namesOf(attachments);
  return { zh: `另外还有${count}处，都写在附上的${zh}里。`, en: `${count} more are told in ${en}.` };
}

function debtLine(debt: Debt, unit: Unit, report: Report, locale: Locale): string {
  const { deadline } = debt;
  const name = clean(deadline.name);
  const day = dueDay(deadline, report.asOf);
  const lacks = debtInWords(debt, 'still', unit, report, locale);
  const words: Words = {
    zh: `“${name}”已于${day.zh}到期，${lacks}`,
    en: `${name} was due ${day.en}: ${lacks}`,
  };
  return sentences([words[locale], onceForAll(debt, report.campaign.period.from)[locale]], locale);
}

/** One cumulative report makes up for those before it: nobody is to write three. */
export function onceForAll({ alsoFor, owed }: Debt, from: Day): Words {
  if (alsoFor.length === 0) return { zh: '', en: '' };
  const names = alsoFor.map(({ name }) => clean(name));
  const what = owed.find(({ material }) => material.kind === 'progress')?.material.name ?? '';
  return {
    zh: `${names.join('、')}也没有收到，${clean(what)}是累计的，这一份从${dayOf(from).zh}写起就可以，前面的不用另补`,
    en: `${listOf(names).en} did not come either; one report from ${dayOf(from).en} on makes up for all of them`,
  };
}

function closing(one: UnitCase, report: Report, options: MessageOptions): Words[] {
  const owed = untoldDebts(one).flatMap((debt) => debt.owed);
  const act = whatToDo(one, owed.length > 0, answerBy(one, report, options.by));
  const ask = owed.some(({ state }) => state === 'absent') ? ifSent : { zh: '', en: '' };
  return [{ zh: `${act.zh}${ask.zh}`, en: `${act.en} ${ask.en}`.trim() }, ...guides(options.attachments, one), thanks];
}

function whatToDo({ files, whole }: UnitCase, owes: boolean, by: Words): Words {
  const findings = [...files.flatMap((one) => one.findings), ...whole];
  if (findings.length === 0) return { zh: `请${by.zh}补报。`, en: `Please send it ${by.en}.` };
  const mends = hasError(findings);
  if (owes) {
    return mends
      ? { zh: `请${by.zh}改好、补齐报来。`, en: `Please mend and complete it ${by.en}.` }
      : { zh: `请${by.zh}核对、补齐报来。`, en: `Please check and complete it ${by.en}.` };
  }
  if (mends) return { zh: `请${by.zh}改好重报。`, en: `Please mend it and send it again ${by.en}.` };
  return {
    zh: `有要改的，请${by.zh}改好重报；不用改的，回复一声就可以。`,
    en: `Please send corrections ${by.en}; if all is right, a word will do.`,
  };
}

/** By the day the clerk named, else the next due day these files are still in time for, else soon. */
function answerBy(one: UnitCase, { campaign, asOf }: Report, by: Day | null): Words {
  if (by !== null) return { zh: `于${dayOf(by).zh}前`, en: `by ${dayOf(by).en}` };
  const materials = one.files.flatMap(({ file }) => file.material ?? []);
  const isOpen = (deadline: DeadlineReport) =>
    !isPast(deadline, campaign, asOf) &&
    campaign.deadlines.some(
      ({ id, materials: asked }) => id === deadline.id && asked.some((m) => materials.includes(m)),
    );
  const next = one.debts.length > 0 ? undefined : one.unit.deadlines.find(isOpen);
  if (next === undefined) return { zh: '尽快', en: 'soon' };
  const when = byWhen(next, campaign);
  return { zh: `于${when.zh}`, en: `by ${when.en}` };
}

/** How to use what goes with the message, told once for all of a kind. */
function guides(attachments: readonly Attachment[], one: UnitCase): Words[] {
  const of = (kind: Attachment['kind']) => attachments.filter((attachment) => attachment.kind === kind);
  return [
    ...guideToMarks(of('own'), one, {
      zh: '可以直接在里面改好发回',
      en: 'You may mend that very file and send it back',
    }),
    ...guideToMarks(of('drawn'), one, { zh: '请在您原来的表上改好再报', en: 'Please mend your own file' }),
    ...guideToLists(of('list')),
  ];
}

function guideToMarks(marked: readonly Attachment[], { files }: UnitCase, where: Words): Words[] {
  if (marked.length === 0) return [];
  const paths = marked.map(({ path }) => path);
  const findings = files.filter(({ file }) => paths.includes(file.path)).flatMap((one) => one.findings);
  const isMarked = (wanted: Severity) =>
    findings.some(
      ({ severity, place }) => severity === wanted && place.kind === 'sheet' && place.address !== undefined,
    );
  const colours: Words[] = [
    ...(isMarked('error') ? [{ zh: '红色的格子要改', en: 'mend the red cells' }] : []),
    ...(isMarked('warning') ? [{ zh: '黄色的格子请核实', en: 'check the yellow cells' }] : []),
    { zh: '怎么改写在“修改说明”页', en: 'read what to do on the last sheet' },
  ];
  const { zh, en } = namesOf(marked);
  return [
    {
      zh: `附上的${zh}里，${colours.map((one) => one.zh).join('，')}；${where.zh}。`,
      en: `In ${en}, ${listOf(colours.map((one) => one.en)).en}. ${where.en}.`,
    },
  ];
}

function guideToLists(lists: readonly Attachment[]): Words[] {
  if (lists.length === 0) return [];
  const { zh, en } = namesOf(lists);
  return [{ zh: `附上的${zh}里逐条写着怎么改。`, en: `What to change is told one by one in ${en}.` }];
}

function namesOf(attachments: readonly Attachment[]): Words {
  const names = attachments.map(({ name }) => name);
  return { zh: names.map((name) => `“${name}”`).join('、'), en: listOf(names).en };
}
