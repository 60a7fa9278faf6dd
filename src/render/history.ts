import { Chalk } from 'chalk';
import Table from 'cli-table3';
import { minuteIn } from '../findings/days.js';
import { speak } from '../findings/speak.js';
import { evidenceNames, materialNamed, outcomeNames } from '../findings/terms.js';
import type { Instant, Unit } from '../model/campaign.js';
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
  const files = report.files.filter((file) => (unit === null ? file.outcome !== 'ignored' : file.unit?.id === unit.id));
  for (const file of [...files].sort(byReceipt)) {
    const { evidence, at } = file.receipt;
    const note = file.findings.find((one) => one.severity !== 'info');
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

function byReceipt(a: FileReport, b: FileReport): number {
  return new Date(a.receipt.at).getTime() - new Date(b.receipt.at).getTime() || (a.path < b.path ? -1 : 1);
}
