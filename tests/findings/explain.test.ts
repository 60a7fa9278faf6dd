import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleIds } from '../../src/findings/catalogue.js';
import { explain } from '../../src/findings/explain.js';
import { rulesMarkdown } from '../../src/findings/rules-markdown.js';

test('a rule is explained in seven lines', () => {
  expect(explain('count/unreadable', 'zh')).toMatchInlineSnapshot(`
    [
      "填的不是数字（count/unreadable）",
      "程度：需更正，改好重报之前不能用",
      "为什么：看不懂的内容绝不能当作 0 加进去，那样合计会悄悄变少。",
      "会这样说：“宣传活动 / 村居社区计生协 / 宣传人数”填的是“很多”，不是一个数字",
      "怎么办：请填阿拉伯数字，例如 200；没有就填 0 或“无”",
      "不对：宣传人数：很多",
      "正确：宣传人数：200",
    ]
  `);
  expect(explain('count/unreadable', 'en')).toMatchInlineSnapshot(`
    [
      "Not a number (count/unreadable)",
      "Severity: error, not used until it is mended and sent again",
      "Why: What cannot be read must never be added up as 0: the total would shrink and nobody would notice.",
      "It says: “宣传活动 / 村居社区计生协 / 宣传人数” says “很多”, which is not a number",
      "What to do: Please write digits, such as 200; write 0 or 无 if there were none",
      "Wrong: 宣传人数: 很多",
      "Right: 宣传人数: 200",
    ]
  `);
});

test('docs/rules.md is not stale', () => {
  const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(rulesMarkdown());
});

test('docs/rules.md has every rule once in its contents and once in its text', () => {
  const lines = rulesMarkdown().split('\n');
  for (const rule of ruleIds) {
    expect(lines.filter((line) => line.includes(`[\`${rule}\`](#${rule.replace('/', '')})`))).toHaveLength(1);
    expect(lines.filter((line) => line === `### ${rule}`)).toHaveLength(1);
  }
});
