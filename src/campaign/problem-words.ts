/** What may be wrong with a file of the office's own, in the words of those who edit it; what is not known here stays as it is. */
export function problemInChinese(problem: string): string {
  const [, field, message] = /^([\w.-]+): (.*)$/su.exec(problem) ?? [];
  if (field === undefined || message === undefined) return messageInChinese(problem);
  const name = fields[field];
  return `${field}${name === undefined ? '' : `（${name}）`}：${messageInChinese(message)}`;
}

const fields: Readonly<Record<string, string>> = {
  ...{ action: '处理', file: '文件', unit: '单位', material: '材料', deadline: '时限', value: '内容' },
  ...{ reason: '理由', who: '经办人', date: '日期', id: '编号', name: '名称', level: '级别' },
};

function messageInChinese(message: string): string {
  for (const [pattern, words] of phrases)
    if (pattern.test(message)) return message.replace(pattern, words).replaceAll('"|"', '、');
  return message;
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [/^expected a day such as (\S+)$/u, '日期请写成 $1'],
  [/^expected a time such as "?([^"]+)"?$/u, '时间请写成 $1'],
  [/^expected an id or name of the roster \((.*)\)$/su, '名册里没有“$1”，请写名册里的编号或名称'],
  [/^expected a unit, a material or both$/u, '请写是哪个单位的，或是什么材料，或两样都写'],
  [/^expected a path or a sha256$/u, '请写来件路径（照工作簿“来件清单”）或 SHA-256'],
  [/^expected at least eight hexadecimal digits$/u, 'SHA-256 至少写前八位，只有数字和 a 到 f'],
  [
    /^Invalid Record Length: columns length is (\d+), got (\d+) on line (\d+)$/u,
    '第一行有$1列，第$3行却有$2格：请在第一行补上缺的列名（如 sha256、unit），或去掉多出的逗号',
  ],
  [/^expected a column (.*)$/u, '第一行是列名，少了这几列：$1'],
  [/^expected a reason$/u, '请写理由'],
  [/^expected who decided$/u, '请写经办人'],
  [/^expected yes or no$/u, '请写 yes 或 no'],
  [/^expected an? (?:id|name)$/u, '不能空着'],
  [/^expected an id not used before \((.*)\)$/su, '编号 $1 前面用过了'],
  [/^expected at least one unit$/u, '一个单位也没有'],
  [/^(?:Invalid option: )?expected one of "?(.*?)"?$/su, '只能是 $1'],
  [/^Invalid input: expected string, received undefined$/u, '不能空着'],
];
