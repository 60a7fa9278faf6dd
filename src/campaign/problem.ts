/** A mistake in a file that the office itself keeps: told with its line, and the program does not run. */
export class CampaignFileError extends Error {
  readonly problems: readonly string[];
  constructor(path: string, problems: readonly string[]) {
    super(`${path}: ${problems.join('; ')}`);
    this.name = 'CampaignFileError';
    this.problems = problems.map((problem) => `${path}:${problem}`);
  }
}
