import { describe, expect, it } from 'vitest';
import { speakPlace } from '../../../src/findings/speak.js';
import { statusNames } from '../../../src/findings/terms.js';
import type { Report } from '../../../src/model/report.js';
import { renderReportPage } from '../../../src/render/report-page.js';
import { sampleReport } from '../../write/sample-report.js';
import { allInTime, nothingSent, wanzhang } from '../story.js';
import { type Element, parsed, select, textOf } from './dom.js';

const linkTo = (path: string) => `../inbox/${path.split('/').map(encodeURIComponent).join('/')}`;
const pageOf = async (report: Report, locale: 'zh' | 'en' = 'zh') =>
  parsed(await renderReportPage(report, { locale, linkTo }));

describe.each([
  ['the Wanzhang month', wanzhang()],
  ['a unit of every fate', sampleReport()],
  ['one deadline, four levels', sampleReport('binjiang-2021', '2021-06-12T09:00:00+08:00')],
  ['a deadline still to come', wanzhang('2023-05-12T09:00:00+08:00')],
])('the page of %s', (_, report) => {
  it('shows each unit at each deadline with a word and a symbol', async () => {
    const page = await pageOf(report);
    const rows = select('.matrix tbody tr', page);
    const concerned = report.units.filter((unit) => unit.concerned);
    expect(rows.length).toBe(concerned.length);
    concerned.forEach((unit, n) => {
      const cells = select('td', rows[n] as Element);
      expect(textOf(select('th', rows[n] as Element))).toContain(unit.unit.name);
      unit.deadlines.forEach(({ status, daysLate, uncertain }, k) => {
        const told = textOf(cells[k]);
        expect(told).toContain(statusNames[status].zh);
        if (status === 'late') expect(told).toContain(`${daysLate}天`);
        const symbol = select('use', cells[k] as Element)[0]?.attribs.href;
        expect(symbol).toBe(`#i-${uncertain === null ? status : 'uncertain'}`);
      });
    });
  });

  it('draws each deadline as a bar whose parts are the shares of its statuses', async () => {
    const bars = select('.bar', await pageOf(report));
    expect(bars.length).toBe(report.standings.length);
    report.standings.forEach(({ tally }, n) => {
      for (const part of select('rect', bars[n] as Element)) {
        const status = /^b-(.+)$/.exec(part.attribs.class ?? '')?.[1] as keyof typeof tally.counts | undefined;
        if (status === undefined) continue;
        const share = (tally.counts[status] / tally.expected) * 100;
        expect(Number.parseFloat(part.attribs.width ?? '')).toBeCloseTo(share, 1);
      }
    });
  });

  it('draws for each deadline how many units were complete, when it ended and now', async () => {
    const drawings = select('.arrivals', await pageOf(report));
    report.standings.forEach(({ members, tally }, n) => {
      const label = drawings[n]?.attribs['aria-label'] ?? '';
      const numbers = (label.match(/\d+/g) ?? []).map(Number);
      const complete = members['on-time'].length + members.late.length;
      expect(numbers).toEqual([members['on-time'].length, complete, tally.expected]);
      for (const path of select('path', drawings[n] as Element)) expect(path.attribs.d).not.toMatch(/NaN|undefined/);
    });
  });

  it('leads from each total to the units, files and cells it is the sum of', async () => {
    const page = await pageOf(report);
    const { fields } = report.campaign.forms.statistics;
    const asked = fields.filter(
      ({ level }) => level === null || report.units.some(({ unit }) => unit.fills.includes(level)),
    );
    const counted = report.units.filter(({ statistics }) => statistics !== null);
    if (counted.length === 0) {
      expect(select('.form', page)).toEqual([]);
      return;
    }
    for (const field of asked) {
      const [wide, narrow] = select(`a[href=#t${fields.indexOf(field) + 1}]`, page);
      const [panel] = select(`#t${fields.indexOf(field) + 1}`, page);
      const total = field.kind === 'count' ? report.totals[field.id] : report.filledIn[field.id];
      for (const link of [wide, narrow]) expect(Number.parseInt(textOf(link), 10)).toBe(total);
      const rows = select('.trace tbody tr', panel as Element);
      const given = counted.filter(({ statistics }) => statistics?.record[field.id] !== undefined);
      expect(rows.length).toBe(given.length);
      let sum = 0;
      given.forEach((unit, n) => {
        const value = unit.statistics?.record[field.id];
        const row = rows[n] as Element;
        const cells = select('td', row);
        expect(textOf(select('th', row))).toBe(unit.unit.name);
        expect(textOf(cells[0])).toContain(String(value?.value));
        expect(select('a', cells[1] as Element)[0]?.attribs.href).toBe(linkTo(unit.statistics?.path ?? ''));
        expect(textOf(cells[2])).toBe(value && speakPlace(value.place, 'zh'));
        if (value && value.found !== String(value.value)) expect(textOf(cells[3])).toBe(value.found);
        if (row.attribs.class !== 'off' && typeof value?.value === 'number') sum += value.value;
      });
      if (field.kind === 'count') expect(sum).toBe(total);
    }
  });

  it('leads from each unit to its figures, with what was typed and where', async () => {
    const page = await pageOf(report);
    const links = select('.matrix tbody th a', page);
    const concerned = report.units.filter((unit) => unit.concerned);
    expect(links.length).toBe(concerned.length);
    concerned.forEach(({ unit, statistics }, n) => {
      const [panel] = select(links[n]?.attribs.href ?? '', page);
      expect(textOf(select('h2', panel as Element))).toBe(unit.name);
      const rows = select('.trace tbody tr', panel as Element).map((row) =>
        select('td', row).map((cell) => textOf(cell)),
      );
      const values = Object.values(statistics?.record ?? {});
      expect(rows.map(([, typed, place]) => [typed, place])).toEqual(
        values.map(({ found, place }) => [found, speakPlace(place, 'zh')]),
      );
      for (const [k, [read]] of rows.entries()) expect(read).toContain(String(values[k]?.value));
    });
  });

  it('has an id for every address it leads to, and each id once', async () => {
    const page = await pageOf(report);
    const ids = select('[id]', page).map(({ attribs }) => attribs.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attribs } of select('[href]', page)) {
      const { href = '' } = attribs;
      if (href.startsWith('#') && href !== '#!') expect(ids).toContain(href.slice(1));
    }
  });
});

describe('the findings of the page', () => {
  it('are those that still stand, the gravest first, each with what it is narrowed by', async () => {
    const report = wanzhang();
    const items = select('.findings > li', await pageOf(report));
    const expected = [...report.files, ...report.units].flatMap((one) =>
      one.findings.filter(({ rule }) => !rule.startsWith('deadline/')),
    );
    expect(items.map(({ attribs }) => attribs['data-rule']).sort()).toEqual(expected.map(({ rule }) => rule).sort());
    const order = ['error', 'warning', 'info'];
    const severities = items.map(({ attribs }) => order.indexOf(attribs['data-severity'] ?? ''));
    expect(severities).toEqual([...severities].sort());
  });

  it('leave out what another version has put right', async () => {
    const report = sampleReport();
    const [file] = report.files.filter(({ findings }) => findings.length > 0);
    const mended = { ...file, outcome: 'rejected', replacedBy: 'x.xlsx' } as Report['files'][number];
    const before = select('.findings > li', await pageOf(report)).length;
    const files = report.files.map((one) => (one === file ? mended : one));
    const after = select('.findings > li', await pageOf({ ...report, files })).length;
    expect(before - after).toBe(file?.findings.length);
  });

  it('say so where there is none', async () => {
    const page = await pageOf(allInTime('wanzhang-2023', '2023-06-14T09:00:00+08:00'));
    expect(select('.findings > li', page)).toEqual([]);
    expect(select('.filter', page)).toEqual([]);
    expect(select('.todo li', page)).toEqual([]);
  });
});

describe('the page', () => {
  it('shows no zeros where nothing was sent', async () => {
    const page = await pageOf(nothingSent('wanzhang-2023', '2023-05-06T09:00:00+08:00'));
    expect(select('.form', page)).toEqual([]);
    expect(textOf(select('#totals', page))).toContain('6月10日');
  });

  it('lists every file that somebody must deal with', async () => {
    const report = wanzhang();
    const told = textOf(select('.todo', await pageOf(report)));
    const open = report.files.filter(({ outcome }) => outcome === 'unmatched' || outcome === 'rejected');
    expect(open.length).toBeGreaterThan(0);
    for (const { path } of open) expect(told).toContain(path);
  });

  it('speaks English where asked', async () => {
    const page = await pageOf(wanzhang(), 'en');
    expect(select('html', page)[0]?.attribs.lang).toBe('en');
    const headings = select('h2', select('main', page)[0] as Element).map((one) => textOf(one));
    for (const heading of headings) expect(heading).not.toMatch(/\p{Script=Han}/u);
    expect(textOf(select('.legend', page))).toContain('on time');
  });

  it('leads nowhere but to files beside it', async () => {
    for (const href of [
      'https://evil.example/',
      'javascript:alert(1)',
      '//evil.example/',
      '/etc/passwd',
      'file:///C:/x',
    ]) {
      const page = parsed(await renderReportPage(wanzhang(), { locale: 'zh', linkTo: () => href }));
      for (const { attribs } of select('[href]', page)) expect(attribs.href).toMatch(/^#/);
    }
    const page = parsed(await renderReportPage(wanzhang(), { locale: 'zh', linkTo: () => null }));
    for (const { attribs } of select('[href]', page)) expect(attribs.href).toMatch(/^#/);
  });
});
