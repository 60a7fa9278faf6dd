import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Modules of Node that take milliseconds to load, and of which a short command uses nothing. */
const seldomUsed = /^(?:node:)?(?:child_process|crypto|worker_threads)$/;

/**
 * For esbuild: such a module is loaded when something of it is first used, not when what imports it is.
 * @type {import('esbuild').Plugin}
 */
export const whenUsed = {
  name: 'when-used',
  setup(build) {
    build.onResolve({ filter: seldomUsed }, ({ path, namespace }) =>
      namespace === 'when-used' ? { path, external: true } : { path, namespace: 'when-used' },
    );
    build.onLoad({ filter: seldomUsed, namespace: 'when-used' }, ({ path }) => ({ contents: standIn(path) }));
  },
};

/** @param {string} path */
function standIn(path) {
  const parts = Object.keys(require(path)).map((name) => `  get ${name}() { return require('${path}').${name}; },`);
  return `module.exports = {\n${parts.join('\n')}\n};\n`;
}
