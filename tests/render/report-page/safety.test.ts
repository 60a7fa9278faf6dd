import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import type { Report, UnitReport } from '../../../src/model/report.js';
import { pageScript } from '../../../src/render/report-page/page-script.js';
import { pageStyle } from '../../../src/render/report-page/page-style.js';
import { renderReportPage } from '../../../src/render/report-page.js';
import { clean } from '../../../src/render/words.js';
import { sampleReport } from '../../write/sample-report.js';
import { wanzhang } from '../story.js';
import { parsed, select, textOf } from './dom.js';
import { manyUnits } from './many-units.js';

/** Half a character cannot be part of an address. */
const encoded = (step: string) => encodeURIComponent(Buffer.from(step).toString());
const linkTo = (path: string) => `../inbox/${path.split('/').map(encoded).join('/')}`;
const render = (report: Report) => renderReportPage(report, { locale: 'zh', linkTo });

describe('what the page may do', () => {
  it('is said by a policy that allows its own script and style by their hashes, and nothing else', async () => {
    const page = parsed(await render(wanzhang()));
    const [policy] = select('meta[http-equiv=Content-Security-Policy]', page);
    const sources = Object.fromEntries(
      (policy?.attribs.content ?? '').split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    const hashOf = (name: string) => {
      const [only, ...others] = select(name, page);
      expect(others).toEqual([]);
      return `'sha256-${createHash('sha256').update(textOf(only)).digest('base64')}'`;
    };
    expect(sources).toEqual({
      'default-src': ["'none'"],
      'script-src': [hashOf('script')],
      'style-src': [hashOf('style')],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });

  it('needs nothing from anywhere: no address but of files beside it, no style or script within the tags', async () => {
    const text = await render(sampleReport());
    for (const { name, attribs } of select('[href]', parsed(text))) {
      expect(attribs.href, name).toMatch(/^(?:#|\.\.?\/)/);
    }
    for (const element of select('html', parsed(text)).concat(select('body', parsed(text)))) {
      expect(Object.keys(element.attribs).filter((one) => one.startsWith('on'))).toEqual([]);
    }
    const tags = text.match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\s(?:on\w+|style|src|srcset|action|formaction|data)\s*=/.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<(?:img|iframe|object|embed|link|base|video|audio)\b/.test(tag))).toEqual([]);
    expect(text).not.toMatch(/https?:\/\//);
  });
});

/** The report with a text of a stranger wherever a stranger can write one. */
function written(text: string): Report {
  const base = sampleReport();
  const place = { kind: 'sheet', sheet: text, address: text } as const;
  const told = (findings: readonly Finding[]): Finding[] =>
    findings.map((one) => ({ ...one, place, found: text }) as Finding);
  const unitOf = (one: UnitReport): UnitReport => ({
    ...one,
    unit: { ...one.unit, name: text, contact: text, phone: text },
    statistics: one.statistics && {
      path: `a/${text}`,
      record: Object.fromEntries(
        Object.entries(one.statistics.record).map(([id, value]) => [
          id,
          { ...value, value: typeof value.value === 'string' ? text : value.value, place, found: `${text}.` },
        ]),
      ),
    },
    corrections: one.corrections.map((correction) => ({
      ...correction,
      to: text,
      changes: correction.changes.map((change) => ({ ...change, before: text, after: text })),
    })),
    findings: told(one.findings),
  });
  const units = base.units.map(unitOf);
  return {
    ...base,
    units,
    files: base.files.map((file) => ({
      ...file,
      path: `a/${text}`,
      findings: told(file.findings),
      unit: units.find(({ unit }) => unit.id === file.unit?.id)?.unit ?? null,
    })),
    coverage: { ...base.coverage, absent: units.slice(0, 3).map(({ unit }) => unit) },
  };
}

/** Every tag with the names of its attributes: what of a page no text may change. */
function skeletonOf(page: string): string {
  const own = page.replace(`<style>${pageStyle}</style>`, '').replace(`<script>${pageScript}</script>`, '');
  return (own.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""')).join('\n');
}

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></script></title><svg onload=alert(1)>',
  '<!--',
  ']]><![CDATA[',
  'javascript:alert(1)',
  '&lt;b&gt;&#60;b&#62;',
  '`$\u007balert(1)}` {{7*7}}',
  '照片\u202Egpj.exe',
  '\u2067abc\u2069\u200f\u061c',
  'a\u0000b\u0007c\u001b[31md\u009b',
  '\ud800半个字\udc00',
];

describe('what strangers wrote', () => {
  it.each(attacks)('%j stays text', async (text) => {
    const page = await render(written(text));
    expect(skeletonOf(page)).toBe(skeletonOf(await render(written('甲'))));
    expect(textOf(select('.matrix tbody th a', parsed(page))[0])).toBe(clean(text));
    expect(page.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('whatever it is', async () => {
    const plain = skeletonOf(await render(written('甲')));
    const sign = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      '-',
      '!',
      '`',
      ';',
      '#',
      '甲',
      'a',
      '\u202e',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), async (text) => {
        fc.pre(text.replace(/[\u202e\p{Cc}]/gu, '').trim() !== '');
        expect(skeletonOf(await render(written(text)))).toBe(plain);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a large campaign', () => {
  const most = 3_000_000;

  it('of 20 000 units stays below 3 MB, shows who needs somebody and says where the rest is', async () => {
    const report = manyUnits(20_000);
    const text = await render(report);
    expect(Buffer.byteLength(text)).toBeLessThan(most);
    const page = parsed(text);
    expect(select('.matrix tbody tr', page).length).toBe(300);
    for (const row of select('.matrix tbody tr', page)) expect(row.attribs).toHaveProperty('data-todo');
    expect(textOf(select('#status .rest', page))).toContain(
      String(report.units.filter((one) => one.concerned).length - 300),
    );
    const shown = select('.findings > li', page).length;
    expect(shown).toBeGreaterThan(100);
    expect(textOf(select('#findings .rest', page))).toContain(String(shown));
    for (const panel of select('.panel', page).filter(({ attribs }) => /^t/.test(attribs.id ?? ''))) {
      const [sum] = select('.sum b', panel);
      const listed = select('.trace tbody tr', panel).filter(({ attribs }) => attribs.class !== 'off');
      const values = listed.map((row) => Number.parseInt(textOf(select('td', row)[0]), 10));
      const rest = /合计(\d+)/.exec(textOf(select('.rest', panel)))?.[1] ?? '0';
      if (/^\d+$/.test(textOf(sum))) {
        expect(values.reduce((all, one) => all + one, 0) + Number(rest)).toBe(Number(textOf(sum)));
      }
    }
  });

  it.each([60, 300, 1000])('of %i units whose names are endless stays below 3 MB', async (count) => {
    const report = manyUnits(count, (name, copy) => `${name}${copy}${'长'.repeat(20_000)}`);
    const files = report.files.map((file) => ({ ...file, path: `${file.path}${'名'.repeat(5_000)}` }));
    expect(Buffer.byteLength(await render({ ...report, files }))).toBeLessThan(most);
  });
});
