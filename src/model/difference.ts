/** What differs between two definitions, one thing at a time. */
export interface Difference {
  readonly part: DifferencePart;
  /** `renamed`: the same thing is called otherwise. `moved`: it stands elsewhere among the others. */
  readonly change: 'added' | 'removed' | 'renamed' | 'moved' | 'changed';
  /** The field, material, deadline or rule; for single values the name of the value. */
  readonly id: string;
  /** What people call it: in the second definition, or in the first where it is gone. */
  readonly label: string | null;
  /** Which value of it changed. */
  readonly key: string | null;
  readonly before: DifferenceValue;
  readonly after: DifferenceValue;
  /** Renamed only: the first definition knows the new wording already, so that forms are read as before. */
  readonly known?: boolean;
}

export type DifferencePart =
  | 'campaign'
  | 'level'
  | 'form'
  | 'header'
  | 'block'
  | 'group'
  | 'field'
  | 'progress'
  | 'material'
  | 'deadline'
  | 'rule';

export type DifferenceValue = string | number | boolean | null | readonly string[];

/** `all`: two definitions. `form`: a blank form tells nothing of deadlines, materials, rules and thresholds. */
export type DifferenceScope = 'all' | 'form';
