import type { Tried } from './try-inbox.js';

const mostMebibytes = 512;

/** What was seen of one attack. */
export class Tally {
  #slowest = 0;
  #most = 0;
  #said = 0;

  constructor(
    private readonly name: string,
    private readonly complaints: string[],
  ) {}

  add(about: string, ...runs: readonly Tried[]): void {
    for (const ran of runs) {
      const against = objections(ran);
      this.complaints.push(...against.map((one) => `${this.name}: ${about}: ${one}`));
      this.#slowest = Math.max(this.#slowest, ran.ms);
      this.#most = Math.max(this.#most, ran.peak ?? 0);
      this.#said += against.length;
    }
  }

  row(files: number): string[] {
    const figures = [(this.#slowest / 1000).toFixed(1), (this.#most / 2 ** 20).toFixed(0), this.#said];
    return [this.name, String(files), ...figures.map(String)];
  }
}

function objections({ complaints, peak }: Tried): string[] {
  const mebibytes = (peak ?? 0) / 2 ** 20;
  return [...complaints, ...(mebibytes > mostMebibytes ? [`${mebibytes.toFixed(0)} MiB`] : [])];
}
