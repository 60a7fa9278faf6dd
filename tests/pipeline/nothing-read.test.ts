import { expect, test } from 'vitest';
import { digest } from '../../src/intake/digest.js';
import { nothingRead } from '../../src/model/nothing-read.js';
import { rawZip } from '../hostile/raw-zip.js';
import { wordText } from './documents.js';
import { reportOf, villages } from './inbox.js';

test('what was not read is known by the hash of no bytes', () => {
  expect(nothingRead).toBe(digest(new Uint8Array()));
});

test('two files that nobody could read are not called the same', async () => {
  const plan = wordText('活动实施方案', '一、指导思想');
  const locked = (name: string) => rawZip([{ name, content: plan, flags: 0x801 }]);
  const inbox = {
    '甲庄村.zip': { bytes: locked('实施方案.docx') },
    '乙庄村.zip': {
      bytes: rawZip(['实施方案.docx', '实施方案2.docx'].map((name) => ({ name, content: plan, flags: 0x801 }))),
    },
  };
  const { files } = await reportOf(inbox, villages('甲庄村委会', '乙庄村委会'));
  const members = files.filter(({ outcome }) => outcome !== 'container');
  expect(members.map(({ outcome, findings }) => [outcome, findings.map(({ rule }) => rule)])).toEqual(
    [1, 2, 3].map(() => ['rejected', ['file/encrypted']]),
  );
});
