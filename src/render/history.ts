import { Chalk } from 'chalk';
import Table from 'cli-table3';
import { minuteIn } from '../findings/days.js';
import { speak } from '../findings/speak.js';
import { evidenceNames, materialNamed, outcomeNames } from '../findings/terms.js';
import type { Instant, Locale, Unit } from '../model/campaign.js';
import type { FileReport, Report } from '../model/report.js';
import { bordersOf } from './borders.js';
import type { RenderOptions } from './options.js';
import { clean } from './words.js';

/** What came when, oldest first: of one unit, or of all; and the runs that saw it. */
export function renderHistory(
  report: Report,
  unit: Unit | null,
  runs: readonly Instant[],
  options: RenderOptions,
): string {
  const { locale, colour } = options;
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const heads = {
    zh: ['收到时间', '依据', '单位', '材料', '结果', '来件', '说明'],
    en: ['received', 'by', 'unit', 'material', 'outcome', 'entry', 'note'],
  };
  const table = new Table({ head: heads[locale], style: { head: [], border: [] }, ...bordersOf(options) });
  for (const file of received(report, unit)) {
    const { evidence, at } = file.receipt;
    const note = noteOn(file);
    table.push([
      minuteIn(at),
      evidenceNames[evidence][locale],
      clean(file.unit?.name ?? ''),
      file.material === null ? '' : materialNamed(file.material, report.campaign),
      outcomeNames[file.outcome][locale],
      clean(file.path),
      note === undefined ? '' : clean(speak(note, locale).message),
    ]);
  }
  const count = { zh: `共运行${runs.length}次：`, en: `${runs.length} runs: ` }[locale];
  const times = runs.map(minuteIn).join(locale === 'zh' ? '、' : ', ');
  return `${paint.bold(clean(unit?.name ?? report.campaign.title))}\n${table.toString()}\n${count}${times}\n`;
}

/** `--json` of `history`, a contract; its keys are written in this order. */
export interface HistoryJson {
  readonly schema: 1;
  readonly campaign: string;
  readonly asOf: Instant;
  readonly unit: string | null;
  readonly runs: readonly Instant[];
  readonly entries: readonly {
    readonly path: string;
    readonly received: Instant;
    readonly evidence: FileReport['receipt']['evidence'];
    readonly unit: string | null;
    readonly material: string | null;
    readonly outcome: FileReport['outcome'];
    readonly note: string | null;
  }[];
}

export function historyJson(report: Report, unit: Unit | null, runs: readonly Instant[], locale: Locale): HistoryJson {
  return {
    ...{ schema: 1, campaign: report.campaign.id, asOf: report.asOf, unit: unit?.id ?? null, runs },
    entries: received(report, unit).map((file) => {
      const note = noteOn(file);
      return {
        ...{ path: file.path, received: file.receipt.at, evidence: file.receipt.evidence },
        ...{ unit: file.unit?.id ?? null, material: file.material, outcome: file.outcome },
        note: note === undefined ? null : speak(note, locale).message,
      };
    }),
  };
}

function received({ files }: Report, unit: Unit | null): readonly FileReport[] {
  return files
    .filter((file) => (unit === null ? file.outcome !== 'ignored' : file.unit?.id === unit.id))
    .sort(byReceipt);
}

function noteOn({ findings }: FileReport) {
  return findings.find((one) => one.severity !== 'info');
}

function byReceipt(a: FileReport, b: FileReport): number {
  return new Date(a.receipt.at).getTime() - new Date(b.receipt.at).getTime() || (a.path < b.path ? -1 : 1);
}
