import type { ExitCode, Io } from './io.js';
import { localeOf } from './locale.js';

/**
 * The exit code of this process is what the run comes to. Node ends quietly, and with 0, where nothing is left that could
 * still happen though somebody waits for it: a run must never be taken for done that only stopped.
 */
export function toTheEnd(run: Promise<ExitCode>, io: Io): void {
  const stopped = (): void => {
    process.exitCode = 2;
    io.stderr(`${words[localeOf(undefined, io.env)]}\n`);
  };
  process.once('beforeExit', stopped);
  run.then((code) => {
    process.off('beforeExit', stopped);
    process.exitCode = code;
  });
}

const words = {
  zh: 'campaign: 没有做完就停了，是程序自身出错\n  原来的报告没有改动，或者已经整个换新；请再运行一次，再这样就告诉维护人员',
  en: 'campaign: stopped before it was done, which is a bug\n  reports are as before or wholly new; please run it again, and report it if it happens again',
};
