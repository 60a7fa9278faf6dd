import { expect, test } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import type { CheckedFile } from '../../../src/model/checked-file.js';
import { checkAnnotations } from '../../../src/render/check/annotations.js';

const label = '宣传人数';
const at = { kind: 'sheet', sheet: 'Sheet1', address: 'F4' } as const;
const file: CheckedFile = { path: '附件2.xlsx', material: null, unit: null, blank: false, findings: [] };

/** As a runner takes a workflow command apart: the properties up to `::`, then the message, each unescaped. */
function parsed(text: string) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, command, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/u.exec(line) ?? [];
      const pairs = properties.split(',').map((one) => [one.replace(/=.*$/u, ''), decoded(one.replace(/^.*?=/u, ''))]);
      return { command, ...Object.fromEntries(pairs), message: decoded(message) };
    });
}

function decoded(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

test('a command for each finding, errors first, with file, title and place', () => {
  const findings = [
    finding('count/normalised', { label, value: 3 }, at, '３'),
    finding('count/estimate', { label, value: 200, counted: true }, at, '约200'),
    finding('count/unreadable', { label }, at, '很多'),
  ];
  const commands = parsed(checkAnnotations([{ ...file, findings }], 'zh'));
  expect(commands.map(({ command }) => command)).toEqual(['error', 'warning', 'notice']);
  expect(commands[0]).toMatchObject({ file: '附件2.xlsx', title: expect.stringContaining('count/unreadable') });
  expect(commands[0]?.message).toMatch(/^Sheet1!F4：.*很多/u);
});

test('a member of a container is named in the message, its container as the file', () => {
  const findings = [finding('file/encrypted', { what: 'workbook' }, { kind: 'file' })];
  const [one] = parsed(checkAnnotations([{ ...file, path: 'a\\b.zip!c.xlsx', inside: '!c.xlsx', findings }], 'en'));
  expect(one).toMatchObject({ file: 'a/b.zip', message: expect.stringMatching(/^c\.xlsx: /u) });
});

test('nothing in a name or a cell ends a command, begins another, or orders a terminal', () => {
  const path = 'a,title=x::b\r\n::error::c%0A\u001b[31m\u202e.xlsx';
  const found = '1\n::set-output name=x::y\r\u009b31m%';
  const findings = [finding('count/unreadable', { label: ':: , %' }, { ...at, sheet: 'a::b\n::error::' }, found)];
  const text = checkAnnotations([{ ...file, path, findings }], 'zh');
  expect(text.split('\n').filter((line) => line !== '')).toHaveLength(1);
  expect(text).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
  const [one] = parsed(text);
  expect(one).toMatchObject({
    command: 'error',
    file: expect.stringMatching(/^a,title=x::b\n::error::c%0A␛\[31m⟨U\+202E⟩\.xlsx$/u),
  });
});

test('nothing to tell is nothing', () => expect(checkAnnotations([file], 'zh')).toBe(''));
