import type { Words } from '../findings/words.js';

/** The program cannot run: one line says why, a second what to do. Not for our own bugs. */
export class Failure extends Error {
  readonly words: Words;
  readonly hint: Words | null;

  constructor(words: Words, hint: Words | null = null, cause?: unknown) {
    super(words.en, { cause });
    this.name = 'Failure';
    this.words = words;
    this.hint = hint;
  }
}
