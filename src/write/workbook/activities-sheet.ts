import { speakPlace } from '../../findings/speak.js';
import { dayOf } from '../../findings/words.js';
import type { Book } from './book.js';
import { linked } from './cells.js';
import { listSheets } from './list.js';
import type { SheetPlan } from './page.js';
import { sheetNames } from './words.js';

/** 活动写实: the progress tables of all units in one. */
export function activitiesSheets(book: Book): SheetPlan[] {
  const { report, linkTo } = book;
  const { locale } = report.campaign;
  const rows = report.units.flatMap(({ unit, activities }) =>
    (activities?.list ?? []).map((activity) => ({ unit, activity, path: activities?.path ?? '' })),
  );
  const units = new Set(rows.map(({ unit }) => unit.id)).size;
  return listSheets(
    {
      name: sheetNames.activities,
      title: report.campaign.forms.progress?.title ?? sheetNames.activities,
      remark: `${units} 个单位，共 ${rows.length} 项活动；各单位取最近一次报送的写实表。日期是文中写的第一个日期。`,
      frozen: 2,
      rows,
      show: (row) => row,
      columns: [
        { header: '序号', width: 6, align: 'centre', cell: (_, index) => index + 1 },
        { header: '单位', width: 15, cell: ({ unit }) => unit.name },
        {
          header: '日期',
          width: 10,
          align: 'centre',
          cell: ({ activity: { day } }) => (day === null ? '未写明' : dayOf(day).zh),
        },
        { header: '活动写实', width: 82, cell: ({ activity }) => activity.text },
        { header: '照片数', width: 8, align: 'centre', cell: ({ activity }) => activity.photos },
        {
          header: '来源',
          width: 34,
          cell: ({ path, activity }) => linked(`${path}　${speakPlace(activity.place, locale)}`, () => linkTo(path)),
        },
      ],
    },
    book,
  );
}
