import { existsSync } from 'node:fs';
import type { Ledger } from '../ledger/ledger.js';
import type { Locale } from '../model/campaign.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { ledgerPath, lockPath } from './working-folder.js';

/** The ledger for the length of one run; null where none is used. */
export interface Keeper {
  readonly ledger: Ledger | null;
  readonly close: () => void;
}

const none: Keeper = { ledger: null, close: () => undefined };

/** Takes the working folder for one run and opens its ledger. A second run at the same time is turned away. */
export async function openKeeper(folder: string | null, io: Io, locale: Locale): Promise<Keeper> {
  if (folder === null) return none;
  const { takeLock } = await import('../ledger/lock.js');
  const lock = guard(folder, () => takeLock(lockPath(folder), io.now()));
  if (!lock.ok) {
    const { pid, host, since } = lock.holder;
    throw new Failure(
      {
        zh: `这个工作文件夹正在运行另一次汇总（进程 ${pid}，${host}，${since} 开始）`,
        en: `another run holds this working folder (process ${pid} on ${host}, since ${since})`,
      },
      {
        zh: `请等它结束；如果确定没有在运行，删除 ${lockPath(folder)}`,
        en: `wait for it to end; if none is running, delete ${lockPath(folder)}`,
      },
    );
  }
  try {
    const ledger = await openLedger(folder, io, locale);
    const close = () => {
      ledger.close();
      lock.release();
    };
    return { ledger, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens the ledger for looking things up, where there is one. */
export async function openReader(folder: string | null, io: Io, locale: Locale): Promise<Keeper> {
  if (folder === null || !existsSync(ledgerPath(folder))) return none;
  const ledger = await openLedger(folder, io, locale);
  return { ledger, close: () => ledger.close() };
}

async function openLedger(folder: string, io: Io, locale: Locale): Promise<Ledger> {
  const { openDatabase } = await import('../ledger/database.js').catch(withoutSqlite);
  const { Ledger } = await import('../ledger/ledger.js');
  const { database, setAside } = guard(folder, () => openDatabase(ledgerPath(folder), io.now()));
  if (setAside !== null) {
    const words = {
      zh: `台账损坏，已改名为 ${setAside}，从头另建；以前登记的收到时间要从备份找回`,
      en: `the ledger was damaged; it was set aside as ${setAside} and a new one begun; earlier receipts must come from a backup`,
    };
    io.stderr(`campaign: ${words[locale]}\n`);
  }
  return new Ledger(database);
}

/** Its binary is not there for this machine, or a library of the system that it wants is missing. */
function withoutSqlite(error: unknown): never {
  throw new Failure(
    {
      zh: '台账用的 SQLite 在这台电脑上装载不了',
      en: 'the SQLite that keeps the ledger cannot be loaded on this computer',
    },
    {
      zh: '请把程序文件夹重新解压一次；只看一次结果可加 --no-ledger',
      en: 'unpack the program again; --no-ledger runs without it',
    },
    error,
  );
}

function guard<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new Failure(
      { zh: `打不开台账：${ledgerPath(folder)}`, en: `cannot open the ledger: ${ledgerPath(folder)}` },
      {
        zh: '请检查文件夹权限和磁盘空间；只看一次结果可加 --no-ledger',
        en: 'look at permissions and free space; --no-ledger runs without it',
      },
      error,
    );
  }
}
