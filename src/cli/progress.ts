import type { Locale } from '../model/campaign.js';
import type { Io } from './io.js';

/** How far a long run has come, on a terminal; nothing where nobody watches. */
export interface Progress {
  readonly tell: (done: number, all: number) => void;
  readonly end: () => void;
}

/** So few files are examined before anybody could read that. */
const worthTelling = 200;

export async function progressOn(io: Io, locale: Locale): Promise<Progress | null> {
  if (io.watched === undefined) return null;
  const { default: spinnerOn } = await import('yocto-spinner');
  const spinner = spinnerOn({ stream: io.watched });
  return {
    tell: (done, all) => {
      if (all < worthTelling) return;
      spinner.text = { zh: `正在检查来件 ${done}/${all}`, en: `examining ${done} of ${all}` }[locale];
      if (!spinner.isSpinning) spinner.start();
    },
    end: () => {
      if (spinner.isSpinning) spinner.stop();
    },
  };
}
