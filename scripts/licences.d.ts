export function licences(inputs: readonly string[]): string;
export function licenceOf(folder: string): string;
