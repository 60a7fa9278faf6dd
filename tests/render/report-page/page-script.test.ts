import { describe, expect, it } from 'vitest';
import { pageScript } from '../../../src/render/report-page/page-script.js';
import { renderReportPage } from '../../../src/render/report-page.js';
import { wanzhang } from '../story.js';
import { Browser } from './browser.js';

const page = await renderReportPage(wanzhang(), { locale: 'zh', linkTo: () => null });

function opened(hash = ''): Browser {
  const browser = new Browser(page, hash);
  browser.run(pageScript);
  return browser;
}

const shown = (browser: Browser) => browser.all('.findings > li').filter((row) => !row.hidden);

describe('the script of the page', () => {
  it('shows what needs it, and of the findings at first those to act on', () => {
    const browser = opened();
    for (const element of browser.all('[data-needs-script]')) expect(element.hidden).toBe(false);
    const severities = new Set(shown(browser).map((row) => row.getAttribute('data-severity')));
    expect([...severities].sort()).toEqual(['error', 'warning']);
  });

  it('narrows by unit, by rule, by severity and by words, and says how many are left', () => {
    const browser = opened();
    const all = browser.all('.findings > li').length;
    const [row] = shown(browser);
    const unit = row?.getAttribute('data-unit') ?? '';
    browser.set('#by-unit', unit);
    for (const one of shown(browser)) expect(one.getAttribute('data-unit')).toBe(unit);
    browser.set('#by-unit', '');
    browser.set('#by-rule', 'count/estimate');
    expect(shown(browser).map((one) => one.getAttribute('data-rule'))).toEqual(['count/estimate']);
    browser.set('#by-rule', '');
    browser.set('#by-text', '前李庄');
    expect(shown(browser).length).toBe(1);
    expect(browser.one('#how-many').textContent).toContain(`1 / ${all}`);
    browser.set('#by-text', '前李庄 没有这样的话');
    expect(shown(browser)).toEqual([]);
    expect(browser.one('#nothing-left').hidden).toBe(false);
    browser.set('#by-text', '');
    for (const box of browser.all('input[name=severity]')) box.check(box.value === 'info');
    for (const one of shown(browser)) expect(one.getAttribute('data-severity')).toBe('info');
    expect(shown(browser).length).toBeGreaterThan(0);
  });

  it('leads from a unit to its findings', () => {
    const browser = opened();
    const [link] = browser.all('a[data-unit]');
    link?.click();
    expect(shown(browser).length).toBeGreaterThan(0);
    for (const one of shown(browser)) expect(one.getAttribute('data-unit')).toBe(link?.getAttribute('data-unit'));
  });

  it('leaves only the units that need somebody, and brings the others back', () => {
    const browser = opened();
    const left = () => browser.all('.matrix tbody tr').filter((row) => !row.hidden);
    const before = left().length;
    browser.one('#only-todo').check(true);
    expect(left().length).toBeLessThan(before);
    for (const row of left()) expect(row.hasAttribute('data-todo')).toBe(true);
    browser.one('#only-todo').check(false);
    expect(left().length).toBe(before);
  });

  it('moves the focus into what opens, closes it by Escape and goes back', () => {
    const browser = opened();
    const [link] = browser.all('.matrix tbody th a');
    link?.click();
    expect(browser.covered).toBe(true);
    expect(browser.focused?.getAttribute('class')).toBe('sheet');
    browser.press('Escape');
    expect(browser.hash).toBe('#!');
    expect(browser.covered).toBe(false);
    expect(browser.focused).toBe(link);
  });
});
