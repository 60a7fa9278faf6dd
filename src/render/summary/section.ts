/** A numbered part of the summary; each line is a paragraph. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
