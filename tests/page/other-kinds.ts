import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { LayoutCell } from '../../src/model/campaign.js';
import { emptyFolder } from '../stories/command.js';
import { project } from '../stories/fixture.js';

/** A folder of files of the kinds that no story has: .doc, .ods, pages and texts named as forms, archives in archives. */
export function otherKinds(): string {
  const folder = emptyFolder();
  const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes);
  const samples = join(project, 'tests', 'read', 'files');
  for (const name of readdirSync(samples)) copyFileSync(join(samples, name), join(folder, name));
  write('统计表（网页）.xls', filledForm());
  write('统计表.csv', Buffer.from(`\ufeff${filledForm().replace(/<[^>]*>/g, ',')}`, 'utf16le'));
  write('通知.txt', '五月十日前报送');
  write('空.xlsx', '');
  const inner = zipSync({ '东岭村/附件2.xls': Buffer.from(filledForm()), '__MACOSX/._附件2.xls': Buffer.from('x') });
  write('套.zip', zipSync({ '里.zip': inner, '东岭村照片.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }));
  write('只有垃圾.zip', zipSync({ '.DS_Store': Buffer.from('x') }));
  write('断.docx', readFileSync(join(samples, 'word.docx')).subarray(0, 1500));
  write('旧.bmp', Buffer.from(`BM${'\u0000'.repeat(60)}`, 'latin1'));
  return folder;
}

/** The official form as a web page, each value its number in the form, one of them in words. */
function filledForm(): string {
  const place = findCampaign('wanzhang-2023', project);
  if (place === null) throw new Error('no campaign');
  const { title, layout } = loadCampaign(place, ruleIds).forms.statistics;
  const text = ({ role, text, row, column }: LayoutCell) =>
    role === 'value' ? `${row}${column > 9 ? '多' : ''}` : text;
  const rows = Array.from({ length: layout.rows }, (_, n) => {
    const cells = layout.cells.filter(({ row }) => row === n + 1);
    return `<tr>${cells.map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${text(cell)}</td>`).join('')}</tr>`;
  });
  return `<html><head><meta charset="utf-8"></head><body><p>${title}</p><table>${rows.join('\n')}</table></body></html>`;
}
