/**
 * What the built program can be started as. `scripts/build-program.js` makes one file of it: that starts sooner than
 * several hundred small modules, and what the engine made of it can be kept (`load.ts`).
 */
export const command = () => import('../cli/main.js');
export const dropped = () => import('../cli/dropped/main.js');
export const worker = () => import('../pipeline/worker.js');

/** For the build, which tries the program out before it keeps what the engine made of it. */
export const runner = async () => (await import('../cli/run.js')).run;
export { workerOptions } from '../pipeline/worker-options.js';
