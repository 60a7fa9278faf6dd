import type { Writable } from 'node:stream';

/** The world as the program sees it; tests hand in their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Until whoever reads stdout has taken enough of it; left out where everything is taken at once. */
  readonly drained?: () => Promise<void>;
  readonly cwd: string;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs the same command line with so many MiB for the engine; left out where that cannot be done. */
  readonly startAnew?: (mebibytes: number) => Promise<ExitCode>;
  /** The terminal on which somebody may watch a long run; left out where there is none. */
  readonly watched?: Writable;
  /** Whether stdout is a terminal, and how wide. */
  readonly terminal: { readonly isTerminal: boolean; readonly columns: number };
}

/** 0 nothing to do · 1 something needs a person · 2 could not run. */
export type ExitCode = 0 | 1 | 2;
