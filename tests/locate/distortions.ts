import type { StatisticsForm } from '../../src/model/campaign.js';
import { at, type Chance, type Item, type Role, type Sheet } from './form-sheet.js';

export type Distortion = (sheet: Sheet, chance: Chance, form: StatisticsForm) => Sheet;

const isLabel = ({ role }: Item) => role === 'block' || role === 'group' || role === 'leaf';
const lastRow = (item: Item) => item.row + item.rowSpan - 1;
const lastColumn = (item: Item) => item.column + item.columnSpan - 1;
const height = (sheet: Sheet) => Math.max(...sheet.map(lastRow));
const width = (sheet: Sheet) => Math.max(...sheet.map(lastColumn));
/** The rows of the table itself, without what stands above and below. */
const inTable = (item: Item) => isLabel(item) || item.role === 'value';
const top = (sheet: Sheet) => Math.min(...sheet.filter(inTable).map((item) => item.row));
const bottom = (sheet: Sheet) => Math.max(...sheet.filter(inTable).map(lastRow));

/** What clerks do to a form without harm to its meaning: every figure must still be found, and nothing said. */
export const harmless: Readonly<Record<string, Distortion>> = {
  shifted: (sheet, chance) => moved(sheet, chance.next(6), chance.next(4)),
  'blank row': (sheet, chance) =>
    withRow(sheet, 1 + chance.next(height(sheet) + 1), chance.next(3) > 0 || !isAligned(sheet)),
  'blank column': (sheet, chance) =>
    withColumn(sheet, 1 + chance.next(width(sheet) + 1), chance.next(3) > 0 || !isAligned(sheet)),
  'labels not merged': (sheet, chance) => {
    if (!isAligned(sheet)) return sheet;
    const roles = chance.of<Role[]>([['block'], ['group'], ['leaf'], ['block', 'group', 'leaf']]);
    return sheet.map((item) => (roles.includes(item.role) ? { ...item, rowSpan: 1, columnSpan: 1 } : item));
  },
  'values not merged': (sheet) => sheet.map((item) => (item.role === 'value' ? { ...item, columnSpan: 1 } : item)),
  'values anywhere below their labels': (sheet, chance) =>
    sheet.map((item) => {
      const label = sheet.find((one) => one.role === 'leaf' && one.column === item.column && one.row < item.row);
      const block = sheet.find((one) => one.role === 'block' && one.block === item.block);
      const merged = block !== undefined && lastRow(block) >= item.row && !sheet.some((one) => one.changed);
      if (item.role !== 'value' || !merged) return item;
      const span = Math.min(item.columnSpan, label?.columnSpan ?? 1);
      return { ...item, column: item.column + chance.next(span), columnSpan: 1 };
    }),
  'nothing merged': (sheet) =>
    isAligned(sheet) ? sheet.map((item) => ({ ...item, rowSpan: 1, columnSpan: 1 })) : sheet,
  'labels typed oddly': (sheet, chance) =>
    sheet.map((item) => (isLabel(item) && item.content !== null ? retyped(item, chance) : item)),
  'labels numbered': (sheet, chance) => numbered(sheet, chance),
  synonyms: (sheet, chance) =>
    sheet.map((item) => (isLabel(item) && !item.changed ? { ...item, content: chance.of(item.labels ?? []) } : item)),
  'no title': (sheet) => sheet.filter((item) => item.role !== 'title'),
  'title twice': (sheet) => {
    const [title] = sheet.filter((item) => item.role === 'title');
    return title === undefined ? sheet : [{ ...title }, ...moved(sheet, 1, 0)];
  },
  'notes above': (sheet, chance, form) => {
    const lines = chance.shuffled([...form.notes, '宣传 服务 媒体宣传', '填表要求：每格只填数字，宣传活动一栏必填']);
    return withLines(sheet, lines.slice(0, 1 + chance.next(3)), 1, chance);
  },
  'notes below': (sheet, chance, form) => withLines(sheet, form.notes, height(sheet) + 1, chance),
  'signatures right below': (sheet, chance) => {
    const texts = ['填表人：王二', '审核人：', '填报日期：2023年6月5日', '联系电话：13800000000', '（盖章）'];
    const row = height(sheet) + 1;
    const line = chance.shuffled(texts).map((content, n) => other(row, 1 + n * 4 + chance.next(4), content));
    return [...sheet, ...line.slice(0, 1 + chance.next(5))];
  },
  'row of totals': (sheet, chance) => {
    const row = height(sheet) + 1;
    const values = sheet.filter((item) => item.role === 'value' && item.block === 0);
    return [
      ...sheet,
      other(row, 1, '合计'),
      ...values.map(({ column }) => other(row, column, 9000 + chance.next(900))),
    ];
  },
  'columns of totals': (sheet, chance, form) => withGroup(sheet, chance.of(['合计', '总计', '村民小组']), chance, form),
  'one column of totals': (sheet, chance, form) => {
    const column = width(sheet) + 1;
    const totals = form.blocks.flatMap((_, block) => {
      const ofBlock = sheet.filter((item) => item.block === block);
      const groupRow = ofBlock.find((item) => item.role === 'group')?.row ?? 1;
      const rows = new Set(ofBlock.filter((item) => item.role === 'value').map((item) => item.row));
      const sums = [...rows].map((row) => other(row, column, 9000 + chance.next(900)));
      return [{ ...other(groupRow, column, '合计'), rowSpan: 2 }, ...sums];
    });
    return [...sheet, ...totals];
  },
  'column of numbers': (sheet) => {
    const wider = moved(sheet, 0, 1);
    const blocks = wider.filter((item) => item.role === 'block');
    return [
      ...wider,
      ...blocks.map((item, n) => ({ ...item, role: 'other' as const, column: 1, content: `${n + 1}` })),
    ];
  },
  'levels in another order': (sheet, chance, form) => reordered(sheet, chance, form),
  'blocks in another order': (sheet, chance) => withBlocksMoved(sheet, chance),
  'optional levels left out': (sheet, chance, form) => {
    if (sheet.some((item) => item.changed)) return sheet;
    const groups = form.blocks[0]?.groups ?? [];
    const gone = groups.flatMap((group, g) => (group.optional && chance.next(2) === 0 ? [g] : []));
    const isLevels = (item: Item) => (form.blocks[item.block ?? -1]?.groups.length ?? 0) > 1 && (item.block ?? 9) < 2;
    return sheet.filter((item) => !(isLevels(item) && gone.includes(item.group ?? -1)) || item.role === 'block');
  },
  'a row of units': (sheet) => {
    const rows = [
      ...new Set(sheet.filter((item) => item.role === 'value' && item.block === 0).map((item) => item.row)),
    ];
    const row = rows[0];
    if (row === undefined) return sheet;
    const longer = withRow(sheet, row, true);
    const values = sheet.filter((item) => item.role === 'value' && item.row === row);
    return [...longer, ...values.map((item, n) => other(row, item.column, n % 2 === 0 ? '场' : '（人）'))];
  },
};

/** Values begin where their labels begin, so that they stay below them when labels shrink. */
function isAligned(sheet: Sheet): boolean {
  const labels = sheet.filter((item) => item.role === 'leaf').map((item) => item.column);
  return sheet.every((item) => item.role !== 'value' || labels.includes(item.column));
}

/** What leaves it open whose a figure is: the figure must not be taken, and the finding must say so. */
export const harmful: Readonly<Record<string, Distortion>> = {
  'two value rows': (sheet, chance) => {
    const value = chance.of(sheet.filter((item) => item.role === 'value' && (item.block ?? 9) < 3));
    const longer = withRow(sheet, value.row + 1, chance.next(2) === 0);
    return [...longer, other(value.row + 1, value.column, 9000 + chance.next(900))];
  },
  'values merged': (sheet, chance) => {
    const value = chance.of(sheet.filter((item) => item.role === 'value'));
    const next = sheet.find((item) => item.row === value.row && item.column === lastColumn(value) + 1);
    if (next?.role !== 'value') return sheet;
    const content = value.content ?? next.content;
    const merged = { ...value, content, columnSpan: value.columnSpan + next.columnSpan };
    return [...sheet.filter((item) => item !== value && item !== next), merged];
  },
  'figures without a label': (sheet, chance) => {
    const column = width(sheet) + 1;
    const rows = new Set(sheet.filter((item) => item.role === 'value').map((item) => item.row));
    return [...sheet, ...[...rows].map((row) => other(row, column, 9000 + chance.next(900)))];
  },
  'label renamed': (sheet, chance, form) =>
    changed(sheet, chance, (label) => {
      // An optional level of another name is another level, of which nothing is asked.
      const group = label.role === 'group' ? form.blocks[label.block ?? -1]?.groups[label.group ?? -1] : undefined;
      return group?.optional ? label : { ...label, content: '参加情况' };
    }),
  'label gone': (sheet, chance) => changed(sheet, chance, (label) => ({ ...label, content: null })),
  'label of its neighbour': (sheet, chance) =>
    changed(sheet, chance, (label) => {
      const row = sheet.filter((item) => item.row === label.row && item.role === label.role);
      return { ...label, content: chance.of(row).content };
    }),
  'labels written into every cell': (sheet) =>
    sheet.flatMap((item) => {
      if (!isLabel(item)) return [{ ...item, columnSpan: 1 }];
      return Array.from({ length: item.rowSpan * item.columnSpan }, (_, n) => ({
        ...item,
        ...at(item.row + Math.floor(n / item.columnSpan), item.column + (n % item.columnSpan)),
      }));
    }),
  'one row of labels twice': (sheet, chance) => {
    const label = chance.of(sheet.filter((item) => item.role === 'leaf'));
    const again = sheet.filter((item) => item.role === 'leaf' && item.row === label.row);
    const longer = withRow(withRow(sheet, label.row + 2, true), label.row + 2, true);
    const values = again.map((item) => ({
      ...item,
      role: 'other' as const,
      row: label.row + 3,
      content: 9000 + chance.next(99),
    }));
    return [...longer, ...again.map((item) => ({ ...item, row: label.row + 2 })), ...values];
  },
  'a copy at its right': (sheet) => {
    const right = moved(sheet, 0, width(sheet) + 1);
    return [...sheet, ...right.map((item) => ({ ...spoilt(item), changed: true }))];
  },
  'a value in the row below': (sheet, chance) => {
    const value = chance.of(sheet.filter((item) => item.role === 'value' && item.content !== null));
    if (!isAligned(sheet)) return sheet;
    const longer = withRow(sheet, value.row + 1, true);
    return longer.map((item) =>
      item.role === 'value' && item.field === value.field ? { ...item, row: item.row + 1, changed: true } : item,
    );
  },
  'a value beside its label': (sheet, chance) => {
    if (!isAligned(sheet)) return sheet;
    const value = chance.of(sheet.filter((item) => item.role === 'value'));
    if (sheet.some((item) => item.row === value.row && item.column === value.column + 1)) return sheet;
    const bare = sheet.map((item) =>
      item.role === 'leaf' || item.role === 'value' ? { ...item, columnSpan: 1 } : item,
    );
    return bare.map((item) =>
      item.field === value.field && item.role === 'value' ? { ...item, column: item.column + 1 } : item,
    );
  },
};

/** Another copy's figures, which none of the fields may get. */
function spoilt(item: Item): Item {
  if (item.role !== 'value') return item;
  const { field: _, ...rest } = item;
  return {
    ...rest,
    role: 'other',
    content: typeof item.content === 'number' ? item.content + 5000 : `另${item.content}`,
  };
}

export function moved(sheet: Sheet, rows: number, columns: number): Sheet {
  return sheet.map((item) => ({ ...item, row: item.row + rows, column: item.column + columns }));
}

function other(row: number, column: number, content: string | number): Item {
  return { ...at(row, column), role: 'other', content };
}

/** A row put in before the given one; cells merged over it grow with it, or fall apart. */
function withRow(sheet: Sheet, row: number, grow: boolean): Sheet {
  return sheet.map((item) => {
    if (item.row >= row) return { ...item, row: item.row + 1 };
    return lastRow(item) >= row && grow ? { ...item, rowSpan: item.rowSpan + 1 } : item;
  });
}

function withColumn(sheet: Sheet, column: number, grow: boolean): Sheet {
  return sheet.map((item) => {
    if (item.column >= column) return { ...item, column: item.column + 1 };
    return lastColumn(item) >= column && grow ? { ...item, columnSpan: item.columnSpan + 1 } : item;
  });
}

function withLines(sheet: Sheet, lines: readonly string[], row: number, chance: Chance): Sheet {
  const column = 1 + chance.next(9);
  const below = sheet.map((item) => (item.row >= row ? { ...item, row: item.row + lines.length } : item));
  return [...below, ...lines.map((line, n) => ({ ...other(row + n, column, line), columnSpan: 1 + chance.next(12) }))];
}

const fullWidth = (text: string) =>
  [...text].map((sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join('');

function retyped(item: Item, chance: Chance): Item {
  const text = `${item.content}`;
  const cut = 1 + chance.next(Math.max(text.length - 1, 1));
  const [head, tail] = [text.slice(0, cut), text.slice(cut)];
  const unit = item.role === 'leaf' ? (/人/.test(text) ? '人' : '场') : '篇数';
  const content = chance.of([
    `${head}\n${tail}`,
    `${head}  ${tail}`,
    `　${head}　${tail}　`,
    `${text}：`,
    `【${text}】`,
    `${text}（${unit}）`,
    `${text}\n(${unit})`,
    fullWidth(text),
    [...text].join(' '),
    `${text}\u200b`,
  ]);
  return { ...item, content };
}

function numbered(sheet: Sheet, chance: Chance): Sheet {
  if (sheet.some((item) => isLabel(item) && /^[（\d①-⑨]|^[一二三四五六七八九]、/u.test(`${item.content}`)))
    return sheet;
  const style = chance.of<(n: number) => string>([
    (n) => `${'一二三四五六七八九'[n % 9]}、`,
    (n) => `${n + 1}.`,
    (n) => `（${n + 1}）`,
    (n) => `（${'一二三四五六七八九'[n % 9]}）`,
    (n) => `${String.fromCharCode(0x2460 + (n % 9))}`,
    (n) => `${n + 1} `,
  ]);
  const role = chance.of<Role>(['block', 'leaf']);
  let n = 0;
  return sheet.map((item) => (item.role === role ? { ...item, content: `${style(n++ % 9)}${item.content}` } : item));
}

/** One more group to the right of the levels of each block. */
function withGroup(sheet: Sheet, name: string, chance: Chance, form: StatisticsForm): Sheet {
  const column = width(sheet) + 1;
  const added = form.blocks.flatMap((block, b): Item[] => {
    const ofBlock = sheet.filter((item) => item.block === b);
    const groupRow = ofBlock.find((item) => item.role === 'group')?.row;
    if (groupRow === undefined || block.groups.length === 1) return [];
    const leaves = ofBlock.filter((item) => item.role === 'leaf' && item.group === block.groups.length - 1);
    const values = ofBlock.filter((item) => item.role === 'value' && item.group === block.groups.length - 1);
    const nth = (row: number, items: readonly Item[], item: Item) =>
      column + items.filter((one) => one.row === row && one.column < item.column).length;
    return [
      { ...other(groupRow, column, name), columnSpan: 2 },
      ...leaves.map((item) => other(item.row, nth(item.row, leaves, item), `${item.content}`)),
      ...values.map((item) => other(item.row, nth(item.row, values, item), 9000 + chance.next(900))),
    ];
  });
  return [...sheet, ...added];
}

/** Whole groups change places, where all are of one width. */
function reordered(sheet: Sheet, chance: Chance, form: StatisticsForm): Sheet {
  const groups = sheet.filter((item) => item.role === 'group');
  const moves = new Map<Item | undefined, number>();
  for (const block of form.blocks.keys()) {
    const own = groups.filter((item) => item.block === block).sort((a, b) => a.column - b.column);
    const gaps = own.map(
      (item, n) => (own[n + 1]?.column ?? item.column + (own[1]?.column ?? 0) - (own[0]?.column ?? 0)) - item.column,
    );
    const shapes = own.map(({ group, column }) =>
      sheet
        .filter((item) => item.block === block && item.group === group && item.role !== 'block')
        .map((item) => `${item.row} ${item.column - column} ${item.columnSpan}`)
        .sort()
        .join(),
    );
    if (new Set(gaps).size > 1 || new Set(shapes).size > 1) continue;
    const order = chance.shuffled(own);
    for (const [n, item] of own.entries()) moves.set(item, (order[n]?.column ?? 0) - item.column);
  }
  return sheet.map((item) => {
    if (item.role === 'block') return item;
    const group = groups.find((one) => one.block === item.block && one.group === item.group);
    return { ...item, column: item.column + (moves.get(group) ?? 0) };
  });
}

function withBlocksMoved(sheet: Sheet, chance: Chance): Sheet {
  const blocks = [...new Set(sheet.filter(inTable).map((item) => item.block ?? 0))];
  const extent = (block: number) => {
    const items = sheet.filter((item) => inTable(item) && item.block === block);
    return { from: Math.min(...items.map((item) => item.row)), to: Math.max(...items.map(lastRow)) };
  };
  const first = top(sheet);
  const inside = (item: Item) => item.row >= first && item.row <= bottom(sheet) && !inTable(item);
  if (sheet.some(inside)) return sheet;
  const shift = new Map<number, number>();
  let row = first;
  for (const block of chance.shuffled(blocks)) {
    const { from, to } = extent(block);
    shift.set(block, row - from);
    row += to - from + 1;
  }
  const rest = row - 1 - bottom(sheet);
  return sheet.map((item) => {
    if (inTable(item)) return { ...item, row: item.row + (shift.get(item.block ?? 0) ?? 0) };
    return item.row > bottom(sheet) ? { ...item, row: item.row + rest } : item;
  });
}

function changed(sheet: Sheet, chance: Chance, change: (label: Item) => Item): Sheet {
  const label = chance.of(sheet.filter((item) => item.role === 'group' || item.role === 'leaf'));
  // Two changes may undo one another, and a table whose labels changed places is beyond anyone's telling.
  if (sheet.some((item) => item.changed)) return sheet;
  return sheet.map((item) => (item === label ? { ...change(item), changed: true } : item));
}
