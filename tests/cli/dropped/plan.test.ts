import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Kind, planFor } from '../../../src/cli/dropped/plan.js';

/** A disk of these files and folders, as Windows names them. */
const disk =
  (folders: readonly string[], files: readonly string[] = []) =>
  (path: string) =>
    (({
      ...Object.fromEntries(folders.map((one) => [one, 'folder'])),
      ...Object.fromEntries(files.map((one) => [one, 'file'])),
    })[path] as Kind | undefined) ?? 'gone';
const plan = (paths: readonly string[], kindOf: (path: string) => Kind) => planFor(paths, kindOf, win32);

describe('planFor', () => {
  it('a folder is aggregated with the report beside it, never in it', () => {
    const kindOf = disk(['D:\\5.29\\收件箱', '\\\\nas\\共享\\收件箱']);
    expect(plan(['D:\\5.29\\收件箱'], kindOf)).toEqual({
      ...{ kind: 'aggregate', inbox: 'D:\\5.29\\收件箱', out: 'D:\\5.29\\报告', cwd: 'D:\\5.29' },
    });
    expect(plan(['\\\\nas\\共享\\收件箱'], kindOf)).toMatchObject({ out: '\\\\nas\\共享\\报告' });
  });

  it('a folder made by init stands for the inbox in it', () => {
    const kindOf = disk(['D:\\5.29', 'D:\\5.29\\inbox', 'D:\\5.29\\.campaign'], ['D:\\5.29\\campaign.yaml']);
    expect(plan(['D:\\5.29'], kindOf)).toMatchObject({
      inbox: 'D:\\5.29\\inbox',
      out: 'D:\\5.29\\报告',
      cwd: 'D:\\5.29',
    });
  });

  it('files are checked, in the folder of the first', () => {
    const files = ['D:\\a\\甲&乙.xlsx', 'D:\\b\\x.docx'];
    expect(plan(files, disk([], files))).toEqual({ kind: 'check', files, cwd: 'D:\\a' });
  });

  it.each([
    ['nothing', []],
    ['a drive', ['D:\\']],
    ['a share', ['\\\\nas\\共享\\']],
    ['two folders', ['D:\\a', 'D:\\b']],
    ['a folder and a file', ['D:\\a', 'D:\\x.xlsx']],
    ['what is not there', ['D:\\gone.xlsx']],
    ['a folder with reports and ledger', ['D:\\work']],
  ])('%s is refused', (_, paths) => {
    const kindOf = disk(
      ['D:\\', '\\\\nas\\共享\\', 'D:\\a', 'D:\\b', 'D:\\work', 'D:\\work\\.campaign'],
      ['D:\\x.xlsx'],
    );
    expect(plan(paths, kindOf).kind).toBe('refused');
  });
});
