import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/build-program.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The contestant that stands for this program, built as the program is. */
export async function builtContestant(): Promise<string> {
  const script = here('../../dist/bench/campaign.cjs');
  await bundle(here('../contestants/campaign.js'), script);
  return script;
}
