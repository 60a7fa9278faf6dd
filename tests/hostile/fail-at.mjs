/**
 * Loaded before the program (`node --import`): from the FAIL_FROM-th call on that touches a path matching FAIL_WHERE, so many calls
 * as FAIL_TIMES says fail with FAIL_CODE, as the system would fail them. What was done is written to FAIL_TELL.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const {
  FAIL_FROM = '1',
  FAIL_TIMES = '1',
  FAIL_CODE = 'EIO',
  FAIL_WHERE = '^$',
  FAIL_CALLS = '.*',
  FAIL_TELL,
} = process.env;
const from = Number(FAIL_FROM);
const times = Number(FAIL_TIMES);
const where = new RegExp(FAIL_WHERE, 'u');
const which = new RegExp(`^(?:${FAIL_CALLS})$`, 'u');
const paths = new Map();
const failed = [];
const { writeFileSync } = fs;
let calls = 0;

const byPath = [
  'open',
  'readFile',
  'writeFile',
  'readdir',
  'lstat',
  'stat',
  'rename',
  'mkdir',
  'rm',
  'access',
  'unlink',
];
const byHandle = ['read', 'write', 'fstat', 'fsync', 'ftruncate'];

for (const name of byPath) {
  fs[`${name}Sync`] = failing(fs[`${name}Sync`], name, (path) => path);
  fs.promises[name] = failing(fs.promises[name], name, (path) => path, true);
}
for (const name of byHandle) {
  fs[`${name}Sync`] = failing(fs[`${name}Sync`], name, (handle) => paths.get(handle) ?? '');
  fs[name] = failing(fs[name], name, (handle) => paths.get(handle) ?? '', false, true);
}

const { openSync } = fs;
fs.openSync = (...args) => {
  const handle = openSync(...args);
  paths.set(handle, String(args[0]));
  return handle;
};

const { open } = fs.promises;
fs.promises.open = async (...args) => {
  const handle = await open(...args);
  const close = handle.close.bind(handle);
  for (const name of ['read', 'write', 'writeFile', 'readFile', 'sync', 'stat']) {
    const act = handle[name].bind(handle);
    handle[name] = failing(act, name, () => String(args[0]), true);
  }
  // A system that reports an error when a file is closed has closed it.
  const closed = failing(
    async () => undefined,
    'close',
    () => String(args[0]),
    true,
  );
  handle.close = () => close().then(() => closed());
  return handle;
};
syncBuiltinESMExports();

if (FAIL_TELL !== undefined) process.on('exit', () => writeFileSync(FAIL_TELL, JSON.stringify({ calls, failed })));

function failing(act, name, pathOf, isPromise = false, hasCallback = false) {
  return function failingAt(...args) {
    const path = String(pathOf(args[0]));
    if (!which.test(name) || !where.test(path)) return act.apply(this, args);
    calls++;
    if (calls < from || calls >= from + times) return act.apply(this, args);
    const error = Object.assign(new Error(`${FAIL_CODE}: injected, ${name} '${path}'`), {
      code: FAIL_CODE,
      errno: -5,
      syscall: name,
      path,
    });
    failed.push(`${name} ${path}`);
    if (isPromise) return Promise.reject(error);
    if (!hasCallback) throw error;
    process.nextTick(args.at(-1), error);
    return undefined;
  };
}
