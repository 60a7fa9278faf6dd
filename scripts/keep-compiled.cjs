/**
 * Tries the built program out on forms at hand, and keeps beside it what the engine has compiled on the way, so that
 * the next starts need not compile it again (src/start/load.ts). The build runs this in a process of its own.
 */
const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { cachePath, compiled, evaluated } = require('../dist/program/load.cjs');

const project = join(__dirname, '..');
/** An office's own folder, so that its campaign.yaml and roster.csv are read too. */
const cwd = join(project, 'templates', 'wanzhang-2023');

const script = compiled();
const program = evaluated(script);
const fail = (text) => {
  throw new Error(text);
};
const io = {
  ...{ stdout: () => undefined, stderr: fail, cwd, env: {}, now: () => new Date(0) },
  terminal: { isTerminal: false, columns: 80 },
};

tryOut(formsIn(join(project, 'fixtures', 'wanzhang-2023', 'inbox')));

async function tryOut(forms) {
  const run = await program.runner();
  for (const argv of [['--help'], ['check', ...forms], ['check', 'statistics.xlsx', 'progress.docx']])
    await run(argv, io);
  writeFileSync(cachePath, script.createCachedData());
}

function formsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx') || name.endsWith('.docx'))
    .map((name) => join(folder, name));
}
