import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedPaths } from '../../../src/cli/dropped/command-line.js';

const cmd = 'C:\\Windows\\system32\\cmd.exe';
const of = (line: string) => droppedPaths(line, 'campaign.cmd');

/** As Explorer calls a .cmd with what was dropped on it: quoted where there is a space, and only there. */
function explorerLine(launcher: string, paths: readonly string[]): string {
  const args = paths.map((path) => (path.includes(' ') ? `"${path}"` : path));
  return `${cmd} /c ""${launcher}" ${args.join(' ')}"`;
}

describe('droppedPaths', () => {
  it('reads what Explorer writes, whatever signs the paths hold', () => {
    const paths = [
      'C:\\a&b.xlsx',
      'D:\\收件箱 (1)\\甲 & 乙.xlsx',
      'D:\\100%完成^.xlsx',
      "D:\\it's,a;b=c!.xlsx",
      '\\\\服务器\\共享\\x.xlsx',
    ];
    expect(of(explorerLine('D:\\tools\\campaign.cmd', paths))).toEqual(paths);
    expect(of(explorerLine('D:\\我的 工具 & (新)\\campaign.cmd', paths))).toEqual(paths);
  });

  it('reads back any paths', () => {
    const sign = fc.constantFrom(..."ab中文 &()^%!,;='+[]{}~`@#$-_.\\".split(''));
    const path = fc.array(sign, { minLength: 1, maxLength: 20 }).map((signs) => `C:\\${signs.join('')}x`);
    fc.assert(
      fc.property(fc.array(path, { maxLength: 5 }), (paths) => {
        expect(of(explorerLine('D:\\t\\campaign.cmd', paths))).toEqual(paths);
      }),
    );
  });

  it('a double click drops nothing, and a console somebody types into tells nothing', () => {
    expect(of(`${cmd} /c ""D:\\t\\campaign.cmd" "`)).toEqual([]);
    expect(of(`${cmd} /c D:\\t\\CAMPAIGN.CMD`)).toEqual([]);
    expect(of(`"${cmd}" `)).toBeNull();
    expect(of('')).toBeNull();
    expect(droppedPaths(`${cmd} /c ""D:\\t\\campaign.cmd" C:\\x"`, '')).toBeNull();
  });

  it('reads what is typed into a task or another .cmd', () => {
    expect(of(`cmd /c campaign.cmd D:\\5.29\\inbox`)).toEqual(['D:\\5.29\\inbox']);
    expect(of(`cmd /c "D:\\t\\campaign.cmd "D:\\my inbox""`)).toEqual(['D:\\my inbox']);
  });
});
