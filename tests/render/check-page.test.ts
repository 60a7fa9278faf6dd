import { expect, it } from 'vitest';
import { breaksOut, checkPage } from '../../src/render/check-page.js';
import { shipped } from '../write/sample-report.js';

const parts = {
  script: { text: 'run()', hash: 'sha256-script' },
  style: { text: 'p{}', hash: 'sha256-style' },
  licences: 'MIT',
};

it('holds its data whole, whatever stands in it', () => {
  const nasty = '</script><!--<script>&"\u2028';
  const data = {
    campaign: { ...shipped('wanzhang-2023').campaign, title: nasty },
    ...{ roster: null, locale: 'zh' as const, version: '1' },
  };
  const html = checkPage(data, parts);
  const [, held = ''] = /<script type="application\/json" id="campaign-data">(.*?)<\/script>/s.exec(html) ?? [];
  expect(JSON.parse(held)).toEqual(data);
  expect(held).not.toMatch(breaksOut);
  expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).not.toMatch(breaksOut);
  expect(html.match(/<script/g)).toHaveLength(3);
});

it('allows its own program and style and nothing else', () => {
  const data = { campaign: shipped('binjiang-2021').campaign, roster: null, locale: 'en' as const, version: '1' };
  const [, policy = ''] = /Content-Security-Policy" content="(.*?)"/.exec(checkPage(data, parts)) ?? [];
  expect(policy.split('; ').slice(0, 3)).toEqual([
    "default-src 'none'",
    "script-src 'sha256-script'",
    "style-src 'sha256-style'",
  ]);
});
