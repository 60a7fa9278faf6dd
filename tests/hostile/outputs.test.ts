import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readSheets } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDecisions } from '../../src/campaign/parse-decisions.js';
import { noDecisions, withDecision } from '../../src/campaign/write-decisions.js';
import { harmless } from '../../src/findings/text.js';
import { mergedProgress } from '../../src/write/progress-report.js';
import { WorkingFolder } from '../cli/working.js';
import { removeFolders } from '../stories/command.js';
import { fixtures, readStory } from '../stories/fixture.js';
import { nastyTexts, putNastyInbox, raw } from './nasty-inbox.js';

const roster = ['--campaign', 'wanzhang-2023', '--roster', join(fixtures, 'rules', 'roster.csv')];
const asOf = ['--as-of', '2023-05-11T09:00:00+08:00'];
const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...nastyTexts), half, fc.constant('\ufffe\uffff')), {
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''));

describe.runIf(process.platform === 'linux')('what is written of an inbox of everything', () => {
  const folder = new WorkingFolder();
  const outputs = (dir: string) => readdirSync(join(folder.path, dir)).map((name) => join(folder.path, dir, name));
  const output = (ending: string) => readFileSync(outputs('reports').find((path) => path.endsWith(ending)) ?? ending);

  beforeAll(async () => {
    putNastyInbox(folder.path);
    for (const command of ['aggregate', 'word']) {
      expect((await folder.run(command, 'inbox', ...asOf, ...roster)).err).not.toMatch(/ {4}at /u);
    }
    await folder.run('return', ...asOf, ...roster, '--out', 'back');
    await folder.run('remind', ...asOf, ...roster, '--out', 'letters');
  });
  afterAll(removeFolders);

  it('is a workbook of texts, of our own formulas, and of links to what lies in the inbox to be read', () => {
    const parts = partsOf(output('.xlsx'));
    expect(
      Object.keys(parts).filter((name) => /external|vba|macro|activex|embed|oleobject|connections|query/iu.test(name)),
    ).toEqual([]);
    const targets: string[] = [];
    const formulas = new Set<string>();
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(raw);
      strictly(xml, name, {
        opened: (tag, attributes) => {
          expect(tag, name).not.toMatch(/dde|ole|externalReference|definedNameMacro/iu);
          if (attributes.TargetMode === 'External') targets.push(attributes.Target ?? '');
        },
        text: (tag, text) => tag === 'f' && formulas.add(text.replace(/[A-Z]*\d+/gu, '#')),
      });
    }
    for (const formula of formulas)
      expect(formula).toMatch(/^(?:SUM\([^()"]*\)|COUNTIF\([^()]*\)(?:[-+]COUNTIF\([^()]*\))*)$/u);
    expect(targets.length).toBeGreaterThan(30);
    const files = readdirSync(join(folder.path, 'inbox'));
    for (const target of targets) {
      expect(target).toMatch(/^\.\.\/inbox\/[\w.%/-]+$/u);
      expect(target).not.toMatch(/\/(?:(?:link|no|pipe)\.xlsx|loop|etc|a|b)$/u);
    }
    expect(files.length).toBeGreaterThan(30);
    const told = Object.values(parts).join('');
    expect(told).toContain('HYPERLINK'); // It is there as text: the test would be idle without it.
    expect(told).toContain('_x005F_x0041_');
  });

  it('is a Word document without fields, links and objects', () => {
    const parts = partsOf(output('.docx'));
    expect(parts['word/document.xml']).toContain('cmd|calc');
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(raw);
      strictly(xml, name, {
        opened: (tag, attributes) => {
          expect(tag, name).not.toMatch(/(?:fldSimple|instrText|hyperlink|OLEObject|altChunk|object)$/u);
          expect(attributes.TargetMode).not.toBe('External');
        },
      });
    }
  });

  it('is a page that runs our one script, wears our one style, and reaches nothing', () => {
    const page = output('.html').toString();
    expect(page.replace(/<script>.*<\/script>/su, '')).not.toMatch(raw);
    const { scripts, styles, policy, links } = judged(page);
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    expect(policy.split('; ').sort()).toEqual(
      [
        ...["base-uri 'none'", "default-src 'none'", "form-action 'none'"],
        ...[`script-src '${digestOf(scripts[0] ?? '')}'`, `style-src '${digestOf(styles[0] ?? '')}'`],
      ].sort(),
    );
    expect(links.filter((href) => !href.startsWith('#')).length).toBeGreaterThan(10);
    for (const href of links) expect(href).toMatch(/^(?:#[\w!-]*|\.\.\/inbox\/[\w.%/-]+)$/u);
  });

  it('is letters of plain text in folders and files that are named for units', () => {
    const written = ['back', 'letters'].flatMap((dir) =>
      readdirSync(join(folder.path, dir), { recursive: true, encoding: 'utf8' }),
    );
    for (const path of written) expect(path).toMatch(/^[^\p{C}<>:"\\|?*]+$/u);
    for (const path of [...outputs('letters'), ...outputs('reports')].filter((one) => one.endsWith('.txt'))) {
      expect(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''), path).not.toMatch(raw);
    }
  });
});

describe('a text that is written and read back', () => {
  it('is the same in a workbook, but for signs nobody sees', async () => {
    const { default: exceljs } = await import('exceljs');
    const { fill } = await import('../../src/write/workbook/cells.js');
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('表');
    const texts = fc.sample(
      anyText.filter((text) => harmless(text).replace(/[\ufffe\uffff]/gu, '') !== ''),
      600,
    );
    for (const [n, text] of texts.entries()) fill(sheet.getCell(n + 1, 1), text, {});
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    for (const [name, xml] of Object.entries(partsOf(bytes))) strictly(xml, name, {});
    const back = readSheets(bytes, { type: 'array' }).Sheets.表 ?? {};
    for (const [n, text] of texts.entries()) {
      const cell = back[`A${n + 1}`];
      expect([cell?.t, cell?.f]).toEqual(['s', undefined]);
      expect(cell?.v).toBe(harmless(text).replace(/[\ufffe\uffff]/gu, ''));
      if (/^[\s'＇]*[=+\-@＝＋－＠]/u.test(String(cell?.v))) expect(sheet.getCell(n + 1, 1).numFmt).toBe('@');
    }
  });

  it('never breaks a Word document', async () => {
    const { campaign } = await readStory('rules/silence');
    const form = campaign.forms.progress;
    if (form === undefined) throw new Error('no form');
    const activities = fc.sample(anyText, 200).map((text) => ({ text, pictures: [] }));
    const merged = { name: fc.sample(anyText, 1)[0] ?? '', activities, loose: null };
    const bytes = await mergedProgress({ campaign, form, units: [merged], remarks: fc.sample(anyText, 20) });
    for (const [name, xml] of Object.entries(partsOf(bytes))) strictly(xml, name, {});
  });

  it('is no formula in decisions.csv, and the same decision when it is read', async () => {
    const { campaign, roster: units } = await readStory('rules/silence');
    fc.assert(
      fc.property(anyText, (text) => {
        const row = { action: 'accept', file: text, reason: text, who: text, date: '2023-05-11', sha256: '' };
        const bytes = withDecision(noDecisions(), row);
        for (const field of parse(Buffer.from(bytes), { bom: true }).flat()) {
          expect(field).not.toMatch(/^[\s＇]*[=+\-@＝＋－＠]/u);
        }
        if (text.trim() === '') return;
        const [read] = parseDecisions(bytes, 'decisions.csv', campaign, units, () => null);
        expect(read?.reason.trim()).toBe(wellFormed(text.trim()));
      }),
    );
  });
});

interface Seen {
  readonly opened?: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (tag: string, text: string) => unknown;
}

/** Every part, as text; pictures are left out. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels|vml)$/u.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

/** Read by a parser that forgives nothing. */
function strictly(xml: string, name: string, { opened, text }: Seen): void {
  const parser = new SaxesParser({ xmlns: false, fileName: name });
  const open: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open.push(tag.name);
    opened?.(tag.name, tag.attributes as Record<string, string>);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (piece) => text?.(open.at(-1) ?? '', piece));
  parser.write(xml).close();
}

function judged(page: string) {
  const found = { scripts: [] as string[], styles: [] as string[], policy: '', links: [] as string[] };
  let within = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      within = name;
      if (name === 'script') found.scripts.push('');
      if (name === 'style') found.styles.push('');
      if (attributes['http-equiv'] === 'Content-Security-Policy') found.policy = attributes.content ?? '';
      if (attributes.href !== undefined) found.links.push(attributes.href);
      expect(
        Object.keys(attributes).filter((key) => /^(?:on.*|style|srcdoc|action|formaction|ping|target)$/u.test(key)),
      ).toEqual([]);
      expect(attributes.src).toBeUndefined();
      expect(name).not.toMatch(/^(?:iframe|object|embed|base|link|img)$/u);
    },
    ontext: (text) => {
      const list = within === 'script' ? found.scripts : within === 'style' ? found.styles : null;
      if (list !== null) list.push(`${list.pop() ?? ''}${text}`);
    },
    onclosetag: () => {
      within = '';
    },
  });
  parser.end(page);
  return found;
}

/** A file in UTF-8 holds no half of a character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
