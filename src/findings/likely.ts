import type { Likely } from '../model/likely.js';
import { speakCell } from './speak.js';
import { listOf, type Words } from './words.js';

/** Which cell it most likely is, and why. */
export function likelyWords(likely: Likely): Words {
  const zh = speakCell(likely.place, 'zh');
  const en = speakCell(likely.place, 'en');
  switch (likely.kind) {
    case 'cell':
      return {
        zh: `很可能是 ${zh}：只要这一格改对，这几处就都对得上`,
        en: `Most likely ${en}: with that one cell put right, all of these agree`,
      };
    case 'moved':
      return {
        zh: `很可能是 ${zh}：那里的 ${likely.value} 像是 ${speakCell(likely.to, 'zh')} 的，填到旁边一格去了`,
        en: `Most likely ${en}: its ${likely.value} seems to belong into ${speakCell(likely.to, 'en')} beside it`,
      };
    case 'sum': {
      const rows = likely.of.map(String);
      return {
        zh: `很可能是 ${zh} 这一行：它正好是${rows.map((row) => `第${row}行`).join('、')}之和，像是合计`,
        en: `Most likely the row of ${en}: it is the very sum of rows ${listOf(rows).en}`,
      };
    }
  }
}
