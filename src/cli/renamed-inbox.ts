import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Words } from '../findings/words.js';
import type { Ledger } from '../ledger/ledger.js';
import type { RunRequest } from './session.js';

/** What a ledger knows an inbox by. */
type Known = Pick<RunRequest, 'campaign' | 'scope' | 'inbox'>;

/** Where what is known of an inbox goes on under its new name, or where all of it is lost: words for that, else null. */
export function takeUp(known: Known, ledger: Ledger, { work, out }: { work: string; out: string }): Words | null {
  const { campaign, scope } = known;
  if (ledger.latestRun(scope) !== null) return null;
  const former = formerScope(known, ledger, work);
  if (former === null) return hasReports(out, campaign.id) ? forgotten : null;
  ledger.rename(former, scope);
  const name = former.slice(campaign.id.length + 1);
  return {
    zh: `收件箱原来是 ${name}，现在改了名字或者换了地方，台账接着用`,
    en: `the inbox was ${name} and has been renamed or moved: its ledger goes on`,
  };
}

/** The request as the ledger knows it, for looking things up. */
export function asKnown(request: RunRequest, ledger: Ledger | null, work: string): RunRequest {
  const former = ledger === null ? null : formerScope(request, ledger, work);
  return former === null ? request : { ...request, scope: former };
}

/**
 * The scope under which the ledger knows an inbox that has been renamed or moved: of the same campaign, its folder gone,
 * and something that lay there lying here now. Null where there is none, and where the inbox is known by its own name.
 */
function formerScope({ scope, campaign, inbox }: Known, ledger: Ledger, work: string): string | null {
  if (ledger.latestRun(scope) !== null) return null;
  const begin = `${campaign.id} `;
  const gone = ledger
    .scopes()
    .filter((one) => one.startsWith(begin) && !existsSync(resolve(work, one.slice(begin.length))))
    .filter((one) => liesIn(inbox, one, ledger));
  return gone.length === 1 ? (gone[0] ?? null) : null;
}

function liesIn(inbox: string, scope: string, ledger: Ledger): boolean {
  const run = ledger.latestRun(scope);
  const items = run === null ? [] : ledger.itemsOf(run);
  return items.some((item) => !item.gone && existsSync(join(inbox, item.path)));
}

const forgotten: Words = {
  zh: '以前汇总过，台账（隐藏文件夹 .campaign）里却没有记录，收到时间只能看文件时间；有备份的话，放回来再汇总一次',
  en: 'there are earlier reports but the ledger (.campaign) knows of no run: receipts go by the times of files; if there is a backup, put it back and run again',
};

function hasReports(out: string, id: string): boolean {
  return readdirSync(out).some((name) => name.startsWith(`汇总_${id}_`));
}
