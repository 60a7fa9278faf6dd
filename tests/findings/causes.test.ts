import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundWords } from '../../src/findings/catalogue/bounds.js';
import { unreadable } from '../../src/findings/catalogue/unreadable.js';
import { catalogue } from '../../src/findings/catalogue.js';
import { finding } from '../../src/findings/finding.js';
import { speak } from '../../src/findings/speak.js';
import { formatNames } from '../../src/findings/words.js';
import { type BoundId, bounds } from '../../src/model/bounds.js';
import type { Format, UnreadableReason } from '../../src/model/rules.js';

const whole = { kind: 'file' } as const;
const reasons = Object.keys(unreadable) as UnreadableReason[];
const formats = Object.keys(formatNames) as Format[];
/** What a program says to programmers. */
const machine = /undefined|NaN|null|\[object|ENOENT|EACCES|Unexpected token|Error:|Infinity/;

function said(rule: 'file/unreadable' | 'file/too-large' | 'file/wrong-kind', args: object): readonly string[] {
  return (['zh', 'en'] as const).flatMap((locale) => {
    const { message, remedy } = speak(finding(rule, args as never, whole), locale);
    return [message, remedy];
  });
}

describe('why a file cannot be used', () => {
  it('is told in more than forty ways, no two alike, each with what to ask for', () => {
    const told = reasons.map((reason) => said('file/unreadable', { reason }));
    expect(reasons.length).toBeGreaterThanOrEqual(40);
    expect(new Set(told.map(([message]) => message)).size).toBe(reasons.length);
    for (const words of told.flat()) expect(words.trim().length).toBeGreaterThan(5);
  });

  it('is never told in the words of machines, whatever the figures are', () => {
    const figure = fc.oneof(
      fc.integer(),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constantFrom(0, -0, 0.1 + 0.2),
    );
    const bound = fc.constantFrom(...bounds.map(({ id }): BoundId => id));
    fc.assert(
      fc.property(
        bound,
        figure.filter(Number.isFinite),
        fc.option(figure.filter(Number.isFinite)),
        (id, limit, found) => {
          const args = { bound: id, limit, ...(found === null ? {} : { found }) };
          for (const words of said('file/too-large', args)) expect(words).not.toMatch(machine);
        },
      ),
    );
    for (const reason of reasons) {
      for (const words of said('file/unreadable', { reason })) expect(words).not.toMatch(machine);
    }
    for (const format of formats) {
      for (const wanted of [[], ['xlsx'], ['jpg'], formats]) {
        for (const words of said('file/wrong-kind', { format, wanted })) expect(words).not.toMatch(machine);
      }
    }
  });

  it('names the bound with its value', () => {
    const [zh, , en] = said('file/too-large', { bound: 'members', limit: 10_000, found: 12_000 });
    expect(zh).toContain('12 000');
    expect(zh).toContain('10 000');
    expect(en).toContain('12 000 files');
    for (const { id, value } of bounds) {
      expect(said('file/too-large', { bound: id, limit: value })[0]).toContain(
        String(value).replace(/\B(?=(\d{3})+$)/g, ' '),
      );
      expect(boundWords[id].name.zh).not.toBe('');
    }
  });
});

it('no sample of any rule speaks as machines do', () => {
  for (const [rule, entry] of Object.entries(catalogue)) {
    const one = finding(rule as never, entry.sample as never, whole);
    for (const locale of ['zh', 'en'] as const) {
      const { message, remedy } = speak(one, locale);
      expect(`${rule} ${message} ${remedy}`).not.toMatch(machine);
    }
  }
});
