import { plural, type Words } from '../../findings/words.js';
import type { Decision } from '../../model/decision.js';
import type { Report } from '../../model/report.js';

/** In one sentence what was ruled by hand, so that nobody wonders at a figure; null where nothing was. */
export function decisionsNote({ decisions }: Report): Words | null {
  const used = decisions.filter(({ applied }) => applied).map(({ decision }) => decision);
  const parts = (Object.keys(told) as Decision['action'][]).flatMap((action) => {
    const count = used.filter((one) => one.action === action).length;
    return count === 0 ? [] : [told[action](count)];
  });
  if (parts.length === 0) return null;
  return {
    zh: `注：按处理意见，${parts.map(({ zh }) => zh).join('，')}，详见工作簿“说明”。`,
    en: `Note: by decision, ${parts.map(({ en }) => en).join(', ')}; see the sheet 说明 of the workbook.`,
  };
}

const told: Readonly<Record<Decision['action'], (count: number) => Words>> = {
  assign: (count) => ({ zh: `认定来件归属${count}项`, en: `${plural(count, 'file')} assigned` }),
  received: (count) => ({ zh: `认定收到时间${count}项`, en: `${plural(count, 'time')} of receipt set` }),
  accept: (count) => ({ zh: `核实后采用${count}项`, en: `${plural(count, 'file')} accepted` }),
  withdraw: (count) => ({ zh: `撤回${count}项`, en: `${plural(count, 'file')} withdrawn` }),
  extend: (count) => ({ zh: `准予延期${count}项`, en: `${plural(count, 'deadline')} extended` }),
  exempt: (count) => ({ zh: `准予免报${count}项`, en: `${plural(count, 'exemption')} granted` }),
};
