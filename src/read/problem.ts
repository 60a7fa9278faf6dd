/** Thrown inside this stage only; `readDocument` turns it into a result. */
export class ReadProblem extends Error {
  constructor(
    readonly problem: 'damaged' | 'encrypted' | 'unsupported',
    message: string,
  ) {
    super(message);
  }
}

export function damaged(message: string): ReadProblem {
  return new ReadProblem('damaged', message);
}
