import { Session } from 'node:inspector/promises';

/** Which pieces of our code were run, by what the engine counts. */
export class Coverage {
  readonly #session: Session;
  /** How many looks each piece was seen in. */
  readonly #seen = new Map<string, number>();
  #latest: readonly string[] = [];

  private constructor(session: Session) {
    this.#session = session;
  }

  static async begin(): Promise<Coverage> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new Coverage(session);
  }

  /** Looks at what ran since the last look. */
  async look(): Promise<void> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    this.#latest = result
      .filter(({ url }) => /\/src\/(read|parse|check|model)\//.test(url))
      .flatMap(({ url, functions }) =>
        functions.flatMap(({ ranges }) =>
          ranges.flatMap(({ startOffset, endOffset, count }) =>
            count > 0 ? [`${url}:${startOffset}-${endOffset}`] : [],
          ),
        ),
      );
  }

  /** Whether the last look saw a piece that no look saw before; notes all it saw. */
  note(): boolean {
    const isNew = this.#latest.some((piece) => !this.#seen.has(piece));
    for (const piece of this.#latest) this.#seen.set(piece, (this.#seen.get(piece) ?? 0) + 1);
    return isNew;
  }

  get pieces(): number {
    return this.#seen.size;
  }
}
