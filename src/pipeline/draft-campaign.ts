import { writeDraft } from '../campaign/draft/write-draft.js';
import { parseCampaign } from '../campaign/parse-campaign.js';
import { namesNothing } from '../identify/fold-name.js';
import { readProgressOutline } from '../locate/outline/progress-outline.js';
import { type LineWords, type ReadOutline, readOutline, sizeOf } from '../locate/outline/read-outline.js';
import { chooseBase, sharedLabels } from '../locate/propose/choose-base.js';
import { proposeStatistics } from '../locate/propose/propose-statistics.js';
import { readBack } from '../locate/propose/read-back.js';
import { namesEvent, statedYears, withYear } from '../locate/year.js';
import type { Campaign, UnitLine } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import type { CampaignDraft, DraftYear, FormOutline, ProgressOutline, ReadBack } from '../model/form-draft.js';
import type { RuleId } from '../model/rules.js';
import type { Trouble } from '../read/problem.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';

export interface BlankFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DraftRequest {
  readonly files: readonly BlankFile[];
  /** Campaigns whose labels are known. */
  readonly known: readonly Campaign[];
  readonly id: string | undefined;
  readonly year: number | undefined;
  /** The year it is, for a form that names none. */
  readonly thisYear: number;
  readonly rules: readonly RuleId[];
}

export type DraftResult =
  | { readonly ok: true; readonly yaml: string; readonly campaign: Campaign; readonly read: ReadBack }
  /** `file`: it cannot be read, and why. `no-form`: no table in any file is built as a statistics form is. */
  | {
      readonly ok: false;
      readonly problem: Trouble | 'other-kind' | 'no-form';
      readonly file: string;
    };

/** Drafts a campaign.yaml from blank forms, and reads those forms with it. */
export async function draftCampaign(request: DraftRequest): Promise<DraftResult> {
  const documents: Document[] = [];
  for (const { name, bytes } of request.files) {
    const read = await readDocument(bytes, sniff(bytes, name));
    if (!read.ok) return { ok: false, problem: read.trouble ?? 'other-kind', file: name };
    documents.push(read.document);
  }
  const { known } = request;
  const words = lineWordsOf(known);
  const progress = findProgress(documents, known, words);
  const forms = findForms(documents, known, words);
  const [form, ...others] = forms;
  if (form === undefined) return { ok: false, problem: 'no-form', file: request.files[0]?.name ?? '' };
  const isForm = (document: Document) =>
    findForms([document], known, words).length > 0 || findProgress([document], known, words) !== null;
  const formless = request.files.filter((_, n) => !documents.slice(n, n + 1).some(isForm)).map(({ name }) => name);
  const draft = draftOf(request, form, progress, { others, formless });
  const campaign = parseCampaign(writeDraft(draft, null), 'campaign.yaml', request.rules);
  const read = readBack(form.table, draft.outline, campaign.forms.statistics);
  return { ok: true, yaml: writeDraft(draft, read), campaign, read };
}

function draftOf(
  { files, known, id, year: asked, thisYear }: DraftRequest,
  form: ReadOutline,
  progress: ProgressOutline | null,
  { others, formless }: { readonly others: readonly ReadOutline[]; readonly formless: readonly string[] },
): CampaignDraft {
  const titles = [form.outline.title, progress?.title ?? null].filter((title) => title !== null);
  const year = yearOf(titles, asked, thisYear);
  const moved = <T extends string | null>(text: T): T =>
    (text === null || year.replaced === null ? text : withYear(text, year.replaced, year.year)) as T;
  const base = chooseBase(form.outline, known);
  const { unit, unitNamed } = blankUnit(form.outline.unit);
  const outline = { ...form.outline, unit, title: moved(form.outline.title), notes: form.outline.notes.map(moved) };
  const inOrder = [base, ...known.filter((campaign) => campaign !== base)];
  return {
    sources: files.map(({ name }) => name),
    id: { value: id ?? `campaign-${year.year}`, isAsked: id !== undefined },
    year,
    outline,
    proposal: proposeStatistics(outline, inOrder),
    progress: progress && {
      ...progress,
      unit: blankUnit(progress.unit).unit,
      title: moved(progress.title),
      notes: progress.notes.map(moved),
    },
    base,
    unused: [...form.unused, ...others.map(({ table }) => `另一张表 ${table.name}`)],
    formless,
    isEvent: titles.some(namesEvent),
    isSheet: form.table.source === 'sheet',
    figures: form.figures,
    unitNamed,
  };
}

/** All tables in view that are built as forms, the largest first. */
function findForms(
  documents: readonly Document[],
  known: readonly Campaign[],
  words: LineWords,
): readonly ReadOutline[] {
  const forms = progressForms(known);
  const found = documents.flatMap((document) =>
    document.tables
      .filter((table) => !table.hidden && readProgressOutline(document, table, forms, words) === null)
      .flatMap((table) => readOutline(document, table, words) ?? []),
  );
  return found
    .filter(({ outline }) => sizeOf(outline.blocks) > 1 && isLikely(outline, known))
    .sort((a, b) => sizeOf(b.outline.blocks) - sizeOf(a.outline.blocks));
}

/** Any table may be built like a form; one has the title of a form, or labels that forms have. */
function isLikely(outline: FormOutline, known: readonly Campaign[]): boolean {
  return outline.isTitleSure || known.some((campaign) => sharedLabels(outline, campaign) > 0);
}

function findProgress(
  documents: readonly Document[],
  known: readonly Campaign[],
  words: LineWords,
): ProgressOutline | null {
  const forms = progressForms(known);
  for (const document of documents) {
    for (const table of document.tables.filter(({ hidden }) => !hidden)) {
      const found = readProgressOutline(document, table, forms, words);
      if (found !== null) return found;
    }
  }
  return null;
}

function progressForms(known: readonly Campaign[]) {
  return known.flatMap(({ forms }) => forms.progress ?? []);
}

function lineWordsOf(known: readonly Campaign[]): LineWords {
  const forms = known.flatMap(({ forms: { statistics, progress } }) => [statistics, ...(progress ? [progress] : [])]);
  const columns = known.flatMap(({ forms: { progress } }) => progress?.columns.unit ?? []);
  return {
    lists: ['序号', '编号', ...columns],
    unit: forms.flatMap(({ unit }) => unit.labels),
    others: known.flatMap((one) => one.forms.statistics.header.flatMap(({ labels }) => labels)),
  };
}

function yearOf(titles: readonly string[], asked: number | undefined, thisYear: number): DraftYear {
  const stated = statedYears(titles);
  const [first] = stated;
  const year = asked ?? first ?? thisYear;
  const from = asked !== undefined ? 'asked' : first !== undefined ? 'title' : 'today';
  return { year, from, stated, replaced: first === undefined || first === year ? null : first };
}

/** A name that stands in the form already is that unit's alone. */
function blankUnit(unit: UnitLine | null): { unit: UnitLine | null; unitNamed: string | null } {
  if (unit === null || namesNothing(unit.blank)) return { unit, unitNamed: null };
  const seal = /^（[^）]*）/u.exec(unit.blank)?.[0] ?? '';
  return { unit: { ...unit, blank: `${seal}　　　　　　` }, unitNamed: unit.blank.slice(seal.length).trim() };
}
